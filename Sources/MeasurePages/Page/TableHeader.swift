import ExpressionLanguage
import Policy

/// The columns of a decision or service table as its header names them, in order.
struct TableHeader {
  /// One column of inputs or outputs.
  struct Column {
    /// Its position in the table.
    var position: Int
    /// The name, in lower case.
    var word: String
    /// What stands after ` if `, or `otherwise`.
    var guarding: String?
    /// The Chinese gloss.
    var gloss: String
  }

  private(set) var inputs: [Column] = []
  private(set) var outputs: [Column] = []
  /// The column of notes, if there is one.
  private(set) var note: Int?
  /// The column that says who provides a service, if there is one.
  private(set) var provider: Int?

  /// Sorts the header cells after the first, as the compiler does.
  init(_ table: Table) {
    for (position, cell) in table.header.enumerated().dropFirst() {
      let halves = Glossed.parts(cell.text)
      let main = halves.first ?? ""
      let gloss = halves.count > 1 ? halves[1] : ""
      var column = Column(position: position, word: NameKey.of(main), guarding: nil, gloss: gloss)
      let words = main.split(whereSeparator: \.isWhitespace).map(String.init)
      for (index, word) in words.enumerated() where index > 0 {
        let key = word.lowercased()
        guard key == "if" || key == "otherwise" else { continue }
        column.word = NameKey.of(words[..<index].joined(separator: " "))
        column.guarding =
          key == "if" ? words[(index + 1)...].joined(separator: " ") : "otherwise"
        break
      }
      switch column.word {
      case "standing", "source": break
      case "note": note = position
      case "provided by": provider = position
      case "points", "value": outputs.append(column)
      default: inputs.append(column)
      }
    }
  }
}
