/// Evaluates the rules of a program for everybody whom what is known still allows, at once.
///
/// The same recursion as `Evaluator`, over sets of values: where each set holds one value it
/// gives the value that `Evaluator` gives, and else a set that holds what `Evaluator` would give
/// for each choice from the sets. It doesn't throw: who cannot be decided has no value, and where
/// nobody can be decided the set holds every value. The legal date may be a range of days.
///
/// Facts are taken to be independent of each other, so a result may be wider than needed where one
/// fact stands in two places; splitting the fact's set makes it narrow again. Not shared between
/// threads.
package final class PossibilityEvaluator {
  /// The rules.
  package let program: Program
  /// What each fact can be.
  package let facts: [ValueSet]
  /// What the records of each kind can be.
  package let records: [RecordsSet]
  /// The days on which the law may be applied.
  package let legalDate: ClosedRange<CivilDate>
  /// What tables gave to evaluators before this one.
  let tables: TableMemory?

  private var memory: [ValueSet?]
  private var callMemory: [CallKey: ValueSet] = [:]
  private var running: [Bool]

  /// A rule with what it was evaluated for.
  private struct CallKey: Hashable {
    var definition: Int
    var frame: Frame
  }

  /// What a rule is evaluated for: its arguments and the record in hand.
  package struct Frame: Hashable, Sendable {
    /// What the arguments of the rule in hand can be.
    package var parameters: [ValueSet]
    /// What the attributes of the record in hand can be.
    package var record: [ValueSet]

    /// Creates a frame.
    package init(parameters: [ValueSet] = [], record: [ValueSet] = []) {
      self.parameters = parameters
      self.record = record
    }
  }

  /// Creates an evaluator.
  ///
  /// Values in `given` stand in for rules, by definition; for an unknown one stands every value of
  /// the rule's type. What tables give is kept in `tables`, where there is one.
  package init(
    program: Program,
    facts: [ValueSet],
    records: [RecordsSet],
    legalDate: ClosedRange<CivilDate>,
    given: [Int: Value] = [:],
    tables: TableMemory? = nil
  ) {
    precondition(facts.count == program.facts.count, "one set for each fact")
    precondition(records.count == program.records.count, "one set for each kind of records")
    self.program = program
    self.facts = facts
    self.records = records
    self.legalDate = legalDate
    self.tables = tables
    memory = Array(repeating: nil, count: program.definitions.count)
    running = Array(repeating: false, count: program.definitions.count)
    for (definition, value) in given {
      memory[definition] =
        value.isKnown ? ValueSet(only: value) : program.definitions[definition].values
    }
  }

  /// The values that a rule without parameters can give.
  package func values(of definition: Int) -> ValueSet {
    if let values = memory[definition] { return values }
    if running[definition] { return program.definitions[definition].values }
    running[definition] = true
    defer { running[definition] = false }
    let values = narrowed(self.values(program.definitions[definition].node, Frame()), definition)
    memory[definition] = values
    return values
  }

  /// The values that a rule for each record, or with parameters, can give.
  package func values(of definition: Int, _ frame: Frame) -> ValueSet {
    let key = CallKey(definition: definition, frame: frame)
    if let values = callMemory[key] { return values }
    if running[definition] { return program.definitions[definition].values }
    running[definition] = true
    defer { running[definition] = false }
    let values = narrowed(self.values(program.definitions[definition].node, frame), definition)
    callMemory[key] = values
    return values
  }

  /// A set of anything, and that of a rule that decides nobody, is that of the rule's type.
  private func narrowed(_ values: ValueSet, _ definition: Int) -> ValueSet {
    values.present == .anything || values.isEmpty
      ? program.definitions[definition].values : values
  }

  /// The values that an expression can have.
  package func values(_ node: Node, _ frame: Frame = Frame()) -> ValueSet {
    switch node {
    case .constant(let value): return ValueSet(only: value)
    case .fact(let fact): return facts[fact]
    case .attribute(let attribute): return frame.record[attribute]
    case .parameter(let parameter): return frame.parameters[parameter]
    case .legalDate: return ValueSet(legalDate)
    case .definition(let definition): return values(of: definition)
    case .recordDefinition(let definition):
      return values(of: definition, Frame(record: frame.record))
    case .call(let definition, let arguments):
      let parameters = arguments.map { values($0, frame) }
      return values(of: definition, Frame(parameters: parameters, record: frame.record))
    case .not(let operand):
      let truth = values(operand, frame)
      return ValueSet(canBeFalse: truth.canBeTrue, canBeTrue: truth.canBeFalse)
    case .all(let operands): return junction(operands, frame, neutral: true)
    case .any(let operands): return junction(operands, frame, neutral: false)
    case .compare(let comparison, let lhs, let rhs):
      return ValueSet.compare(comparison, values(lhs, frame), values(rhs, frame))
    case .within(let subject, let tests): return within(values(subject, frame), tests, frame)
    case .member(let subject, let list):
      return ValueSet.member(values(subject, frame), of: values(list, frame))
    case .conditional(let condition, let then, let alternative):
      return conditional(condition, then, alternative, frame)
    case .otherwise(let first, let second):
      let values = self.values(first, frame)
      return values.mayBeAbsent
        ? values.withoutAbsent.union(self.values(second, frame)) : values
    case .sum, .product, .negate, .scaled, .recoded, .quotient, .least, .greatest, .absolute:
      return arithmetic(node, frame)
    case .age, .addMonths, .addDays, .date, .year: return calendar(node, frame)
    case .measure(let measure): return self.measure(measure, frame)
    case .aggregate(let aggregate): return self.aggregate(aggregate, frame)
    case .decision(let table): return decision(table, frame)
    }
  }
}
