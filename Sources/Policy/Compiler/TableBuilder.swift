import ExpressionLanguage

/// Builds a decision table and its proof, column by column.
struct TableBuilder {
  let compiler: PolicyCompiler
  let scope: RuleScope
  let table: Table

  var inputs: [RuleTable.Column] = []
  var inputKeys: [String] = []
  var variables: [ProofVariable] = []
  var variableKeys: [String] = []
  var guards: [Node] = []
  var columns: [DecisionNode.Column] = []
  var proofColumns: [ProofTable.Column] = []
  var cells: [[CellTest]]
  var otherwiseRow: Int?
  var references = References()
  var isGood = true

  private var source: SourceText { compiler.source(scope.measure) }

  init(_ compiler: PolicyCompiler, _ scope: RuleScope, _ table: Table) {
    self.compiler = compiler
    self.scope = scope
    self.table = table
    cells = Array(repeating: [], count: table.rows.count)
  }

  mutating func fail(_ diagnostic: Diagnostic) {
    compiler.fail(diagnostic, scope.measure)
    if diagnostic.severity == .error { isGood = false }
  }

  /// A name as a formula, and its place among the proof's variables.
  mutating func variable(_ name: SourceRange) -> (formula: Formula, variable: Int)? {
    guard let formula = compiler.formula(name, scope) else {
      isGood = false
      return nil
    }
    let isComputed: Bool
    let label: Bilingual
    switch formula.node {
    case .fact(let fact):
      (isComputed, label) = (false, compiler.model.facts[fact].name)
    case .parameter: (isComputed, label) = (false, Bilingual(formula.text, formula.text))
    case .attribute(let index):
      let kind = scope.records ?? 0
      (isComputed, label) = (false, compiler.model.records[kind].attributes[index].name)
    case .definition(let rule), .recordDefinition(let rule):
      (isComputed, label) = (true, compiler.drafts[rule].name)
    case .legalDate: (isComputed, label) = (false, Bilingual("legal date", "认定日期"))
    default:
      fail(.notAName(formula.text, at: name))
      return nil
    }
    references.formUnion(formula.references)
    let key = NameKey.of(formula.text)
    if let known = variableKeys.firstIndex(of: key) { return (formula, known) }
    variableKeys.append(key)
    variables.append(ProofVariable(name: label, type: formula.type, isComputed: isComputed))
    return (formula, variables.count - 1)
  }

  /// Adds an input column with its cells.
  mutating func add(_ input: TableDraft.Input, guarding: Int?, proof: ProofGuard?) {
    guard let (formula, variable) = variable(input.name) else { return }
    checkGloss(input, variables[variable].name)
    var read: [CellReader.Cell?] = []
    for (index, row) in table.rows.enumerated() {
      guard row.count == table.header.count else { continue }
      read.append(cell(row[input.column], row: index, isFirst: columns.isEmpty))
    }
    guard read.count == table.rows.count else {
      isGood = false
      return
    }
    var converter = CellConverter(formula.type, source)
    let key = variableKeys[variable]
    let inputIndex: Int
    if let known = inputKeys.firstIndex(of: key) {
      inputIndex = known
    } else {
      inputs.append(RuleTable.Column(name: variables[variable].name, formula: formula))
      inputKeys.append(key)
      inputIndex = inputs.count - 1
    }
    columns.append(DecisionNode.Column(input: inputIndex, guarding: guarding))
    proofColumns.append(ProofTable.Column(variable: variable, guarding: proof))
    for (index, cell) in read.enumerated() {
      let test = cell.map { converter.test($0) } ?? .any
      cells[index].append(test ?? .any)
    }
    for diagnostic in converter.diagnostics.sorted { fail(diagnostic) }
  }

  private mutating func cell(_ cell: Cell, row: Int, isFirst: Bool) -> CellReader.Cell? {
    var reader = CellReader(cell.range, of: source, known: scope.known)
    let read = reader.cell(cell.range)
    for diagnostic in reader.diagnostics.sorted { fail(diagnostic) }
    guard let read else { return nil }
    if read.isOtherwise {
      if !isFirst || row != table.rows.count - 1 {
        fail(.otherwisePlace(at: cell.range))
      } else {
        otherwiseRow = row
      }
      return nil
    }
    if otherwiseRow == row, !read.tests.isEmpty || read.isNegated {
      fail(.besideOtherwise(at: cell.range))
    }
    return read
  }

  private mutating func checkGloss(_ input: TableDraft.Input, _ name: Bilingual) {
    guard let gloss = input.gloss else { return }
    let text = source.text(gloss)
    if !name.chinese.isEmpty, Glossed.hasHan(text), text != name.chinese {
      compiler.fail(.unlikeGloss(text, name.chinese, at: gloss), scope.measure)
    }
  }
}

extension Diagnostic {
  static func notAName(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-name",
      at: range,
      Bilingual("a column is headed by a name", "列名应为一个名称"),
      reason: Bilingual(
        "Computation lives in rules of their own, so that tables can be proved.",
        "计算另立规则，表格才能验证。"
      ),
      fix: Bilingual("a heading that computes \(text)", "另立标题计算 \(text)")
    )
  }

  static func otherwisePlace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "otherwise-place",
      at: range,
      Bilingual(
        "otherwise stands in the first cell of the last row",
        "otherwise 写在最后一行的第一个条件格"
      ),
      fix: Bilingual("move the row down, with - in its other cells", "把该行移到最后，其余格写 -")
    )
  }

  static func besideOtherwise(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "beside-otherwise",
      at: range,
      Bilingual("otherwise takes everyone else", "otherwise 已包括其余所有人"),
      fix: Bilingual("- in this cell", "此格写 -")
    )
  }
}
