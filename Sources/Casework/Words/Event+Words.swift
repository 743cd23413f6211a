package import ExpressionLanguage

extension Event {
  /// What happened, in a line for a file's history; no name, number or address of a person.
  ///
  /// - Parameter labels: What the dictionaries call facts and sources.
  /// - Returns: The line.
  package func words(_ labels: FactLabels) -> Bilingual {
    switch self {
    case .person(let event): event.words
    case .fact(let event): event.words(labels)
    case .application(let event): event.words(labels)
    case .permit(let event): event.words
    case .notice(.queued(let notice)):
      Bilingual("notice: \(notice.subject.english)", "通知：\(notice.subject.chinese)")
    }
  }
}

extension DueDate {
  /// The day, and whether the working days until then are still unpublished.
  package var words: Bilingual {
    guard isProvisional else { return day.words }
    return Bilingual("\(day.words.english) (provisional)", "\(day.words.chinese)（暂定）")
  }
}
