import ExpressionLanguage
import Policy

extension AssessmentJSON {
  static func changes(_ changes: Changes) -> JSONValue {
    .object([
      ("on", .text(changes.on.description)),
      ("through", .text(changes.through.description)),
      ("brokenFrom", JSONValue(changes.brokenFrom?.description)),
      ("goals", .list(changes.goals, goal)),
    ])
  }

  private static func goal(_ goal: GoalChanges) -> JSONValue {
    .object(
      [
        ("id", .text(goal.id)),
        ("name", both(goal.name)),
        ("policy", .text(goal.policy)),
      ] + place(goal.place) + [
        ("outcome", .text(goal.outcome.rawValue)),
        ("total", JSONValue(goal.total)),
        ("lineToReach", JSONValue(goal.line)),
        ("reached", .truth(goal.isReached)),
        ("single", .list(goal.single, suggestion)),
        ("combined", .list(goal.combined, suggestion)),
        ("moreCombined", .number(Int64(goal.more))),
        ("waiting", goal.waiting.map(waiting) ?? .null),
        ("sooner", .list(goal.sooner, suggestion)),
        ("firstToKnow", .list(goal.missing, missing)),
        ("nextOutcome", goal.nextOutcome.map(next) ?? .null),
      ]
    )
  }

  private static func suggestion(_ suggestion: Suggestion) -> JSONValue {
    .object([
      ("steps", .list(suggestion.steps, step)),
      ("cost", .number(Int64(suggestion.cost))),
      ("on", .text(suggestion.on.description)),
      ("outcome", .text(suggestion.outcome.rawValue)),
      ("total", JSONValue(suggestion.total)),
      ("met", .list(suggestion.met, condition)),
      ("changedLines", .list(suggestion.lines, changedLine)),
      ("closes", .list(suggestion.closes) { both($0) }),
    ])
  }

  private static func step(_ step: Suggestion.Step) -> JSONValue {
    .object([
      ("id", .text(step.id)),
      ("name", both(step.name)),
      ("kind", .text(step.kind.rawValue)),
      ("from", both(step.from)),
      (
        "to",
        .list(Array(zip(step.to, step.canonical))) { value, canonical in
          .object([("value", both(value)), ("canonical", .text(canonical))])
        }
      ),
      ("begins", JSONValue(step.begins?.description)),
      ("through", both(step.through)),
      ("possibleFrom", .text(step.possibleFrom.description)),
      ("verifiedBy", both(step.verifiedBy)),
    ])
  }

  static func changedLine(_ line: ChangedLine) -> JSONValue {
    .object(
      [("id", .text(line.id)), ("name", both(line.name))] + place(line.place) + [
        ("standing", .text(line.standing.word)),
        ("before", JSONValue(line.before)),
        ("after", JSONValue(line.after)),
        ("rowBefore", JSONValue(line.rowBefore)),
        ("counts", .truth(line.counts)),
      ]
    )
  }

  private static func waiting(_ waiting: Waiting) -> JSONValue {
    .object([
      ("on", .text(waiting.on.description)),
      ("outcome", .text(waiting.outcome.rawValue)),
      ("total", JSONValue(waiting.total)),
      ("met", .list(waiting.met, condition)),
    ])
  }

  private static func next(_ next: NextOutcome) -> JSONValue {
    .object([
      ("on", .text(next.on.description)),
      ("outcome", JSONValue(next.outcome?.rawValue)),
      ("turned", .list(next.turned, condition)),
    ])
  }
}
