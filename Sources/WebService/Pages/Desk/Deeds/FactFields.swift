import Scoring
import Casework
import ExpressionLanguage
import Policy

/// The inputs by which a fact is stated, each of the type that the dictionary gives it.
struct FactFields: Sendable {
  private enum Declared: Sendable {
    case fact(Fact)
    case records(RecordKind)
  }

  private let declared: Declared
  /// The fact's label.
  let name: Bilingual
  /// Who may be the source, by the dictionary.
  let sources: [Bilingual]

  /// The fact or kind of records of a name; `nil` where the dictionary has none.
  init?(_ name: String, _ law: OfficeLaw) {
    let model = law.assessor.set.model
    if let fact = model.facts.first(where: { NameKey.of($0.name.english) == NameKey.of(name) }) {
      declared = .fact(fact)
      self.name = fact.name
      sources = [fact.verifiedBy]
    } else if let kind = model.records.first(where: {
      NameKey.of($0.name.english) == NameKey.of(name)
    }) {
      declared = .records(kind)
      self.name = kind.name
      var sources: [Bilingual] = []
      for attribute in kind.attributes
      where !attribute.verifiedBy.isEmpty && !sources.contains(attribute.verifiedBy) {
        sources.append(attribute.verifiedBy)
      }
      self.sources = sources
    } else {
      return nil
    }
  }

  /// Every fact and kind of records that can be stated, by department.
  static func choices(_ law: OfficeLaw, of department: String? = nil) -> [DeskField.Choice] {
    law.verifyingDepartments.filter { department == nil || $0.name.english == department }
      .flatMap { one in
        one.facts.map { fact in
          DeskField.Choice(
            fact.english,
            Bilingual(
              "\(fact.english) (\(one.name.english))",
              "\(fact[.chinese])（\(one.name[.chinese])）"
            )
          )
        }
      }
  }

  /// Whether no fact of a name can be stated, so that one must be chosen first.
  static func isUnknown(_ name: String?, _ law: OfficeLaw) -> Bool {
    name.flatMap { FactFields($0, law) } == nil
  }

  /// The list from which the fact to state is chosen.
  static func chooser(_ law: OfficeLaw) -> DeskField {
    var field = DeskField.choice("fact", Bilingual("Which fact?", "录入哪一项数据？"), choices(law))
    field.kind = .select
    return field
  }

  /// How many records the form has room for.
  private static let rows = 6

  /// The inputs for what is stated.
  func content(of known: FactContent? = nil) -> [DeskField] {
    switch declared {
    case .fact(let fact):
      var initial: String?
      if case .value(let text) = known { initial = text }
      return [Self.input("value", name, fact.type, initial: initial)]
    case .records(let kind):
      var rows: [[String: String]] = []
      if case .records(let stated) = known { rows = stated }
      let none = DeskField.checks(
        "none",
        Bilingual("None", "没有记录"),
        [DeskField.Choice("yes", Bilingual("It is known that there is none", "已知没有任何记录"))],
        isOptional: true
      )
      let count = min(kind.most, max(Self.rows, rows.count + 2))
      return [none]
        + (0..<count).flatMap { row in
          columns(kind).enumerated().map { column, attribute in
            let known = rows.indices.contains(row) ? rows[row][attribute.key] : nil
            let label = Bilingual(
              "\(row + 1) · \(attribute.name.english)",
              "第\(row + 1)项 · \(attribute.name[.chinese])"
            )
            var field = Self.input(
              "r\(row + 1)c\(column + 1)",
              label,
              attribute.type,
              initial: known == "none" ? nil : known
            )
            field.isOptional = true
            if field.kind == .radios { field.kind = .select }
            if attribute.isMonth {
              field.kind = .text
              field.hint = Bilingual("a month such as 2026-03", "月份，例如 2026-03")
            }
            return field
          }
        }
    }
  }

  /// What the form states; `nil` where it is not complete.
  func content(_ form: inout DeskForm) -> FactContent? {
    switch declared {
    case .fact(let fact):
      let value =
        fact.type.choice != nil || fact.type.base == .truth
        ? form.choice("value")?.value ?? "" : form.text("value")
      return value.isEmpty ? nil : .value(text: value == "?none" ? "none" : value)
    case .records(let kind):
      if form.choices("none") == ["yes"] { return FactContent.none }
      var rows: [[String: String]] = []
      let columns = columns(kind)
      for row in 1...max(kind.most, Self.rows) {
        var cells: [String: String] = [:]
        for (column, attribute) in columns.enumerated() {
          if let text = form.form["r\(row)c\(column + 1)"] { cells[attribute.key] = text }
        }
        if cells.isEmpty { continue }
        // A spell without an end still lasts.
        if kind.grain != nil, cells["to"] == nil { cells["to"] = "none" }
        rows.append(cells)
      }
      if rows.isEmpty {
        form.fail("r1c1", Bilingual("Enter at least one record, or tick none", "请至少填写一项，或者勾选没有记录"))
        return nil
      }
      return .records(rows: rows)
    }
  }

  private struct Column {
    var key: String
    var name: Bilingual
    var type: ValueType
    var isMonth = false
  }

  private func columns(_ kind: RecordKind) -> [Column] {
    let isMonth = kind.grain == .months
    return kind.attributes.map { attribute in
      let key = NameKey.of(attribute.name.english)
      let isEnd = kind.grain != nil && (key == "from" || key == "to")
      return Column(
        key: attribute.name.english,
        name: attribute.name,
        type: isEnd ? .date : attribute.type,
        isMonth: isEnd && isMonth
      )
    }
  }

  private static func input(
    _ id: String,
    _ label: Bilingual,
    _ type: ValueType,
    initial: String?
  ) -> DeskField {
    let absent = [DeskField.Choice("?none", Bilingual("none", "无"))]
    switch type.base {
    case .truth:
      let choices = [
        DeskField.Choice("true", DeskField.Choice.yes.label),
        DeskField.Choice("false", DeskField.Choice.no.label),
      ]
      return .choice(id, label, choices + (type.isOptional ? absent : []), initial: initial)
    case .choice(let choice):
      let choices = choice.values.map {
        DeskField.Choice($0.label, Bilingual($0.label, $0.chinese.isEmpty ? $0.label : $0.chinese))
      }
      return .choice(id, label, choices + (type.isOptional ? absent : []), initial: initial)
    case .number:
      var field = DeskField.text(id, label, hint: type.kind, initial: initial)
      field.kind = .number
      return field
    case .date: return .date(id, label, initial: initial.flatMap { CivilDate($0) })
    case .instant, .text, .list, .invalid:
      return .text(id, label, hint: type.kind, initial: initial)
    }
  }
}
