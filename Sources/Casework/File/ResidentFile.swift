/// Everything that the office keeps on one resident: the fold of the entries of one stream.
///
/// Folding the entries from empty gives the same file, always.
package struct ResidentFile: Hashable, Sendable {
  /// Its opaque name.
  package let id: ResidentID
  /// How many entries were folded.
  package private(set) var version = 0
  /// Who it is, where they live, whom they belong to.
  package private(set) var person = PersonState()
  /// What departments say of them.
  package private(set) var facts = FactLedger()
  /// Their applications for the permit, in order; the number of one is its place from 1.
  package private(set) var applications = ApplicationBook()
  /// Their permits, at most one of them live.
  package private(set) var permits = PermitBook()
  /// The notices that went out to them.
  package private(set) var notices = NoticeLedger()

  /// An empty file.
  package init(id: ResidentID) { self.id = id }

  /// The file that entries make.
  ///
  /// - Complexity: O(*n*) in the entries.
  package init(id: ResidentID, folding entries: some Sequence<FileEntry>) {
    self.init(id: id)
    for entry in entries { apply(entry) }
  }

  /// Whether nothing was ever recorded.
  package var isEmpty: Bool { version == 0 }

  /// Folds one more entry.
  package mutating func apply(_ entry: FileEntry) {
    version += 1
    switch entry.event {
    case .person(let event): person.apply(event, entry)
    case .fact(let event): facts.apply(event, entry)
    case .application(let event): applications.apply(event, entry)
    case .permit(let event):
      if case .issued(let application, _, _) = event {
        applications.close(application, issuedIn: entry)
      }
      permits.apply(event, entry)
    case .notice(let event): notices.apply(event, entry)
    }
  }
}
