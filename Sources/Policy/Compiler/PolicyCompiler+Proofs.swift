import ExpressionLanguage

extension PolicyCompiler {
  /// Proves a table and says what is wrong with it, at the row or header where it stands.
  ///
  /// A table that was read with errors is not judged: a row of it may be lost.
  func prove(_ proof: ProofTable, _ table: Table, _ name: Bilingual, _ measure: Int) {
    let found = library.report.findings[source(measure).name]?.sorted ?? []
    let isWhole = !found.contains {
      $0.severity == .error && table.range.start <= $0.range.start
        && $0.range.start <= table.range.end
    }
    guard isWhole else { return }
    let words = ProofWords(compiler: self, proof: proof, table: table, name: name, measure: measure)
    // A branch costs as much as the table is large; a large one gets fewer of them.
    let budget = max(1_000, 4_000_000 / max(1, proof.rows.count * proof.columns.count))
    for finding in TableProver.findings(of: proof, budget: min(200_000, budget)) {
      fail(words.diagnostic(finding), measure)
    }
  }
}

/// Says the findings of a proof in the officer's words.
struct ProofWords {
  let compiler: PolicyCompiler
  let proof: ProofTable
  let table: Table
  let name: Bilingual
  let measure: Int

  private var source: SourceText { compiler.source(measure) }

  func diagnostic(_ finding: ProofFinding) -> Diagnostic {
    switch finding {
    case .gap(let person): gap(person)
    case .overlap(let first, let second, let person): overlap(first, second, person)
    case .unreachable(let row): unreachable(row)
    case .guardGap(let group, let person): guardGap(group, person)
    case .guardOverlap(let group, let first, let second, let person):
      guardOverlap(group, first, second, person)
    case .notProved: notProved()
    }
  }

  private func who(_ person: ProofPerson, _ language: Language) -> String {
    let parts = zip(proof.variables, person.values).compactMap { variable, value in
      value.map { value in
        let text =
          language == .english
          ? quoted(variable.type, value) : variable.type.text(value, .chinese)
        let name = language == .english ? variable.name.english : variable.name[.chinese]
        return language == .english ? "\(name) = \(text)" : "\(name)为\(text)"
      }
    }
    if parts.isEmpty { return language == .english ? "anyone" : "任何人" }
    return parts.joined(separator: language == .english ? ", " : "、")
  }

  /// The person as the subject of a sentence.
  private func subject(_ person: ProofPerson, _ language: Language) -> String {
    let name = who(person, language)
    if person.values.allSatisfy({ $0 == nil }) {
      return language == .english ? "Anyone" : name
    }
    return language == .english ? "Who has \(name)" : name + "的人"
  }

  private func quoted(_ type: ValueType, _ value: Value) -> String {
    if case .choice = value { return "\"\(type.canonical(value))\"" }
    if case .truth = value { return type.canonical(value) }
    return type.text(value, .english)
  }

  private func possibly(_ person: ProofPerson) -> [Bilingual] {
    person.isOnlyPossible
      ? [
        Bilingual(
          "possible only: a rule computes an input, and perhaps nobody comes out like this",
          "仅为可能：其中有由规则计算的输入，也许实际没有这样的人"
        )
      ] : []
  }

  private func clause(_ row: Int) -> String {
    table.rows.indices.contains(row) ? table.rows[row].first?.text ?? "" : ""
  }

  private func output(_ row: Int, _ language: Language) -> String {
    guard table.rows.indices.contains(row) else { return "" }
    let words = table.header.map { NameKey.of(Glossed.parts($0.text).first ?? "") }
    guard let column = words.firstIndex(where: { $0 == "points" || $0 == "value" }),
      table.rows[row].indices.contains(column)
    else { return "" }
    let text = Glossed.parts(table.rows[row][column].text).first ?? ""
    let isBare = words[column] == "points" && Int(text) != nil
    if language == .chinese { return isBare ? "，\(text)分" : "，\(text)" }
    return isBare ? ", \(text) points," : ","
  }

  private func gap(_ person: ProofPerson) -> Diagnostic {
    var reason = Bilingual(
      "No row of \(name.english) covers it.",
      "“\(name[.chinese])”没有一行适用。"
    )
    if let (line, label) = dictionaryLine(person) {
      reason = Bilingual(
        "The dictionary has \(label.english) on line \(line); no row of \(name.english) covers it.",
        "数据字典第\(line)行有“\(label.chinese)”；“\(name[.chinese])”没有一行适用。"
      )
    }
    let pattern = proof.columns.map { column -> String in
      guard let value = person.values[column.variable] else { return "-" }
      let type = proof.variables[column.variable].type
      guard case .choice(let index) = value, let choice = type.choice,
        !choice.values[index].chinese.isEmpty
      else { return quoted(type, value) }
      return quoted(type, value) + " · " + choice.values[index].chinese
    }
    let row = "| \(nextClause) | " + pattern.joined(separator: " | ") + " | … |"
    let cell = table.header.first?.range ?? table.headerRange
    return Diagnostic(
      "table-gap",
      at: cell,
      Bilingual(
        "nobody decides for \(who(person, .english))",
        "有人落空：\(who(person, .chinese))"
      ),
      reason: reason,
      notes: possibly(person),
      fix: Bilingual("a row for it: \(row)", "补一行：\(row)")
    )
  }

  /// The clause of a row that would come next.
  private var nextClause: String {
    let numbers = table.rows.map { row in
      row.first.flatMap { Clause.of($0.text) }.flatMap { Int($0.dropFirst().dropLast()) }
    }
    guard numbers.allSatisfy({ $0 != nil }), let last = numbers.compactMap(\.self).max() else {
      return "(…)"
    }
    return "(\(last + 1))"
  }

  /// Where the dictionary declares the one value that falls through.
  private func dictionaryLine(_ person: ProofPerson) -> (Int, Bilingual)? {
    let concerned = person.values.indices.filter { person.values[$0] != nil }
    guard concerned.count == 1, let value = person.values[concerned[0]], case .choice = value
    else { return nil }
    let variable = proof.variables[concerned[0]]
    let name = NameKey.of(variable.name.english)
    guard let fact = compiler.model.facts.first(where: { NameKey.of($0.name.english) == name }),
      let dictionary = compiler.library.dictionaries.values.first(where: {
        $0.source.name == fact.file
      })
    else { return nil }
    let label = variable.type.canonical(value)
    let lines = dictionary.source.lineStarts.indices.first { line in
      dictionary.source.text(dictionary.source.lineRange(line + 1)).contains("\"\(label)\"")
    }
    let chinese = variable.type.text(value, .chinese)
    return lines.map { ($0 + 1, Bilingual("\"\(label)\"", chinese)) }
  }

  private func overlap(_ first: Int, _ second: Int, _ person: ProofPerson) -> Diagnostic {
    let range = place(second, person)
    let line = source.writtenLine(at: table.rows[first][0].range.start)
    let cells = table.rows[first].dropFirst().prefix(proof.columns.count).map(\.text)
    return Diagnostic(
      "table-overlap",
      at: range,
      Bilingual("two rows of \(name.english) apply to one person", "两行重叠：\(name[.chinese])"),
      reason: Bilingual(
        "\(subject(person, .english)) falls under \(clause(first))\(output(first, .english)) "
          + "and \(clause(second))\(output(second, .english).dropLastComma).",
        "\(subject(person, .chinese))同时适用\(clause(first))\(output(first, .chinese))和"
          + "\(clause(second))\(output(second, .chinese))。"
      ),
      notes: [
        Bilingual(
          "line \(line), \(clause(first))\(cells.isEmpty ? "" : " is ")"
            + cells.joined(separator: " | "),
          "第\(line)行\(clause(first))\(cells.isEmpty ? "" : "为 ")"
            + cells.joined(separator: " | ")
        )
      ] + possibly(person),
      fix: edge(first, second, person)
    )
  }

  /// The cell of the later row that lets the person in, where there is only one that matters.
  private func place(_ row: Int, _ person: ProofPerson) -> SourceRange {
    let concerned = proof.columns.indices.filter {
      person.values[proof.columns[$0].variable] != nil && !proof.rows[row].isEmpty
        && !proof.rows[row][$0].isAny
    }
    let column = concerned.first.map { $0 + 1 } ?? 0
    return table.rows[row].indices.contains(column)
      ? table.rows[row][column].range : table.rows[row][0].range
  }

  /// For two ranges of whole numbers that overlap: where one should start and the other end.
  private func edge(_ first: Int, _ second: Int, _ person: ProofPerson) -> Bilingual {
    let concerned = proof.columns.indices.filter {
      person.values[proof.columns[$0].variable] != nil
    }
    if concerned.count == 1,
      let type = proof.variables[proof.columns[concerned[0]].variable].type.number,
      type.scale == 0, !proof.rows[first].isEmpty, !proof.rows[second].isEmpty,
      let one = span(proof.rows[first][concerned[0]], type),
      let other = span(proof.rows[second][concerned[0]], type)
    {
      let (low, high) = one.low <= other.low ? (one, other) : (other, one)
      let (lower, upper) = one.low <= other.low ? (first, second) : (second, first)
      if low.high < high.high {
        return Bilingual(
          "start \(clause(upper)) at \(low.high + 1), or end \(clause(lower)) at "
            + "\(high.low - 1): the law must say which",
          "\(clause(upper))从\(low.high + 1)起，或\(clause(lower))到\(high.low - 1)止：须由办法写明"
        )
      }
    }
    return Bilingual(
      "narrow one of the rows: the law must say which",
      "收窄其中一行：须由办法写明"
    )
  }

  /// The whole numbers that a cell of one test takes; `nil` for several tests and for `not(…)`.
  private func span(_ cell: CellTest, _ type: NumberType) -> (low: Int64, high: Int64)? {
    guard cell.tests.count == 1, !cell.isNegated else { return nil }
    switch cell.tests[0] {
    case .equal(let value): return value.order.map { ($0, $0) }
    case .range(let low, let includesLow, let high, let includesHigh):
      let first = low?.order.map { includesLow ? $0 : $0 + 1 } ?? type.least
      let last = high?.order.map { includesHigh ? $0 : $0 - 1 } ?? type.greatest
      return (first, last)
    }
  }

  private func unreachable(_ row: Int) -> Diagnostic {
    Diagnostic(
      "unreachable-row",
      at: table.rows[row][0].range,
      Bilingual("nobody comes to row \(clause(row))", "第\(clause(row))行永远不会适用"),
      reason: Bilingual(
        "Its tests pass for nobody, or the rows above take everyone of it.",
        "没有人符合其条件，或符合的人都已被上面各行包括。"
      ),
      fix: Bilingual("take it out, or mend its tests", "删去该行，或改正条件")
    )
  }

  private func guardGap(_ group: Int, _ person: ProofPerson) -> Diagnostic {
    Diagnostic(
      "guard-gap",
      at: table.headerRange,
      Bilingual(
        "no column \(proof.groups[group].name) counts for \(who(person, .english))",
        "有人落空：\(who(person, .chinese))没有适用的“\(proof.groups[group].name)”列"
      ),
      notes: possibly(person),
      fix: Bilingual(
        "one more column, or \(proof.groups[group].name) otherwise",
        "再加一列，或 \(proof.groups[group].name) otherwise"
      )
    )
  }

  private func guardOverlap(
    _ group: Int,
    _ first: Int,
    _ second: Int,
    _ person: ProofPerson
  ) -> Diagnostic {
    Diagnostic(
      "guard-overlap",
      at: table.headerRange,
      Bilingual(
        "two columns \(proof.groups[group].name) count for \(who(person, .english))",
        "\(who(person, .chinese))同时适用两个“\(proof.groups[group].name)”列"
      ),
      notes: possibly(person),
      fix: Bilingual("make the guards exclude each other", "使各列条件互不重叠")
    )
  }

  private func notProved() -> Diagnostic {
    Diagnostic(
      "not-proved",
      .warning,
      at: table.header.first?.range ?? table.headerRange,
      Bilingual("\(name.english) could not be proved", "“\(name[.chinese])”未能验证"),
      reason: Bilingual(
        "It has too many combinations; a gap or an overlap may be in it.",
        "组合过多；其中可能有遗漏或重叠。"
      ),
      fix: Bilingual("split it into several tables", "拆成几张表")
    )
  }
}

extension String {
  fileprivate var dropLastComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
