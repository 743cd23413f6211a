import ExpressionLanguage

extension PolicyCompiler {
  /// The articles of a measure, and how each is bound.
  func articles(_ measure: Int) -> [Article] {
    let all = sections(measure)
    return all.indices.compactMap { index in
      guard let citation = all[index].heading.citation,
        [.article, .section, .round].contains(citation.kind)
      else { return nil }
      let heading = all[index].heading
      return Article(
        heading: Bilingual(heading.english?.text ?? "", heading.chinese?.text ?? ""),
        binding: binding(measure, index)
      )
    }
  }

  private func binding(_ measure: Int, _ index: Int) -> Article.Binding {
    let all = sections(measure)
    for mark in all[index].marks {
      if let binding = Article.Binding(rawValue: mark.key), binding != .rules { return binding }
    }
    var below = [index]
    for next in (index + 1)..<max(index + 1, all.count) {
      if all[next].level <= all[index].level { break }
      below.append(next)
    }
    let binds = below.contains { section in
      !all[section].isUnbound
        && (!all[section].blocks.isEmpty || all[section].mark("exception to") != nil)
    }
    if binds { return .rules }
    let marked = below.dropFirst().contains { all[$0].isUnbound }
    return marked ? .notEncoded : .nothing
  }

  /// Says which articles are bound to nothing.
  func checkArticles(_ measure: Int) {
    let all = sections(measure)
    for index in all.indices {
      guard let citation = all[index].heading.citation,
        [.article, .section, .round].contains(citation.kind),
        binding(measure, index) == .nothing
      else { continue }
      fail(.articleOfNothing(citation.text, at: all[index].heading.range), measure)
    }
    for section in all where section.isUnbound {
      _ = ownStanding(section.marks, measure)
      _ = sources(section.marks, measure)
      let unread = section.marks.first { ["not encoded", "discretion"].contains($0.key) }
      if let unread, let block = section.blocks.first {
        fail(.unreadBlock(unread.key, at: block.range.start, source(measure)), measure)
      }
    }
  }

  /// Says which rules and facts nobody uses.
  func checkUse() {
    for channel in channels {
      for formula in [channel.openWhen, channel.rankedBy].compactMap(\.self) {
        note(formula.references)
      }
    }
    for index in drafts.indices {
      let draft = drafts[index]
      guard !usedRules.contains(index), !broken.contains(index) else { continue }
      let heading = sections(draft.measure)[draft.section].heading
      let isArticle = heading.citation != nil
      if case .section = draft.origin, isArticle { continue }
      // A list of papers or the like is a result in its own right, which casework reads.
      if case .list = rules[index]?.type.base { continue }
      if isTaken(draft) { continue }
      fail(.unusedRule(draft.name.english, at: draft.range), draft.measure)
    }
  }

  /// Whether any measure of the library takes the rule by `uses:`.
  private func isTaken(_ draft: RuleDraft) -> Bool {
    library.measures.contains { measure in
      measure.header.uses.contains { use in
        use.policy == files[draft.measure].header.id
          && use.names.contains { $0.name == draft.key }
      }
    }
  }
}

extension Diagnostic {
  static func unreadBlock(_ mark: String, at offset: Int, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "unread-block",
      .warning,
      at: source.lineRange(source.line(at: offset)),
      Bilingual("nothing below {\(mark)} is read", "{\(mark)} 之下的内容不会被读取"),
      reason: Bilingual(
        "It looks like a rule, and decides nothing.",
        "它看起来像规则，却不起作用。"
      ),
      fix: Bilingual("take the mark away, or the rule", "删去标记，或删去规则")
    )
  }

  static func articleOfNothing(_ citation: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "article-of-nothing",
      at: range,
      Bilingual("\(citation) is bound to nothing", "\(citation)没有对应的规则"),
      reason: Bilingual(
        "Prose is never read, so the article has no effect, and nobody would notice.",
        "文字不会被读作规则，本条不起作用，也没有人会察觉。"
      ),
      fix: Bilingual(
        "a rule below, or {informative}, {discretion} or {not encoded: why}",
        "在下面写出规则，或标 {informative}、{discretion}、{not encoded: 原因}"
      )
    )
  }

  static func unusedRule(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unused-rule",
      .warning,
      at: range,
      Bilingual("nothing uses \(name)", "“\(name)”没有被使用"),
      reason: Bilingual(
        "It decides nothing; perhaps a name was mistyped where it should stand.",
        "它不影响任何结果；可能应引用处写错了名称。"
      ),
      fix: Bilingual("use it, or take it out", "引用它，或删去")
    )
  }
}
