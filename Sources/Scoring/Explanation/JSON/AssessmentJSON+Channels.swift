import ExpressionLanguage
import Policy

extension AssessmentJSON {
  static func channel(_ channel: ChannelResult) -> JSONValue {
    .object(
      [
        ("id", .text(channel.id)),
        ("name", both(channel.name)),
        ("policy", .text(channel.policy)),
      ] + place(channel.place) + [
        ("outcome", .text(channel.outcome.rawValue)),
        ("ranked", .truth(channel.total != nil)),
        ("total", JSONValue(channel.total?.text)),
        ("standing", .text(channel.standing.word)),
        ("line", line(channel.scoreLine)),
        ("ties", both(channel.ties)),
        ("plan", both(channel.plan)),
        ("confirmedBy", both(channel.confirmedBy)),
        ("leadsTo", both(channel.leadsTo)),
        ("order", channel.order.map(JSONValue.number) ?? .null),
        ("missing", .list(channel.missing, missing)),
        ("conditions", .list(channel.conditions, condition)),
        ("lines", .list(channel.total.map { [$0] } ?? [], pointsLine)),
        ("family", .list(channel.family, member)),
        ("familyMissing", .list(channel.familyMissing, missing)),
        ("nextStep", nextStep(channel.nextStep)),
      ]
    )
  }

  private static func line(_ line: PublishedLine?) -> JSONValue {
    guard let line else { return .null }
    return .object([
      ("round", .number(Int64(line.round))),
      ("value", both(line.text)),
      ("standing", .text(line.standing.word)),
    ])
  }

  private static func condition(_ condition: ConditionResult) -> JSONValue {
    .object(
      [("words", both(condition.words))] + place(condition.place) + [
        ("status", .text(condition.status.rawValue)),
        ("joining", JSONValue(condition.joining?.words.english)),
        ("standing", .text(condition.standing.word)),
        ("discretion", .truth(condition.isDiscretion)),
        ("exception", exception(condition.exception)),
        ("uses", .list(condition.uses, use)),
        ("missing", .list(condition.missing, missing)),
        ("conditions", .list(condition.children, self.condition)),
      ]
    )
  }

  private static func exception(_ exception: ExceptionResult?) -> JSONValue {
    guard let exception else { return .null }
    return .object(
      [("name", both(exception.name))] + place(exception.place) + [
        ("uses", .list(exception.uses, use)),
        ("holds", .truth(exception.holds)),
        ("waives", .truth(exception.waives)),
        ("missing", .list(exception.missing, missing)),
      ]
    )
  }

  private static func pointsLine(_ line: PointsLine) -> JSONValue {
    .object(
      [
        ("id", .text(line.id)),
        ("name", both(line.name)),
        ("kind", .text(line.kind.rawValue)),
        ("points", JSONValue(line.text)),
        ("counts", .truth(line.counts)),
      ] + place(line.place) + [
        ("joining", JSONValue(line.joining?.words.english)),
        ("standing", .text(line.standing.word)),
        ("sources", .list(line.sources, source)),
        ("uses", .list(line.uses, use)),
        ("missing", .list(line.missing, missing)),
        ("lines", .list(line.lines, pointsLine)),
      ]
    )
  }

  static func source(_ source: SourceReference) -> JSONValue {
    .object([
      ("key", .text(source.key)),
      ("title", .text(source.title)),
      ("place", .text(source.place)),
    ])
  }

  private static func member(_ member: FamilyResult) -> JSONValue {
    .object([
      ("position", .number(Int64(member.position))),
      ("name", both(member.name)),
      ("outcome", .text(member.outcome.rawValue)),
      ("joining", .text(member.joining.words.english)),
      ("conditions", .list(member.conditions, condition)),
      ("missing", .list(member.missing, missing)),
    ])
  }
}
