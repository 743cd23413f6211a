import ExpressionLanguage
import FactFiles
import Testing

/// Every refusal of a YAML file, with its name, its place and its first words.
struct YAMLRefusalTests {
  static let features: [Refusal] = [
    Refusal(
      "a: 1\nb: &x 2",
      "yaml-anchor",
      2,
      4,
      "a YAML anchor",
      "YAML 锚点"
    ),
    Refusal("户籍: *北京", "yaml-alias", 1, 5, "a YAML alias", "YAML 引用"),
    Refusal("a: [1, *x]", "yaml-alias", 1, 8, "a YAML alias", "YAML 引用"),
    Refusal("a: !!int 5", "yaml-tag", 1, 4, "a YAML tag", "YAML 标签"),
    Refusal("a: ! 5", "yaml-tag", 1, 4, "a YAML tag", "YAML 标签"),
    Refusal("a: !!str \"5\"", "yaml-tag", 1, 4, "a YAML tag", "YAML 标签"),
    Refusal("a:\n  <<: {x: 1}", "yaml-merge-key", 2, 3, "a YAML merge key", "YAML 合并键"),
    Refusal("%YAML 1.2\n---\na: 1", "yaml-directive", 1, 1, "a YAML directive", "YAML 指令"),
    Refusal("a: 1\n---\nb: 2", "several-documents", 2, 1, "several documents", "一个文件里有多份文档"),
    Refusal("---\na: 1\n---\n", "several-documents", 3, 1, "several documents", "一个文件里有多份文档"),
    Refusal("a: 1\n...\nb: 2", "several-documents", 3, 1, "several documents", "一个文件里有多份文档"),
    Refusal("[a, b]: c", "yaml-key-not-text", 1, 1, "a key that is no plain name", "键不是普通名称"),
    Refusal("{a: b}: c", "yaml-key-not-text", 1, 1, "a key that is no plain name", "键不是普通名称"),
    Refusal("a: 1\n? b\n: c", "yaml-key-not-text", 2, 1, "a key that is no plain name", "键不是普通名称"),
    Refusal("a:\n  : b", "empty-key", 2, 3, "a value without a name", "有值而无名称"),
    Refusal("a:\n  \"\": b", "empty-key", 2, 3, "a value without a name", "有值而无名称"),
    Refusal("- a\n- b", "not-a-map", 1, 1, "no names of facts", "没有事实名称"),
    Refusal("北京", "not-a-map", 1, 1, "no names of facts", "没有事实名称"),
    Refusal("# 只有注释\n---\n", "empty-file", 3, 1, "an empty file", "空文件"),
  ]

  static let values: [Refusal] = [
    Refusal("姓名: 张三\n户籍:\n", "null-value", 2, 1, "户籍 has no value", "“户籍”没有值"),
    Refusal("a: ~", "null-value", 1, 4, "~ is not a value", "~ 不是值"),
    Refusal("a: null", "null-value", 1, 4, "null is not a value", "null 不是值"),
    Refusal("a: [x, Null]", "null-value", 1, 8, "Null is not a value", "Null 不是值"),
    Refusal("a:\n  -\n  - x", "null-value", 2, 4, "this entry has no value", "这一项没有值"),
    Refusal("a: {b, c: 1}", "null-value", 1, 5, "b has no value", "“b”没有值"),
    Refusal("a: 1\nb: 2\na: 3", "doubled-key", 3, 1, "a is given twice", "“a”写了两次"),
    Refusal("户:\n  籍: 1\n  \"籍\": 2", "doubled-key", 3, 3, "籍 is given twice", "“籍”写了两次"),
    Refusal("a: {b: 1, 'b': 2}", "doubled-key", 1, 11, "b is given twice", "“b”写了两次"),
    Refusal("- x: 1\n  x: 2", "doubled-key", 2, 3, "x is given twice", "“x”写了两次"),
    Refusal("x: 1\n\"\\x78\": 2", "doubled-key", 2, 1, "x is given twice", "“x”写了两次"),
    Refusal("1: a\n'1': b", "doubled-key", 2, 1, "1 is given twice", "“1”写了两次"),
    Refusal("e\u{301}: a\né: b", "doubled-key", 2, 1, "é is given twice", "“é”写了两次"),
    Refusal("a: \"x\\0\"", "control-character", 1, 4, "a control character, U+0000", "控制字符 U+0000"),
    Refusal("a: \"\\q\"", "bad-escape", 1, 5, "an escape that means nothing", "转义写法无效"),
    Refusal("a: \"\\uD83D\"", "bad-escape", 1, 7, "an escape that means nothing", "转义写法无效"),
  ]

  static let punctuation: [Refusal] = [
    Refusal("户籍：北京", "full-width-colon", 1, 3, "a full-width colon", "全角冒号"),
    Refusal("姓名: 张三\n户籍：北京\n年龄: 30", "full-width-colon", 2, 3, "a full-width colon", "全角冒号"),
    Refusal("户籍：北京\n姓名: 张三", "full-width-colon", 1, 3, "a full-width colon", "全角冒号"),
    Refusal("人:\n  户籍：北京", "full-width-colon", 2, 5, "a full-width colon", "全角冒号"),
    Refusal("姓名: 张三\n  户籍：北京", "full-width-colon", 2, 5, "a full-width colon", "全角冒号"),
    Refusal("a: {户籍：北京}", "full-width-colon", 1, 7, "a full-width colon", "全角冒号"),
    Refusal("a: [北京，上海]", "full-width-comma", 1, 7, "a full-width comma", "全角逗号"),
    Refusal("a: [北京、上海]", "full-width-comma", 1, 7, "a full-width comma", "全角逗号"),
    Refusal("户籍: “北京”", "curly-quotes", 1, 5, "curly quotes", "全角引号"),
    Refusal("“户籍”: 北京", "curly-quotes", 1, 1, "curly quotes", "全角引号"),
    Refusal("户籍: “北京\"", "curly-quotes", 1, 5, "curly quotes", "全角引号"),
    Refusal("户籍: \"北京”\n年龄: 3", "unclosed-quote", 1, 5, "a quotation mark without", "引号没有成对"),
    Refusal("户籍:\u{3000}北京\na: 1", "full-width-space", 1, 4, "a full-width space", "全角空格"),
    Refusal("户籍: \u{3000}北京", "full-width-space", 1, 5, "a full-width space", "全角空格"),
    Refusal("\u{3000}户籍: 北京", "full-width-space", 1, 1, "a full-width space", "全角空格"),
    Refusal("姓名: 张三\n户籍:北京\n", "colon-without-space", 2, 3, "a colon without a space", "冒号后面没有空格"),
    Refusal("户籍:北京\n姓名: 张三", "colon-without-space", 1, 3, "a colon without a space", "冒号后面没有空格"),
    Refusal("a: {b:, c: 1}", "colon-without-space", 1, 6, "a colon without a space", "冒号后面没有空格"),
    Refusal("姓名: 张三\n户籍\n年龄: 3", "missing-colon", 2, 1, "a line without a colon", "这一行没有冒号"),
    Refusal("备注: 见附件: 一", "second-colon", 1, 8, "a second colon", "一行里有第二个冒号"),
  ]

  static let structure: [Refusal] = [
    Refusal("a:\n\tb: 1", "tab-indentation", 2, 1, "a tab at the beginning", "行首用了制表符"),
    Refusal("a: \"1\"\n \t\nb: 2", "tab-indentation", 2, 2, "a tab at the beginning", "行首用了制表符"),
    Refusal("a: b\n\tc", "tab-indentation", 2, 1, "a tab at the beginning", "行首用了制表符"),
    Refusal("a: |\n\tc", "tab-indentation", 2, 1, "a tab at the beginning", "行首用了制表符"),
    Refusal("a: 1\n  b: 2", "indented-too-far", 2, 3, "a line set in too far", "缩进过深"),
    Refusal("a:\n    b: 1\n  c: 2", "uneven-indentation", 3, 3, "uneven indentation", "缩进不齐"),
    Refusal("  a: 1\nb: 2", "uneven-indentation", 2, 1, "uneven indentation", "缩进不齐"),
    Refusal("a: - b", "list-on-key-line", 1, 4, "a list on the line of its name", "列表写在了名称同一行"),
    Refusal("a: \"北京\"市", "text-after-value", 1, 8, "text after the end", "值结束后还有文字"),
    Refusal("a: [1] 2", "text-after-value", 1, 8, "text after the end", "值结束后还有文字"),
    Refusal("a: | 正文", "text-after-block-mark", 1, 4, "text on the line of | or >", "| 或 > 同一行"),
    Refusal("a: @北京", "bad-first-character", 1, 4, "text that begins with @", "以 @ 开头"),
    Refusal("a: \"北京\nb: \"上海\"", "unclosed-quote", 1, 4, "a quotation mark without", "引号没有成对"),
    Refusal("a: 'x", "unclosed-quote", 1, 4, "a quotation mark without", "引号没有成对"),
    Refusal("a: \"x\n---\n\"", "unclosed-quote", 1, 4, "a quotation mark without", "引号没有成对"),
    Refusal("a: [1, 2\nb: 3", "unclosed-bracket", 1, 4, "a bracket without", "括号没有成对"),
    Refusal("a: [1, 2}", "unclosed-bracket", 1, 4, "a bracket without", "括号没有成对"),
    Refusal("a: {b: [1", "unclosed-bracket", 1, 8, "a bracket without", "括号没有成对"),
    Refusal("a: 1\nb: ]", "stray-bracket", 2, 4, "a closing bracket too many", "多了一个右括号"),
    Refusal("a: [\"x\" \"y\"]", "missing-comma", 1, 9, "a missing comma", "缺少逗号"),
    Refusal("a: 1\n- b", "yaml-syntax", 2, 1, "this line fits neither", "这一行与上下文对不齐"),
    Refusal("- a\nb: 1", "yaml-syntax", 2, 1, "this line fits neither", "这一行与上下文对不齐"),
    Refusal("户: [1, , 2]", "yaml-syntax", 1, 8, "a value is missing", "缺少值"),
    Refusal("a: {b: 1 [2]}", "missing-comma", 1, 10, "a missing comma", "缺少逗号"),
    Refusal("a: {b: 1]", "unclosed-bracket", 1, 4, "a bracket without", "括号没有成对"),
    Refusal("''\n''", "yaml-syntax", 2, 1, "text after the end of the facts", "信息结束之后还有内容"),
  ]

  @Test(arguments: features + values + punctuation + structure)
  func `a YAML file is refused at its place`(_ refusal: Refusal) {
    refusal.check()
  }

  @Test func `a doubled key names the line of the first`() throws {
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: "# x\na: 1\nb: 2\na: 3"))
    let finding = try #require(file.diagnostics.sorted.first)
    #expect(finding.reason?.english.hasPrefix("Line 2 gives a already") == true)
    #expect(finding.reason?.chinese.hasPrefix("第 2 行已经写了“a”") == true)
  }

  @Test func `a full-width colon is mended in the fix`() throws {
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: "户籍：北京"))
    let finding = try #require(file.diagnostics.sorted.first)
    #expect(finding.fix?.english.hasPrefix("户籍: 北京 (a plain colon and a space)") == true)
    #expect(finding.fix?.chinese.hasPrefix("户籍: 北京（半角冒号加空格）") == true)
  }

  @Test func `a name longer than YAML takes is refused as such`() {
    for count in [1024, 1025] {
      let name = String(repeating: "名", count: count)
      for text in ["a: 1\n\(name): 2", "\(name): 2", "\"\(name.dropLast(2))\": 2", "{\(name): 2}"] {
        let file = FactFileReader.read(SourceText(name: "a.yaml", text: text))
        let ids = count > 1024 ? ["yaml-key-too-long"] : []
        #expect(file.diagnostics.sorted.map(\.id) == ids, "\(text.prefix(10)) \(count)")
      }
    }
  }

  @Test func `what follows from a tab is not worth a word`() {
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: "a: 1\n\tb: 2\n\tc: 3"))
    #expect(file.diagnostics.sorted.map(\.id) == ["tab-indentation"])
  }

  @Test func `a byte-order mark shifts no finding`() {
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: "\u{FEFF}户: [1, , 2]"))
    #expect(file.diagnostics.sorted.map(\.range) == [SourceRange(12, 13)])
  }

  @Test func `every refusal of one file is told at once`() {
    let text = "a: &x 1\nb: ~\nb: *x\n“c”: !t 2\nd:\n  <<: 3"
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: text))
    let ids = ["yaml-anchor", "doubled-key", "yaml-alias", "curly-quotes", "yaml-tag"]
    #expect(file.diagnostics.sorted.map(\.id) == ids + ["yaml-merge-key"])
  }

  @Test func `signs inside quotes, remarks and blocks are only text`() {
    let text = """
      a: "&x *y !z << ? [{" # &x *y [[[
      b: '--- %YAML ： “ ” ，'
      c: |
        &x *y: [
        ---x
        <<: *y
      d: 见&x, *y, !z, 北京，上海：是
      """
    let file = FactFileReader.read(SourceText(name: "a.yaml", text: text))
    #expect(file.diagnostics.isEmpty)
    #expect(file.tree != nil)
  }
}
