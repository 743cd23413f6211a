/// The fields of a form or of a query, in the order in which they were sent.
package struct Form: Hashable, Sendable {
  /// The fields.
  package let fields: [(name: String, value: String)]

  /// A form of fields.
  package init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

  /// The first value of a field with space at its ends taken off; `nil` where it is empty or was
  /// not sent.
  package subscript(_ name: String) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    let text = Self.trimmed(field.value)
    return text.isEmpty ? nil : text
  }

  /// All values of a field that are not empty, such as those of checkboxes.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map { Self.trimmed($0.value) }.filter { !$0.isEmpty }
  }

  /// A field's value as it was sent, for a password.
  package func raw(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Reads `application/x-www-form-urlencoded`.
  ///
  /// - Returns: `nil` where an escape is broken, the text is not UTF-8, holds a NUL, or has more
  ///   than 1,000 fields.
  /// - Complexity: O(*n*) in the bytes.
  package init?(urlEncoded bytes: some Sequence<UInt8>) {
    var fields: [(name: String, value: String)] = []
    var parts: [[UInt8]] = [[]]
    var isName = true
    var escape: [UInt8]?
    func text(_ bytes: [UInt8]) -> String? {
      guard !bytes.contains(0) else { return nil }
      return String(validating: bytes, as: UTF8.self)
    }
    func take() -> Bool {
      if parts.count == 1, parts[0].isEmpty { return true }
      guard let name = text(parts[0]), let value = text(parts.count > 1 ? parts[1] : []) else {
        return false
      }
      fields.append((name, value))
      return fields.count <= 1_000
    }
    for byte in bytes {
      if var digits = escape {
        guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
        digits.append(UInt8(digit))
        if digits.count == 2 {
          parts[parts.count - 1].append(digits[0] << 4 | digits[1])
          escape = nil
        } else {
          escape = digits
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "&"):
        guard take() else { return nil }
        parts = [[]]
        isName = true
      case UInt8(ascii: "=") where isName:
        parts.append([])
        isName = false
      case UInt8(ascii: "+"): parts[parts.count - 1].append(UInt8(ascii: " "))
      case UInt8(ascii: "%"): escape = []
      default: parts[parts.count - 1].append(byte)
      }
    }
    guard escape == nil, take() else { return nil }
    self.fields = fields
  }

  /// The form as `application/x-www-form-urlencoded`, for the query of a link.
  package var urlEncoded: String {
    fields.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }.joined(separator: "&")
  }

  /// A text as it stands in a path or query.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Whether two forms have the same fields in the same order.
  package static func == (one: Form, other: Form) -> Bool {
    one.fields.elementsEqual(other.fields, by: ==)
  }

  /// Feeds every field.
  package func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}
