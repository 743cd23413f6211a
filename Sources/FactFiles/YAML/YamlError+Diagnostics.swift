import ExpressionLanguage
import Yams

/// What is said about a text that the YAML library cannot parse.
extension Diagnostic {
  static func yamlError(_ error: YamlError, in source: SourceText) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let offset = YAMLPlaces.offset(of: mark, in: source)
      let isEscape = problem.contains("escape") || problem.contains("hexdecimal")
      if isEscape { return badEscape(problem, at: offset) }
      let begin = context.map { YAMLPlaces.offset(of: $0.mark, in: source) }
      let place = FullWidth.scalar(at: offset, source.bytes)?.range ?? SourceRange(offset, offset)
      return yamlSyntax(problem, at: place, since: begin.map(source.line(at:)))
    case .duplicatedKeysInMapping(let keys, let context):
      let offset = YAMLPlaces.offset(of: context.mark, in: source)
      let line = source.line(at: offset)
      return doubledKey(keys.first ?? "", at: SourceRange(offset, offset), firstLine: line)
    case .reader(let problem, _, _, _): return yamlSyntax(problem, at: SourceRange(0, 0))
    default: return yamlSyntax("\(error)", at: SourceRange(0, 0))
    }
  }

  static func badEscape(_ problem: String, at offset: Int) -> Diagnostic {
    Diagnostic(
      "bad-escape",
      at: SourceRange(offset, offset + 1),
      Bilingual("an escape that means nothing", "转义写法无效"),
      reason: Bilingual(
        "Inside \"…\" a backslash begins an escape, and this one is not known (\(problem)).",
        "在 \"…\" 里反斜杠表示转义，而这一种写法不存在。"
      ),
      fix: Bilingual(
        "write the character itself; a backslash is written \\\\ or goes in '…'",
        "直接写该字符；反斜杠写成 \\\\，或者改用 '…'"
      )
    )
  }

  /// A problem by the library's own words; `line` is where the list or map began.
  static func yamlSyntax(
    _ problem: String,
    at range: SourceRange,
    since line: Int? = nil
  ) -> Diagnostic {
    let words = syntaxWords(problem)
    let begun = line.map {
      Bilingual(" It belongs to what begins on line \($0).", "它属于第 \($0) 行开始的部分。")
    }
    return Diagnostic(
      "yaml-syntax",
      at: range,
      words.headline,
      reason: Bilingual(
        words.reason.english + (begun?.english ?? "") + " (\(problem))",
        words.reason.chinese + (begun?.chinese ?? "")
      ),
      fix: words.fix
    )
  }

  private static func syntaxWords(
    _ problem: String
  ) -> (headline: Bilingual, reason: Bilingual, fix: Bilingual) {
    if problem.contains("expected key") || problem.contains("'-' indicator") {
      return (
        Bilingual("this line fits neither a list nor names", "这一行与上下文对不齐"),
        Bilingual(
          "Names with a colon and entries with - do not mix at one indentation.",
          "同一级缩进里，“名称: 值”与以 - 开头的列表项不能混写。"
        ),
        Bilingual(
          "set the list in below its own name; put text in \"…\"",
          "把列表缩进写在自己的名称之下；正文用 \"…\" 括起来"
        )
      )
    }
    if problem.contains("',' or") {
      return (
        Bilingual("a comma or a closing bracket is missing", "缺少逗号或右括号"),
        Bilingual(
          "Inside brackets a comma parts one entry from the next.",
          "括号内各项之间要用半角逗号隔开。"
        ),
        Bilingual("a comma, or ] for [ and } for {", "加上逗号，或者用 ]、} 关上括号")
      )
    }
    if problem.contains("document start") {
      return (
        Bilingual("text after the end of the facts", "信息结束之后还有内容"),
        Bilingual(
          "The list or text above is the whole file already.",
          "上面的列表或文字已经是整个文件的内容。"
        ),
        Bilingual("write one fact a line: name: value", "每行写一项：名称: 值")
      )
    }
    if problem.contains("node content") {
      return (
        Bilingual("a value is missing", "缺少值"),
        Bilingual("Here a comma or bracket stands where a value is wanted.", "这里应当是值，却是逗号或括号。"),
        Bilingual(
          "write the value, or delete the comma before it",
          "写上值，或者删去多余的逗号"
        )
      )
    }
    return (
      Bilingual("this is no YAML", "不合 YAML 写法"),
      Bilingual("The text cannot be read from here on.", "从这里起无法读懂。"),
      Bilingual(
        "one fact a line: name: value; text with special characters goes in \"…\"",
        "每行写一项：名称: 值；有特殊符号的正文用 \"…\" 括起来"
      )
    )
  }
}

extension YAMLPlaces {
  /// The offset of one of the library's marks, which count from 1.
  static func offset(of mark: Yams.Mark, in source: SourceText) -> Int {
    offset(of: YAMLMark(line: mark.line - 1, column: mark.column - 1), in: source)
  }
}
