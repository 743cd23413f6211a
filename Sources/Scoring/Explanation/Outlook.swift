/// What was asked for beyond the assessment itself.
package struct Outlook: Sendable {
  /// What would change the answers; `nil` where it was not asked for.
  package var changes: Changes?
  /// What time brings; `nil` where it was not asked for.
  package var forecast: Forecast?

  /// Creates an outlook.
  package init(changes: Changes? = nil, forecast: Forecast? = nil) {
    self.changes = changes
    self.forecast = forecast
  }
}
