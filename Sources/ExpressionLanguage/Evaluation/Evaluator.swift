/// Evaluates the rules of a program for one person on one day; each rule once.
///
/// Plain recursion over the tree: legible, exact, without any state but the memory of rules
/// already evaluated. Not shared between threads; it lives for one assessment.
package final class Evaluator {
  /// The rules.
  package let program: Program
  /// The facts, by index.
  package let facts: [Value]
  /// The records, by index.
  package let records: [RecordsValue]
  /// The day on which the law is applied.
  package let legalDate: CivilDate

  /// The values that were given for rules; they stand in for them.
  private let given: [Int: Value]
  /// Whether an unknown part is looked at for values that all give the same.
  private let concludes: Bool
  /// What tables can give, kept for all that is asked here of what is possible.
  private(set) lazy var tables = TableMemory()
  /// What is still possible; only made where something unknown may not matter.
  package private(set) lazy var possibilities = possibilities(
    facts: program.possibilities(of: facts),
    records: program.possibilities(of: records)
  )
  // Each of these is read or written in one step and never lent out, so that checking that no two
  // accesses overlap would only cost time.
  @exclusivity(unchecked) private var memory: [Memory]
  /// What rules gave for records and for arguments; without it, rules that call each other twice
  /// would double the work with each step.
  @exclusivity(unchecked) private var callMemory: [CallKey: Value] = [:]
  @exclusivity(unchecked) private var current = -1

  /// What is known of a rule without parameters.
  private enum Memory {
    case nothing
    /// It is being evaluated; whoever asks again goes round in a circle.
    case running
    case value(Value)
  }

  /// A rule with what it was evaluated for.
  private struct CallKey: Hashable {
    var definition: Int
    var parameters: [Value]
    var record: [Value]
  }

  /// What a rule is evaluated for: its arguments and the record in hand.
  package struct Frame {
    /// The arguments of the rule in hand.
    package var parameters: [Value] = []
    /// The attributes of the record in hand.
    package var record: [Value] = []

    /// Creates a frame without arguments or record.
    package init() {}

    /// Creates a frame for one record.
    package init(record: [Value]) { self.record = record }
  }

  /// Creates an evaluator for one person.
  ///
  /// Values in `given` stand in for rules, by definition. One that does not conclude takes an
  /// expression for unknown where the values of its parts alone do not tell; it is many times as
  /// fast where much is unknown, and never tells anything else. What tables can give is kept in
  /// `tables`, which several evaluators may share.
  package init(
    program: Program,
    facts: [Value],
    records: [RecordsValue],
    legalDate: CivilDate,
    given: [Int: Value] = [:],
    concludes: Bool = true,
    tables: TableMemory? = nil
  ) {
    precondition(facts.count == program.facts.count, "one value for each fact")
    precondition(records.count == program.records.count, "one value for each kind of records")
    self.program = program
    self.facts = facts
    self.records = records
    self.legalDate = legalDate
    self.given = given
    self.concludes = concludes
    memory = Array(repeating: .nothing, count: program.definitions.count)
    for (definition, value) in given { memory[definition] = .value(value) }
    if let tables { self.tables = tables }
  }

  /// The value of a rule without parameters.
  package func value(of definition: Int) throws(EvaluationFault) -> Value {
    switch memory[definition] {
    case .value(let value): return value
    case .running: throw EvaluationFault(kind: .cycle, definition: definition)
    case .nothing: break
    }
    memory[definition] = .running
    let outer = current
    current = definition
    defer { current = outer }
    do throws(EvaluationFault) {
      let value = try evaluate(program.definitions[definition].node, Frame())
      memory[definition] = .value(value)
      return value
    } catch {
      memory[definition] = .nothing
      throw error
    }
  }

  /// The value of a rule for each record, on one record.
  package func value(
    of definition: Int,
    record: [Value]
  ) throws(EvaluationFault) -> Value {
    try value(of: definition, in: Frame(record: record))
  }

  private func value(
    of definition: Int,
    in frame: Frame
  ) throws(EvaluationFault) -> Value {
    let outer = current
    current = definition
    defer { current = outer }
    guard program.definitions[definition].isRemembered else {
      return try evaluate(program.definitions[definition].node, frame)
    }
    let key = CallKey(
      definition: definition,
      parameters: frame.parameters,
      record: frame.record
    )
    if let value = callMemory[key] { return value }
    let value = try evaluate(program.definitions[definition].node, frame)
    callMemory[key] = value
    return value
  }

  /// The rules that are known: given, or evaluated already.
  var settledRules: [Int: Value] {
    var settled = given
    for (definition, entry) in memory.enumerated() {
      if case .value(let value) = entry, value.isKnown { settled[definition] = value }
    }
    return settled
  }

  func fault(_ kind: EvaluationFault.Kind) -> EvaluationFault {
    EvaluationFault(kind: kind, definition: max(0, current))
  }

  /// The value of an expression: where a part is unknown, known all the same if every value that
  /// the part can still have gives it.
  package func evaluate(_ node: Node, _ frame: Frame) throws(EvaluationFault) -> Value {
    switch node {
    case .constant(let value): return value
    case .fact(let fact): return facts[fact]
    case .attribute(let attribute): return frame.record[attribute]
    case .parameter(let parameter): return frame.parameters[parameter]
    case .legalDate: return .date(legalDate)
    case .definition(let definition): return try value(of: definition)
    case .recordDefinition(let definition):
      return try value(of: definition, record: frame.record)
    case .not(let operand):
      let value = try evaluate(operand, frame)
      if case .truth(let truth) = value { return .truth(!truth) }
      return value
    case .all(let operands): return try junction(operands, frame, neutral: true)
    case .any(let operands): return try junction(operands, frame, neutral: false)
    default:
      let value = try computed(node, frame)
      return value.isKnown || !concludes ? value : settled(value, node, frame)
    }
  }

  /// The value of an expression as the values of its parts alone tell it.
  private func computed(_ node: Node, _ frame: Frame) throws(EvaluationFault) -> Value {
    switch node {
    case .call(let definition, let arguments): return try call(definition, arguments, frame)
    case .compare(let comparison, let lhs, let rhs):
      return Evaluator.compare(comparison, try evaluate(lhs, frame), try evaluate(rhs, frame))
    case .within(let subject, let tests): return try within(subject, tests, frame)
    case .member(let subject, let list): return try member(subject, list, frame)
    case .conditional(let condition, let then, let alternative):
      return try conditional(condition, then, alternative, frame)
    case .otherwise(let first, let second):
      let value = try evaluate(first, frame)
      return value == .absent ? try evaluate(second, frame) : value
    case .age, .addMonths, .addDays, .date, .year: return try calendar(node, frame)
    case .measure(let measure): return try self.measure(measure, frame)
    case .aggregate(let aggregate): return try self.aggregate(aggregate, frame)
    case .decision(let decision): return try self.decision(decision, frame)
    default: return try arithmetic(node, frame)
    }
  }

  private func call(
    _ definition: Int,
    _ arguments: [Node],
    _ frame: Frame
  ) throws(EvaluationFault) -> Value {
    var inner = Frame(record: frame.record)
    for argument in arguments { inner.parameters.append(try evaluate(argument, frame)) }
    return try value(of: definition, in: inner)
  }
}
