import Casework
import ExpressionLanguage
import Foundation
import Registry
import Synchronization
import Testing

struct DeliveryTests {
  @Test func `each notice goes out, and once it is recorded never again`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.issue("XA-1", to: id)
    let folder = try Folder()
    let port = FolderNotices(folder: folder.path)
    let all = try await city.office.file(id, by: .reviewer, for: .casework).file.notices.all
    #expect(!all.isEmpty)
    let report = try await city.office.deliver(to: port)
    #expect(report == DeliveryReport(delivered: all.count, failed: 0, waiting: 0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == all.count)
    #expect(try await city.office.deliver(to: port) == DeliveryReport())
    let view = try await city.office.file(id, by: .reviewer, for: .casework)
    #expect(view.delivered == Set(1...all.count))
    // What comes after is queued, and what went out stays gone out.
    try await city.run(.permit(.cancel(ground: .givenUp, from: city.today)), on: id)
    let later = try await city.office.deliver(to: port)
    #expect(later.delivered > 0 && later.waiting == 0)
  }

  @Test func `what fails is kept, waits longer each time, and goes out in the end`() async throws {
    let city = try City()
    let id = try await city.settle(1)
    try await city.apply(for: id)
    let port = FlakyNotices(failures: 2)
    let first = try await city.office.deliver(to: port, limit: 1)
    #expect(first.failed == 1 && first.delivered == 0 && first.waiting > 0)
    // Not due again at once.
    #expect(try await city.office.deliver(to: port, limit: 10).failed < 2)
    for _ in 0..<3 {
      city.pass(days: 1)
      _ = try await city.office.deliver(to: port)
    }
    #expect(try await city.office.deliver(to: port) == DeliveryReport())
    let sent = port.sent
    let view = try await city.office.file(id, by: .reviewer, for: .casework)
    #expect(Set(sent) == Set(view.file.notices.all.map(\.key)))
  }
}

/// A way out that fails so often before it works.
final class FlakyNotices: NoticePort {
  let name = "flaky"
  private let state: Mutex<(failures: Int, sent: [String])>

  init(failures: Int) { state = Mutex((failures, [])) }

  var sent: [String] { state.withLock { $0.sent } }

  func send(_ notice: OutgoingNotice) async throws(NoticeFailure) {
    let fails = state.withLock { state in
      if state.failures > 0 {
        state.failures -= 1
        return true
      }
      state.sent.append(notice.notice.key)
      return false
    }
    if fails { throw NoticeFailure("the line is down") }
  }
}
