import ExpressionLanguage

/// Compares what two sets' dictionaries declare.
struct DictionaryComparison {
  /// What differs.
  private(set) var changes: [LawChange] = []
  /// The names of facts and records of which something that decides differs.
  private(set) var differing: Set<String> = []

  init(_ old: FactModel, _ new: FactModel) {
    compare(old.facts, new.facts, of: nil)
    for kind in new.records where !old.records.contains(where: { key($0.name) == key(kind.name) }) {
      tell(.records, .whole, (nil, kind.name), nil, kind.name)
    }
    for kind in old.records {
      guard let other = new.records.first(where: { key($0.name) == key(kind.name) }) else {
        tell(.records, .whole, (kind.name, nil), kind.name, nil)
        continue
      }
      tell(.records, .name, (kind.name, other.name), kind.name, other.name)
      let grains = (grain(kind), grain(other))
      tell(.records, .type, (kind.name, other.name), grains.0, grains.1)
      compare(kind.attributes, other.attributes, of: kind.name)
    }
    compareChecks(old.impossible, new.impossible)
  }

  private func key(_ name: Bilingual) -> String { NameKey.of(name.english) }

  private func grain(_ kind: RecordKind) -> Bilingual {
    let most = Bilingual("up to \(kind.most)", "至多\(kind.most)项")
    switch kind.grain {
    case .months: return Bilingual("spells by months, \(most.english)", "按月的经历，\(most.chinese)")
    case .days: return Bilingual("spells by days, \(most.english)", "按日的经历，\(most.chinese)")
    case nil: return Bilingual("records, \(most.english)", "记录，\(most.chinese)")
    }
  }

  private mutating func tell(
    _ subject: LawChange.Subject,
    _ aspect: LawChange.Aspect,
    _ names: (Bilingual?, Bilingual?),
    of records: Bilingual? = nil,
    _ before: Bilingual?,
    _ after: Bilingual?
  ) {
    if before == after { return }
    let none = Bilingual("", "")
    if [.whole, .type].contains(aspect), let name = names.1 ?? names.0 {
      differing.insert(key(records ?? name))
    }
    changes.append(
      LawChange(
        "",
        subject,
        aspect,
        (names.0 ?? none, names.1 ?? none),
        parts: (records ?? none, records ?? none),
        before,
        after
      )
    )
  }

  private mutating func compare(_ mine: [Fact], _ yours: [Fact], of records: Bilingual?) {
    for fact in yours where !mine.contains(where: { key($0.name) == key(fact.name) }) {
      tell(.fact, .whole, (nil, fact.name), of: records, nil, text(fact.type))
    }
    for fact in mine {
      guard let other = yours.first(where: { key($0.name) == key(fact.name) }) else {
        tell(.fact, .whole, (fact.name, nil), of: records, text(fact.type), nil)
        continue
      }
      let names = (fact.name, other.name)
      tell(.fact, .name, names, of: records, fact.name, other.name)
      tell(.fact, .type, names, of: records, text(fact.type), text(other.type))
      tell(.fact, .verifiedBy, names, of: records, fact.verifiedBy, other.verifiedBy)
      tell(.fact, .personal, names, of: records, personal(fact), personal(other))
      let (before, after) = (fact.change.text(fact.type), other.change.text(other.type))
      tell(
        .fact,
        .canChange,
        names,
        of: records,
        Bilingual(same: before),
        Bilingual(same: after)
      )
    }
  }

  private func personal(_ fact: Fact) -> Bilingual {
    if fact.isSensitive { return Bilingual("sensitive", "敏感") }
    return fact.isPersonal ? Bilingual("yes", "是") : Bilingual("no", "否")
  }

  /// What a fact can be.
  private func text(_ type: ValueType) -> Bilingual {
    var text: Bilingual
    switch type.base {
    case .number(let number):
      text = CellWords.range(
        (.number(number.least), true),
        (.number(number.greatest), true),
        type
      )
    case .date(let first, let last):
      text = CellWords.range((.date(first), true), (.date(last), true), type)
    case .choice(let choice):
      let separator = choice.isOrdered ? " < " : ", "
      text = Bilingual(
        choice.values.map(\.label).joined(separator: separator),
        choice.values.map { $0.chinese.isEmpty ? $0.label : $0.chinese }
          .joined(separator: choice.isOrdered ? " < " : "、")
      )
    default: text = type.kind
    }
    if type.isOptional {
      text = Bilingual("\(text.english), or none", "\(text.chinese)，或无")
    }
    return text
  }

  private mutating func compareChecks(_ mine: [ImpossibleCase], _ yours: [ImpossibleCase]) {
    let (before, after) = (mine.map(\.words), yours.map(\.words))
    for words in before where !after.contains(words) {
      tell(.check, .whole, (words, nil), words, nil)
    }
    for words in after where !before.contains(words) {
      tell(.check, .whole, (nil, words), nil, words)
    }
  }
}
