import Casework
import ExpressionLanguage

/// Reads a form at the desk by its fields, and keeps what is wrong with each.
struct DeskForm: Sendable {
  let form: Form
  let fields: [DeskField]
  /// What is wrong, by field.
  private(set) var mistakes: [String: Bilingual] = [:]

  init(_ form: Form, _ fields: [DeskField]) {
    self.form = form
    self.fields = fields
  }

  /// The mistakes in the order of the fields.
  func list(_ language: Language) -> [Layout.Mistake] {
    fields.compactMap { field in
      mistakes[field.id].map { Layout.Mistake(field.id, $0[language]) }
    }
  }

  mutating func fail(_ id: String, _ text: Bilingual) {
    if mistakes[id] == nil { mistakes[id] = text }
  }

  /// A text; empty where it may be left out and was.
  mutating func text(_ id: String) -> String {
    if let text = form[id] { return text }
    if let field = field(id), !field.isOptional {
      fail(
        id,
        Bilingual("Enter: \(field.label.english)", "请填写：\(field.label.chinese)")
      )
    }
    return ""
  }

  /// A day; `nil` where it was left out or can't be read.
  mutating func date(_ id: String) -> CivilDate? {
    guard let text = form[id] else {
      if let field = field(id), !field.isOptional {
        fail(id, Bilingual("Enter: \(field.label.english)", "请填写：\(field.label.chinese)"))
      }
      return nil
    }
    guard let date = CivilDate(text) else {
      fail(
        id,
        Bilingual("This must be a day such as 2026-11-23", "应为日期，例如 2026-11-23")
      )
      return nil
    }
    return date
  }

  /// One of the field's choices; `nil` where none was chosen.
  mutating func choice(_ id: String) -> DeskField.Choice? {
    guard let field = field(id) else { return nil }
    if let text = form[id], let choice = field.choices.first(where: { $0.value == text }) {
      return choice
    }
    if !field.isOptional || form[id] != nil {
      fail(id, Bilingual("Choose: \(field.label.english)", "请选择：\(field.label.chinese)"))
    }
    return nil
  }

  /// Those of the field's choices that were ticked.
  mutating func choices(_ id: String) -> [String] {
    guard let field = field(id) else { return [] }
    let known = Set(field.choices.map(\.value))
    let chosen = form.all(id).filter(known.contains)
    if chosen.isEmpty, !field.isOptional {
      fail(id, Bilingual("Choose: \(field.label.english)", "请选择：\(field.label.chinese)"))
    }
    return chosen
  }

  /// Tells what is wrong with an employer's code beside it, where the office would refuse it.
  mutating func check(employer code: String, in id: String = "code") {
    do throws(EmployerCode.Fault) { _ = try EmployerCode(reading: code) } catch {
      fail(id, error.words)
    }
  }

  /// A reason that was chosen, as files keep it: both languages, so that either page can show it.
  mutating func reason(_ id: String = "reason") -> String {
    choice(id)?.label.inBoth ?? ""
  }

  private func field(_ id: String) -> DeskField? { fields.first { $0.id == id } }
}

extension Bilingual {
  /// Both halves in one line, for what is kept as one text.
  var inBoth: String { chinese == english ? english : "\(chinese) · \(english)" }
}
