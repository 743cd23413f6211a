import ExpressionLanguage
import Policy

extension Explainer {
  /// Each limit that changes the value is a line of its own.
  ///
  /// Where a limit makes a value known whose parts are not, what the limit changes is unknown too.
  func applyLimits(
    _ line: inout PointsLine,
    _ rule: Rule,
    _ scale: Int
  ) throws(EvaluationFault) {
    guard !rule.limits.isEmpty, let type = rule.type.number else { return }
    let body = try value(rule.bodyNode)
    guard body.isKnown || line.points != nil,
      var current = Limited(body, bounds(rule.bodyNode, body, rule.type, to: type.scale))
    else { return }
    for limit in rule.limits {
      guard case .number(let end) = try value(limit.node) else { return }
      let change = current.change(by: limit.kind, end)
      defer { current = current.changed(by: limit.kind, end) }
      if change == Limited(least: 0, greatest: 0) { continue }
      if line.lines.isEmpty { standBefore(&line, current, type, body, scale) }
      let isLimit = limit.kind == .atMost
      var changing = line
      changing.id += isLimit ? "-limit" : "-floor"
      changing.name = Explainer.words(limit.kind, end, ValueType(.number(type)))
      changing.kind = isLimit ? .limit : .floor
      changing.place = rule.place
      changing.standing = rule.standing.standing
      changing.sources = []
      changing.joining = nil
      changing.lines = []
      changing.uses = []
      fill(&changing, change, type, body, scale)
      line.lines.append(changing)
    }
  }

  /// The value before the limit stands as a line, so that lines still add up.
  private func standBefore(
    _ line: inout PointsLine,
    _ current: Limited,
    _ type: NumberType,
    _ body: Value,
    _ scale: Int
  ) {
    var before = line
    before.kind = .item
    before.lines = []
    before.id = line.id + "-before-limit"
    fill(&before, current, type, body, scale)
    line.lines = [before]
    line.uses = []
  }

  /// Gives a line its points, or between which numbers they lie.
  private func fill(
    _ line: inout PointsLine,
    _ amount: Limited,
    _ type: NumberType,
    _ body: Value,
    _ scale: Int
  ) {
    let wide = Bounds(least: amount.least, greatest: amount.greatest, isAttained: false)
    let bounds = wide.rescaled(from: type.scale, to: scale)
    line.points = amount.least == amount.greatest ? bounds?.least : nil
    line.bounds = line.points == nil ? bounds : nil
    line.missing = line.points == nil ? names(body.missing) : []
  }

  private static func words(_ kind: Limit.Kind, _ end: Int64, _ type: ValueType) -> Bilingual {
    let (english, chinese) = (
      type.text(.number(end), .english), type.text(.number(end), .chinese)
    )
    return kind == .atMost
      ? Bilingual("at most \(english)", "最高\(chinese)")
      : Bilingual("at least \(english)", "最低\(chinese)")
  }
}

/// A number that limits act on: known where both ends are one.
private struct Limited: Equatable {
  var least: Int64
  var greatest: Int64

  init(least: Int64, greatest: Int64) { (self.least, self.greatest) = (least, greatest) }

  init?(_ value: Value, _ bounds: Bounds?) {
    if case .number(let number) = value {
      self.init(least: number, greatest: number)
    } else if let bounds {
      self.init(least: bounds.least, greatest: bounds.greatest)
    } else {
      return nil
    }
  }

  func changed(by kind: Limit.Kind, _ end: Int64) -> Limited {
    kind == .atMost
      ? Limited(least: min(least, end), greatest: min(greatest, end))
      : Limited(least: max(least, end), greatest: max(greatest, end))
  }

  /// What the limit takes away or adds; either is less the nearer the number is to the limit.
  func change(by kind: Limit.Kind, _ end: Int64) -> Limited {
    kind == .atMost
      ? Limited(least: min(0, end.less(greatest)), greatest: min(0, end.less(least)))
      : Limited(least: max(0, end.less(greatest)), greatest: max(0, end.less(least)))
  }
}

extension Int64 {
  /// The difference, no further than 64 bits reach.
  fileprivate func less(_ other: Int64) -> Int64 { Int64(clamping: Int128(self) - Int128(other)) }
}
