import ExpressionLanguage

/// Compares the channels, services and the office's contract of a measure.
struct ChannelComparison {
  /// What differs.
  private(set) var changes: [LawChange] = []

  private let old: ComparedMeasure
  private let new: ComparedMeasure
  private let articles: ArticleComparison

  init(_ old: ComparedMeasure, _ new: ComparedMeasure, _ articles: ArticleComparison) {
    self.old = old
    self.new = new
    self.articles = articles
    compareChannels()
    compareServices()
    compareOffice()
  }

  private mutating func tell(
    _ subject: LawChange.Subject,
    _ aspect: LawChange.Aspect,
    _ names: (Bilingual?, Bilingual?),
    _ places: (Place?, Place?),
    part: Bilingual = Bilingual("", ""),
    _ before: Bilingual?,
    _ after: Bilingual?
  ) {
    if before == after { return }
    let none = Bilingual("", "")
    changes.append(
      LawChange(
        (places.1 == nil ? old : new).measure.id,
        subject,
        aspect,
        (names.0 ?? none, names.1 ?? none),
        parts: (part, part),
        places: (places.0?.cited ?? none, places.1?.cited ?? none),
        before,
        after
      )
    )
  }

  /// Pairs things by name; a thing without a partner stands alone.
  private func pairs<Thing>(
    _ mine: [Thing],
    _ yours: [Thing],
    _ key: (Thing) -> String
  ) -> [(Thing?, Thing?)] {
    var left = mine
    var pairs: [(Thing?, Thing?)] = []
    for thing in yours {
      let index = left.firstIndex { key($0) == key(thing) }
      pairs.append((index.map { left.remove(at: $0) }, thing))
    }
    return pairs + left.map { ($0, nil) }
  }

  /// Whether what stands at an offset goes with an article that is told as a whole.
  private func isTold(_ isOld: Bool, _ offset: Int) -> Bool {
    let side = isOld ? old : new
    let whole = isOld ? articles.whole.old : articles.whole.new
    guard let section = side.section(at: offset) else { return false }
    return side.path(section).contains { index in
      whole.contains(index) && side.sections[index].heading.citation != nil
    }
  }

  // MARK: Channels

  private mutating func compareChannels() {
    let mine = old.set.channels.filter { $0.measure == old.index }
    let yours = new.set.channels.filter { $0.measure == new.index }
    for (one, other) in pairs(mine, yours, { NameKey.of($0.name.english) }) {
      let names = (one?.name, other?.name)
      let places = (one?.place, other?.place)
      guard let one, let other else {
        let offset = one?.range.start ?? other?.range.start ?? 0
        if !isTold(one != nil, offset) { tell(.channel, .whole, names, places, names.0, names.1) }
        continue
      }
      let (before, after) = (keys(one, old), keys(other, new))
      for key in ChannelComparison.keys {
        let part = Bilingual(key.word, key.chinese)
        if before[key.word]?.tree != after[key.word]?.tree {
          tell(
            .channel,
            .key,
            names,
            places,
            part: part,
            before[key.word]?.text,
            after[key.word]?.text
          )
        }
        tell(
          .channel,
          .standing,
          names,
          places,
          part: part,
          one.standings[key.word]?.text,
          other.standings[key.word]?.text
        )
        tell(
          .channel,
          .sources,
          names,
          places,
          part: part,
          sources(one.sources[key.word] ?? []),
          sources(other.sources[key.word] ?? [])
        )
      }
    }
  }

  private static let keys: [(word: String, chinese: String)] = [
    ("open when", "条件"), ("ranked by", "排序"), ("ties", "同分"), ("plan", "年度计划"),
    ("family", "随迁家属"), ("confirmed by", "确认"), ("leads to", "结果"), ("order", "顺序"),
  ]

  /// The keys of a channel: what they say, and a text that is the same where they mean the same.
  private func keys(
    _ channel: Channel,
    _ side: ComparedMeasure
  ) -> [String: (text: Bilingual, tree: String)] {
    var keys: [String: (text: Bilingual, tree: String)] = [:]
    func set(_ key: String, _ formula: Formula?) {
      guard let formula else { return }
      keys[key] = (Bilingual(same: plainWords(formula.text)), side.tree.text(formula.node))
    }
    func set(_ key: String, _ words: Bilingual?) {
      guard let words else { return }
      keys[key] = (words, "\(words.english)|\(words.chinese)")
    }
    set("open when", channel.openWhen)
    set("ranked by", channel.rankedBy)
    switch channel.ties {
    case .admitAll: set("ties", Bilingual("admit all", "同分同落"))
    case .excludeAll: set("ties", Bilingual("exclude all", "同分均不落"))
    case .earliest(let formula):
      let text = plainWords(formula.text)
      set("ties", Bilingual("earliest(\(text))", "earliest(\(text))"))
    case .highest(let formula):
      let text = plainWords(formula.text)
      set("ties", Bilingual("highest(\(text))", "highest(\(text))"))
    case nil: break
    }
    switch channel.plan {
    case .number(let formula): set("plan", formula)
    case .outside: set("plan", Bilingual("outside the plan", "计划外"))
    case nil: break
    }
    if let family = channel.family { set("family", side.set.rules[family].name) }
    set("confirmed by", channel.confirmedBy)
    set("leads to", channel.leadsTo)
    if let order = channel.order { set("order", Bilingual(same: String(order))) }
    return keys
  }

  private func sources(_ sources: [SourceReference]) -> Bilingual? {
    if sources.isEmpty { return nil }
    let texts = sources.map { $0.place.isEmpty ? $0.key : "\($0.key), \($0.place)" }
    return Bilingual(same: texts.joined(separator: "; "))
  }

  // MARK: Services

  private mutating func compareServices() {
    let mine = old.set.services.filter { $0.measure == old.index }
    let yours = new.set.services.filter { $0.measure == new.index }
    for (one, other) in pairs(mine, yours, { NameKey.of($0.name.english) }) {
      let names = (one?.name, other?.name)
      let places = (one?.place, other?.place)
      guard let one, let other else {
        let offset = one?.range.start ?? other?.range.start ?? 0
        if !isTold(one != nil, offset) { tell(.service, .whole, names, places, names.0, names.1) }
        continue
      }
      if condition(one, old) != condition(other, new) {
        tell(.service, .condition, names, places, row(one, old), row(other, new))
      }
      let part = Bilingual("provided by", "提供者")
      tell(
        .service,
        .key,
        names,
        places,
        part: part,
        one.providedBy.isEmpty ? nil : one.providedBy,
        other.providedBy.isEmpty ? nil : other.providedBy
      )
      tell(.service, .standing, names, places, one.standing.text, other.standing.text)
      tell(.service, .sources, names, places, sources(one.sources), sources(other.sources))
    }
  }

  private func condition(_ service: Service, _ side: ComparedMeasure) -> String {
    side.tree.text(service.openWhen) + "|"
      + (service.suspendedWhen.map(side.tree.text) ?? "")
  }

  /// The row of a service as it is written, and the conditions above its table.
  private func row(_ service: Service, _ side: ComparedMeasure) -> Bilingual {
    var text = plainWords(side.source.text(service.range))
    if let section = side.section(at: service.range.start).map({ side.sections[$0] }) {
      for range in [section.operators.when, section.operators.suspendedWhen] {
        if let range { text += " `\(plainWords(side.source.text(range)))`" }
      }
    }
    return Bilingual(same: text)
  }

  // MARK: The office's contract

  private mutating func compareOffice() {
    let mine = old.set.office.filter { $0.measure == old.index }
    let yours = new.set.office.filter { $0.measure == new.index }
    func key(_ entry: OfficeEntry) -> String {
      "\(entry.round ?? 0) \(NameKey.of(entry.name.english))"
    }
    for (one, other) in pairs(mine, yours, key) {
      let names = (one?.name, other?.name)
      let places = (one?.place, other?.place)
      let round = (other ?? one)?.round.map { Bilingual("Round \($0)", "\($0)年度") }
      let part = round ?? Bilingual("", "")
      guard let one, let other else {
        let offset = one?.range.start ?? other?.range.start ?? 0
        if !isTold(one != nil, offset) {
          tell(
            .office,
            .whole,
            names,
            places,
            part: part,
            one.map(value),
            other.map(value)
          )
        }
        continue
      }
      tell(.office, .value, names, places, part: part, value(one), value(other))
      tell(.office, .standing, names, places, part: part, one.standing.text, other.standing.text)
      tell(
        .office,
        .sources,
        names,
        places,
        part: part,
        sources(one.sources),
        sources(other.sources)
      )
    }
  }

  private func value(_ entry: OfficeEntry) -> Bilingual {
    let texts = zip(entry.values, entry.types).map { CellWords.both($0, $1) }
    return Bilingual(
      texts.map(\.english).joined(separator: ", "),
      texts.map(\.chinese).joined(separator: "、")
    )
  }
}
