import Accounts
import Casework
import ExpressionLanguage
import Registry

extension Visit {
  /// The purposes for which whoever asks may do something to the file of somebody else.
  func purposes(for action: Action) throws(Fault) -> [Purpose] {
    let role = try actor.role
    return Purpose.allCases.filter { AccessTable.allows(action, role, .other, $0) }
  }

  /// The purpose that the query or the form names, if it is one of those; the only one where there
  /// is just one.
  func purpose(for action: Action) throws(Fault) -> Purpose? {
    let purposes = try purposes(for: action)
    let named = (query["purpose"] ?? form["purpose"]).flatMap { Purpose(rawValue: $0) }
    if let named, purposes.contains(named) { return named }
    return purposes.count == 1 ? purposes[0] : nil
  }

  /// A random name for one sending of a form.
  var newKey: String { GuestCookie.random() }

  /// A day as people write it.
  func day(_ day: CivilDate) -> String { words(day) }
}

extension Purpose {
  /// The purpose as it stands in an address.
  var query: String { "purpose=" + Form.escaped(rawValue) }
}

extension DeskLabels {
  /// For what a file can be read, in words that help to choose.
  static func hint(_ purpose: Purpose) -> Bilingual? {
    switch purpose {
    case .casework: Bilingual("to work on a case in hand", "办理手头的案件")
    case .correction: Bilingual("to mend an error of the office", "更正本机关的差错")
    case .dataProtection: Bilingual("to protect or destroy data", "保护或者销毁个人信息")
    default: nil
    }
  }
}
