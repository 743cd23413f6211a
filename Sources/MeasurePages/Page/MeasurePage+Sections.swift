import ExpressionLanguage
import Policy

extension MeasurePage {
  /// The sections of a range, each with those below it.
  func sections(_ range: Range<Int>) -> [Markup] {
    branches(of: range).map { root, below in
      tag(.section) {
        section(root)
        sections(below)
      }
    }
  }

  /// One heading with what stands directly under it.
  private func section(_ position: Int) -> [Markup] {
    let section = document.sections[position]
    let rule = rule(at: section.heading.range)
    var pieces = [
      tag(.heading(section.level + 1), .id(anchors.sections[position])) {
        tag(.a, .style("self"), .href(.place(anchors.sections[position]))) {
          words.stacked(heading(section))
        }
      }
    ]
    let standing = rule?.standing ?? standing(of: position)
    let sources = sources(of: section.marks)
    if !section.blocks.isEmpty || section.mark("standing") != nil || rule != nil {
      pieces.append(tag(.p, .style("notes")) { notes(standing, sources) })
    } else if !sources.isEmpty {
      pieces.append(tag(.p, .style("notes")) { words.list(sources.map { [cite($0)] }) })
    }
    pieces += kinds(section, rule)
    pieces += body(section, position, rule, standing)
    if let rule { pieces += about(rule) }
    return pieces
  }

  /// The rule that a heading or a term declares.
  func rule(at range: SourceRange) -> Rule? {
    set.rules.first { $0.measure == index && $0.range == range }
  }

  /// Prose, quotations and the rule, in the order in which they were written.
  private func body(
    _ section: Section,
    _ position: Int,
    _ rule: Rule?,
    _ standing: StandingNote
  ) -> [Markup] {
    var parts: [(start: Int, pieces: [Markup])] = []
    for paragraph in section.paragraphs {
      parts.append((paragraph.range.start, prose(paragraph.lines.map { source.text($0) }, rule)))
    }
    for quotation in section.quotations {
      let lines = source.text(quotation).split(separator: "\n").map { line in
        String(line.drop { $0 == " " }.dropFirst()).trimmingSpaces
      }
      parts.append((quotation.start, [tag(.blockquote) { prose(lines, rule) }]))
    }
    for block in section.blocks {
      let shown = self.block(block, section, position, rule)
      let framed =
        section.isUnbound
        ? shown : [tag(.div, .style("rule \(standing.standing.word)")) { shown }]
      parts.append((block.range.start, framed))
    }
    return parts.sorted { $0.start < $1.start }.flatMap(\.pieces)
  }

  /// Prose, its two languages side by side where there is room.
  func prose(_ lines: [String], _ rule: Rule? = nil) -> [Markup] {
    let halves = BilingualProse(lines)
    func blocks(_ text: String, _ language: Language) -> [Markup] {
      ProseReader(lineBreak: language == .chinese ? "" : " ") { code($0, of: rule) }.blocks(text)
    }
    let isBoth = language == .both && !halves.chinese.isEmpty && !halves.english.isEmpty
    guard isBoth else {
      let (text, written) = halves[language == .english ? .english : .chinese]
      return [
        tag(.div, .style("pair"), .lang(Tongue(written))) {
          tag(.div) { blocks(text, written) }
        }
      ]
    }
    return [
      tag(.div, .style("pair wide")) {
        tag(.div, .lang(.chinese)) { blocks(halves.chinese, .chinese) }
        tag(.div, .lang(.english)) { blocks(halves.english, .english) }
      }
    ]
  }

  private func block(
    _ block: Block,
    _ section: Section,
    _ position: Int,
    _ rule: Rule?
  ) -> [Markup] {
    switch block {
    case .fence(let fence):
      return [tag(.pre) { code(source.text(fence.content), of: rule) }]
    case .list(let list) where section.operators.list == .means && !section.isUnbound:
      return [terms(list)]
    case .list(let list):
      if case .list(let read) = rule?.body { return [items(list, read, rule)] }
      return [items(list, nil, rule)]
    case .table(let table):
      if section.isUnbound { return [plain(table, anchors.sections[position])] }
      let id = anchors.sections[position]
      switch (rule?.body, table.header.first?.text) {
      case (.table(let read), _): return rule.map { decision(table, read, $0, id) } ?? []
      case (.dated(let entries, let isList), _):
        return rule.map { dated(entries, isList: isList, $0, id) } ?? []
      case (_, "channel"): return channel(at: section.heading.range, table)
      case (_, "service"): return services(table, section, id)
      case (_, "office"): return office(table, section, id)
      default: return [plain(table, id)]
      }
    }
  }

  /// What kind of text it is, where it is no rule or no common one.
  private func kinds(_ section: Section, _ rule: Rule?) -> [Markup] {
    var lines: [[Markup]] = []
    let text = source.originalText(at: section.heading.range.start)
    if text > 0, measure.texts.indices.contains(text) {
      let day = measure.texts[text].from.words
      lines.append([
        words.stacked("As amended from \(day.english)", "经修正，自\(day.chinese)起施行")
      ])
    }
    for mark in section.marks {
      switch mark.key {
      case "informative":
        lines.append(
          [words.stacked("For information: nothing here binds.", "说明性条文：本条只作说明，不作为判定依据。")]
        )
      case "discretion":
        lines.append(
          [
            words.stacked(
              "Left to the office: it decides in each case, and this page computes nothing.",
              "由机关裁量：由主管机关按具体情形决定，此处不作计算。"
            )
          ]
        )
      case "not encoded":
        lines.append(
          words.inline("Not computed here. Why:", "此处未编写为规则，原因：") + [.text(" ")]
            + [words.single(mark.value)]
        )
      case "repealed":
        lines.append([words.stacked("Repealed: it no longer binds.", "已废止：不再适用。")])
      default: break
      }
    }
    if let rule {
      if let kind = rule.records {
        lines.append(
          words.inline("Decided for each of:", "逐项判定，对象：") + [.text(" ")] + mention(records: kind)
        )
      }
      if !rule.parameters.isEmpty {
        lines.append(
          words.inline("Given:", "按所给的值判定：") + [.text(" ")]
            + words.list(
              rule.parameters.map { parameter in [tag(.code, .lang(.english)) { parameter.name }] }
            )
        )
      }
      if let target = rule.exceptionTo {
        lines.append(
          words.inline("An exception to:", "本规则是下列规则的例外：") + [.text(" ")] + mention(target)
        )
      }
    }
    return lines.map { line in tag(.p, .style("kind")) { line } }
  }
}
