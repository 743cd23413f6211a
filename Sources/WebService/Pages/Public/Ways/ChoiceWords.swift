import ExpressionLanguage
import Policy

/// How pages word an answer to choose, where its label alone would be curt.
///
/// These are words and nothing else, as with `QuestionWords`; what has none here goes by its label.
enum ChoiceWords {
  /// The words for a value of a fact or an attribute, as it is written.
  static func words(_ fact: Fact, _ token: String) -> Bilingual? {
    words(id: NameKey.identifier(fact.name.english), token)
  }

  /// The words for a value of what has a stable name.
  static func words(id: String, _ token: String) -> Bilingual? {
    table[id]?[token] ?? places[token]
  }

  private static let places = ["xiongan": Bilingual("Xiong'an", "雄安新区")]

  private static let table: [String: [String: Bilingual]] = [
    "criminal-record": having,
    "stable-employment": having,
    "stable-residence": having,
    "household-place": [
      "beijing": Bilingual("Beijing", "北京"),
      "elsewhere": Bilingual("Elsewhere in China", "国内其他地方"),
      "none": Bilingual("Nowhere in China (foreign citizens too)", "没有中国户口，如外国公民"),
    ],
    "education": [
      "none": Bilingual("Secondary school or less", "高中、中专及以下"),
      "college": Bilingual("Junior college", "大学专科"),
    ],
    "title": ["none": Bilingual("None", "没有")],
    "reserve": [
      "none": Bilingual("None", "没有"),
      "introduced": Bilingual("Talent brought in", "引进人才"),
      "needed": Bilingual("Person urgently needed", "急需人员"),
    ],
    "permit-state": [
      "none": Bilingual("No", "没有"),
      "active": Bilingual("Yes, and it is in force", "有，正常使用"),
      "suspended": Bilingual("Yes, but it is suspended", "有，使用功能已中止"),
      "cancelled": Bilingual("I had one; it is cancelled", "有过，已注销"),
    ],
    "employer-industry": [
      "information": Bilingual("New-generation information technology", "新一代信息技术"),
      "life science": Bilingual("Modern life science", "现代生命科学"),
      "services": Bilingual("High-end modern services", "高端现代服务业"),
      "agriculture": Bilingual("Green and ecological agriculture", "绿色生态农业"),
      "other": Bilingual("Another", "其他产业"),
    ],
  ]

  private static let having = [
    "true": Bilingual("Yes", "有"),
    "false": Bilingual("No", "没有"),
  ]
}
