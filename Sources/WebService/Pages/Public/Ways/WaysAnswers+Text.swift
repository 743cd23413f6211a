import ExpressionLanguage

extension WaysAnswers {
  /// The form of the text; another one is not read.
  private static let form = "1"
  /// What a word of the text stands for.
  private enum Mark {
    static let form = "v"
    static let goal = "g"
    static let reach = "w"
    static let value = "f."
    static let skipped = "s."
    static let records = "r."
    static let begun = "b."
  }

  /// The answers as a text, in the order of saying.
  var text: String {
    var fields = [(name: Mark.form, value: Self.form)]
    if let goal { fields.append((Mark.goal, goal.text)) }
    if reach != .firstWay { fields.append((Mark.reach, reach.text)) }
    for (name, entry) in entries {
      switch entry {
      case .value(let text): fields.append((Mark.value + name, text))
      case .skipped: fields.append((Mark.skipped + name, ""))
      case .records(let rows): fields.append((Mark.records + name, Self.text(rows)))
      case .begun(let rows): fields.append((Mark.begun + name, Self.text(rows)))
      }
    }
    return Form(fields).urlEncoded
  }

  /// Reads a text; `nil` for one of another form.
  init?(text: String) {
    guard let form = Form(urlEncoded: text.utf8), form[Mark.form] == Self.form else { return nil }
    self.init()
    for (mark, value) in form.fields {
      let name = String(mark.dropFirst(2))
      if mark == Mark.goal {
        goal = WaysGoal(text: value)
      } else if mark == Mark.reach {
        reach = WaysReach(text: value) ?? .firstWay
      } else if mark.hasPrefix(Mark.value) {
        self[name] = .value(value)
      } else if mark.hasPrefix(Mark.skipped) {
        self[name] = .skipped
      } else if mark.hasPrefix(Mark.records) {
        self[name] = .records(Self.rows(value))
      } else if mark.hasPrefix(Mark.begun) {
        self[name] = .begun(Self.rows(value))
      }
    }
  }

  /// Records as a text: `;` after each, `,` between values, which are escaped.
  private static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(Form.escaped).joined(separator: ",") + ";" }.joined()
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: ";").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).map { value in
        Form(urlEncoded: "x=\(value)".utf8)?.raw("x") ?? ""
      }
    }
  }
}
