/// The tables of the journal itself.
///
/// All names begin with `journal_`, which no statement of a read model may contain. Rows of
/// `journal_events` and `journal_subjects` are only ever added at the end, so SQLite never moves
/// them: a key that is overwritten leaves no copy behind.
enum JournalSchema {
  /// Begins the name of everything that is the journal's.
  static let prefix = "journal_"
  /// The version of the format, kept in the file.
  static let version: Int64 = 1
  /// Tells `file(1)` and us that this is a journal: "anju".
  static let application: Int64 = 0x616E_6A75

  static let tables = """
    CREATE TABLE journal_events (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      subject TEXT,
      payload BLOB,
      commitment BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX journal_streams ON journal_events (stream, version);
    CREATE TABLE journal_subjects (
      number INTEGER PRIMARY KEY,
      subject TEXT NOT NULL UNIQUE,
      key BLOB NOT NULL
    ) STRICT;
    CREATE TABLE journal_requests (
      key TEXT PRIMARY KEY,
      digest BLOB NOT NULL,
      response BLOB NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE journal_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      position INTEGER NOT NULL,
      hash BLOB NOT NULL,
      seal BLOB NOT NULL
    ) STRICT;
    CREATE TABLE journal_notes (
      name TEXT PRIMARY KEY,
      value ANY NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE journal_migrations (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      digest BLOB NOT NULL
    ) STRICT;
    PRAGMA application_id = \(application);
    PRAGMA user_version = \(version);
    """
}
