import GRDB

/// The tables, step by step.
///
/// `_index` columns are keyed hashes, `sealed` in a comment means encrypted; the rest says nothing
/// of a person.
enum AccountSchema {
  /// Tells a file of accounts from others of SQLite: "AnjA".
  static let applicationID = 0x416e_6a41

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: accounts + sessions + kept + clients + log)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2") { db in try db.execute(sql: devices) }
    return migrator
  }

  private static let accounts = """
    CREATE TABLE notes (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE accounts (
      id TEXT PRIMARY KEY,
      name_index BLOB UNIQUE,
      name BLOB, -- sealed
      role TEXT NOT NULL,
      office TEXT NOT NULL,
      resident_index BLOB,
      resident BLOB, -- sealed
      state TEXT NOT NULL,
      language TEXT NOT NULL,
      created INTEGER NOT NULL,
      seen INTEGER,
      password BLOB, -- sealed
      totp BLOB, -- sealed
      totp_step INTEGER NOT NULL DEFAULT -1,
      offered BLOB, -- sealed
      offered_until INTEGER
    ) STRICT, WITHOUT ROWID;
    -- A person's staff account may know the file as well: nobody decides on their own.
    CREATE UNIQUE INDEX accounts_resident ON accounts (resident_index) WHERE role = 'resident';
    CREATE INDEX accounts_file ON accounts (resident_index);
    CREATE TABLE identities (
      identity_index BLOB PRIMARY KEY,
      account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
      identity BLOB NOT NULL -- sealed
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identities_account ON identities (account);
    CREATE TABLE recovery_codes (
      account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
      code_index BLOB NOT NULL,
      PRIMARY KEY (account, code_index)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE lockouts (
      name_index BLOB PRIMARY KEY,
      failures TEXT NOT NULL,
      total INTEGER NOT NULL,
      level INTEGER NOT NULL,
      until INTEGER NOT NULL,
      number INTEGER NOT NULL,
      raised_by INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE address_tries (
      address_index BLOB NOT NULL,
      minute INTEGER NOT NULL,
      tries INTEGER NOT NULL,
      PRIMARY KEY (address_index, minute)
    ) STRICT, WITHOUT ROWID;

    """

  private static let sessions = """
    CREATE TABLE sessions (
      hash BLOB PRIMARY KEY,
      id TEXT NOT NULL,
      account TEXT REFERENCES accounts ON DELETE CASCADE,
      created INTEGER NOT NULL,
      seen INTEGER NOT NULL,
      idle INTEGER NOT NULL,
      ends INTEGER NOT NULL,
      authenticated INTEGER,
      second_factor INTEGER,
      acting_for BLOB, -- sealed
      flash BLOB -- sealed
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_account ON sessions (account);
    CREATE INDEX sessions_ends ON sessions (ends);

    """

  private static let devices = """
    CREATE TABLE known_devices (
      hash BLOB PRIMARY KEY,
      account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
      created INTEGER NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX known_devices_account ON known_devices (account);

    """

  private static let kept = """
    CREATE TABLE drafts (
      account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
      draft_index BLOB NOT NULL,
      kind TEXT NOT NULL,
      content BLOB NOT NULL, -- sealed
      version INTEGER NOT NULL,
      saved INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      PRIMARY KEY (account, draft_index)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reset_tokens (
      hash BLOB PRIMARY KEY,
      account TEXT NOT NULL UNIQUE REFERENCES accounts ON DELETE CASCADE,
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE activation_codes (
      code_index BLOB PRIMARY KEY,
      resident_index BLOB NOT NULL UNIQUE,
      resident BLOB NOT NULL, -- sealed
      proof_index BLOB NOT NULL,
      expires INTEGER NOT NULL,
      attempts INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  private static let clients = """
    CREATE TABLE clients (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      office TEXT NOT NULL,
      services TEXT NOT NULL,
      state TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE client_keys (
      client TEXT NOT NULL REFERENCES clients ON DELETE CASCADE,
      kid TEXT NOT NULL,
      public_key BLOB NOT NULL,
      valid_from INTEGER NOT NULL,
      valid_until INTEGER NOT NULL,
      PRIMARY KEY (client, kid)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE spent_assertions (
      client TEXT NOT NULL REFERENCES clients ON DELETE CASCADE,
      jti_index BLOB NOT NULL,
      expires INTEGER NOT NULL,
      PRIMARY KEY (client, jti_index)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE access_tokens (
      hash BLOB PRIMARY KEY,
      client TEXT NOT NULL REFERENCES clients ON DELETE CASCADE,
      scopes TEXT NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX access_tokens_client ON access_tokens (client);

    """

  private static let log = """
    CREATE TABLE security_log (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      moment INTEGER NOT NULL,
      kind TEXT NOT NULL,
      account TEXT,
      author TEXT,
      address_index BLOB
    ) STRICT;
    CREATE INDEX security_log_account ON security_log (account, number);
    CREATE INDEX security_log_moment ON security_log (moment);

    """
}
