import ExpressionLanguage

/// The columns of a table with inputs, as their header says.
struct TableDraft {
  /// An input column.
  struct Input {
    var column: Int
    var name: SourceRange
    var gloss: SourceRange?
    var guarding: GuardDraft?
  }

  /// An output column.
  struct Output {
    var column: Int
    var word: String
    var guarding: GuardDraft?
    var range: SourceRange
  }

  /// What stands after a column's name.
  enum GuardDraft {
    /// ` if ` and a test.
    case when(SourceRange)
    /// ` otherwise`.
    case otherwise(SourceRange)
  }

  var inputs: [Input] = []
  var outputs: [Output] = []
  /// The column of `provided by`.
  var provider: Int?

  /// Sorts the header cells after the first.
  init(_ table: Table, _ source: SourceText) {
    for (index, cell) in table.header.enumerated().dropFirst() {
      let (main, gloss) = Glossed.ranges(cell.range, source)
      let (name, guarding) = TableDraft.split(main, source)
      let word = NameKey.of(source.text(name))
      switch word {
      case "standing", "source", "note": break
      case "provided by": provider = index
      case "points", "value":
        outputs.append(
          Output(column: index, word: word, guarding: guarding, range: cell.range)
        )
      default:
        inputs.append(Input(column: index, name: name, gloss: gloss, guarding: guarding))
      }
    }
  }

  /// The name before ` if ` or ` otherwise`, and the guard.
  private static func split(
    _ range: SourceRange,
    _ source: SourceText
  ) -> (name: SourceRange, guarding: GuardDraft?) {
    let tokens = Lexer.tokens(in: range, of: source).tokens
    for (index, token) in tokens.enumerated() where index > 0 {
      guard case .word(let word) = token.kind else { continue }
      let name = SourceRange(range.start, tokens[index - 1].range.end)
      if word.lowercased() == "if" {
        let rest = SourceRange(min(token.range.end + 1, range.end), range.end)
        return (name, .when(rest))
      }
      if word.lowercased() == "otherwise" { return (name, .otherwise(token.range)) }
    }
    return (range, nil)
  }
}
