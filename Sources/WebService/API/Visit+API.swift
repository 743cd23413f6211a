import Accounts
import Casework
import ExpressionLanguage
import HTTPTypes

extension Visit {
  /// The name that the sender gave the request, under the account so that nobody meets another's.
  ///
  /// - Throws: `Fault.malformed` for one of another form.
  var idempotencyKey: String? {
    get throws {
      guard let key = headers[.known("Idempotency-Key")] else { return nil }
      let isSound = key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"):
          true
        default: false
        }
      }
      guard isSound, (8...80).contains(key.utf8.count) else {
        throw Fault.malformed(
          Bilingual(
            "`Idempotency-Key` wants 8 to 80 letters, digits, hyphens, dots, underscores",
            "“Idempotency-Key”应为8至80个字母、数字、连字符、点或下划线"
          )
        )
      }
      return "api/\(try actor.account)/\(key)"
    }
  }

  /// The purpose that the query names, or the usual one of the role for an action.
  ///
  /// - Throws: `Fault.malformed` for a word that names none.
  func purposeAsked(_ action: Action) throws -> Purpose {
    let actor = try actor
    let usual = Purpose.usual(of: actor.role, for: action)
    return try APIBody.choice("purpose", Purpose.self, otherwise: usual, self)
  }

  /// The purpose of a reading of somebody's file: own affairs, or what the query names.
  ///
  /// Nobody who acts for an office reads a file without saying what for, since the person sees it.
  ///
  /// - Throws: `Fault.malformed` where it is missing, with those that the role may name.
  func purposeNamed(_ action: Action) throws -> Purpose {
    let allowed = try purposes(for: action).map(\.rawValue)
    guard !allowed.isEmpty, query.raw("purpose") == nil else {
      return try purposeAsked(action)
    }
    throw Fault.malformed(
      Bilingual(
        "`purpose` is missing: say what the file is read for, one of \(allowed.joined(separator: ", "))",
        "缺少“purpose”：须写明查阅目的，可选 \(allowed.joined(separator: "、"))"
      )
    )
  }
}
