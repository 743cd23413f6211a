import Casework
import Crypto
import ExpressionLanguage
import Foundation
import Testing

@testable import Accounts

@Suite struct BreachedPasswordTests {
  private func line(_ password: String, _ count: Int) -> String {
    let hash = Insecure.SHA1.hash(data: Data(password.utf8))
    return hash.map { String(format: "%02X", $0) }.joined() + ":\(count)"
  }

  private func write(_ lines: [String], ending: String) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("leaked-\(UUID().uuidString).txt").path
    try lines.map { $0 + ending }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test(arguments: ["\n", "\r\n"], [1, 2, 3, 1_000])
  func `every password of the file is found, and no other`(ending: String, count: Int) throws {
    let known = (0..<count).map { "leaked number \($0)" }
    let lines = known.enumerated().map { line($1, $0 * 7_919 + 1) }.sorted()
    let path = try write(lines, ending: ending)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let breached = try BreachedPasswords(path: path)
    #expect(try known.allSatisfy { try breached.contains(Array($0.utf8)) })
    #expect(try !(0..<300).contains { try breached.contains(Array("other \($0)".utf8)) })
  }

  @Test func `a file that is missing or in another format is told when the store opens`()
    async throws
  {
    let path = try write(["hello", "world"], ending: "\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    for path in [path, "/nowhere/leaked.txt"] {
      await #expect(throws: AccountStoreFault.self) {
        _ = try await Rig { $0.breachedPasswords = path }
      }
    }
  }

  @Test func `a leaked password is refused at sign-up`() async throws {
    let path = try write([line("teal gondola wharf", 3)], ending: "\r\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rig = try await Rig { $0.breachedPasswords = path }
    await #expect(throws: AccountFault.password(.breached)) {
      _ = try await rig.store.signUp(
        name: "lin-qiu",
        password: "teal gondola wharf",
        language: .english,
        from: Rig.home,
        replacing: nil
      )
    }
    let other = try await rig.store.passwordFault("teal gondola pier", name: "a-b", role: .resident)
    #expect(other == nil)
  }
}
