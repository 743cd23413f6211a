import ExpressionLanguage
import FoundationEssentials

/// The JSON of a delivery: what a manifest says, the columns and the rows as text.
struct DeliveryBody: Hashable, Sendable, Decodable {
  /// One cell: text, or `null` for an empty one.
  ///
  /// Numbers are sent as text, so that none is cut.
  typealias Cell = String?

  var department: String
  var delivery: String
  var madeOn: String
  var about: String?
  var columns: [String]
  var rows: [[Cell]]

  private enum CodingKeys: String, CodingKey {
    case department, delivery
    case madeOn = "made on"
    case about, columns, rows
  }

  /// Reads a body.
  init(reading bytes: [UInt8]) throws(DeliveryRefusal) {
    do {
      self = try JSONDecoder().decode(DeliveryBody.self, from: Data(bytes))
    } catch {
      throw .unreadableBody
    }
  }

  /// The table.
  func sheet(_ rules: ExchangeRules) throws(DeliveryRefusal) -> Sheet {
    if columns.isEmpty { throw .emptyFile }
    if rows.count > rules.mostRows { throw .tooManyRows(rules.mostRows) }
    let isWide = columns.count > rules.mostColumns || rows.contains { $0.count > rules.mostColumns }
    let isLong = rows.contains { row in row.contains { $0?.utf8.count ?? 0 > rules.longestCell } }
    if isWide || isLong { throw .unreadableBody }
    return Sheet(header: columns, rows: rows.map { $0.map { $0 ?? "" } })
  }

  /// What a manifest would say.
  func manifest(hash: String) throws(DeliveryRefusal) -> DeliveryManifest {
    guard DeliveryManifest.isNumber(delivery), let madeOn = CivilDate(madeOn) else {
      throw .unreadableBody
    }
    return DeliveryManifest(
      department: department,
      delivery: delivery,
      madeOn: madeOn,
      rows: rows.count,
      hash: hash,
      about: about
    )
  }
}

extension DeliveryRefusal {
  static let unreadableBody = DeliveryRefusal(
    "unreadable-body",
    "the body is no such JSON: department, delivery, made on, about, columns and rows of text",
    "请求内容须为 JSON，含 department、delivery、made on、about、columns 及由文本组成的 rows"
  )

  static let otherDepartment = DeliveryRefusal(
    "other-department",
    "the key belongs to another department than the body names",
    "密钥所属部门与请求所写部门不一致"
  )
}
