import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// Sound text, damaged at random: the reader never stops, and every place lies inside the file.
struct MutationTests {
  private static let sound =
    Reading.front(.policy) + """
      # 第一章 总则 · Chapter 1 General {source: X}

      > 官方文本

      <!-- a note
      -->
      ## 第二条 条件 · Article 2 Conditions {standing: sample, why} {exception to: other rule}

      申请人应当**同时符合**下列条件，**最高12分**：
      A person meets **all of** the following, **at most 12 points**, **when** `a = "b"`:

      1. 甲 · a `x >= 3 years` {discretion}
      2. 符合下列条件**之一**
         meets **any of** the following
         1. 乙 · b `y`
         2. `z`

      ### Points · 分值

      | U | age · 年龄 | points |
      |---|:-:|--:|
      | (1) | "x\\|y" · 甲 | 3 |
      | (2) | otherwise | 0 |

      #### 期限 · Term

      **At most** `a * 2`.

      ```feel
      if a then b
      else c
      ```

      """

  @Test func `the sound text is sound`() {
    Reading(file: MutationTests.sound).expect()
  }

  @Test(arguments: 0..<40)
  func `damaged text never stops the reader`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<40 {
      var bytes = Array(MutationTests.sound.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        MutationTests.damage(&bytes, &generator)
      }
      let source = SourceText(name: "t", bytes: bytes)
      let (document, diagnostics) = MeasureReader.read(source)
      for finding in diagnostics.sorted {
        #expect(finding.range.start >= 0 && finding.range.end <= bytes.count)
        _ = DiagnosticFormatter(language: .chinese).format(finding, in: source)
      }
      guard let document else { continue }
      for range in MutationTests.ranges(of: document) {
        try #require(range.start >= 0 && range.start <= range.end && range.end <= bytes.count)
      }
    }
  }

  private static let pieces: [String] = [
    "\n", "\n\n", " ", "   ", "|", "`", "**", "*", "#", "# ", "{", "}", "> ", "<!--", "-->",
    "---\n",
    "1. ", "- ", "·", " · ", "：", "\"", "\\", "之一", "不得", "```", "\t", "\0", "\u{FEFF}", "第三条",
  ]

  private static func damage(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
    let length = min(Int.random(in: 0...12, using: &generator), bytes.count - place)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(place..<(place + length))
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 3:
      guard let piece = pieces.randomElement(using: &generator) else { return }
      bytes.insert(contentsOf: piece.utf8, at: place)
    case 4:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      lines.remove(at: Int.random(in: 0..<lines.count, using: &generator))
      bytes = Array(lines.joined(separator: [0x0A]))
    default:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      guard let line = lines.randomElement(using: &generator) else { return }
      lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
      bytes = Array(lines.joined(separator: [0x0A]))
    }
  }

  private static func ranges(of document: Document) -> [SourceRange] {
    var ranges = [document.front.range, document.front.idRange]
    for entry in document.front.entries { ranges += [entry.keyRange, entry.valueRange] }
    for section in document.sections {
      ranges += [section.range, section.heading.range] + section.quotations
      for half in [section.heading.english, section.heading.chinese] {
        if let half { ranges += [half.range, half.labelRange] }
      }
      ranges += section.marks.flatMap { [$0.range, $0.keyRange, $0.valueRange] }
      for paragraph in section.paragraphs {
        ranges += [paragraph.range] + paragraph.lines + paragraph.inlines.map(\.range)
      }
      ranges += self.ranges(of: section.operators)
      for block in section.blocks { ranges += [block.range] + self.ranges(of: block) }
    }
    return ranges
  }

  private static func ranges(of words: LeadWords) -> [SourceRange] {
    words.limits.map(\.range)
      + [
        words.listRange, words.when, words.whenRange, words.suspendedWhen,
        words.suspendedWhenRange,
      ].compactMap { $0 }
  }

  private static func ranges(of block: Block) -> [SourceRange] {
    switch block {
    case .fence(let fence): [fence.content]
    case .table(let table):
      table.header.map(\.range) + table.rows.flatMap { $0.map(\.range) } + [table.headerRange]
    case .list(let list): list.items.flatMap { ranges(of: $0) }
    }
  }

  private static func ranges(of item: Item) -> [SourceRange] {
    var ranges = [item.range] + item.words.map(\.range) + item.marks.map(\.range)
    ranges += (item.english?.ranges ?? []) + (item.chinese?.ranges ?? [])
    if let test = item.test { ranges.append(test) }
    ranges += self.ranges(of: item.operators)
    for inner in item.sublist?.items ?? [] { ranges += self.ranges(of: inner) }
    return ranges
  }
}
