import Casework
import ExpressionLanguage
import FoundationEssentials
import GRDB

extension AccountTransaction {
  /// The columns that make an `Account`.
  static let accountColumns = """
    a.id AS a_id, a.name AS a_name, a.role AS a_role, a.office AS a_office, \
    a.resident AS a_resident, a.state AS a_state, a.language AS a_language, \
    a.created AS a_created, a.seen AS a_seen, a.password IS NOT NULL AS a_has_password, \
    a.totp IS NOT NULL AS a_has_totp
    """

  func account(_ id: AccountID) throws -> Account? {
    try row("SELECT \(Self.accountColumns) FROM accounts a WHERE id = ?", [id.text]).map(account)
  }

  /// The account, which must be there.
  func known(_ id: AccountID) throws -> Account {
    guard let account = try account(id) else { throw AccountFault.unknownAccount }
    return account
  }

  func account(nameIndex: Data) throws -> Account? {
    try row("SELECT \(Self.accountColumns) FROM accounts a WHERE name_index = ?", [nameIndex])
      .map(account)
  }

  func account(of resident: ResidentID) throws -> Account? {
    let sql = """
      SELECT \(Self.accountColumns) FROM accounts a WHERE resident_index = ? AND role = 'resident'
      """
    return try row(sql, [index(resident)]).map(account)
  }

  func index(_ resident: ResidentID) -> Data { vault.index("resident", resident.text) }
  func index(_ name: SignInName) -> Data { vault.index("name", name.key) }

  func account(_ row: Row) throws -> Account {
    let id = AccountID(known: row["a_id"])
    let resident = try vault.openText(row["a_resident"], "accounts.resident/\(id.text)")
    guard let role = Role(rawValue: row["a_role"]),
      let state = AccountState(rawValue: row["a_state"])
    else { throw Unopened() }
    return Account(
      id: id,
      name: try vault.openText(row["a_name"], "accounts.name/\(id.text)"),
      role: role,
      office: row["a_office"],
      resident: resident.flatMap(ResidentID.init),
      state: state,
      language: Language(rawValue: row["a_language"]) ?? .chinese,
      createdAt: row["a_created"],
      seenAt: row["a_seen"],
      hasPassword: row["a_has_password"],
      hasSecondFactor: row["a_has_totp"]
    )
  }

  /// Writes a new account.
  func makeAccount(
    name: SignInName?,
    role: Role,
    office: String,
    language: Language,
    password: PasswordHash? = nil,
    by author: AccountID? = nil,
    from address: NetworkAddress? = nil
  ) throws -> Account {
    if let name, try account(nameIndex: index(name)) != nil { throw AccountFault.nameTaken }
    let id = AccountID.random()
    try run(
      """
      INSERT INTO accounts (id, name_index, name, role, office, state, language, created)
      VALUES (?, ?, ?, ?, ?, 'active', ?, ?)
      """,
      [
        id.text, name.map(index),
        try name.map { try vault.seal($0.text, "accounts.name/\(id.text)") },
        role.rawValue, office, language.rawValue, now,
      ]
    )
    if let password { try setPassword(password, of: id) }
    try note(.created, id, by: author, from: address)
    return try known(id)
  }

  func bind(_ account: Account, to resident: ResidentID) throws {
    if account.resident == resident { return }
    guard account.resident == nil else { throw AccountFault.residentBound }
    if account.role == .resident, try self.account(of: resident) != nil {
      throw AccountFault.residentBound
    }
    try run(
      "UPDATE accounts SET resident_index = ?, resident = ? WHERE id = ?",
      [
        index(resident), try vault.seal(resident.text, "accounts.resident/\(account.id.text)"),
        account.id.text,
      ]
    )
    try note(.residentBound, account.id)
  }

  func check(_ role: Role, office: String) throws {
    guard role.hasAccounts, (role == .resident) == office.isEmpty else { throw AccountFault.role }
  }
}
