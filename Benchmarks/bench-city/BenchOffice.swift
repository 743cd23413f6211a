package import Casework
import Crypto
package import EventStore
package import ExpressionLanguage
package import Foundation
import Policy
package import Registry

/// An office in a folder of its own, by the measures of this package.
package struct BenchOffice {
  /// The day of the city.
  package static let day = CivilDate(year: 2026, month: 11, day: 23) ?? .latest
  /// Nine o'clock of the day: the journal's time is the same wherever this runs.
  private static let morning = OfficeClock.Moment(
    milliseconds: Int64(day.day) * 86_400_000 + 3_600_000
  )
  /// Who counts.
  package static let officer = Actor(account: "bench", role: .policyOfficer, office: "statistics")
  /// Who looks things up.
  package static let clerk = Actor(account: "bench", role: .clerk, office: "window 1")

  /// The journal.
  package let store: SQLiteStore
  /// The office on it.
  package let office: Office

  /// Opens the office of a folder, or makes one.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - access: What may be done with it.
  /// - Throws: What opening the journal or reading the measures throws.
  package init(in folder: URL, access: StoreOptions.Access = .writing) throws {
    store = try SQLiteStore.open(
      path: folder.appending(path: "office.anju").path,
      keys: .demo,
      schema: access == .reading ? nil : Office.schema,
      options: StoreOptions(access: access)
    )
    let library = PolicyLibrary(files: try BenchOffice.measures())
    office = Office.open(
      store: store,
      laws: LawCabinet(library, jurisdiction: "xiongan"),
      clock: OfficeClock { BenchOffice.morning }
    )
  }

  /// The measures in `Policies`.
  private static func measures() throws -> [PolicyFile] {
    try FileManager.default.subpathsOfDirectory(atPath: "Policies")
      .filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }
      .sorted()
      .map { path in
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "Policies").appending(path: path)))
        let hash = SHA256.hash(data: bytes).map { String($0, radix: 16) }.joined()
        return PolicyFile(path: path, bytes: bytes, hash: hash)
      }
  }

  /// A folder that nobody else uses.
  package static func temporaryFolder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// A sound number that nobody has: no district has this code.
  package static func number(_ index: Int) -> IdentityNumber {
    let birth = CivilDate(day: index % 12_000) ?? .earliest
    let order = String(100 + index / 12_000 % 900)
    let district = ["139999", "149999", "219999", "229999"][index / 10_800_000 % 4]
    let digits = district + birth.description.filter { $0 != "-" } + order
    let sum = digits.reduce(0) { ($0 * 2 + ($1.wholeNumberValue ?? 0)) % 11 }
    let check = (12 - sum * 2 % 11) % 11
    guard let number = IdentityNumber(digits + (check == 10 ? "X" : String(check))) else {
      preconditionFailure("a made-up number is not sound")
    }
    return number
  }

  /// A name that many share.
  package static func name(_ index: Int) -> String {
    let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
    let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文斌雪志远晓")
    return String([
      surnames[index % surnames.count], given[index / 20 % given.count],
      given[index / 700 % given.count],
    ])
  }
}
