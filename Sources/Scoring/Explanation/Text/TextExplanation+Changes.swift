extension TextExplanation {
  /// The text of an assessment and of what was asked for beyond it.
  ///
  /// `plain` draws charts without the signs that a simple terminal may not have.
  package func text(_ assessment: Assessment, _ outlook: Outlook, plain: Bool) -> String {
    var text = text(assessment)
    if let changes = outlook.changes { text += self.text(changes, of: assessment) }
    if let forecast = outlook.forecast {
      text += self.text(forecast, of: assessment, plain: plain)
    }
    return text
  }

  private func text(_ changes: Changes, of assessment: Assessment) -> String {
    var report = TextReport(assessment, language, TextPage(width: width, colour: colour))
    report.changes(changes)
    return "\n" + report.page.text
  }

  private func text(_ forecast: Forecast, of assessment: Assessment, plain: Bool) -> String {
    var report = TextReport(assessment, language, TextPage(width: width, colour: colour))
    report.forecast(forecast, plain: plain)
    return "\n" + report.page.text
  }
}
