import ExpressionLanguage
import Policy

/// A rule that lists texts for a person, with all that is alike for everyone.
final class StepList: Sendable {
  /// What a rule, or an exception to it, lists.
  enum Body: Sendable {
    /// The rows of a table C.
    case rows([Row])
    /// The rows of a dated list.
    case dated([Entry])
    /// Anything else that gives a list.
    case computed(Computed)
  }

  /// One row of a table C.
  struct Row: Sendable {
    /// Whether it applies.
    var test: Node
    var subjects: [StepSubject]
    /// What it tests.
    var tests: [(input: Node, test: StepTest)]
  }

  /// One row of a dated list.
  struct Entry: Sendable {
    var from: CivilDate
    var until: CivilDate?
    var texts: [StepText]
  }

  /// A list that an expression gives.
  struct Computed: Sendable {
    var node: Node
    /// What each of its values is.
    var element: ValueType
    var place: Place
    var standing: Standing
    var sources: [SourceReference]
  }

  /// The rule.
  let rule: Int
  /// The standing that no text of the list exceeds.
  let standing: Standing
  /// The condition without which it lists nothing.
  let when: Node?
  /// What it lists.
  let body: Body
  /// Its exceptions, the first to apply first.
  let exceptions: [(when: Node, body: Body)]

  /// Whether `other` lists the same: lists of one rule differ only in how well they are founded.
  func isSame(as other: StepList) -> Bool { rule == other.rule && standing == other.standing }

  init(_ rule: Rule, _ set: PolicySet, _ standings: Standings, atMost standing: Standing) {
    self.rule = rule.id
    self.standing = standing
    when = rule.when?.node
    body = StepList.body(rule, standings, standing)
    exceptions = rule.exceptions.compactMap { index in
      let exception = set.rules[index]
      return exception.when.map { ($0.node, StepList.body(exception, standings, standing)) }
    }
  }

  private static func body(_ rule: Rule, _ standings: Standings, _ most: Standing) -> Body {
    guard case .list(let base) = rule.type.base else { return .rows([]) }
    let element = ValueType(base)
    let rests = min(most, standings.of(rule.references))
    func subjects(
      _ value: Value,
      _ place: Place,
      _ standing: StandingNote?,
      _ sources: [SourceReference]
    ) -> [StepSubject] {
      let values: [Value] = if case .list(let values) = value { values } else { [value] }
      return values.map { value in
        StepSubject(
          text: Bilingual(element.text(value, .english), element.text(value, .chinese)),
          place: place,
          standing: min((standing ?? rule.standing).standing, rests),
          sources: sources.isEmpty ? rule.sources : sources
        )
      }
    }
    switch rule.body {
    case .table(let table)
    where table.decision.hit == .collect && table.decision.outputGuards == [nil]
      && !table.decision.rows.contains(where: \.isOtherwise):
      return .rows(
        table.rows.enumerated().map { index, row in
          let decision = table.decision.rows[index]
          return Row(
            test: table.decision.test(index),
            subjects: subjects(
              decision.outputs[0],
              rule.place.clause(row.clause),
              row.standing,
              row.sources
            ),
            tests: tests(table, index)
          )
        }
      )
    case .dated(let entries, isList: true):
      return .dated(
        entries.map { entry in
          Entry(
            from: entry.from,
            until: entry.until,
            texts: subjects(entry.value, rule.place, entry.standing, entry.sources).map {
              StepText($0)
            }
          )
        }
      )
    default:
      return .computed(
        Computed(
          node: rule.bodyNode,
          element: element,
          place: rule.place,
          standing: min(rule.standing.standing, rests),
          sources: rule.sources
        )
      )
    }
  }

  /// The tests of a row, with words such as "basis: employment".
  private static func tests(
    _ table: RuleTable,
    _ row: Int
  ) -> [(input: Node, test: StepTest)] {
    zip(table.decision.columns, table.decision.rows[row].cells).compactMap { column, cell in
      if cell.isAny { return nil }
      let input = table.columns[column.input]
      let words = words(of: cell, input.formula.type).map { words in
        Bilingual(
          "\(input.name.english): \(words.english)",
          "\(input.name[.chinese])\(words.chinese)"
        )
      }
      let values = cell.tests.compactMap { test in
        if case .equal(let value) = test { input.formula.type.canonical(value) } else { nil }
      }
      return (
        input.formula.node,
        StepTest(
          id: NameKey.identifier(input.name.english),
          name: input.name,
          values: values,
          isNegated: cell.isNegated,
          words: words
        )
      )
    }
  }

  private static func words(of cell: CellTest, _ type: ValueType) -> Bilingual? {
    guard cell.isNegated else { return ExplainedService.words(of: cell, type) }
    let isPlain = cell.tests.allSatisfy { if case .equal = $0 { true } else { false } }
    var plain = cell
    plain.isNegated = false
    guard isPlain, let words = ExplainedService.words(of: plain, type) else { return nil }
    return Bilingual("not \(words.english)", "不\(words.chinese)")
  }
}

extension DecisionNode {
  /// Whether one row of a table without `otherwise` applies.
  fileprivate func test(_ row: Int) -> Node {
    .decision(
      DecisionNode(
        hit: .first,
        inputs: inputs,
        guards: guards,
        columns: columns,
        outputGuards: [nil],
        rows: [
          Row(cells: rows[row].cells, outputs: [.truth(true)], isOtherwise: false),
          Row(cells: [], outputs: [.truth(false)], isOtherwise: true),
        ]
      )
    )
  }
}
