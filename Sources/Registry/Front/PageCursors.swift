extension QueuePage.Cursor {
  /// The cursor as it stands in an address: it names a file and a day, and nobody.
  package var text: String { "\(due)~\(resident)~\(task)" }

  /// Reads one.
  package init?(_ text: String) {
    let parts = text.split(separator: "~", maxSplits: 2).map(String.init)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.count <= 100 }) else { return nil }
    self.init(due: parts[0], resident: parts[1], task: parts[2])
  }
}

extension SearchPage.Cursor {
  /// The cursor as a form carries it; it holds a part of a name, so that it belongs into no address.
  package var text: String { "\(resident)~\(term)" }

  /// Reads one.
  package init?(_ text: String) {
    let parts = text.split(separator: "~", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 200 }) else { return nil }
    self.init(term: parts[1], resident: parts[0])
  }
}
