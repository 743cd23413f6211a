import ExpressionLanguage
import Scoring

/// In which case a paper is needed, in a reader's words.
///
/// These are words and nothing else, as with `QuestionWords`; what has none here goes by the
/// labels of the dictionary.
enum PaperCondition {
  /// The tests as a remark behind the paper; empty where nothing can be said.
  static func words(_ tests: [StepTest]) -> Bilingual {
    let parts = tests.map(words)
    if parts.isEmpty { return Bilingual("", "") }
    return Bilingual(
      " (if " + parts.map(\.english).joined(separator: ", and ") + ")",
      "（" + parts.map(\.chinese).joined(separator: "，") + "的）"
    )
  }

  private static func words(_ test: StepTest) -> Bilingual {
    let values = test.values.joined(separator: ",")
    if let words = table[test.id + (test.isNegated ? "≠" : "=") + values] { return words }
    let name = FactNames.name(test.id, test.name)
    if test.values.isEmpty { return test.words ?? name }
    let texts = test.values.map { ChoiceWords.words(id: test.id, $0) }
    guard !test.isNegated, !texts.contains(nil) else { return test.words ?? name }
    return Bilingual(
      "\(name.english): " + texts.compactMap { $0?.english }.joined(separator: " or "),
      "\(name[.chinese])为" + texts.compactMap { $0?[.chinese] }.joined(separator: "或")
    )
  }

  private static let table: [String: Bilingual] = [
    "staff-of-a-relocated-unit=true": Bilingual(
      "your unit moved here from Beijing",
      "属于北京疏解来的单位人员"
    ),
    "staff-of-a-relocated-unit=false": Bilingual(
      "your unit did not move here from Beijing",
      "不属于北京疏解来的单位人员"
    ),
    "basis=employment": Bilingual("you apply because of your work", "以就业申领"),
    "basis=residence": Bilingual("you apply because of your home", "以住所申领"),
    "basis=study": Bilingual("you apply because of your studies", "以就读申领"),
    "may-be-represented=true": Bilingual("somebody else applies for you", "由他人代为申领"),
    "education≠none": Bilingual("you have a degree", "有大专以上学历学位"),
    "title≠none": Bilingual("you hold a title or a skill level", "有职称或者技能等级"),
    "best-honour≠none": Bilingual("you have been given honours", "受过表彰"),
    "own-home-months=": Bilingual("you own a home here", "在新区有自有住所"),
    "other-home-months=": Bilingual("you rent or lodge here", "在新区租住或者住宿舍"),
    "reserve=introduced": Bilingual("you were recognised as talent brought in", "认定为引进人才"),
    "reserve=needed": Bilingual("you were recognised as urgently needed", "认定为急需人员"),
    "branch=direct, Beijing talent": Bilingual(
      "you settle by Beijing's standard for talent",
      "以符合北京市人才认定标准落户"
    ),
  ]
}
