import Crypto
import ExpressionLanguage
import Foundation
import Testing

@testable import PermitCredential

/// What the tests of this room share.
enum Sample {
  static let issued = day(2026, 3, 2)
  static let due = day(2027, 3, 2)
  static let noon = CivilInstant.start(of: day(2026, 11, 23)) + 12 * 3_600

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? .earliest
  }

  static func claims(
    issuer: String = "xa",
    serial: String = "DEMO-100001-1",
    issued: CivilDate = issued,
    due: CivilDate = due,
    list: Int = 0,
    index: Int = 123_456
  ) throws -> PermitClaims {
    try PermitClaims(
      issuer: issuer,
      serial: serial,
      issued: issued,
      due: due,
      place: #require(StatusPlace(list: list, index: index))
    )
  }

  static func signed(
    _ list: StatusList,
    by keys: SigningKeys,
    issuer: String = "xa",
    at instant: Int64 = noon,
    lifetime: Int64 = 86_400
  ) throws -> SignedStatusList {
    try SignedStatusList(
      list,
      issuer: issuer,
      address: "https://permit.example/status",
      issued: instant,
      lifetime: lifetime,
      timeToLive: 3_600,
      by: keys
    )
  }

  /// A token made of any header and payload, signed as one likes.
  static func forged(
    _ header: String,
    _ payload: String,
    _ sign: (Data) throws -> [UInt8]
  ) rethrows -> String {
    let signed = Base64URL.text(header.utf8) + "." + Base64URL.text(payload.utf8)
    return signed + "." + Base64URL.text(try sign(Data(signed.utf8)))
  }

  /// Refuses to go on where something is not thrown; the fault where it is.
  static func fault(_ verifier: PermitVerifier, _ text: String) -> PermitFault? {
    do throws(PermitFault) {
      _ = try verifier.claims(text)
      return nil
    } catch { return error }
  }
}

/// A folder that is there while a test runs.
struct Scratch: ~Copyable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "anju-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String, mode: Int = 0o600) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    try FileManager.default.setAttributes(
      [.posixPermissions: mode],
      ofItemAtPath: path + "/" + name
    )
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
