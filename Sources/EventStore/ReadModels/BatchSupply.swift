import Dispatch
import Foundation

/// Reads and prepares batches ahead of whoever needs them, and gives them in their order.
///
/// Both unchecked: what several threads touch is under the condition.
final class BatchSupply<Source: Sendable, Batch: Sendable>: @unchecked Sendable {
  /// A batch that is read, and then prepared.
  private final class Slot: @unchecked Sendable {
    var batch: Result<Batch?, any Error>?
  }

  /// The most batches that wait, read or prepared.
  private static var most: Int { 8 }

  private let read: @Sendable (Source?) throws -> Source?
  private let prepare: @Sendable (Source) throws -> Batch
  private let preparing = DispatchQueue(label: "anju.prepare", attributes: .concurrent)
  private let condition = NSCondition()
  private var slots: [Slot] = []
  private var isStopped = false

  init(
    read: @escaping @Sendable (Source?) throws -> Source?,
    prepare: @escaping @Sendable (Source) throws -> Batch
  ) {
    self.read = read
    self.prepare = prepare
  }

  func start() {
    DispatchQueue(label: "anju.supply").async { [self] in
      var last: Source?
      while let slot = newSlot() {
        do {
          guard let source = try read(last) else { return fill(slot, .success(nil)) }
          last = source
          preparing.async { [self] in fill(slot, Result { try prepare(source) }) }
        } catch {
          return fill(slot, .failure(error))
        }
      }
    }
  }

  /// The next batch; `nil` after the last.
  func next() throws -> Batch? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let batch = slots.first?.batch {
        slots.removeFirst()
        condition.broadcast()
        return try batch.get()
      }
      condition.wait()
    }
  }

  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  /// A place for one more, once there is room; `nil` where no more is wanted.
  private func newSlot() -> Slot? {
    condition.lock()
    defer { condition.unlock() }
    while slots.count >= Self.most, !isStopped { condition.wait() }
    if isStopped { return nil }
    let slot = Slot()
    slots.append(slot)
    return slot
  }

  private func fill(_ slot: Slot, _ batch: Result<Batch?, any Error>) {
    condition.lock()
    slot.batch = batch
    condition.broadcast()
    condition.unlock()
  }
}
