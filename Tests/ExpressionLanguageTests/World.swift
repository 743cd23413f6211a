import ExpressionLanguage
import TestSupport
import Testing

extension TestScope {
  /// The names that the tests of the lexer, the parser and the checker use.
  static func world() -> TestScope {
    let to = ValueType(.date(.earliest, .latest), isOptional: true)
    let scope = TestScope(
      [
        ("children", .number(0...10)), ("age", .number(0...120, unit: .years)),
        ("insured months", .number(0...720, unit: .months)),
        ("tax paid", .number(0...100_000_000, unit: .yuan)), ("score", .number(0...90, scale: 1)),
        ("criminal record", .truth), ("with spouse", .truth), ("birth date", .date),
        ("entry date", to), ("bonus", .number(0...100, unit: .points, optional: true)),
        ("education", .choice("doctorate", "master", "none")),
        ("rank", .choice("low", "middle", "high", ordered: true)),
        ("applied at", ValueType(.instant)), ("employer", ValueType(.text)),
        ("degree in law", .truth),
      ],
      records: [
        RecordsSignature(
          name: "jobs",
          grain: .months,
          most: 60,
          attributes: [("from", .date), ("to", to), ("wage", .number(0...1_000, unit: .yuan))]
        ),
        RecordsSignature(
          name: "stays",
          grain: .days,
          most: 60,
          attributes: [("from", .date), ("to", to)]
        ),
        RecordsSignature(
          name: "awards",
          grain: nil,
          most: 20,
          attributes: [
            ("award points", .number(0...50, unit: .points)),
            ("award grade", .choice("low", "high", ordered: true)),
            ("prize", .number(0...9, unit: .yuan, optional: true)),
          ]
        ),
      ]
    )
    scope.rules = [
      (
        "converted",
        DefinitionSignature(
          type: .number(0...9, unit: .points),
          parameters: [("level", .number(0...12))]
        )
      ),
      (
        "listed",
        DefinitionSignature(type: ValueType(.list(.number(NumberType(least: 0, greatest: 9)))))
      ),
      ("worth", DefinitionSignature(type: .number(0...9, unit: .points), records: 2)),
    ]
    return scope
  }
}

/// Records an issue unless `marked` is wrong exactly where it is marked: the first id from 1️⃣ to
/// 2️⃣, the second from 3️⃣ to 4️⃣, and so on.
func expectFindings(
  _ marked: String,
  _ ids: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let (_, diagnostics, source) = TestScope.world().check(text.text)
  let found = diagnostics.map { "\($0.id) at \(source.text($0.range)) (\($0.range.start))" }
  let wanted = ids.enumerated().map { index, id in
    let range = text.range(2 * index + 1, 2 * index + 2)
    return "\(id) at \(source.text(range)) (\(range.start))"
  }
  #expect(found == wanted, sourceLocation: sourceLocation)
}
