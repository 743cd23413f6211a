import ExpressionLanguage

/// A decision table in the words of people.
struct ComparedTable {
  /// One column: how it is told apart, and what it is called.
  struct Column {
    var key: String
    var name: Bilingual
  }

  /// One row.
  struct Row {
    var clause: String
    var isOtherwise: Bool
    /// The cells, by the key of their column.
    var cells: [String: Bilingual]
    var outputs: [String: Bilingual]
    var standing: Bilingual?
    var sources: Bilingual?
  }

  var hit: HitPolicy
  var inputs: [Column] = []
  var outputs: [Column] = []
  var rows: [Row] = []

  /// Reads a table; `source` gives the headers with their guards.
  init(_ table: RuleTable, _ source: Table?) {
    let node = table.decision
    hit = node.hit
    let meta: Set<String> = ["standing", "source", "note", "provided by"]
    var inputHeaders: [Bilingual] = []
    var outputHeaders: [Bilingual] = []
    for cell in (source?.header ?? []).dropFirst() {
      let name = Glossed.halves(cell.text)
      let word = NameKey.of(name.english)
      if meta.contains(word) { continue }
      let isOutput = ["points", "value"].contains { word == $0 || word.hasPrefix($0 + " ") }
      if isOutput { outputHeaders.append(name) } else { inputHeaders.append(name) }
    }
    for (position, column) in node.columns.enumerated() {
      var name = table.columns[column.input].name
      var key = NameKey.of(name.english)
      if column.guarding != nil {
        let header =
          inputHeaders.count == node.columns.count
          ? inputHeaders[position] : Bilingual(same: "\(key) \(position + 1)")
        (name, key) = (header, NameKey.of(header.english))
      }
      inputs.append(Column(key: key, name: name))
    }
    for position in node.outputGuards.indices {
      let header =
        outputHeaders.count == node.outputGuards.count
        ? outputHeaders[position] : Bilingual(same: "value \(position + 1)")
      outputs.append(Column(key: NameKey.of(header.english), name: header))
    }
    for (row, told) in zip(node.rows, table.rows) {
      var cells: [String: Bilingual] = [:]
      for (position, cell) in row.cells.enumerated() {
        let input = table.columns[node.columns[position].input]
        cells[inputs[position].key] = CellWords.text(cell, input.formula.type)
      }
      var values: [String: Bilingual] = [:]
      for (position, value) in row.outputs.enumerated() {
        values[outputs[position].key] = CellWords.both(value, table.type)
      }
      let sources = told.sources.map { $0.place.isEmpty ? $0.key : "\($0.key), \($0.place)" }
      rows.append(
        Row(
          clause: told.clause,
          isOtherwise: row.isOtherwise,
          cells: cells,
          outputs: values,
          standing: told.standing?.text,
          sources: sources.isEmpty ? nil : Bilingual(same: sources.joined(separator: "; "))
        )
      )
    }
  }

  /// Who falls under a row, such as `education: master`.
  func words(_ row: Row) -> Bilingual {
    if row.isOtherwise { return Bilingual("otherwise", "其他") }
    var parts: [Bilingual] = []
    for column in inputs {
      guard let cell = row.cells[column.key], cell.english != "–" else { continue }
      parts.append(
        Bilingual(
          "\(column.name.english): \(cell.english)",
          "\(column.name[.chinese])：\(cell.chinese)"
        )
      )
    }
    if parts.isEmpty { return Bilingual("everyone", "所有人") }
    return Bilingual(
      parts.map(\.english).joined(separator: ", "),
      parts.map(\.chinese).joined(separator: "，")
    )
  }
}

/// Compares two tables: rows added, removed, with other cells or other values.
struct RowComparison {
  private(set) var differences: [ClauseDifference] = []

  private let old: ComparedTable
  private let new: ComparedTable
  /// The columns that both have, by key.
  private let shared: (inputs: [String], outputs: [String])

  init(_ old: ComparedTable, _ new: ComparedTable) {
    self.old = old
    self.new = new
    let (inputs, outputs) = (Set(new.inputs.map(\.key)), Set(new.outputs.map(\.key)))
    shared = (
      old.inputs.map(\.key).filter(inputs.contains),
      old.outputs.map(\.key).filter(outputs.contains)
    )
    if old.hit != new.hit {
      differences.tell(
        .hit,
        ("", ""),
        Bilingual(same: old.hit.rawValue),
        Bilingual(same: new.hit.rawValue)
      )
    }
    compareColumns(old.inputs + old.outputs, new.inputs + new.outputs)
    for pair in pairs() { compare(pair.old, pair.new) }
  }

  private mutating func compareColumns(
    _ mine: [ComparedTable.Column],
    _ yours: [ComparedTable.Column]
  ) {
    let (left, right) = (Set(mine.map(\.key)), Set(yours.map(\.key)))
    for column in mine where !right.contains(column.key) {
      differences.tell(.column, ("", ""), column.name, nil)
    }
    for column in yours where !left.contains(column.key) {
      differences.tell(.column, ("", ""), nil, column.name)
    }
  }

  /// Rows that ask the same belong together; what is left is paired in order.
  ///
  /// Where the first row
  /// that applies counts, the order is part of the rule.
  private func pairs() -> [Alignment.Pair] {
    var (left, right) = (Array(old.rows.indices), Array(new.rows.indices))
    var pairs: [Alignment.Pair] = []
    if old.hit != .first, new.hit != .first {
      for index in Array(left) {
        guard let other = right.first(where: { isSame(index, $0) }) else { continue }
        pairs.append(Alignment.Pair(old: index, new: other))
        left.removeAll { $0 == index }
        right.removeAll { $0 == other }
      }
    }
    let rest = Alignment.pairs(
      left.count,
      right.count,
      cost: { cost(left[$0], right[$1]) },
      key: { isOld, position in
        isOld
          ? old.words(old.rows[left[position]]).english
          : new.words(new.rows[right[position]]).english
      }
    )
    pairs += rest.map { pair in
      Alignment.Pair(old: pair.old.map { left[$0] }, new: pair.new.map { right[$0] })
    }
    return pairs.sorted { ($0.new ?? $0.old ?? 0) < ($1.new ?? $1.old ?? 0) }
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let (mine, yours) = (old.rows[one], new.rows[other])
    return mine.isOtherwise == yours.isOtherwise
      && shared.inputs.allSatisfy { mine.cells[$0] == yours.cells[$0] }
  }

  private func cost(_ one: Int, _ other: Int) -> Int {
    let (mine, yours) = (old.rows[one], new.rows[other])
    let sameOutputs = shared.outputs.allSatisfy { mine.outputs[$0] == yours.outputs[$0] }
    let sameNotes = mine.standing == yours.standing && mine.sources == yours.sources
    return (isSame(one, other) ? 0 : 9) + (sameOutputs ? 0 : 9) + (sameNotes ? 0 : 1)
  }

  private mutating func compare(_ one: Int?, _ other: Int?) {
    let mine = one.map { old.rows[$0] }
    let yours = other.map { new.rows[$0] }
    let clauses = (mine?.clause, yours?.clause)
    guard let mine, let yours else {
      differences.tell(
        .whole,
        clauses,
        parts: (mine.map(old.words) ?? noPart.0, yours.map(new.words) ?? noPart.1),
        mine.map { values($0, old) },
        yours.map { values($0, new) }
      )
      return
    }
    let parts = (old.words(mine), new.words(yours))
    if mine.isOtherwise != yours.isOtherwise {
      differences.tell(.input, clauses, parts.0, parts.1)
    } else {
      for column in new.inputs where shared.inputs.contains(column.key) {
        differences.tell(
          .input,
          clauses,
          parts: (column.name, column.name),
          mine.cells[column.key],
          yours.cells[column.key]
        )
      }
    }
    for column in new.outputs where shared.outputs.contains(column.key) {
      let isGuarded = old.outputs.count > 1 || new.outputs.count > 1
      let named =
        isGuarded ? (joined(parts.0, column.name), joined(parts.1, column.name)) : parts
      differences.tell(
        .output,
        clauses,
        parts: named,
        mine.outputs[column.key],
        yours.outputs[column.key]
      )
    }
    differences.tell(.standing, clauses, parts: parts, mine.standing, yours.standing)
    differences.tell(.sources, clauses, parts: parts, mine.sources, yours.sources)
  }

  private func joined(_ one: Bilingual, _ other: Bilingual) -> Bilingual {
    Bilingual("\(one.english), \(other.english)", "\(one.chinese)，\(other[.chinese])")
  }

  private func values(_ row: ComparedTable.Row, _ table: ComparedTable) -> Bilingual {
    let texts = table.outputs.compactMap { row.outputs[$0.key] }
    return Bilingual(
      texts.map(\.english).joined(separator: ", "),
      texts.map(\.chinese).joined(separator: "，")
    )
  }
}
