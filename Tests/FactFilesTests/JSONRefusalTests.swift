import ExpressionLanguage
import FactFiles
import Testing

/// Every refusal of a JSON file, with its name, its place and its first words.
struct JSONRefusalTests {
  static let structure: [Refusal] = [
    .json("{\"a\": 1 // x\n}", "json-comment", 1, 9, "a remark in JSON", "JSON 里有注释"),
    .json("{/* x */\"a\": 1}", "json-comment", 1, 2, "a remark in JSON", "JSON 里有注释"),
    .json("{\"a\": 1} # x", "json-comment", 1, 10, "a remark in JSON", "JSON 里有注释"),
    .json("{\"户\": [1,\n2,]}", "json-trailing-comma", 2, 2, "a comma after the last", "最后一项后面有逗号"),
    .json("{\"a\": 1,}", "json-trailing-comma", 1, 8, "a comma after the last", "最后一项后面有逗号"),
    .json("{\"a\": 1\n\"b\": 2}", "missing-comma", 1, 8, "a missing comma", "缺少逗号"),
    .json("{\"a\" 1}", "missing-colon", 1, 6, "a name without a colon", "名称后面没有冒号"),
    .json("{'a': 1}", "json-single-quotes", 1, 2, "single quotes in JSON", "JSON 里用了单引号"),
    .json("{户籍: 1}", "json-key-without-quotes", 1, 2, "a name without quotes", "名称缺引号"),
    .json("{,}", "json-key-missing", 1, 2, "a name is wanted here", "这里应当是名称"),
    .json("{\"a\": }", "json-value-missing", 1, 7, "a value is wanted here", "这里应当是值"),
    .json("{\"a\": 1}\n{}", "json-after-end", 2, 1, "text after the end", "结尾之后还有内容"),
    .json("{\"a\": [1", "unclosed-bracket", 1, 7, "a bracket without", "括号没有成对"),
    .json("{\"a\": [1}", "unclosed-bracket", 1, 7, "a bracket without", "括号没有成对"),
    .json("{\"a\": \"x\n\"}", "unclosed-quote", 1, 7, "a quotation mark without", "引号没有成对"),
    .json("{\"\": 1}", "empty-key", 1, 2, "a value without a name", "有值而无名称"),
    .json("[1]", "not-a-map", 1, 1, "no names of facts", "没有事实名称"),
    .json("\"x\"", "not-a-map", 1, 1, "no names of facts", "没有事实名称"),
    .json(
      "{\"a\": 1, \"b\": {\"c\": 1,\n\"\\u0063\": 2}}",
      "doubled-key",
      2,
      1,
      "c is given",
      "“c”写了两次"
    ),
    .json(" \n", "empty-file", 2, 1, "an empty file", "空文件"),
    .json("北京", "json-bare-word", 1, 1, "a word without quotes", "文字缺引号"),
  ]

  static let values: [Refusal] = [
    .json("{\"户\": null}", "null-value", 1, 7, "null is not a value", "null 不是值"),
    .json("{\"a\": True}", "json-bare-word", 1, 7, "a word without quotes", "文字缺引号"),
    .json("{\"a\": NaN}", "json-bare-word", 1, 7, "a word without quotes", "文字缺引号"),
    .json("{\"a\": 北京}", "json-bare-word", 1, 7, "a word without quotes", "文字缺引号"),
    .json("{\"a\": 1e3}", "json-exponent", 1, 7, "a number with an exponent", "科学记数法"),
    .json("{\"a\": 010}", "json-number", 1, 7, "010 is no number", "010 不是数字"),
    .json("{\"a\": +1}", "json-number", 1, 7, "+1 is no number", "+1 不是数字"),
    .json("{\"a\": .5}", "json-number", 1, 7, ".5 is no number", ".5 不是数字"),
    .json("{\"a\": 5.}", "json-number", 1, 7, "5. is no number", "5. 不是数字"),
    .json("{\"a\": -}", "json-number", 1, 7, "- is no number", "- 不是数字"),
    .json("{\"a\": 1_000}", "json-number", 1, 7, "1_000 is no number", "1_000 不是数字"),
    .json("{\"a\": 0x1F}", "json-number", 1, 7, "0x1F is no number", "0x1F 不是数字"),
    .json("{\"a\": 2023-02-29}", "json-number", 1, 7, "2023-02-29 is no", "2023-02-29 不是数字"),
    .json("{\"a\": 1,000}", "comma-in-number", 1, 9, "a comma inside a number", "数字中有逗号"),
    .json("{\"a\": \"x\ty\"}", "json-tab-in-string", 1, 9, "a tab inside a text", "文字里有制表符"),
    .json("{\"a\": \"\\q\"}", "bad-escape", 1, 8, "an escape that means nothing", "转义写法无效"),
    .json("{\"a\": \"\\u12G4\"}", "bad-escape", 1, 8, "an escape that means nothing", "转义写法无效"),
    .json("{\"a\": \"\\uD83D\"}", "json-lone-surrogate", 1, 8, "half a character", "半个字符"),
    .json("{\"a\": \"\\uDE00\"}", "json-lone-surrogate", 1, 8, "half a character", "半个字符"),
    .json("{\"a\": \"\\uDE00\\uDE00\"}", "json-lone-surrogate", 1, 8, "half a character", "半个字符"),
    .json("{\"a\": \"\\uD83D\\u0041\"}", "json-lone-surrogate", 1, 8, "half a character", "半个字符"),
    .json("{\"a\": \"\\u0000\"}", "control-character", 1, 7, "a control character", "控制字符 U+0000"),
    .json("{\"a\": \"\\u200B\"}", "invisible-character", 1, 7, "an invisible", "看不见的字符 U+200B"),
    .json("{\"a\"： 1}", "full-width-colon", 1, 5, "a full-width colon", "全角冒号"),
    .json("{\"a\": 1，\"b\": 2}", "full-width-comma", 1, 8, "a full-width comma", "全角逗号"),
    .json("{“a”: 1}", "curly-quotes", 1, 2, "curly quotes", "全角引号"),
    .json("{\"a\": “北京”}", "curly-quotes", 1, 7, "curly quotes", "全角引号"),
    .json("{\"a\": \"北京”}", "unclosed-quote", 1, 7, "a quotation mark without", "引号没有成对"),
    .json("{\"a\": ［1］}", "full-width-bracket", 1, 7, "a full-width bracket", "全角括号"),
    .json("{\u{3000}\"a\": 1}", "full-width-space", 1, 2, "a full-width space", "全角空格"),
  ]

  @Test(arguments: structure + values)
  func `a JSON file is refused at its place`(_ refusal: Refusal) {
    refusal.check()
  }

  @Test(arguments: [
    ("1e3", "1000"), ("1.5e1", "15"), ("-1.5E-3", "-0.0015"), ("12e-1", "1.2"), ("0e5", "0"),
    ("1.25E+1", "12.5"), ("1e999", "write the number in digits"), ("10e0", "10"),
  ])
  func `an exponent is written out in the fix`(_ number: String, _ meant: String) throws {
    let source = SourceText(name: "a.json", text: "{\"a\": \(number)}")
    let finding = try #require(FactFileReader.read(source).diagnostics.sorted.first)
    #expect(finding.id == "json-exponent")
    #expect(finding.fix?.english == meant)
  }

  @Test func `reading goes on after a value that is refused`() {
    let source = SourceText(name: "a.json", text: "{\"a\": null, \"b\": 1e1, \"a\": [NaN,]}")
    let ids = [
      "null-value", "json-exponent", "doubled-key", "json-bare-word", "json-trailing-comma",
    ]
    #expect(FactFileReader.read(source).diagnostics.sorted.map(\.id) == ids)
  }
}
