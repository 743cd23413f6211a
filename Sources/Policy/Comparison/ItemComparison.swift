import ExpressionLanguage

/// One difference inside a rule, at a clause.
struct ClauseDifference {
  var aspect: LawChange.Aspect
  /// Which part, in words of either version.
  var parts: (Bilingual, Bilingual)
  /// The clauses; `nil` where the item or row is not in that version.
  var oldClause: String?
  var newClause: String?
  var old: Bilingual?
  var new: Bilingual?
}

/// No part: the whole of it.
let noPart = (Bilingual("", ""), Bilingual("", ""))

extension [ClauseDifference] {
  /// Tells a difference, if there is one.
  mutating func tell(
    _ aspect: LawChange.Aspect,
    _ clauses: (String?, String?),
    parts: (Bilingual, Bilingual) = noPart,
    _ before: Bilingual?,
    _ after: Bilingual?
  ) {
    if before == after { return }
    append(
      ClauseDifference(
        aspect: aspect,
        parts: parts,
        oldClause: clauses.0,
        newClause: clauses.1,
        old: before,
        new: after
      )
    )
  }
}

/// Compares the items of two lists: conditions added, removed, and changed in words or test.
struct ItemComparison {
  private(set) var differences: [ClauseDifference] = []

  private let old: ComparedMeasure
  private let new: ComparedMeasure

  init(_ old: ComparedMeasure, _ new: ComparedMeasure) {
    self.old = old
    self.new = new
  }

  mutating func compare(
    _ one: RuleList,
    _ other: RuleList,
    below clauses: (String, String) = ("", "")
  ) {
    if one.joining != other.joining {
      differences.append(
        ClauseDifference(
          aspect: .joining,
          parts: noPart,
          oldClause: clauses.0,
          newClause: clauses.1,
          old: one.joining.words,
          new: other.joining.words
        )
      )
    }
    let pairs = Alignment.pairs(
      one.items.count,
      other.items.count,
      cost: { cost(one.items[$0], other.items[$1]) },
      key: { isOld, index in
        isOld ? words(one.items[index]).english : words(other.items[index]).english
      }
    )
    for pair in pairs {
      let mine = pair.old.map { one.items[$0] }
      let yours = pair.new.map { other.items[$0] }
      let places = (mine.map { clauses.0 + $0.clause }, yours.map { clauses.1 + $0.clause })
      if let mine, let yours {
        compare(mine, yours, places)
      } else {
        differences.tell(
          .whole,
          places,
          mine.map { gist($0, old) },
          yours.map { gist($0, new) }
        )
      }
    }
  }

  private mutating func compare(
    _ mine: RuleItem,
    _ yours: RuleItem,
    _ clauses: (String?, String?)
  ) {
    let parts = (words(mine), words(yours))
    differences.tell(.words, clauses, words(mine), words(yours))
    if let left = mine.sublist, let right = yours.sublist {
      compare(left, right, below: (clauses.0 ?? "", clauses.1 ?? ""))
    } else if !isSameTest(mine, yours) {
      differences.tell(.test, clauses, parts: parts, test(mine, old), test(yours, new))
    }
    differences.tell(.standing, clauses, parts: parts, mine.standing?.text, yours.standing?.text)
    differences.tell(.sources, clauses, parts: parts, sources(mine), sources(yours))
    let (left, right) = (mine.isDiscretion, yours.isDiscretion)
    differences.tell(
      .discretion,
      clauses,
      parts: parts,
      left ? discretion : nil,
      right ? discretion : nil
    )
  }

  private var discretion: Bilingual { Bilingual("left to the office", "由机关裁量") }

  private func cost(_ mine: RuleItem, _ yours: RuleItem) -> Int {
    (words(mine) == words(yours) ? 0 : 9) + (isSameTest(mine, yours) ? 0 : 9)
      + (isSameFoundation(mine, yours) ? 0 : 1)
  }

  private func isSameFoundation(_ mine: RuleItem, _ yours: RuleItem) -> Bool {
    mine.standing == yours.standing && mine.isDiscretion == yours.isDiscretion
      && sources(mine) == sources(yours)
  }

  private func isSameTest(_ mine: RuleItem, _ yours: RuleItem) -> Bool {
    old.tree.text(mine.node) == new.tree.text(yours.node)
  }

  private func words(_ item: RuleItem) -> Bilingual {
    Bilingual(plainWords(item.words.english), plainWords(item.words.chinese))
  }

  private func test(_ item: RuleItem, _ side: ComparedMeasure) -> Bilingual? {
    if let list = item.sublist { return list.joining.words }
    return item.formula.map { RuleWording(side).text($0.text) }
  }

  private func gist(_ item: RuleItem, _ side: ComparedMeasure) -> Bilingual {
    let words = words(item)
    return words.isEmpty ? test(item, side) ?? words : words
  }

  private func sources(_ item: RuleItem) -> Bilingual? {
    if item.sources.isEmpty { return nil }
    let texts = item.sources.map { $0.place.isEmpty ? $0.key : "\($0.key), \($0.place)" }
    return Bilingual(same: texts.joined(separator: "; "))
  }
}
