import ExpressionLanguage
import Scoring

/// What is wrong about checks, terms and decisions.
extension Rejection {
  static func unknownDepartment(among known: [Bilingual]) -> Rejection {
    let names = CaseWords.list(known)
    return Rejection(
      "unknown-department",
      Bilingual(
        "nobody of this name verifies anything; who does: \(names.english)",
        "没有这个核验部门；核验部门有：\(names.chinese)"
      ),
      remedy: Bilingual("use one of these names, in either language", "使用上列名称，中英文均可")
    )
  }

  static func noFacts(_ own: [Bilingual]) -> Rejection {
    let names = CaseWords.list(own)
    return Rejection(
      "no-facts",
      Bilingual("the department is asked about nothing", "没有写明请部门核查什么"),
      remedy: Bilingual("name some of: \(names.english)", "从以下各项中写明：\(names.chinese)")
    )
  }

  static func notItsFacts(_ department: Bilingual, _ own: [Bilingual]) -> Rejection {
    let names = CaseWords.list(own)
    return Rejection(
      "not-its-facts",
      Bilingual(
        "\(department.english) does not verify all of this; it verifies: \(names.english)",
        "其中有不由“\(department[.chinese])”核验的；其核验：\(names.chinese)"
      ),
      remedy: Bilingual(
        "ask each department about its own facts only",
        "只请各部门核查其自己核验的数据"
      )
    )
  }

  static func askedAlready(_ department: Bilingual) -> Rejection {
    Rejection(
      "asked-already",
      Bilingual(
        "\(department.english) has been asked and has not answered",
        "已请“\(department[.chinese])”核查，尚未答复"
      ),
      remedy: Bilingual(
        "wait for the answer; once it is overdue the decision no longer waits for it",
        "请等待答复；逾期未答复的，不影响作出决定"
      )
    )
  }

  static func nothingAsked(_ department: Bilingual, _ open: [Bilingual]) -> Rejection {
    let names = open.isEmpty ? Bilingual("nobody", "无") : CaseWords.list(open)
    return Rejection(
      "nothing-asked",
      Bilingual(
        "\(department.english) has no open question; who has: \(names.english)",
        "“\(department[.chinese])”没有待答复的核查；待答复的部门：\(names.chinese)"
      ),
      remedy: Bilingual(
        "state the facts themselves; they count without a question",
        "直接报送数据即可，无须先有核查任务"
      )
    )
  }

  static func notStated(
    _ department: Bilingual,
    _ facts: [Bilingual],
    since asked: CivilDate
  ) -> Rejection {
    let (names, day) = (CaseWords.list(facts), asked.words)
    return Rejection(
      "not-stated",
      Bilingual(
        "\(department.english) has not said since it was asked on \(day.english): \(names.english)",
        "“\(department[.chinese])”自\(day.chinese)送核以来尚未报送：\(names.chinese)"
      ),
      remedy: Bilingual(
        "state each as of that day or later, also where nothing has changed; what cannot be told"
          + " leaves the question open, and once it is overdue the decision no longer waits for it",
        "逐项报送，数据截至日期不早于送核之日，没有变化的也要报送；确实无法提供的，不作答复，"
          + "逾期后作出决定不再等候"
      )
    )
  }

  static func anotherDepartment(_ department: Bilingual) -> Rejection {
    Rejection(
      "another-department",
      Bilingual(
        "the question was put to \(department.english), which is another department",
        "该项核查交由“\(department[.chinese])”办理，不是本部门"
      ),
      remedy: Bilingual("leave the answer to that department", "由该部门答复")
    )
  }

  static func notRelocation(_ application: Application) -> Rejection {
    let basis = application.basis.words
    return Rejection(
      "not-relocation",
      Bilingual(
        "the application rests on \(basis.english), which no unit confirms",
        "该申请的事由是“\(basis.chinese)”，无须单位确认"
      ),
      remedy: Bilingual(
        "apply on the basis of relocation",
        "以“疏解转移”为由申请"
      )
    )
  }

  static var noUnit: Rejection {
    Rejection(
      "no-unit",
      Bilingual("the unit that answers is not named", "没有写明答复的单位"),
      remedy: Bilingual("name the relocated unit", "写明疏解单位")
    )
  }

  static var noRelocationFact: Rejection {
    Rejection(
      "no-relocation-fact",
      Bilingual(
        "the measures in force know no staff of relocated units",
        "现行办法没有“承接疏解单位人员”这一项"
      ),
      remedy: Bilingual("decide it on another basis", "按其他事由办理")
    )
  }

  static func extendedBefore(_ application: Application) -> Rejection {
    Rejection(
      "extended-before",
      Bilingual(
        "the term of application \(application.number) was extended before; it is extended once",
        "第\(application.number)号申请的期限已延长过，只能延长一次"
      ),
      citing: [CaseLaw.howToApply, CaseLaw.extending],
      remedy: Bilingual("decide and issue within the term", "在期限内决定并制发")
    )
  }

  static func termOver(_ due: DueDate, _ term: Term) -> Rejection {
    let day = due.words
    return Rejection(
      "term-over",
      Bilingual(
        "the term ended on \(day.english), and what is over is not extended",
        "期限已于\(day.chinese)届满，不能再延长"
      ),
      citing: [CaseLaw.howToApply, term.citation],
      remedy: Bilingual("decide and issue at once", "立即决定并制发")
    )
  }

  static func noExtension(_ term: Term) -> Rejection {
    let length = term.length.map(CaseWords.length) ?? Bilingual("", "")
    return Rejection(
      "no-extension",
      Bilingual(
        "the measures allow no longer term than \(length.english)",
        "办法没有规定长于\(length.chinese)的期限"
      ),
      citing: [CaseLaw.howToApply, term.citation],
      remedy: Bilingual("decide and issue within the term", "在期限内决定并制发")
    )
  }

  static func checksOpen(_ departments: [Bilingual]) -> Rejection {
    let names = CaseWords.list(departments)
    return Rejection(
      "checks-open",
      Bilingual("not answered yet: \(names.english)", "尚未答复的部门：\(names.chinese)"),
      remedy: Bilingual(
        "wait for the answers until their last day; from then on decide by what is known, silence"
          + " being neither yes nor no",
        "在答复期限内等待答复；期满未答复的，依已知数据作出决定，不视为同意，也不视为不同意"
      )
    )
  }

  static var conditionsMet: Rejection {
    Rejection(
      "conditions-met",
      Bilingual(
        "the person meets the conditions and cannot be refused",
        "申领人符合条件，应当予以批准"
      ),
      citing: [CaseLaw.noRefusal],
      remedy: Bilingual(
        "approve it; a fact that is wrong is superseded by its department first",
        "予以批准；数据有误的，先由核验部门更正"
      )
    )
  }

  static func conditionsNotMet(_ unmet: [Reason]) -> Rejection {
    let words = CaseWords.list(unmet.map(\.words))
    return Rejection(
      "conditions-not-met",
      Bilingual("conditions are not met: \(words.english)", "未符合条件：\(words.chinese)"),
      citing: unmet.map(\.citation),
      remedy: Bilingual(
        "refuse it with these reasons, or ask a department if a fact is out of date",
        "以上述理由不予批准；数据过时的，请部门核查"
      )
    )
  }

  static func undetermined(_ missing: [MissingName]) -> Rejection {
    let names = CaseWords.list(
      missing.map { fact in
        let by = fact.verifiedBy
        return by.isEmpty
          ? fact.name
          : Bilingual(
            "\(fact.name[.english]) (\(by[.english]))",
            "\(fact.name[.chinese])（\(by[.chinese])）"
          )
      }
    )
    return Rejection(
      "undetermined",
      Bilingual(
        "it cannot be told while these are unknown: \(names.english)",
        "以下各项未知，尚不能判断：\(names.chinese)"
      ),
      citing: [CaseLaw.whoMayApply],
      remedy: Bilingual(
        "ask those who verify them; unknown is neither yes nor no",
        "请相应部门核查；未知既不是“是”，也不是“否”"
      )
    )
  }

  static func impossibleFacts(_ words: [Bilingual]) -> Rejection {
    let list = CaseWords.list(words)
    return Rejection(
      "impossible-facts",
      Bilingual(
        "the facts cannot all be true: \(list.english)",
        "数据自相矛盾：\(list.chinese)"
      ),
      remedy: Bilingual(
        "have the departments put the wrong one right, then decide",
        "请有关部门更正后再作决定"
      )
    )
  }
}
