import Casework
import ExpressionLanguage
import Foundation
import Policy
import Scoring
import Synchronization
import TestSupport
import Testing

/// An office to test with: its law, its people, and residents that nobody is.
enum Office {
  /// The measures of this package.
  static let library: PolicyLibrary = {
    let root = PackageRoot.file("Policies")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Data(contentsOf: root.appending(path: name))) ?? Data()
      return PolicyFile(path: name, bytes: Array(bytes), hash: "hash of \(name)")
    }
    return PolicyLibrary(files: files)
  }()

  private static let days = library.changes(of: "xiongan")
  private static let laws = Mutex<[CivilDate: OfficeLaw]>([:])

  /// The law of xiongan on a day; compiled once for all days on which the same versions are in
  /// force.
  static func law(
    on day: CivilDate,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> OfficeLaw {
    let epoch = days.last { $0 <= day } ?? day
    if let law = laws.withLock({ $0[epoch] }) { return law }
    let (set, report) = PolicyCompiler.compile(library, jurisdiction: "xiongan", on: epoch)
    let text = report.text(DiagnosticFormatter(language: .english), from: .error)
    let law = OfficeLaw(Assessor(try #require(set, "\(text)", sourceLocation: sourceLocation)))
    laws.withLock { $0[epoch] = law }
    return law
  }

  /// A day, written as `2024-03-01`.
  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  // The people.

  /// At the window.
  static let clerk = Actor(account: "clerk-1", role: .clerk, office: "window 1")
  /// Another clerk.
  static let secondClerk = Actor(account: "clerk-2", role: .clerk, office: "window 2")
  /// Approves and refuses.
  static let reviewer = Actor(account: "reviewer-1", role: .reviewer, office: "permits")
  /// The second of two officers.
  static let secondReviewer = Actor(account: "reviewer-2", role: .reviewer, office: "permits")
  /// Mends errors.
  static let supervisor = Actor(account: "supervisor-1", role: .supervisor, office: "permits")
  /// Scrutiny.
  static let auditor = Actor(account: "auditor-1", role: .auditor, office: "audit")
  /// Keeps the measures.
  static let policyOfficer = Actor(account: "policy-1", role: .policyOfficer, office: "policy")
  /// Publishes lists.
  static let publisher = Actor(account: "publisher-1", role: .publisher, office: "publishing")
  /// A school that asks.
  static let agency = Actor(account: "agency-1", role: .agency, office: "a school")

  /// A department by the dictionary's `verified by`.
  static func department(_ name: String) -> Actor {
    Actor(account: "\(name) 1", role: .department, office: name)
  }

  /// An employer by its code.
  static func employer(_ code: String) -> Actor {
    Actor(account: "employer \(code)", role: .employer, office: code)
  }

  /// The resident of a file.
  static func resident(_ id: ResidentID) -> Actor {
    Actor(account: "resident \(id.text)", role: .resident, resident: id)
  }

  // Residents that nobody is.

  /// An opaque name of a file.
  static func id(_ seed: UInt64) -> ResidentID {
    var generator = SplitMix64(seed: seed)
    let letters = Array(ResidentID.alphabet)
    let text = (0..<ResidentID.length).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &generator)]
    }
    guard let id = ResidentID(String(text)) else { preconditionFailure("no name of a file") }
    return id
  }

  /// A sound number that can be nobody's: no district has the code 139999.
  static func number(_ seed: UInt64, born: CivilDate? = nil, isMale: Bool? = nil) -> String {
    var generator = SplitMix64(seed: seed &+ 1_000)
    let range = Int(day("1960-01-01").day)...Int(day("2000-12-31").day)
    let random = CivilDate(day: Int.random(in: range, using: &generator)) ?? .earliest
    let birth = (born ?? random).description.filter { $0 != "-" }
    let isMan = isMale ?? Bool.random(using: &generator)
    let order = Int.random(in: 50...498, using: &generator) * 2 + (isMan ? 1 : 0)
    let digits = "139999" + birth + String(order)
    var sum = 0
    for digit in digits { sum = (sum * 2 + (digit.wholeNumberValue ?? 0)) % 11 }
    // ISO 7064, MOD 11-2: the check digit brings the whole to 1.
    let check = (12 - sum * 2 % 11) % 11
    return digits + (check == 10 ? "X" : String(check))
  }

  /// An identity of such a number.
  static func identity(
    _ seed: UInt64,
    born: CivilDate? = nil,
    isMale: Bool? = nil,
    household: String = "beijing"
  ) -> Identity {
    guard let number = IdentityNumber(number(seed, born: born, isMale: isMale)) else {
      preconditionFailure("the made-up number is not sound")
    }
    return Identity(
      name: "某人\(seed)",
      number: number,
      registeredAddress: "某市某路\(seed)号",
      householdPlace: household
    )
  }

  /// An address in the area.
  static func residence(_ address: String = "容城县某路1号", from day: CivilDate) -> Residence {
    Residence(address: address, district: "rongcheng", place: "xiongan", from: day, proof: "lease")
  }
}
