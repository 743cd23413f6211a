import Casework
import ExpressionLanguage
import Registry

/// One reading of a file, as programs are told it.
struct ReadingDocument: Encodable {
  var position: Int64
  var resident: String
  var account: String
  var role: String
  var office: String
  var purpose: String
  var action: String
  var on: CivilDate
  var recordedAt: Int64

  init(_ entry: AccessEntry) {
    position = entry.position
    resident = entry.resident.text
    account = entry.by.account
    role = entry.by.role.rawValue
    office = entry.by.office
    purpose = entry.purpose.rawValue
    action = entry.action.rawValue
    on = entry.on
    recordedAt = entry.recordedAt
  }

  static let schema = APISchema.object([
    "position": APISchema.integer, "resident": APISchema.resident, "account": APISchema.string,
    "role": APISchema.string, "office": APISchema.string, "purpose": APISchema.string,
    "action": APISchema.string, "on": APISchema.day, "recordedAt": APISchema.integer,
  ])
}
