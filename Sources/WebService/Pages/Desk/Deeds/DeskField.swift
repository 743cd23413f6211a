import ExpressionLanguage

/// One field of a form at the desk, in both languages.
struct DeskField: Sendable {
  /// How it is filled in.
  enum Kind: Sendable, Hashable {
    case text, number, date, lines, select, radios, checks
  }

  /// One thing that can be chosen.
  struct Choice: Sendable, Hashable {
    var value: String
    var label: Bilingual
    var hint: Bilingual?

    init(_ value: String, _ label: Bilingual, hint: Bilingual? = nil) {
      self.value = value
      self.label = label
      self.hint = hint
    }
  }

  var id: String
  var label: Bilingual
  var hint: Bilingual?
  var kind: Kind
  var choices: [Choice] = []
  /// What it shows before anybody has typed.
  var initial: [String] = []
  var isOptional = false

  static func text(
    _ id: String,
    _ label: Bilingual,
    hint: Bilingual? = nil,
    initial: String? = nil,
    isOptional: Bool = false
  ) -> DeskField {
    DeskField(
      id: id,
      label: label,
      hint: hint,
      kind: .text,
      initial: initial.map { [$0] } ?? [],
      isOptional: isOptional
    )
  }

  static func date(
    _ id: String,
    _ label: Bilingual,
    hint: Bilingual? = nil,
    initial: CivilDate? = nil,
    isOptional: Bool = false
  ) -> DeskField {
    DeskField(
      id: id,
      label: label,
      hint: hint,
      kind: .date,
      initial: initial.map { [$0.description] } ?? [],
      isOptional: isOptional
    )
  }

  /// One of a list: buttons where there are few, a drop-down list where there are many.
  static func choice(
    _ id: String,
    _ label: Bilingual,
    _ choices: [Choice],
    hint: Bilingual? = nil,
    initial: String? = nil,
    isOptional: Bool = false
  ) -> DeskField {
    DeskField(
      id: id,
      label: label,
      hint: hint,
      kind: choices.count > 7 ? .select : .radios,
      choices: choices,
      initial: initial.map { [$0] } ?? (choices.count == 1 ? choices.map(\.value) : []),
      isOptional: isOptional
    )
  }

  /// Any of a list.
  static func checks(
    _ id: String,
    _ label: Bilingual,
    _ choices: [Choice],
    hint: Bilingual? = nil,
    initial: [String] = [],
    isOptional: Bool = false
  ) -> DeskField {
    DeskField(
      id: id,
      label: label,
      hint: hint,
      kind: .checks,
      choices: choices,
      initial: initial,
      isOptional: isOptional
    )
  }
}

extension DeskField.Choice {
  /// The choices that an enumeration with labels gives.
  static func all<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type,
    _ label: (Value) -> Bilingual
  ) -> [DeskField.Choice] where Value.RawValue == String {
    type.allCases.map { DeskField.Choice($0.rawValue, label($0)) }
  }

  static let yes = DeskField.Choice("yes", Bilingual("Yes", "是"))
  static let no = DeskField.Choice("no", Bilingual("No", "否"))
}
