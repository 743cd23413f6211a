import ExpressionLanguage
import Policy

extension AssessmentJSON {
  static func nextStep(_ step: NextStep) -> JSONValue {
    .object([
      ("window", step.window.map(window) ?? .null),
      ("first", .list(step.first, missing)),
      ("applyAt", .list(step.applyAt, text)),
      ("papers", .list(step.papers, text)),
      ("papersMissing", .list(step.papersMissing, missing)),
      ("decidedWithin", step.decidedWithin.map(amount) ?? .null),
      ("fee", step.fee.map(amount) ?? .null),
      ("remedy", .list(step.remedy, text)),
    ])
  }

  private static func window(_ window: DeclarationWindow) -> JSONValue {
    .object([
      ("state", .text(window.state.rawValue)),
      ("round", window.round.map { JSONValue.number(Int64($0)) } ?? .null),
      ("opens", end(window.opens)),
      ("closes", end(window.closes)),
    ])
  }

  private static func end(_ end: DeclarationWindow.End?) -> JSONValue {
    guard let end else { return .null }
    return .object([
      ("day", .text(end.day.description)),
      ("time", end.time.isEmpty ? .null : .text(end.time)),
      ("standing", .text(end.standing.word)),
    ])
  }

  private static func text(_ text: StepText) -> JSONValue {
    .object(
      [
        ("text", both(text.text)),
        ("certain", .truth(text.isCertain)),
        ("if", both(text.condition)),
        ("missing", .list(text.missing, missing)),
      ] + place(text.place) + [
        ("standing", .text(text.standing.word)),
        ("sources", .list(text.sources, source)),
      ]
    )
  }

  private static func amount(_ amount: StepValue) -> JSONValue {
    .object(
      [
        ("value", both(amount.text)),
        ("canonical", .text(amount.canonical)),
        ("unit", .text(amount.unit)),
      ] + place(amount.place) + [
        ("standing", .text(amount.standing.word)),
        ("sources", .list(amount.sources, source)),
      ]
    )
  }
}
