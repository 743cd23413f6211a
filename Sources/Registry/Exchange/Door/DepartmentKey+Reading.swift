package import Crypto
package import ExpressionLanguage
import FoundationEssentials

extension DepartmentKey {
  /// Reads a key file.
  ///
  /// It has lines of `department:`, `key:` (Ed25519, Base 64), `from:` and `until:`. Lines that begin with `#` are remarks.
  ///
  /// - Throws: `DeliveryRefusal` with what is wrong.
  package init(id: String, reading text: String) throws(DeliveryRefusal) {
    var found: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let line = CellText.trimmed(String(line))
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":") else { throw .keyFile }
      let name = NameKey.of(String(line[..<colon]))
      guard ["department", "key", "from", "until"].contains(name), found[name] == nil else {
        throw .keyFile
      }
      found[name] = CellText.trimmed(String(line[line.index(after: colon)...]))
    }
    guard let department = found["department"], !department.isEmpty,
      let bytes = Data(base64Encoded: found["key"] ?? ""),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes),
      let from = CivilDate(found["from"] ?? ""), let until = CivilDate(found["until"] ?? ""),
      from <= until
    else { throw .keyFile }
    self.init(id: id, department: department, key: key, days: from...until)
  }

  /// The text of a key file.
  package static func text(
    department: String,
    key: Curve25519.Signing.PublicKey,
    days: ClosedRange<CivilDate>
  ) -> String {
    """
    department: \(department)
    key: \(key.rawRepresentation.base64EncodedString())
    from: \(days.lowerBound)
    until: \(days.upperBound)

    """
  }
}

extension DeliveryRefusal {
  static let keyFile = DeliveryRefusal(
    "key-file",
    "a key file has one line each of department, key (Ed25519 in Base 64), from and until",
    "密钥文件须各有一行：department、key（Base 64 的 Ed25519 公钥）、from、until"
  )

  static let keyFileOpen = DeliveryRefusal(
    "key-file-open",
    "others than its owner may write the key file; take that away (chmod go-w)",
    "密钥文件可由他人改写；请取消该权限（chmod go-w）"
  )
}
