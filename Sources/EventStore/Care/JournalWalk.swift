import Crypto
import ExpressionLanguage
import Glibc

/// One pass over everything that a journal holds.
struct JournalWalk {
  private(set) var report = JournalReport()
  private let connection: Connection
  private let vault: Vault?
  private let tell: (Int64) -> Void
  private var versions: [String: Int64] = [:]
  private var lastTime = Int64.min
  private var destroyed: Set<String> = []
  private var keys: [String: SubjectKey] = [:]
  private var subjects: Set<String> = []
  private var told: Set<String> = []
  /// How many events could not be read.
  private var broken = 0
  /// Whether the event before could not be read, so that nothing is known of its hash or stream.
  private var isAfterBroken = false
  /// The hash that was found at the last event, where it differs from the one that follows.
  private var foundHash: [UInt8]?

  init(
    _ connection: Connection,
    _ vault: Vault?,
    _ tell: @escaping (Int64) -> Void = { _ in }
  ) {
    self.connection = connection
    self.vault = vault
    self.tell = tell
  }

  mutating func run() {
    checkStructure()
    checkSubjects()
    checkEvents()
    checkHead()
  }

  private mutating func checkStructure() {
    if let why = cutAt() { report.add(.structure, .file, why) }
    do {
      let statement = try connection.statement("PRAGMA integrity_check(20)")
      defer { statement.reset() }
      while try statement.step() {
        let text = statement.text(0)
        if text != "ok" { report.add(.structure, .file, text) }
      }
    } catch { reportBroken(error) }
  }

  /// Whether the file ends in the middle of a page: SQLite takes what is missing for zeros.
  private func cutAt() -> String? {
    var status = stat()
    guard stat(connection.path, &status) == 0,
      let size = try? connection.value("PRAGMA page_size")?.integer, size > 0
    else { return nil }
    let isWhole = Int64(status.st_size) % size == 0
    return isWhole ? nil : "its last page is torn, at byte \(status.st_size)"
  }

  private mutating func checkSubjects() {
    do {
      let statement = try connection.statement(
        "SELECT number, subject, key FROM journal_subjects ORDER BY number"
      )
      defer { statement.reset() }
      while try statement.step() {
        let (subject, wrapped) = (statement.text(1), statement.bytes(2))
        subjects.insert(subject)
        if wrapped == KeyRing.destroyedKey {
          report.destroyed += 1
          destroyed.insert(subject)
          continue
        }
        report.subjects += 1
        guard let vault else { continue }
        if let key = vault.unwrap(wrapped, named: subject) {
          keys[subject] = SubjectKey(key)
        } else {
          report.add(.subjectKey, .subject(number: statement.integer(0)))
        }
      }
    } catch { reportBroken(error) }
  }

  private mutating func checkEvents() {
    var isDone = false
    while !isDone, broken < JournalReport.mostFaults {
      do {
        try checkEvents(after: report.head.position)
        isDone = true
      } catch {
        // The row after the last that could be read; the walk goes on behind it.
        broken += 1
        let position = report.head.position + 1
        report.add(.malformed, .event(position: position, stream: "?", version: 0))
        report.head = JournalHead(position: position, hash: [])
        isAfterBroken = true
      }
    }
    for _ in told.symmetricDifference(destroyed) { report.add(.destruction, .file) }
  }

  private mutating func checkEvents(after position: Int64) throws {
    let statement = try connection.statement(
      """
      SELECT position, stream, version, type, recorded_at, subject, payload, commitment, hash
      FROM journal_events WHERE position > ? ORDER BY position
      """
    )
    defer { statement.reset() }
    try statement.bind(position, at: 1)
    while try statement.step() {
      report.events += 1
      if report.events % 10_000 == 0 { tell(report.events) }
      let place = JournalFault.Place.event(
        position: statement.integer(0),
        stream: statement.text(1),
        version: statement.integer(2)
      )
      guard let event = try? RawEvent(statement, path: connection.path) else {
        report.add(.malformed, place)
        report.head = JournalHead(position: statement.integer(0), hash: statement.bytes(8))
        continue
      }
      check(event, commitment: statement.bytes(7), hash: statement.bytes(8), place)
      if event.stream == .destructions, let payload = event.payload,
        let order = Destruction(payload: payload)
      {
        told.insert(order.subject)
      }
    }
  }

  private mutating func check(
    _ event: RawEvent,
    commitment: [UInt8],
    hash: [UInt8],
    _ place: JournalFault.Place
  ) {
    if event.position != report.head.position + 1 { report.add(.positionGap, place) }
    let version = versions[event.stream.text, default: 0]
    // One that could not be read may be missing in any stream.
    if event.version != version + 1, broken == 0 { report.add(.versionGap, place) }
    versions[event.stream.text] = event.version
    if event.recordedAt < lastTime { report.add(.timeGoesBack, place) }
    lastTime = event.recordedAt
    checkHash(event, commitment, hash, place)
    checkPayload(event, commitment, place)
  }

  private mutating func checkHash(
    _ event: RawEvent,
    _ commitment: [UInt8],
    _ hash: [UInt8],
    _ place: JournalFault.Place
  ) {
    let bare = event.event(.destroyed)
    let expected = EventChain.hash(after: report.head.hash, bare, commitment: commitment)
    // After an altered event the chain goes on from what was found, or from what should have been:
    // the fault is at one place, not at all that follow.
    let other = foundHash.map { EventChain.hash(after: $0, bare, commitment: commitment) }
    foundHash = nil
    if hash != expected, hash != other, !isAfterBroken {
      report.add(.hash, place)
      foundHash = expected
    }
    isAfterBroken = false
    report.head = JournalHead(position: event.position, hash: hash)
  }

  private mutating func checkPayload(
    _ event: RawEvent,
    _ commitment: [UInt8],
    _ place: JournalFault.Place
  ) {
    guard let subject = event.subject else {
      let isKept = event.payload.map { EventChain.commitment(salt: [], payload: $0) } == commitment
      if !isKept { report.add(.payload, place) }
      return
    }
    guard subjects.contains(subject) else { return report.add(.missingSubject, place) }
    let isDestroyed = destroyed.contains(subject)
    guard let payload = event.payload, !isDestroyed else {
      report.unreadable += 1
      if (event.payload == nil) != isDestroyed { report.add(.destruction, place) }
      return
    }
    guard let key = keys[subject] else {
      report.unreadable += 1
      return
    }
    let salt = key.salt(event.stream, event.version)
    let opened = key.open(payload: payload, event.stream, event.version)
    let isKept = opened.map { EventChain.commitment(salt: salt, payload: $0) } == commitment
    if !isKept { report.add(.payload, place) }
  }

  private mutating func checkHead() {
    do {
      let statement = try connection.statement("SELECT position, hash, seal FROM journal_head")
      defer { statement.reset() }
      guard try statement.step() else { return report.add(.headMoved, .head) }
      let head = JournalHead(position: statement.integer(0), hash: statement.bytes(1))
      if head != report.head { report.add(.headMoved, .head) }
      if let vault, vault.seal(head) != statement.bytes(2) { report.add(.headSeal, .head) }
    } catch { reportBroken(error) }
  }

  private mutating func reportBroken(_ error: any Error) {
    let why =
      switch error as? StoreError {
      case .unreadable(_, .damaged(let words)): words
      case let fault?: fault.text.english
      case nil: String(describing: type(of: error))
      }
    report.add(.structure, .file, why)
  }
}
