import ExpressionLanguage

/// Walks two records side by side and puts down where they differ, what causes others first.
struct RecordWalk {
  private(set) var differences: [RecordDifference] = []
  private var path: [Bilingual] = []
  private var place = Bilingual("", "")

  /// Compares two values that stand under `key` of `parent`.
  mutating func compare(_ old: JSONValue, _ new: JSONValue?, key: String, parent: JSONValue?) {
    switch (old, new) {
    case (.object(let entries), .object?):
      if let old = RecordWalk.both(old), let new = new.flatMap(RecordWalk.both) {
        if old != new { add(key, old, new, parent) }
        return
      }
      for entry in RecordWalk.inOrder(entries) {
        compare(entry.value, new?[key: entry.key], key: entry.key, parent: old)
      }
    case (.list(let olds), .list(let news)?): compare(olds, news, key: key, parent: parent)
    default:
      if old.shown != new?.shown {
        add(key, old.shown, new?.shown ?? Bilingual("nothing", "无此项"), parent)
      }
    }
  }

  private mutating func compare(
    _ olds: [JSONValue],
    _ news: [JSONValue],
    key: String,
    parent: JSONValue?
  ) {
    let names = olds.compactMap(\.id)
    let isNamed = names.count == olds.count && Set(names).count == names.count
    for (index, old) in olds.enumerated() {
      let twin =
        isNamed
        ? news.first { $0.id == old.id } : news.indices.contains(index) ? news[index] : nil
      guard let twin else {
        within(old, key, index) {
          $0.add("", Bilingual("it is there", "有此项"), Bilingual("nothing", "无此项"), nil)
        }
        continue
      }
      within(old, key, index) { $0.compare(old, twin, key: "", parent: old) }
    }
    let extra =
      isNamed
      ? news.filter { new in !olds.contains { $0.id == new.id } }
      : Array(news.dropFirst(olds.count))
    for new in extra {
      within(new, key, news.count) {
        $0.add("", Bilingual("nothing", "无此项"), Bilingual("it is there", "有此项"), nil)
      }
    }
    if isNamed, extra.isEmpty, olds.count == news.count, names != news.compactMap(\.id) {
      let texts = [names, news.compactMap(\.id)].map { $0.joined(separator: ", ") }
      add(key, Bilingual(texts[0], texts[0]), Bilingual(texts[1], texts[1]), parent)
    }
  }

  /// Does something inside an element of a list, named as the law names it.
  private mutating func within(
    _ element: JSONValue,
    _ list: String,
    _ index: Int,
    _ work: (inout RecordWalk) -> Void
  ) {
    let outer = (path, place)
    path.append(RecordWalk.name(element, list, index))
    let place = RecordWalk.place(element)
    if !place.english.isEmpty { self.place = place }
    work(&self)
    (path, self.place) = outer
  }

  private mutating func add(
    _ key: String,
    _ old: Bilingual,
    _ new: Bilingual,
    _ parent: JSONValue?
  ) {
    let isMain = key.isEmpty || RecordWords.main.contains(key)
    differences.append(
      RecordDifference(
        path: path,
        place: place,
        part: isMain && !path.isEmpty ? nil : RecordWords.name(of: key),
        recorded: old,
        recomputed: new,
        isWording: RecordWords.isWording(key, in: parent)
      )
    )
  }

  /// What lies below a value comes before the value, because it may be the cause.
  private static func inOrder(
    _ entries: [(key: String, value: JSONValue)]
  ) -> [(key: String, value: JSONValue)] {
    func rank(_ key: String) -> Int {
      if let index = RecordWords.causes.firstIndex(of: key) { return index }
      return RecordWords.main.contains(key) ? 100 : 200
    }
    return entries.enumerated()
      .sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
      .map(\.element)
  }

  private static func name(_ element: JSONValue, _ list: String, _ index: Int) -> Bilingual {
    let name =
      (element[key: "name"] ?? element[key: "words"]).flatMap(both)
      ?? element.id.map { Bilingual($0, $0) }
      ?? Bilingual("(\(index + 1))", "（\(index + 1)）")
    guard let kind = RecordWords.lists[list] else { return name }
    return Bilingual("\(kind.english) \(name.english)", "\(kind.chinese)“\(name.chinese)”")
  }

  private static func place(_ element: JSONValue) -> Bilingual {
    guard let article = element[key: "article"].flatMap(both) else { return Bilingual("", "") }
    let clause = element[key: "clause"]?.string ?? ""
    return Bilingual(
      clause.isEmpty ? article.english : "\(article.english) \(clause)",
      article.chinese + clause.split(separator: ")").map { "第\($0))项" }.joined()
    )
  }

  /// Both languages of a text.
  private static func both(_ value: JSONValue) -> Bilingual? {
    guard let english = value[key: "en"]?.string, let chinese = value[key: "zh"]?.string else {
      return nil
    }
    return Bilingual(english, chinese)
  }
}

extension JSONValue {
  /// The value as a message shows it.
  fileprivate var shown: Bilingual {
    switch self {
    case .null: Bilingual("none", "无")
    case .truth(let truth): truth ? Bilingual("yes", "是") : Bilingual("no", "否")
    case .number(let number): Bilingual(String(number), String(number))
    case .text(let text): RecordWords.value(text)
    case .list(let values): Bilingual("\(values.count) entries", "\(values.count)项")
    case .object: Bilingual("something", "有内容")
    }
  }
}
