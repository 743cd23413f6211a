/// What a file says about itself: whether it is a demonstration, and under which key it stands.
struct JournalNotes {
  var isDemo: Bool
  var keyVersion: Int64
  var fingerprint: [UInt8]
  /// The key of the blind index and of the seal on the head, wrapped by the master key.
  var root: [UInt8]

  /// The name under which `root` is wrapped; no subject can have it.
  static let rootName = "\u{0}root"

  init(isDemo: Bool, keyVersion: Int64, fingerprint: [UInt8], root: [UInt8]) {
    self.isDemo = isDemo
    self.keyVersion = keyVersion
    self.fingerprint = fingerprint
    self.root = root
  }

  /// Reads them.
  ///
  /// - Throws: `StoreError.unreadable` for a file that is no journal, or a later version's.
  init(_ connection: Connection) throws {
    func value(_ name: String) throws -> SQLValue? {
      try connection.value("SELECT value FROM journal_notes WHERE name = ?", [.text(name)])
    }
    let application = try connection.value("PRAGMA application_id")?.integer
    let version = try connection.value("PRAGMA user_version")?.integer ?? 0
    guard application == JournalSchema.application else {
      throw StoreError.unreadable(path: connection.path, why: .foreign)
    }
    guard version == JournalSchema.version else {
      throw StoreError.unreadable(
        path: connection.path,
        why: .format(found: version, known: JournalSchema.version)
      )
    }
    guard let isDemo = try value("demo")?.integer, let keys = try value("key-version")?.integer,
      let fingerprint = try value("key-fingerprint")?.bytes, let root = try value("root")?.bytes
    else {
      throw StoreError.unreadable(path: connection.path, why: .notes)
    }
    self.init(isDemo: isDemo == 1, keyVersion: keys, fingerprint: fingerprint, root: root)
  }

  func write(_ connection: Connection) throws {
    let rows: [(String, SQLValue)] = [
      ("demo", .integer(isDemo ? 1 : 0)), ("key-version", .integer(keyVersion)),
      ("key-fingerprint", .bytes(fingerprint)), ("root", .bytes(root)),
    ]
    for (name, value) in rows { try Self.write(name, value, connection) }
  }

  static func write(_ name: String, _ value: SQLValue, _ connection: Connection) throws {
    let statement = try connection.statement("INSERT OR REPLACE INTO journal_notes VALUES (?, ?)")
    try statement.bind([.text(name), value])
    try statement.run()
  }

  /// Opens the vault.
  ///
  /// - Throws: `StoreError.masterKey` for a key that did not make it, or a demonstration's.
  func vault(_ keys: MasterKeys) throws -> Vault {
    guard keys.isDemo == isDemo else {
      throw StoreError.masterKey(isDemo ? .demoAsReal : .realAsDemo)
    }
    guard keys.fingerprint == fingerprint,
      let root = Vault.unwrap(root, named: Self.rootName, keys.key, version: keyVersion)
    else { throw StoreError.masterKey(.other) }
    return Vault(keys, version: keyVersion, root: root)
  }
}
