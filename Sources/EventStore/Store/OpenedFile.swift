import Crypto
import GRDB

/// The file, opened and checked, before it is a store.
struct OpenedFile {
  let pool: DatabasePool
  let connections: Connections
  let ring: KeyRing
  /// The writer's state; `nil` for a reader.
  let session: WriteSession?
  let needsRebuild: Bool

  init(
    path: String,
    keys: MasterKeys,
    schema: [ReadModelMigration]?,
    options: StoreOptions
  ) throws {
    let isReader = options.access == .reading
    if !isReader { try FileFault.createPrivately(path) }
    let connections = Connections(path: path)
    let pool = try StoreError.translating(path) {
      try DatabasePool(
        path: isReader ? ReadLocation.of(path) : path,
        configuration: Self.configuration(options)
      )
    }
    do {
      let opened = try StoreError.translating(path) {
        if isReader {
          return try pool.read { database in
            let connection = try connections.connection(database)
            let notes = try JournalNotes(connection)
            let needsRebuild = try Self.needsRebuild(schema, connection)
            return (KeyRing(try notes.vault(keys)), nil as WriteSession?, needsRebuild)
          }
        }
        return try pool.writeWithoutTransaction { database in
          let connection = try connections.connection(database)
          return try Self.prepare(connection, keys, schema, options)
        }
      }
      (ring, session, needsRebuild) = opened
      self.pool = pool
      self.connections = connections
    } catch {
      connections.finish()
      try? pool.close()
      throw error
    }
  }

  private static func configuration(_ options: StoreOptions) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = options.access == .reading
    configuration.maximumReaderCount = options.readers
    configuration.busyMode = .timeout(5)
    configuration.label = "anju.store"
    let pages = options.maximumPages
    configuration.prepareDatabase { database in
      // What is deleted is overwritten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      if let pages { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
    return configuration
  }

  private static func prepare(
    _ connection: Connection,
    _ keys: MasterKeys,
    _ schema: [ReadModelMigration]?,
    _ options: StoreOptions
  ) throws -> (KeyRing, WriteSession?, Bool) {
    connection.leaveQueue()
    // GRDB has just set it to NORMAL, under which the last commits may be lost with the power.
    try connection.run("PRAGMA synchronous = FULL")
    // Names of files are drawn at random, so a transaction touches pages everywhere: with SQLite's
    // two megabytes it would write and read the same pages again and again.
    try connection.run("PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000")
    let isNew = try connection.value("SELECT count(*) FROM sqlite_schema")?.integer == 0
    try connection.run("BEGIN IMMEDIATE")
    do {
      if isNew { try create(connection, keys, options.keySource) }
      let ring = KeyRing(try JournalNotes(connection).vault(keys))
      let needsRebuild = try needsRebuild(schema, connection)
      if let schema, !needsRebuild { try ReadModelSchema(steps: schema).migrate(connection) }
      try connection.run("COMMIT")
      let session = try WriteSession(connection, ring, options.keySource)
      return (ring, session, needsRebuild)
    } catch {
      try? connection.run("ROLLBACK")
      throw error
    }
  }

  private static func needsRebuild(
    _ schema: [ReadModelMigration]?,
    _ connection: Connection
  ) throws -> Bool {
    let isBroken =
      try connection.value(
        "SELECT 1 FROM journal_notes WHERE name = 'rebuilding'"
      ) != nil
    guard let schema, !isBroken else { return isBroken }
    return try !ReadModelSchema(steps: schema).fits(connection)
  }

  private static func create(
    _ connection: Connection,
    _ keys: MasterKeys,
    _ keySource: KeySource
  ) throws {
    try connection.run(JournalSchema.tables)
    let root = keySource.makeKey(JournalNotes.rootName)
    let wrapped = try Vault.wrap(root, named: JournalNotes.rootName, keys.key, version: 1)
    let notes = JournalNotes(
      isDemo: keys.isDemo,
      keyVersion: 1,
      fingerprint: keys.fingerprint,
      root: wrapped
    )
    try notes.write(connection)
    let start = EventChain.start
    let head = try connection.statement("INSERT INTO journal_head VALUES (1, ?, ?, ?)")
    try head.bind([
      .integer(start.position), .bytes(start.hash),
      .bytes(Vault(keys, version: 1, root: root).seal(start)),
    ])
    try head.run()
  }
}
