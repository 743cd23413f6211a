import ExpressionLanguage

extension FactStatement {
  /// Whether it is true on a day.
  func holds(on day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// Whether it takes the place of another word of its source about the same fact.
  func replaces(_ other: FactStatement) -> Bool { covers(other) && outranks(other) }

  /// Whether it counts before another: a total order that knows nothing of arrival.
  func outranks(_ other: FactStatement) -> Bool {
    if asOf != other.asOf { return asOf > other.asOf }
    if reference != other.reference { return other.reference.comesBefore(reference) }
    if source != other.source { return other.source.comesBefore(source) }
    return other.text.comesBefore(text)
  }

  /// Whether it says something of every day of which the other does.
  private func covers(_ other: FactStatement) -> Bool {
    let begins = from.map { from in other.from.map { from <= $0 } ?? false } ?? true
    let ends = until.map { until in other.until.map { $0 <= until } ?? false } ?? true
    return begins && ends
  }

  /// All that it says, as one text, the same for the same content.
  private var text: String {
    let span = "\(from?.description ?? "")/\(until?.description ?? "")"
    switch content {
    case .none: return span + " none"
    case .value(let text): return span + " value " + text
    case .records(let rows):
      let texts = rows.map { row in
        row.sorted { $0.key.comesBefore($1.key) }.map { "\($0.key)=\($0.value)" }
          .joined(separator: ";")
      }
      return span + " records " + texts.joined(separator: "|")
    }
  }
}

extension String {
  /// Shorter first, then by bytes, so that 9 comes before 10.
  fileprivate func comesBefore(_ other: String) -> Bool {
    if utf8.count != other.utf8.count { return utf8.count < other.utf8.count }
    return utf8.lexicographicallyPrecedes(other.utf8)
  }
}
