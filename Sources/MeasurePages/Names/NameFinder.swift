import ExpressionLanguage

/// Finds the names in the text of an expression that has been checked.
///
/// It reads as the parser does: the longest name wins, an attribute belongs to the filter or the dot
/// it stands in, and a word before a colon, before a touching bracket or after a number is none.
struct NameFinder {
  /// One name, and where it stands.
  struct Found: Hashable, Sendable {
    var named: Named
    var range: SourceRange
  }

  private let table: NameTable
  private let source: SourceText
  private let tokens: [Token]
  private let parameters: Set<String>
  private var found: [Found] = []
  /// The kinds of records whose filters are open, with the depth of brackets outside each.
  private var filters: [(kind: Int, depth: Int)] = []
  private var depth = 0
  /// The records named last, for the dot and the bracket that follow.
  private var last: Int?

  /// The names in an expression of a measure, in order.
  ///
  /// The attributes of `records`, for each of which a rule is decided, are names too; `parameters`,
  /// in lower case, hide what has their name.
  ///
  /// - Complexity: O(*n*) in the number of words.
  static func names(
    in text: SourceText,
    _ table: NameTable,
    records: Int?,
    parameters: Set<String>
  ) -> [Found] {
    var finder = NameFinder(text, table, records, parameters)
    finder.run()
    return finder.found
  }

  private init(_ text: SourceText, _ table: NameTable, _ records: Int?, _ parameters: Set<String>) {
    self.table = table
    self.parameters = parameters
    source = text
    tokens = Lexer.tokens(in: text.range, of: text).tokens
    if let records { filters = [(records, -1)] }
  }

  private mutating func run() {
    var index = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .word: index = word(index)
      case .sign(let sign):
        self.sign(sign)
        index += 1
      case .number:
        last = nil
        index = afterUnit(index + 1)
      default:
        last = nil
        index += 1
      }
    }
  }

  private mutating func sign(_ sign: String) {
    switch sign {
    case "[":
      if let last { filters.append((last, depth)) }
      depth += 1
    case "(": depth += 1
    case "]", ")":
      depth -= 1
      if let open = filters.last, open.depth == depth {
        last = open.kind
        filters.removeLast()
        return
      }
    case ".": return
    default: break
    }
    last = nil
  }

  /// The position after the unit of a number, if one stands there.
  private func afterUnit(_ index: Int) -> Int {
    for count in [2, 1] where Unit.named(text(index, count) ?? "") != nil { return index + count }
    return index
  }

  /// The text of some words that stand together.
  private func text(_ index: Int, _ count: Int) -> String? {
    guard index + count <= tokens.count else { return nil }
    let words: [String] = tokens[index..<(index + count)].compactMap { token in
      if case .word(let word) = token.kind { word } else { nil }
    }
    return words.count == count ? words.joined(separator: " ") : nil
  }

  private func isSign(_ sign: String, at index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .sign(sign)
  }

  private mutating func word(_ index: Int) -> Int {
    let owner = last.flatMap { kind in isSign(".", at: index - 1) ? kind : nil }
    last = nil
    if isSign(":", at: index + 1) { return index + 1 }
    var most = 1
    while most < 16, text(index, most + 1) != nil { most += 1 }
    for count in stride(from: most, through: 1, by: -1) {
      let key = NameKey.of(text(index, count) ?? "")
      if owner == nil, parameters.contains(key) { return index + count }
      guard let named = thing(key, owner), !isFunction(key, named, index + count) else { continue }
      let range = tokens[index].range.extended(toCover: tokens[index + count - 1].range)
      found.append(Found(named: named, range: range))
      if case .records(let kind) = named { last = kind }
      return index + count
    }
    return index + 1
  }

  private func thing(_ key: String, _ owner: Int?) -> Named? {
    if let owner { return table.thing(key, of: owner) }
    for filter in filters.reversed() {
      if let named = table.thing(key, of: filter.kind) { return named }
    }
    return table.thing(key)
  }

  /// Whether a name is that of a function here: a bracket touches it, and no rule is called so.
  private func isFunction(_ key: String, _ named: Named, _ next: Int) -> Bool {
    KnownNames.functions.contains(key) && isSign("(", at: next)
      && tokens[next].range.start == tokens[next - 1].range.end && !table.isCalled(named)
  }
}
