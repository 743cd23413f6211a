/// A person's applications for the permit; at most one of them is open.
package struct ApplicationBook: Hashable, Sendable {
  /// All of them, in order.
  package private(set) var all: [Application] = []

  /// None yet.
  package init() {}

  /// The one that is not final.
  package var open: Application? { all.last.flatMap { $0.state.isFinal ? nil : $0 } }

  /// One by its number.
  package func application(_ number: Int) -> Application? {
    number > 0 && number <= all.count ? all[number - 1] : nil
  }

  mutating func apply(_ event: ApplicationEvent, _ entry: FileEntry) {
    if let number = event.number {
      update(number) { $0.apply(event, on: entry.on) }
    } else if let application = Application(event, number: all.count + 1, on: entry.on) {
      all.append(application)
    }
  }

  /// An approved one whose card was issued.
  mutating func close(_ number: Int, issuedIn entry: FileEntry) {
    update(number) { $0.end(.issued, on: entry.on) }
  }

  private mutating func update(_ number: Int, _ change: (inout Application) -> Void) {
    guard number > 0, number <= all.count else { return }
    change(&all[number - 1])
  }
}
