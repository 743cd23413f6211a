import Casework
import ExpressionLanguage
import Foundation
import Registry
import Testing

struct FolderNoticesTests {
  @Test func `a notice is one private file, however often it is sent`() async throws {
    let folder = try Folder()
    let port = FolderNotices(folder: folder.path)
    try await port.send(.sample)
    try await port.send(.sample)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names == ["0123456789-1.txt"])
    let path = "\(folder.path)/0123456789-1.txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Endorse your permit") && text.contains("请签注居住证"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a folder that is not there is a failure, not a loss`() async throws {
    let port = FolderNotices(folder: "/nowhere/at-all")
    await #expect(throws: NoticeFailure.self) { try await port.send(.sample) }
  }
}

/// A folder of its own that goes with the test.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "anju-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension OutgoingNotice {
  static var sample: OutgoingNotice {
    let notice = Notice(
      key: "endorsement/2025-03-01/7",
      subject: Bilingual("Endorse your permit", "请签注居住证"),
      text: Bilingual("The last day is 1 March.", "最后一日为三月一日。")
    )
    guard let id = ResidentID("0123456789"), let day = CivilDate("2025-02-22") else {
      preconditionFailure("a file's name and a day")
    }
    return OutgoingNotice(
      id: "0123456789-1",
      resident: id,
      phone: "+86 139 0000 0000",
      on: day,
      notice: notice
    )
  }
}
