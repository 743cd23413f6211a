import ExpressionLanguage
import FactFiles
import Testing

/// Files as people write them, and what is read from them.
struct GoodFileTests {
  @Test func `no scalar of YAML is given a type`() {
    let texts = [
      "2023-02-29", "010", "12:30", "no", "yes", "on", "1_000", "0x1F", ".inf", ".NaN", "1e3",
      "true",
      "nil", "none", "无", "N/A", "=", "1.10", "-0", "+86", "0o17", "1:2:3", "http://例.cn/a?b=c#d",
      "a, b", "C&A", "5*", "a!b", "50%", "nUll", "null x", "-5", "-x", "?x", ":x", "a]b", "x:y",
    ]
    for text in texts {
      #expect(Shape.read("a: \(text)") == .map(("a", .plain(text))), "\(text)")
    }
  }

  @Test func `a whole person is read`() {
    let text = """
      # 申请人
      姓名: 张三
      出生日期: 1990-02-28
      户籍: { 省: 北京, 区: "海淀区" }
      家庭成员:
        - 姓名: 李四
          关系: 配偶
        - 姓名: '王''五'
          关系: "子女"   # 长子
      地址:
      - 东城区 1 号
      - - 西城区
        - 3 号
      备注: |
        第一行
          第二行：有全角冒号

      说明: >-
        折成
        一行
      其他: 一行
        接着写
      无子女: []
      """
    let expected = Shape.map(
      ("姓名", .plain("张三")),
      ("出生日期", .plain("1990-02-28")),
      ("户籍", .map(("省", .plain("北京")), ("区", .quoted("海淀区")))),
      (
        "家庭成员",
        .list([
          .map(("姓名", .plain("李四")), ("关系", .plain("配偶"))),
          .map(("姓名", .quoted("王'五")), ("关系", .quoted("子女"))),
        ])
      ),
      ("地址", .list([.plain("东城区 1 号"), .list([.plain("西城区"), .plain("3 号")])])),
      ("备注", .plain("第一行\n  第二行：有全角冒号\n")),
      ("说明", .plain("折成 一行")),
      ("其他", .plain("一行 接着写")),
      ("无子女", .list([]))
    )
    #expect(Shape.read(text) == expected)
    #expect(Shape.read(text.replacing("\n", with: "\r\n")) == expected)
    #expect(Shape.read("\u{FEFF}---\n" + text + "\n...\n") == expected)
  }

  @Test func `a block of text may name its indentation`() {
    let inner = Shape.map(("b", .plain(" x\n")), ("c", .plain("y")))
    #expect(Shape.read("a:\n  b: |1\n    x\n  c: y") == .map(("a", inner)))
  }

  @Test func `JSON keeps its numbers as written`() {
    let text = #"{"a": 1.10, "b": -0, "c": 100000000000000000000000000.0, "d": true, "e": false}"#
    let expected = Shape.map(
      ("a", .plain("1.10")),
      ("b", .plain("-0")),
      ("c", .plain("100000000000000000000000000.0")),
      ("d", .plain("true")),
      ("e", .plain("false"))
    )
    #expect(Shape.read(text, name: "a.json") == expected)
  }

  @Test func `JSON escapes are resolved`() {
    let text = #"{"\u6237\u7c4d": "\u5317\u4eac \uD83D\uDE00 \" \\ \/ \n \t \r", "b": "：“”，"}"#
    let expected = Shape.map(
      ("户籍", .quoted("北京 😀 \" \\ / \n \t \r")),
      ("b", .quoted("：“”，"))
    )
    #expect(Shape.read(text, name: "a.json") == expected)
    #expect(Shape.read("\u{FEFF} \r\n" + text + "\r\n", name: "a.JSON") == expected)
  }

  @Test func `quoted tells what stood in quotes`() {
    #expect(
      Shape.read("a: none\nb: \"none\"\nc: 'null'\nd: \"\"")
        == .map(
          ("a", .plain("none")),
          ("b", .quoted("none")),
          ("c", .quoted("null")),
          ("d", .quoted(""))
        )
    )
  }

  @Test func `empty lists and maps are known to be empty`() {
    #expect(Shape.read("{}") == .map([]))
    #expect(Shape.read("a: []\nb: {}") == .map(("a", .list([])), ("b", .map([]))))
    #expect(
      Shape.read("{\"a\": [], \"b\": {}}", name: "a.json")
        == .map(("a", .list([])), ("b", .map([])))
    )
  }

  @Test func `the name decides the notation, or else the first byte`() {
    func format(_ name: String, _ text: String) -> FactFileFormat {
      FactFileReader.read(SourceText(name: name, text: text)).format
    }
    #expect(format("a.yaml", "{\"a\": 1}") == .yaml)
    #expect(format("a.YML", "{}") == .yaml)
    #expect(format("a.json", "a: 1") == .json)
    #expect(format("-", "\u{FEFF} \n{\"a\": 1}") == .json)
    #expect(format("-", "[]") == .json)
    #expect(format("-", "a: 1") == .yaml)
    #expect(format("-", "") == .yaml)
  }

  @Test func `JSON is read in a file called YAML`() {
    let text = "{\"a\": [1.10, \"x\"],\n\t\"b\":{\"c\":true}}"
    #expect(Shape.read(text, name: "a.yaml") == Shape.read(text, name: "a.json"))
  }
}
