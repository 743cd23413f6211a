import ExpressionLanguage

extension PolicyCompiler {
  /// What a fact changes through is a channel; else nobody is ever advised to change it.
  func checkChangesThrough() {
    for document in dictionarySources {
      for fact in model.facts where fact.file == document.name {
        guard let through = fact.through else { continue }
        let isKnown = channels.contains {
          NameKey.of($0.name.english) == NameKey.of(through)
        }
        if isKnown { continue }
        let known = channels.map(\.name.english)
        report.insert(.changeThroughNothing(through, known, at: fact.range), in: document)
      }
    }
  }

  /// The texts of the dictionaries that the measures use.
  private var dictionarySources: [SourceText] {
    dictionaries.keys.sorted().compactMap { library.dictionaries[$0]?.source }
  }
}

extension Diagnostic {
  static func changeThroughNothing(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(to: name, among: known)
    return Diagnostic(
      "change-through-nothing",
      .warning,
      at: range,
      Bilingual("there is no channel \(name)", "没有“\(name)”这一渠道"),
      reason: Bilingual(
        "The fact changes only where this channel is open, so nobody would be advised to change it.",
        "该渠道可以办理时这一事实才能改变；没有这一渠道，就不会建议任何人改变它。"
      ),
      fix: near.map { Bilingual("through \($0)", "through \($0)") }
        ?? Bilingual("a channel's English label", "写渠道的英文标签")
    )
  }
}
