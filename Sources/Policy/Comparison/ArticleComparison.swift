import ExpressionLanguage

/// Compares the headings of a measure: what was added, repealed, renumbered, moved, retitled; and
/// the words that bind nothing.
struct ArticleComparison {
  /// What differs.
  private(set) var changes: [LawChange] = []
  /// The partner of each older section.
  private(set) var partners: [Int: Int] = [:]
  /// Older and newer sections that are told as a whole, with everything below them.
  private(set) var whole: (old: Set<Int>, new: Set<Int>) = ([], [])

  private let old: ComparedMeasure
  private let new: ComparedMeasure

  init(_ old: ComparedMeasure, _ new: ComparedMeasure) {
    self.old = old
    self.new = new
    match()
    matchRenamed()
    tellLonely()
    for section in old.sections.indices {
      guard let partner = partners[section] else { continue }
      compare(section, partner)
    }
  }

  // MARK: Partners

  private mutating func match() {
    var taken: Set<Int> = []
    func pair(_ one: Int, _ other: Int) {
      partners[one] = other
      taken.insert(other)
    }
    // By citation and name both, then by name, then by citation.
    for rule in [0, 1, 2] {
      for index in old.sections.indices where partners[index] == nil {
        let mine = key(old, index, rule)
        guard let mine else { continue }
        let alike = old.sections.indices.filter {
          partners[$0] == nil && key(old, $0, rule) == mine
        }
        let found = new.sections.indices.filter {
          !taken.contains($0) && key(new, $0, rule) == mine
        }
        if alike.count == 1, found.count == 1, let other = found.first { pair(index, other) }
      }
    }
    // What bears the same name more than once goes by the article it stands under.
    for index in old.sections.indices where partners[index] == nil {
      guard let above = old.parent(index).flatMap({ partners[$0] }) else { continue }
      let name = NameKey.of(old.sections[index].heading.name ?? "")
      let other = new.sections.indices.first {
        !taken.contains($0) && new.parent($0) == above
          && NameKey.of(new.sections[$0].heading.name ?? "") == name
      }
      if let other { pair(index, other) }
    }
  }

  /// Headings under one article of which only the name differs.
  private mutating func matchRenamed() {
    for index in old.sections.indices where partners[index] == nil {
      guard let above = old.parent(index).flatMap({ partners[$0] }) else { continue }
      let text = body(old, index)
      let alike = new.sections.indices.filter {
        new.parent($0) == above && body(new, $0) == text && !text.isEmpty
      }
      let taken = Set(partners.values)
      if alike.count == 1, let other = alike.first, !taken.contains(other) {
        partners[index] = other
      }
    }
  }

  /// Everything that stands right under a heading.
  private func body(_ side: ComparedMeasure, _ index: Int) -> String {
    let section = side.sections[index]
    let ranges = section.paragraphs.map(\.range) + section.blocks.map(\.range) + section.quotations
    return plainWords(ranges.map { side.source.text($0) }.joined(separator: " "))
  }

  private func key(_ side: ComparedMeasure, _ section: Int, _ rule: Int) -> String? {
    let heading = side.sections[section].heading
    let name = NameKey.of(heading.name ?? "")
    guard let citation = heading.citation else {
      return rule == 2 || name.isEmpty ? nil : "name \(name)"
    }
    let cited = "\(citation.kind) \(citation.number ?? 0)-\(citation.inserted ?? 0)"
    switch rule {
    case 0: return "\(cited) \(name)"
    case 1: return heading.english?.label.isEmpty == false ? "\(citation.kind) name \(name)" : nil
    default: return cited
    }
  }

  // MARK: What stands alone

  private mutating func tellLonely() {
    // Of an article that is repealed the rest is gone with it.
    for (one, other) in partners {
      let (before, after) = (isRepealed(old, one), isRepealed(new, other))
      if after, !before { whole.old.insert(one) }
      if before, !after { whole.new.insert(other) }
    }
    let gone = old.sections.indices.filter { partners[$0] == nil }
    let come = Set(new.sections.indices).subtracting(partners.values).sorted()
    for section in gone {
      let isBelow = old.path(section).dropFirst().contains(where: whole.old.contains)
      whole.old.insert(section)
      if isBelow || !isTold(old, section) { continue }
      changes.append(lonely(old, section, isOld: true))
    }
    for section in come {
      let isBelow = new.path(section).dropFirst().contains(where: whole.new.contains)
      whole.new.insert(section)
      if isBelow || !isTold(new, section) { continue }
      changes.append(lonely(new, section, isOld: false))
    }
  }

  /// Whether a section is told here: one without a citation is told as its rule, if it has one.
  private func isTold(_ side: ComparedMeasure, _ section: Int) -> Bool {
    side.sections[section].heading.citation != nil
      || side.sections[section].blocks.isEmpty && side.sections[section].mark("exception to") == nil
      || side.sections[section].isUnbound
  }

  private func lonely(_ side: ComparedMeasure, _ section: Int, isOld: Bool) -> LawChange {
    let title = side.title(section)
    let none = Bilingual("", "")
    return LawChange(
      side.measure.id,
      .article,
      .whole,
      isOld ? (title, none) : (none, title),
      places: isOld ? (side.cited(section), none) : (none, side.cited(section)),
      isOld ? title : nil,
      isOld ? nil : title
    )
  }

  // MARK: What differs in a pair

  private mutating func compare(_ one: Int, _ other: Int) {
    let (mine, yours) = (old.sections[one], new.sections[other])
    let places = (old.cited(one), new.cited(other))
    func tell(_ aspect: LawChange.Aspect, _ before: Bilingual?, _ after: Bilingual?) {
      if before == after { return }
      changes.append(
        LawChange(
          new.measure.id,
          .article,
          aspect,
          (old.title(one), new.title(other)),
          places: places,
          before,
          after
        )
      )
    }
    if let left = mine.heading.citation, let right = yours.heading.citation,
      !left.isSamePlace(as: right)
    {
      tell(.number, old.cited(one), new.cited(other))
    }
    if mine.heading.citation != nil || mine.isUnbound { tell(.title, label(mine), label(yours)) }
    let (above, below) = (old.parent(one), new.parent(other))
    if above.flatMap({ partners[$0] }) != below {
      tell(.moved, above.map(old.title) ?? nowhere, below.map(new.title) ?? nowhere)
    }
    let (before, after) = (binding(mine), binding(yours))
    tell(.binding, before, after)
    if isRepealed(old, one) != isRepealed(new, other) { return }
    let (was, now) = (prose(old, one), prose(new, other))
    if was != now { tell(.prose, Bilingual(same: was), Bilingual(same: now)) }
    tell(.quotation, quotations(old, one), quotations(new, other))
  }

  private func isRepealed(_ side: ComparedMeasure, _ section: Int) -> Bool {
    side.sections[section].mark("repealed") != nil
  }

  private var nowhere: Bilingual { Bilingual("the top", "文首") }

  private func label(_ section: Section) -> Bilingual {
    Bilingual(
      plainWords(section.heading.english?.label ?? ""),
      plainWords(section.heading.chinese?.label ?? "")
    )
  }

  private func binding(_ section: Section) -> Bilingual {
    guard let mark = section.marks.first(where: { Mark.unbinding.contains($0.key) }) else {
      return Bilingual("bound", "有规则")
    }
    let words = [
      "informative": "说明性", "discretion": "由机关裁量", "not encoded": "未编写", "repealed": "已废止",
    ]
    let chinese = words[mark.key] ?? mark.key
    return mark.value.isEmpty
      ? Bilingual(mark.key, chinese)
      : Bilingual("\(mark.key): \(mark.value)", "\(chinese)：\(mark.value)")
  }

  /// The words under a heading that bind nothing.
  private func prose(_ side: ComparedMeasure, _ index: Int) -> String {
    let section = side.sections[index]
    var parts: [String] = []
    for paragraph in section.paragraphs {
      for inline in paragraph.inlines {
        switch inline {
        case .text(let range): parts.append(side.source.text(range))
        case .bold(let inner, _), .code(let inner, _):
          if section.isUnbound { parts.append(side.source.text(inner)) }
        }
      }
    }
    if section.isUnbound {
      for block in section.blocks { parts.append(side.source.text(block.range)) }
    }
    return plainWords(parts.joined(separator: " "))
  }

  private func quotations(_ side: ComparedMeasure, _ index: Int) -> Bilingual? {
    let ranges = side.sections[index].quotations
    if ranges.isEmpty { return nil }
    return Bilingual(
      same: plainWords(ranges.map { side.source.text($0) }.joined(separator: " "))
    )
  }
}
