import ExpressionLanguage

extension Diagnostic {
  static func twoVersions(
    _ id: String,
    _ other: String,
    _ day: CivilDate,
    at range: SourceRange
  ) -> Diagnostic {
    let eve = day.adding(days: -1) ?? day
    return Diagnostic(
      "two-versions",
      at: range,
      Bilingual("two versions in force at once", "两个版本同时有效"),
      reason: Bilingual(
        "\(id) is in force on \(day) by this file and by \(other).",
        "\(id) 在 \(day) 同时依本文件和 \(other) 有效。"
      ),
      fix: Bilingual(
        "repeals: \(id) in the front matter of the later one, or an end for the earlier: "
          + "effective: … .. \(eve)",
        "在较晚的版本文首写 repeals: \(id)，或给较早的版本写上止期：effective: … .. \(eve)"
      )
    )
  }

  static func unknownMeasure(_ id: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(to: id, among: known)
    return Diagnostic(
      "unknown-measure",
      at: range,
      Bilingual("there is no measure \(id)", "没有“\(id)”这部办法"),
      reason: Bilingual(
        "The measures are: \(known.joined(separator: ", ")).",
        "现有办法：\(known.joined(separator: "、"))。"
      ),
      fix: near.map { Bilingual($0, $0) }
    )
  }

  static func circle(_ path: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "cyclic-uses",
      at: range,
      Bilingual("measures use each other in a circle", "办法之间循环引用"),
      reason: Bilingual(
        path.joined(separator: " → "),
        path.joined(separator: " → ")
      ),
      fix: Bilingual("move what both need into a measure of its own", "把双方都需要的内容另立一部办法")
    )
  }
}
