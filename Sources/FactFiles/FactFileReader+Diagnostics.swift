import ExpressionLanguage
import Scoring

/// What both notations forbid.
extension Diagnostic {
  static func topLevelNotMap(_ tree: FactTree, format: FactFileFormat) -> Diagnostic {
    let found =
      switch tree {
      case .list: Bilingual("This file is a list", "这个文件是一个列表")
      case .scalar, .map: Bilingual("This file is one piece of text", "这个文件只是一段文字")
      }
    let fix =
      switch format {
      case .yaml: Bilingual("write one fact a line: name: value", "每行写一项：名称: 值")
      case .json: Bilingual(#"write {"name": "value"}"#, #"写成 {"名称": "值"}"#)
      }
    return Diagnostic(
      "not-a-map",
      at: SourceRange(tree.range.start, min(tree.range.end, tree.range.start + 40)),
      Bilingual("no names of facts", "没有事实名称"),
      reason: Bilingual(
        "\(found.english); a person's file gives each fact by its name.",
        "\(found.chinese)；个人信息文件应当逐项写明名称和值。"
      ),
      fix: fix
    )
  }

  static func emptyFile(at offset: Int) -> Diagnostic {
    Diagnostic(
      "empty-file",
      at: SourceRange(offset, offset),
      Bilingual("an empty file", "空文件"),
      reason: Bilingual("Nothing but blanks or remarks stands in it.", "文件里只有空白或注释。"),
      fix: Bilingual(
        "write one fact a line: name: value",
        "每行写一项：名称: 值"
      )
    )
  }

  static func doubledKey(_ key: String, at range: SourceRange, firstLine: Int) -> Diagnostic {
    let key = Excerpt.of(key)
    return Diagnostic(
      "doubled-key",
      at: range,
      Bilingual("\(key) is given twice", "“\(key)”写了两次"),
      reason: Bilingual(
        "Line \(firstLine) gives \(key) already; nobody can tell which of the two holds.",
        "第 \(firstLine) 行已经写了“\(key)”；无法判断以哪一处为准。"
      ),
      fix: Bilingual(
        "delete one; where there are several, write them as a list",
        "删去其中一处；确有多项的，写成列表"
      )
    )
  }

  static func emptyKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "empty-key",
      at: range,
      Bilingual("a value without a name", "有值而无名称"),
      reason: Bilingual(
        "Before this colon the name of the fact is missing on its line.",
        "这个冒号前面（同一行）缺少事实名称。"
      ),
      fix: Bilingual("write the name before the colon", "在冒号前写上名称")
    )
  }

  static func nullValue(
    _ written: String,
    key: String?,
    at range: SourceRange,
    format: FactFileFormat
  ) -> Diagnostic {
    let none = format == .json ? #""none""# : "none"
    let subject = key.map { Excerpt.of($0) }
    let headline =
      written.isEmpty
      ? Bilingual(
        "\(subject ?? "this entry") has no value",
        subject.map { "“\($0)”没有值" } ?? "这一项没有值"
      )
      : Bilingual("\(written) is not a value", "\(written) 不是值")
    return Diagnostic(
      "null-value",
      at: range,
      headline,
      reason: written.isEmpty
        ? Bilingual(
          "Nothing stands here; a fact is known, unknown, or known not to exist.",
          "这里什么也没写；事实要么已知，要么未知，要么确知没有。"
        )
        : Bilingual(
          "There is no null: a fact is known, unknown, or known not to exist.",
          "没有“空值”一说：事实要么已知，要么未知，要么确知没有。"
        ),
      fix: Bilingual(
        "leave the key out where it is unknown; write \(none) where it is known that there is none",
        "未知的，整项删去；确知没有的，写 \(none)"
      )
    )
  }

  static func nestingTooDeep(
    at range: SourceRange,
    limit: Int = FactFileLimits.depth
  ) -> Diagnostic {
    Diagnostic(
      "nesting-too-deep",
      at: range,
      Bilingual("nested too deep", "嵌套太深"),
      reason: Bilingual(
        "Here more than \(limit) lists and maps stand inside one another.",
        "这里有超过 \(limit) 层列表和映射套在一起。"
      ),
      fix: Bilingual(
        "close the brackets, or set the lines further left",
        "补上缺少的括号，或者减少缩进"
      )
    )
  }

  static func tooManyNodes(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-values",
      at: range,
      Bilingual("too many values", "内容太多"),
      reason: Bilingual(
        "One person's file holds at most 20,000 names and values.",
        "一个人的文件最多有 20000 个名称和值。"
      ),
      fix: Bilingual("give each person a file", "每人一个文件")
    )
  }
}
