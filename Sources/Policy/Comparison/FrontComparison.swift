import ExpressionLanguage

/// Compares the front matter of two versions, but for the days on which they are in force.
struct FrontComparison {
  /// What differs.
  private(set) var changes: [LawChange] = []

  private let old: ComparedMeasure
  private let new: ComparedMeasure

  init(_ old: ComparedMeasure, _ new: ComparedMeasure) {
    self.old = old
    self.new = new
    let (one, other) = (old.measure, new.measure)
    tell(.title, one.title, other.title)
    tell(.authority, one.authority, other.authority)
    tell(.standing, one.texts.first?.standing.text, other.texts.first?.standing.text)
    tell(.numbering, numbering(one), numbering(other))
    tell(.timeZone, Bilingual(same: one.timeZone), Bilingual(same: other.timeZone))
    tell(.calendar, calendar(old), calendar(new))
    for (key, aspect) in [("uses", LawChange.Aspect.uses), ("sources", .sources)] {
      compare(key, aspect)
    }
  }

  private func numbering(_ measure: Measure) -> Bilingual {
    measure.hasOfficialNumbers ? Bilingual("official", "官方条号") : Bilingual("ours", "自拟条号")
  }

  private func calendar(_ side: ComparedMeasure) -> Bilingual? {
    side.front?.entry("calendar").map { Bilingual(same: $0.value) }
  }

  private mutating func compare(_ key: String, _ aspect: LawChange.Aspect) {
    let mine = old.front?.entry(key)?.children ?? []
    let yours = new.front?.entry(key)?.children ?? []
    for child in mine where !yours.contains(where: { $0.key == child.key }) {
      tell(aspect, part: child.key, Bilingual(same: plainWords(child.value)), nil)
    }
    for child in yours {
      let before = mine.first { $0.key == child.key }.map {
        Bilingual(same: plainWords($0.value))
      }
      tell(aspect, part: child.key, before, Bilingual(same: plainWords(child.value)))
    }
  }

  private mutating func tell(
    _ aspect: LawChange.Aspect,
    part: String = "",
    _ before: Bilingual?,
    _ after: Bilingual?
  ) {
    if before == after { return }
    let words = Bilingual(same: part)
    changes.append(
      LawChange(
        new.measure.id,
        .measure,
        aspect,
        (old.measure.title, new.measure.title),
        parts: (words, words),
        before,
        after
      )
    )
  }
}
