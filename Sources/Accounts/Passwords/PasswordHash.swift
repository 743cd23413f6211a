import Crypto
import CryptoExtras
import FoundationEssentials

/// A password's scrypt hash with its salt and what it cost.
struct PasswordHash: Hashable, Sendable {
  static let saltLength = 16
  static let length = 32

  let cost: ScryptCost
  private let salt: [UInt8]
  private let hash: [UInt8]

  /// Computes the hash of a password; takes long, so only `PasswordHasher` calls it.
  init(of password: String, cost: ScryptCost) throws {
    self.cost = cost
    salt = Array(SymmetricKey(size: .bits256).bytes.prefix(Self.saltLength))
    hash = try Self.derive(Self.bytes(password), salt, cost)
  }

  private init(cost: ScryptCost, salt: [UInt8], hash: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.hash = hash
  }

  /// What no password has.
  static func dummy(_ cost: ScryptCost) -> PasswordHash {
    let random = SymmetricKey(size: .bits256).bytes
    return PasswordHash(cost: cost, salt: Array(random.prefix(saltLength)), hash: random)
  }

  /// Reads what `stored` wrote.
  init?(stored bytes: [UInt8]) {
    guard bytes.count == 4 + Self.saltLength + Self.length, bytes[0] == 1 else { return nil }
    cost = ScryptCost(
      logarithm: Int(bytes[1]),
      blockSize: Int(bytes[2]),
      parallelism: Int(bytes[3])
    )
    salt = Array(bytes[4..<(4 + Self.saltLength)])
    hash = Array(bytes[(4 + Self.saltLength)...])
  }

  /// The hash with its cost and salt.
  var stored: [UInt8] {
    [1, UInt8(cost.logarithm), UInt8(cost.blockSize), UInt8(cost.parallelism)] + salt + hash
  }

  /// Whether it is a password's; computes as long for every one.
  func matches(_ password: String) throws -> Bool {
    let bytes = Self.bytes(password)
    // Nobody has it, but it must take its time, and scrypt is not to be given nothing.
    let isPossible = !bytes.isEmpty && bytes.count <= 4_096
    let found = try Self.derive(isPossible ? bytes : [0], salt, cost)
    return areSame(found, hash) && isPossible
  }

  private static func bytes(_ password: String) -> [UInt8] {
    password.utf8.count > 4_096 ? [] : Array(password.compatibilityComposed.utf8)
  }

  static func derive(
    _ password: [UInt8],
    _ salt: [UInt8],
    _ cost: ScryptCost,
    length: Int = length
  ) throws -> [UInt8] {
    try KDF.Scrypt.deriveKey(
      from: password,
      salt: salt,
      outputByteCount: length,
      rounds: 1 << cost.logarithm,
      blockSize: cost.blockSize,
      parallelism: cost.parallelism
    ).bytes
  }
}

extension ScryptCost {
  /// Whether it takes less memory, or as much and less time, than another.
  func isLess(than other: ScryptCost) -> Bool {
    let (own, theirs) = (blockSize << logarithm, other.blockSize << other.logarithm)
    return own == theirs ? parallelism < other.parallelism : own < theirs
  }
}
