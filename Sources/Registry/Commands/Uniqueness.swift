import Casework
import EventStore

/// What one file may not have if another has it: the person's number, the numbers of cards.
///
/// Bodies of commits run one after another, so nobody can come between the look and the write.
enum Uniqueness {
  /// - Throws: `Rejection` `already-registered`, `serial-in-use`.
  static func check(_ changes: [FileChange], _ transaction: any JournalTransaction) throws {
    for change in changes where !change.entries.isEmpty {
      let (before, after) = (change.before.file, change.after.file)
      if let number = after.person.identity?.number, after.person.mergedInto == nil,
        number != before.person.identity?.number,
        let holder = try IdentitiesModel.holder(of: number, transaction), holder != after.id
      {
        // Whoever only has a number must not learn the name of the file that has it.
        let isAlone = change.entries.contains { $0.by.role == .resident }
        throw isAlone ? Rejection.numberOnFile : Rejection.alreadyRegistered(holder)
      }
      let known = Set(before.permits.all.flatMap(\.cards).map(\.serial))
      for serial in after.permits.all.flatMap(\.cards).map(\.serial)
      where !known.contains(serial) {
        if try PermitsModel.isInUse(serial, transaction) { throw Rejection.serialInUse(serial) }
      }
    }
  }
}
