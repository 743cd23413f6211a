import ExpressionLanguage
import Policy

/// What each column of a table means, by the dictionary in force.
struct Layout: Sendable {
  /// The meaning of one column.
  enum Column: Hashable, Sendable {
    /// Whose row it is.
    case number
    /// The person's name, to be compared.
    case name
    /// The day for which it is said.
    case asOf
    /// The sender's number of the row.
    case reference
    /// The first and the last day on which a fact is true.
    case from, until
    /// The fact itself, or the attribute of that index.
    case value(Int)
    /// A remark, a running number, the reasons of an earlier return.
    case ignored
  }

  /// What the table is about.
  let subject: DeliverySubject
  /// The columns, in the order of the table.
  let columns: [Column]

  /// The labels of the columns that every table may have.
  static let common: [(column: Column, names: [Bilingual])] = [
    (
      .number,
      [
        Bilingual("identity number", "公民身份号码"), Bilingual("identity number", "身份证号"),
        Bilingual("ID number", "身份证号码"), Bilingual("identity card number", "公民身份证号码"),
      ]
    ),
    (.name, [Bilingual("name", "姓名")]),
    (.asOf, [Bilingual("as of", "截至"), Bilingual("as of date", "截至日期")]),
    (.reference, [Bilingual("reference", "流水号")]),
    (
      .ignored,
      [
        Bilingual("remark", "备注"), Bilingual("remarks", "说明"), Bilingual("no.", "序号"),
        Bilingual("reason", "退回原因"),
      ]
    ),
  ]

  /// Reads a header; `about` names the subject where the manifest tells it.
  static func read(
    _ header: [String],
    about: String?,
    model: FactModel
  ) throws(DeliveryRefusal) -> Layout {
    let names = header.map { CellText.halfWidth(CellText.unwrapped($0)) }
    var candidates = DeliverySubject.all(of: model)
    if let about {
      candidates = candidates.filter { DeliverySubject.isName($0.name, about) }
      guard let subject = candidates.first else { throw .unknownSubject }
      return Layout(subject: subject, columns: try columns(names, of: subject))
    }
    let fitting = candidates.filter { subject in
      (try? columns(names, of: subject)) != nil
    }
    if let only = fitting.first, fitting.count == 1 {
      return Layout(subject: only, columns: try columns(names, of: only))
    }
    // A table about one thing that has one more column than it may is told which.
    let named = candidates.filter { subject in
      subject.values.allSatisfy { value in
        names.contains { DeliverySubject.isName(value.name, $0) }
      }
    }
    if let only = named.first, named.count == 1 { _ = try columns(names, of: only) }
    throw .subjectNotClear
  }

  private static func columns(
    _ names: [String],
    of subject: DeliverySubject
  ) throws(DeliveryRefusal) -> [Column] {
    var columns: [Column] = []
    var seen: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard let column = column(name, of: subject) else { throw .unknownColumn(index + 1) }
      if let first = seen[name] { throw .sameColumn(first + 1, index + 1) }
      if column != .ignored, let first = columns.firstIndex(of: column) {
        throw .sameColumn(first + 1, index + 1)
      }
      seen[name] = index
      columns.append(column)
    }
    if !columns.contains(.number) { throw .missingColumn(label(.number, of: subject)) }
    for index in subject.values.indices where !columns.contains(.value(index)) {
      throw .missingColumn(subject.values[index].name)
    }
    return columns
  }

  private static func column(_ name: String, of subject: DeliverySubject) -> Column? {
    if let index = subject.values.firstIndex(where: { DeliverySubject.isName($0.name, name) }) {
      return .value(index)
    }
    if !subject.isList {
      if DeliverySubject.isName(Layout.from, name) { return .from }
      if DeliverySubject.isName(Layout.until, name) { return .until }
    }
    return common.first { $0.names.contains { DeliverySubject.isName($0, name) } }?.column
  }

  private static let from = Bilingual("from", "起")
  private static let until = Bilingual("to", "止")

  /// What a column is called in a reason.
  static func label(_ column: Column, of subject: DeliverySubject) -> Bilingual {
    switch column {
    case .value(let index): subject.values[index].name
    case .from: from
    case .until: until
    default:
      common.first { $0.column == column }?.names.first ?? Bilingual("column", "列")
    }
  }
}
