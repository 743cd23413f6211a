package import ExpressionLanguage
package import Policy

/// A change of law in one sentence.
package enum ChangeWords {
  /// What changes stand under: the measure, or the dictionaries.
  package static func heading(_ change: LawChange, _ language: Language) -> String {
    if change.policy.isEmpty { return language == .chinese ? "数据字典" : "Dictionaries" }
    return change.policy
  }

  /// The change, without the mark that says whether something came, went or changed.
  package static func sentence(_ change: LawChange, _ language: Language) -> String {
    let isChinese = language == .chinese
    let colon = isChinese ? "：" : ": "
    let place = place(change, language)
    var head: [String] = []
    if change.subject != .measure, !place.isEmpty { head.append(place) }
    let name = change.name[language]
    let isNamed = change.subject == .article || change.subject == .measure
    let names = isNamed ? [] : [name]
    for name in names where !place.contains(name) { head.append(name) }
    let part = change.part[language]
    if !part.isEmpty { head.append(part) }
    if let word = word(change, language) { head.append(word) }
    let subject = head.filter { !$0.isEmpty }.joined(separator: isChinese ? "，" : ", ")
    let said = said(change, language)
    if subject.isEmpty { return said }
    return said.isEmpty ? subject : subject + colon + said
  }

  private static func place(_ change: LawChange, _ language: Language) -> String {
    let (old, new) = (change.oldPlace[language], change.newPlace[language])
    if change.subject == .article {
      return change.aspect == .whole || change.aspect == .title
        ? "" : change.aspect == .number ? change.newName[language] : change.name[language]
    }
    if old.isEmpty || new.isEmpty || old == new { return new.isEmpty ? old : new }
    return language == .chinese ? "\(new)（原\(old)）" : "\(new) (was \(old))"
  }

  /// What it says, before and after.
  private static func said(_ change: LawChange, _ language: Language) -> String {
    // Prose is told in full to programs only.
    if change.aspect == .prose || change.aspect == .quotation, change.old != nil, change.new != nil
    {
      return ""
    }
    let (old, new) = (change.old?[language], change.new?[language])
    switch (old, new) {
    case (nil, let new?): return new
    case (let old?, nil): return old
    case (let old?, let new?):
      // A difference in the other language only.
      if old == new { return "\(change.old?.both ?? "") → \(change.new?.both ?? "")" }
      return "\(old) → \(new)"
    case (nil, nil): return ""
    }
  }

  /// The word for what differs; `nil` where it goes without saying.
  private static func word(_ change: LawChange, _ language: Language) -> String? {
    let word: (String, String)
    switch change.aspect {
    case .whole:
      switch change.subject {
      case .measure, .article, .rule, .channel, .service, .records, .check, .fact, .office:
        return nil
      case .condition, .row, .value, .limit: return nil
      }
    case .output, .input, .value, .key: return nil
    case .title: word = ("title", "标题")
    case .authority: word = ("authority", "发布机关")
    case .standing: word = ("standing", "依据")
    case .numbering: word = ("numbering", "条号")
    case .timeZone: word = ("time zone", "时区")
    case .calendar: word = ("calendar", "日历")
    case .uses: word = ("uses", "引用")
    case .sources: word = ("source", "出处")
    case .number: word = ("renumbered", "改变条号")
    case .moved: word = ("moved", "改变位置")
    case .binding: word = ("binds as", "效力")
    case .prose: word = ("words changed", "文字修改")
    case .quotation: word = ("official text quoted", "引用的官方文本")
    case .name: word = ("name", "名称")
    case .parameters: word = ("given", "参数")
    case .body: word = ("rewritten", "改写")
    case .joining: word = ("joined by", "组合方式")
    case .words: word = ("words", "文字")
    case .test: word = ("test", "条件")
    case .discretion: word = ("discretion", "裁量")
    case .hit: word = ("kind of table", "表的种类")
    case .column: word = ("column", "列")
    case .condition: word = ("when", "适用条件")
    case .exception: word = ("exception", "例外")
    case .from: word = ("from", "自")
    case .until: word = ("until", "至")
    case .type: word = ("values", "取值")
    case .verifiedBy: word = ("verified by", "核验")
    case .personal: word = ("personal", "个人信息")
    case .canChange: word = ("can change", "可否改变")
    }
    return language == .chinese ? word.1 : word.0
  }
}

extension Bilingual {
  /// Both halves, the one that a reader of the other language needs to see too.
  fileprivate var both: String { english == chinese ? english : "\(english) · \(chinese)" }
}
