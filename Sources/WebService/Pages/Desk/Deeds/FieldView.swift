import ExpressionLanguage

/// A field as `desk/field.mustache` shows it, in one language.
struct FieldView: Sendable {
  struct Option: Sendable {
    let id: String
    let value: String
    let label: String
    /// The field's name in the form.
    let name: String
    /// A word on this choice; not `hint`, for which a template would take the field's own.
    let remark: String?
    let isChosen: Bool
  }

  let id: String
  let label: String
  let hint: String?
  let error: String?
  let value: String
  let options: [Option]
  /// The elements that describe it, for `aria-describedby`; nothing where there are none.
  let described: String?
  let isText: Bool
  let isNumber: Bool
  let isDate: Bool
  let isLines: Bool
  let isSelect: Bool
  let isRadios: Bool
  let isChecks: Bool
  let isOptional: Bool

  /// Shows a field.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - form: What was typed; `nil` before anything was.
  ///   - mistake: What is wrong with it.
  ///   - language: The language.
  init(_ field: DeskField, _ form: Form?, mistake: Bilingual?, _ language: Language) {
    id = field.id
    label = field.label[language]
    hint = field.hint?[language]
    error = mistake?[language]
    let typed = form.map { form in
      form.fields.filter { $0.name == field.id }.map(\.value)
    }
    let values = typed ?? field.initial
    value = values.first ?? ""
    options = field.choices.enumerated().map { place, choice in
      Option(
        // The first has the field's own name, so that a link to a mistake leads there.
        id: place == 0 ? field.id : "\(field.id)-\(place + 1)",
        value: choice.value,
        label: choice.label[language],
        name: field.id,
        remark: choice.hint?[language],
        isChosen: values.contains(choice.value)
      )
    }
    let elements = [
      field.hint == nil ? nil : "\(field.id)-hint", mistake == nil ? nil : "\(field.id)-error",
    ].compactMap(\.self)
    described = elements.isEmpty ? nil : elements.joined(separator: " ")
    isText = field.kind == .text
    isNumber = field.kind == .number
    isDate = field.kind == .date
    isLines = field.kind == .lines
    isSelect = field.kind == .select
    isRadios = field.kind == .radios
    isChecks = field.kind == .checks
    isOptional = field.isOptional
  }
}
