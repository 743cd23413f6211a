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
  var choices: [Choice]
  /// What it shows before anybody has typed.
  var initial: [String]
  var isOptional: Bool

  private init(
    _ kind: Kind,
    _ id: String,
    _ label: Bilingual,
    _ hint: Bilingual?,
    _ choices: [Choice],
    _ initial: [String],
    _ isOptional: Bool
  ) {
    self.id = id
    self.label = label
    self.hint = hint
    self.kind = kind
    self.choices = choices
    self.initial = initial
    self.isOptional = isOptional
  }

  static func text(
    _ id: String,
    _ label: Bilingual,
    hint: Bilingual? = nil,
    initial: String? = nil,
    isOptional: Bool = false
  ) -> DeskField {
    DeskField(.text, id, label, hint, [], initial.map { [$0] } ?? [], isOptional)
  }

  static func date(
    _ id: String,
    _ label: Bilingual,
    hint: Bilingual? = nil,
    initial: CivilDate? = nil,
    isOptional: Bool = false
  ) -> DeskField {
    DeskField(.date, id, label, hint, [], initial.map { [$0.description] } ?? [], isOptional)
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
    let kind: Kind = choices.count > 7 ? .select : .radios
    let initial = initial.map { [$0] } ?? (choices.count == 1 ? choices.map(\.value) : [])
    return DeskField(kind, id, label, hint, choices, initial, isOptional)
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
    DeskField(.checks, id, label, hint, choices, initial, isOptional)
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
