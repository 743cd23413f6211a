/// What two readers of Markdown must agree on: the blocks in order, with the text that binds.
enum Outline: Hashable {
  case heading(level: Int)
  case table(rows: Int, columns: Int)
  case cell(String)
  case item(number: Int, depth: Int)
  case code(String)
  case bold(String)
}
