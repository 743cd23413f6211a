package import ExpressionLanguage

/// What one pass over a watched folder found and did.
package struct PollReport: Hashable, Sendable {
  /// What became of one name in `incoming`.
  package enum News: Hashable, Sendable {
    /// Taken.
    case taken(DeliveryReceipt)
    /// The same file came under the same number before; nothing changed.
    case repeated(DeliveryReceipt)
    /// Refused as a whole.
    case refused(DeliveryRefusal)
    /// Not all there yet; `isOverdue` after so long that somebody must be told.
    case waiting(Bilingual, isOverdue: Bool)
    /// Something on our side failed; it stays for the next pass. The name is of the error's type.
    case postponed(String)
    /// Neither a table nor a manifest.
    case stray
  }

  /// One name and its news.
  package struct Item: Hashable, Sendable {
    /// The file's name without its ending; for a stray file all of it.
    package var name: String
    /// What became of it.
    package var news: News
  }

  /// Whether another program works on the folder; then nothing was done.
  package var isBusy = false
  /// The news, in the order of work.
  package var items: [Item] = []
  /// How many names are not UTF-8, so that nothing can be done with the files.
  package var unreadableNames = 0

  mutating func add(_ name: String, _ news: News) {
    items.append(Item(name: name, news: news))
  }
}
