import ExpressionLanguage
import Policy
import TestSupport
import Testing

/// The canonical layout: what changes, what stays, and that nothing that is said changes.
@Suite struct FormattingTests {
  private static let untidy =
    "\u{FEFF}---\r\npolicy:   test/measure  \r\ntitle: 办法 · A measure\r\n\r\n"
      + """
      authority: 机关 · The office
      effective: 2021-01-01
      standing: sample
      numbering: ours
      time zone: UTC
      facts: facts.md
      sources:
        S:   a source: with a colon
      ---
      <!-- A comment
             keeps   its lines  \n\n  too. -->
      #   第一章 总则   ·  Chapter 1 General
      ##  第一条 条件 · Article 1 Who may {source:  S, Art. 3}  { standing: sample, why }
      > 官方文本   不动
      >不动

      　　申请人（“本人”）应当**同时符合**下列条件：\u{20}\u{20}
      An applicant meets **all of**   the following:
      1.  甲 · a `children >= 3`

      2. 乙
         b
         `age < 3 years`   {discretion}
      3. 符合下列条件**之一**
         meets **any of** these

         1. 丙 · c `with spouse`
         2. 丁 · d `relief != none`



      ### 表 · Table {standing: sample}
      <!-- touches -->
      文字

      |  U |education · 学历|points|  note  |
      | :--- | :----: | -------: | --- |
      |(1)| "doctorate" · 博士   , "master"   |40|a \\| b|
      | (2) | "bachelor" , "none"|0||

      #### 式 · Formula
      ```feel

      if with spouse
        then   children
        else 0

      ```
      """

  private static let tidy = """
    ---
    policy: test/measure
    title: 办法 · A measure
    authority: 机关 · The office
    effective: 2021-01-01
    standing: sample
    numbering: ours
    time zone: UTC
    facts: facts.md
    sources:
      S: a source: with a colon
    ---

    <!-- A comment
           keeps   its lines

      too. -->
    # 第一章 总则 · Chapter 1 General

    ## 第一条 条件 · Article 1 Who may {source: S, Art. 3} {standing: sample, why}

    > 官方文本   不动
    >不动

    　　申请人（“本人”）应当**同时符合**下列条件：
    An applicant meets **all of**   the following:

    1. 甲 · a `children >= 3`
    2. 乙
       b
       `age < 3 years`   {discretion}
    3. 符合下列条件**之一**
       meets **any of** these
       1. 丙 · c `with spouse`
       2. 丁 · d `relief != none`

    ### 表 · Table {standing: sample}
    <!-- touches -->
    文字

    | U | education · 学历 | points | note |
    |:--|:-:|--:|---|
    | (1) | "doctorate" · 博士   , "master" | 40 | a \\| b |
    | (2) | "bachelor" , "none" | 0 | |

    #### 式 · Formula

    ```feel
    if with spouse
      then   children
      else 0
    ```

    """

  /// The text in the canonical layout, or what became of it instead.
  private func format(_ text: String) -> String {
    switch MeasureFormatter.format(SourceText(name: "t.md", text: text)) {
    case .formatted(let bytes): String(decoding: bytes, as: UTF8.self)
    case .unreadable(let found): "unreadable: \(found.sorted.map(\.id))"
    case .unfaithful: "unfaithful"
    }
  }

  @Test func `an untidy file is laid out, its words untouched`() {
    let difference = LineDiff.between(
      expected: FormattingTests.tidy,
      actual: format(FormattingTests.untidy)
    )
    #expect(difference.isEmpty, "\(difference)")
    #expect(format(FormattingTests.tidy) == FormattingTests.tidy)
  }

  @Test func `the measures that are shipped are laid out so`() {
    let files = ShippedPolicies.files
    let results = LibraryFormatter.format(files, targets: Set(files.map(\.path)))
    #expect(results.count == files.count && files.count > 10)
    for result in results {
      guard case .formatted(let bytes) = result.outcome else {
        Issue.record("\(result.path): \(result.outcome)")
        continue
      }
      #expect(bytes == result.source.bytes, "\(result.path)")
    }
  }

  private static let files: [PolicyFile] =
    ShippedPolicies.files + [
      PolicyFile(path: "tidy.md", bytes: Array(tidy.utf8), hash: "")
    ]

  @Test(arguments: 0..<4)
  func `every layout of a text comes to the same bytes`(seed: UInt64) {
    var mutator = LayoutMutator(seed: seed)
    var changes = 0
    for file in FormattingTests.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed = mutator.changed(text)
      changes += changed == text ? 0 : 1
      let formatted = format(changed)
      guard formatted != text else { continue }
      let difference = LineDiff.between(expected: text, actual: formatted)
      Issue.record("\(file.path), seed \(seed):\n\(difference.prefix(2_000))")
    }
    #expect(changes == FormattingTests.files.count)
  }

  @Test(arguments: 0..<8)
  func `an amendment is laid out, and what it amends decides as before`(seed: UInt64) throws {
    let amendment = SmallLaw.front("amends: demo/points", "2022-01-01") + SmallLaw.agePoints(40)
    var mutator = LayoutMutator(seed: seed)
    let texts = [
      ("facts.md", SmallLaw.dictionary),
      (
        "points/2021.md", SmallLaw.measure.replacing("facts: facts", with: "facts: ../facts") + "\n"
      ),
      ("points/2022.md", amendment),
    ]
    func files(_ change: (String) -> String) -> [PolicyFile] {
      texts.map { PolicyFile(path: $0.0, bytes: Array(change($0.1).utf8), hash: "") }
    }
    let tidy = LibraryFormatter.format(files { $0 }, targets: Set(texts.map(\.0)))
    let untidy = files { mutator.changed($0) }
    let results = LibraryFormatter.format(untidy, targets: Set(texts.map(\.0)))
    for (result, expected) in zip(results, tidy) {
      guard case .formatted(let bytes) = result.outcome,
        case .formatted(let same) = expected.outcome
      else {
        Issue.record("\(result.path): \(result.outcome)")
        continue
      }
      #expect(bytes == same, "\(result.path)")
    }
    let before = PolicyMeaning(PolicyLibrary(files: files { $0 }))
    #expect(before.statements.contains { $0.contains("demo on 2022-01-01") })
    #expect(PolicyMeaning(PolicyLibrary(files: untidy)) == before)
  }

  @Test func `a file with errors is not touched`() {
    for text in [
      "", "# 章 · Chapter\n", FormattingTests.tidy + "\n- a bullet\n",
      FormattingTests.tidy.replacing("2. 乙", with: "5. 乙"),
      FormattingTests.tidy.replacing("|:--|", with: "|---|---|"),
    ] {
      #expect(format(text).hasPrefix("unreadable: ["))
    }
  }

  @Test(arguments: [
    ("甲 · a", "甲 · b"), ("children >= 3", "children >= 4"), ("| 40 |", "| 41 |"), ("}", ", x}"),
    ("**all of**", "**any of**"), ("3. 符合", "3. 不符合"), ("官方文本", "官方 文本"), ("文字", "文 字"),
    ("### 表", "#### 表"), ("else 0", "else 1"), ("effective: 2021", "effective: 2022"),
    ("## 第一条", "## 第二条"), (" {discretion}", ""), ("a \\| b", "a \\| c"),
  ])
  func `what a file says is told from its layout`(old: String, new: String) throws {
    func meaning(_ text: String) throws -> DocumentMeaning {
      let read = MeasureReader.read(SourceText(name: "t.md", text: text))
      return DocumentMeaning(try #require(read.document))
    }
    let text = FormattingTests.tidy
    #expect(text.contains(old))
    var changed = text
    changed.replace(old, with: new, maxReplacements: 1)
    #expect(try meaning(changed) != meaning(text))
    #expect(try meaning(FormattingTests.untidy) == meaning(text))
  }

  @Test func `what measures decide is told from how they are laid out`() throws {
    let before = PolicyMeaning(PolicyLibrary(files: ShippedPolicies.measures))
    #expect(before.statements.count > 300)
    var mutator = LayoutMutator(seed: 9)
    let laidOut = ShippedPolicies.measures.map { file in
      var file = file
      file.bytes = Array(mutator.changed(String(decoding: file.bytes, as: UTF8.self)).utf8)
      return file
    }
    #expect(PolicyMeaning(PolicyLibrary(files: laidOut)) == before)
    let changed = ShippedPolicies.measures.map { file in
      var file = file
      let text = String(decoding: file.bytes, as: UTF8.self)
      file.bytes = Array(text.replacing("| <= 35 | 20 |", with: "| <= 35 | 21 |").utf8)
      return file
    }
    #expect(PolicyMeaning(PolicyLibrary(files: changed)) != before)
  }
}
