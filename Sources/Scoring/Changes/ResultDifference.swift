import ExpressionLanguage
import Policy

/// What is otherwise in two results of one channel, in the words of the measure.
enum ResultDifference {
  /// The conditions that were in the way before and are met or waived after: the innermost ones.
  static func met(
    _ before: [ConditionResult],
    _ after: [ConditionResult]
  ) -> [ConditionResult] {
    turned(before, after) { !$0.isMet && $1.isMet }
  }

  /// The conditions that were met before and are not after.
  static func lost(
    _ before: [ConditionResult],
    _ after: [ConditionResult]
  ) -> [ConditionResult] {
    turned(before, after) { $0.isMet && !$1.isMet }
  }

  private static func turned(
    _ before: [ConditionResult],
    _ after: [ConditionResult],
    _ isTurned: (ConditionResult, ConditionResult) -> Bool
  ) -> [ConditionResult] {
    guard before.count == after.count else { return after.filter { isTurned($0, $0) } }
    var found: [ConditionResult] = []
    for (old, new) in zip(before, after) where isTurned(old, new) {
      // Below none of, what is met speaks against the person: the whole says it better.
      let canDescend =
        new.joining != .noneOf && old.joining == new.joining && new.exception == nil
        && old.exception == nil && old.children.count == new.children.count
      let inner = canDescend ? turned(old.children, new.children, isTurned) : []
      found += inner.isEmpty ? [new] : inner
    }
    return found
  }

  /// The innermost lines of a score sheet that give other points, or come from another row.
  static func lines(_ before: PointsLine?, _ after: PointsLine?) -> [ChangedLine] {
    guard let after else { return [] }
    var old: [String: PointsLine] = [:]
    collect(before, into: &old)
    var found: [ChangedLine] = []
    walk(after, old, &found)
    return found
  }

  private static func collect(_ line: PointsLine?, into lines: inout [String: PointsLine]) {
    guard let line else { return }
    if lines[line.id] == nil { lines[line.id] = line }
    for inner in line.lines { collect(inner, into: &lines) }
  }

  private static func walk(
    _ line: PointsLine,
    _ old: [String: PointsLine],
    _ found: inout [ChangedLine]
  ) {
    let before = old[line.id]
    if line.lines.isEmpty || before?.lines.isEmpty == true {
      let isOther = before?.points != line.points || before?.counts != line.counts
      let row = before.flatMap { $0.place.clause == line.place.clause ? nil : $0.place.clause }
      if isOther || row != nil, line.counts || before?.counts == true {
        found.append(ChangedLine(line, before: before, row: row))
      }
      return
    }
    for inner in line.lines { walk(inner, old, &found) }
  }
}

extension ChangedLine {
  init(_ line: PointsLine, before: PointsLine?, row: String?) {
    self.init(
      id: line.id,
      name: line.name,
      place: line.place,
      standing: line.standing,
      before: before?.text,
      after: line.text,
      rowBefore: row,
      counts: line.counts,
      difference: line.points.flatMap { new in before?.points.map { new - $0 } }
    )
  }
}

extension ConditionResult {
  /// Whether it does not stand in the way.
  var isMet: Bool { status == .met || status == .waived }
}
