import ExpressionLanguage

/// How pages ask for a fact, where its label alone would be curt.
///
/// These are words and nothing else: what is asked, what can be answered and what follows from it
/// is the dictionaries' and the measures'. What has no words here is asked for by its label.
struct QuestionWords: Sendable {
  /// The question.
  let question: Bilingual
  /// The Chinese question in parts between which a heading may break; none where it may break at
  /// its punctuation alone.
  ///
  /// Chinese has no blanks, and a browser would break a word in two.
  let phrases: [String]
  /// What helps to answer it; `nil` where nothing needs to be said.
  let hint: Bilingual?

  init(_ english: String, _ chinese: String, hint: Bilingual? = nil) {
    let parts = chinese.split(separator: "¦").map(String.init)
    question = Bilingual(english, parts.joined())
    phrases = parts.count > 1 ? parts : []
    self.hint = hint
  }

  /// The words for a stable name; an attribute's stands behind that of its records and a dot.
  static func words(for name: String, label: Bilingual) -> QuestionWords {
    if let words = table[name] { return words }
    let english = label.english.prefix(1).uppercased() + label.english.dropFirst()
    return QuestionWords(english + "?", label[.chinese] + "？")
  }

  private static let table: [String: QuestionWords] =
    person.merging(work) { first, _ in first }.merging(records) { first, _ in first }

  private static let person: [String: QuestionWords] = [
    "birth-date": QuestionWords("When were you born?", "您的出生日期是哪一天？"),
    "sex": QuestionWords("What is your sex, as on your identity card?", "您身份证上的性别是？"),
    "kind-of-post": QuestionWords(
      "Is your post that of a cadre or of a worker?",
      "您的岗位属于¦干部还是工人？",
      hint: Bilingual("Your personnel office knows.", "可以问单位人事部门。")
    ),
    "limited-mobility": QuestionWords(
      "Is it hard for you to go out yourself, by age, disability or the like?",
      "您本人是否因年老、残疾等¦行动不便？"
    ),
    "household-place": QuestionWords(
      "Where is your household registered now?",
      "您的户口现在在哪里？",
      hint: Bilingual(
        "By your household register (hukou), not where you live.",
        "以户口簿为准，不是现在的住处。"
      )
    ),
    "origin-place": QuestionWords(
      "Where was your household registered before you went to study?",
      "您上大学、中专以前的户口¦在哪里（生源地）？",
      hint: Bilingual(
        "If you did not: where you were first registered.",
        "都没有上过的，填最早的户口所在地。"
      )
    ),
    "criminal-record": QuestionWords(
      "Do you have a criminal record?",
      "您有犯罪记录吗？",
      hint: Bilingual(
        "It still decides. Your answer stays in your browser.",
        "它还会影响结果；回答只留在您的浏览器里。"
      )
    ),
    "education": QuestionWords(
      "What is your highest degree?",
      "您的最高学历学位是？",
      hint: Bilingual("Only what you have finished counts.", "只计已经取得的。")
    ),
    "title": QuestionWords(
      "Do you hold a professional title or a skill level?",
      "您有职称或者技能等级吗？",
      hint: Bilingual("Choose the highest one.", "有几项的选最高的一项。")
    ),
    "reserve": QuestionWords(
      "Has Xiong'an recognised you as talent?",
      "您是否取得¦雄安新区的人才认定？",
      hint: Bilingual(
        "Most people have none.",
        "多数人没有。"
      )
    ),
  ]

  private static let work: [String: QuestionWords] = [
    "round-year": QuestionWords(
      "Which year's points round do you have in mind?",
      "您打算参加¦哪一年度的积分申报？",
      hint: Bilingual("If you are not sure, leave the year as it is.", "没有想好的，不用改。")
    ),
    "basis": QuestionWords("On what ground would you apply for a permit?", "您以什么事由¦申领居住证？"),
    "permit-state": QuestionWords(
      "Do you hold a Xiong'an residence permit?",
      "您有雄安新区居住证吗？状态如何？",
      hint: Bilingual(
        "Suspended: the yearly endorsement was missed.",
        "中止：没有按时签注。"
      )
    ),
    "stable-employment": QuestionWords(
      "Do you have legal and stable work in Xiong'an?",
      "您在雄安新区有¦合法稳定就业吗？",
      hint: Bilingual(
        "Usually a contract with social insurance, or your own registered business.",
        "一般指有劳动合同和社会保险，或者自己登记经营。"
      )
    ),
    "stable-residence": QuestionWords(
      "Do you have a legal and stable home in Xiong'an?",
      "您在雄安新区有¦合法稳定住所吗？",
      hint: Bilingual(
        "Usually owned, rented by contract, or a dormitory with a proof.",
        "一般自有、合同租住、有证明的宿舍都算。"
      )
    ),
    "continuous-study": QuestionWords(
      "Are you studying in Xiong'an without a break?",
      "您在雄安新区连续就读吗？"
    ),
    "employer-confirms": QuestionWords(
      "Would your employer confirm your application to settle?",
      "您申请落户，单位会为您确认吗？",
      hint: Bilingual(
        "As you expect. Without an employer: no.",
        "按您的估计；没有单位的选“否”。"
      )
    ),
    "employer-qualifies": QuestionWords(
      "Is your employer admitted to Xiong'an, registered, in operation and paying its taxes?",
      "您的单位符合准入政策，并在新区登记、正常经营、依法纳税吗？",
      hint: Bilingual(
        "Not sure? Skip it; the result reminds you to ask.",
        "拿不准的先跳过，结果里会提醒您去问。"
      )
    ),
    "employer-industry": QuestionWords(
      "In which industry is your employer?",
      "您的单位属于哪个产业？",
      hint: Bilingual("Without an employer: another.", "没有单位的选“其他产业”。")
    ),
    "staff-of-a-relocated-unit": QuestionWords(
      "Do you work for a unit that moved here from Beijing?",
      "您是从北京疏解来的¦单位的人员吗？",
      hint: Bilingual(
        "A company, school, hospital or institute, moved with Beijing's non-capital functions.",
        "指随北京非首都功能疏解来的企业、学校、医院等。"
      )
    ),
    "specially-needed": QuestionWords(
      "Is your work specially needed by Xiong'an?",
      "您的工作¦确属新区特殊需要吗？",
      hint: Bilingual(
        "The office judges this. If nobody has told you: I don’t know.",
        "由主管部门认定；没有人告知过您的，选“不清楚”。"
      )
    ),
    "meets-beijing-s-talent-standard": meetsBeijing,
    "meets-beijings-talent-standard": meetsBeijing,
  ]

  private static let meetsBeijing = QuestionWords(
    "Do you meet Beijing's standard for talent?",
    "您符合北京市的¦人才认定标准吗？"
  )

  private static let records: [String: QuestionWords] = [
    "residence-registrations": QuestionWords(
      "Have you been registered as living anywhere?",
      "您办理过居住登记吗？",
      hint: Bilingual(
        "Tell of Xiong'an first. If you don't remember the exact day, the nearest you know will do.",
        "先填在雄安新区的登记；记不清日期的，填最接近的一天。"
      )
    ),
    "residence-registrations.from": QuestionWords("From which day?", "从哪一天开始？"),
    "residence-registrations.to": QuestionWords("Until which day?", "到哪一天为止？"),
    "residence-registrations.residence-place": QuestionWords("Where?", "居住在哪里？"),
    "social-insurance": QuestionWords(
      "Have you paid social insurance?",
      "您缴纳过社会保险吗？",
      hint: Bilingual(
        "A time at one place without a break is one spell.",
        "同一地方没有间断的算一段。"
      )
    ),
    "social-insurance.from": QuestionWords("From which month?", "从哪个月开始？"),
    "social-insurance.to": QuestionWords("Until which month?", "到哪个月为止？"),
    "social-insurance.insured-place": QuestionWords("Where was it paid?", "在哪里参保？"),
    "homes": QuestionWords(
      "Have you had a home in Xiong'an, owned or rented?",
      "您在雄安新区¦有过住所吗？¦自有、租住都算。"
    ),
    "homes.from": QuestionWords("From which month?", "从哪个月开始？"),
    "homes.to": QuestionWords("Until which month?", "到哪个月为止？"),
    "homes.tenure": QuestionWords("What kind of home?", "属于哪一类住所？"),
    "honours": QuestionWords(
      "Have you been given honours?",
      "您受过表彰吗？",
      hint: Bilingual(
        "By the new area, a province or ministry, or the nation; an employer's own do not count.",
        "指新区级、省部级、国家级表彰，单位内部的奖励不算。"
      )
    ),
    "honours.honour-level": QuestionWords("By whom was it given?", "表彰属于哪一级？"),
    "detentions": QuestionWords(
      "Have you been held in administrative detention?",
      "您受过行政拘留处罚吗？"
    ),
    "detentions.detention-day": QuestionWords("On which day was it ordered?", "处罚日期是哪一天？"),
    "graduations": QuestionWords(
      "Have you finished a university or a secondary school?",
      "您从高等学校¦或者中等学校¦毕业过吗？"
    ),
    "graduations.school-kind": QuestionWords("What kind of school?", "属于哪一类学校？"),
    "graduations.graduation-day": QuestionWords("When did you finish?", "毕业日期是哪一天？"),
    "family-members": QuestionWords(
      "Do you have a spouse, children or parents of whom to tell?",
      "您有要填写的配偶、¦子女或者父母吗？",
      hint: Bilingual(
        "Registered in Xiong'an, living with you, or moving with you.",
        "只填户口在新区、和您同住或者想随您迁来的。"
      )
    ),
    "family-members.relation": QuestionWords("Who is it?", "是您的什么人？"),
    "family-members.member-birth-date": QuestionWords("When was he or she born?", "出生日期是哪一天？"),
    "family-members.lives-together": QuestionWords(
      "Do you live together?",
      "和您共同居住生活吗？"
    ),
    "family-members.member-household-place": QuestionWords(
      "Where is he or she registered?",
      "户口在哪里？"
    ),
  ]
}
