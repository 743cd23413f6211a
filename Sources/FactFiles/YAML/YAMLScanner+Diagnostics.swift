import ExpressionLanguage

/// What YAML can do and a person's file may not.
extension Diagnostic {
  static func severalDocuments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "several-documents",
      at: range,
      Bilingual("several documents in one file", "一个文件里有多份文档"),
      reason: Bilingual(
        "A line --- or ... begins or ends a document; a file holds one person's facts.",
        "--- 或 ... 表示另起一份文档；一个文件只写一个人的信息。"
      ),
      fix: Bilingual("give each person a file", "每人一个文件")
    )
  }

  static func yamlAnchor(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-anchor",
      at: range,
      Bilingual("a YAML anchor", "YAML 锚点"),
      reason: Bilingual(
        "A word after & names a value for use elsewhere; each fact is to be written out.",
        "& 后面的词给值起名以便他处引用；各项信息应当逐一写明。"
      ),
      fix: Bilingual(
        "delete it, and write the value at each place; if it is text, put \"…\" around it",
        "删去它，在每一处写明值；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func yamlAlias(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-alias",
      at: range,
      Bilingual("a YAML alias", "YAML 引用"),
      reason: Bilingual(
        "A word after * stands for a value from elsewhere; each fact is to be written out.",
        "* 后面的词引用他处的值；各项信息应当逐一写明。"
      ),
      fix: Bilingual(
        "write the value itself; if it is text, put \"…\" around it",
        "直接写值；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func yamlTag(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-tag",
      at: range,
      Bilingual("a YAML tag", "YAML 标签"),
      reason: Bilingual(
        "A word after ! gives a value a type; the type of each fact is already known.",
        "! 后面的词给值指定类型；每项事实的类型早已定好。"
      ),
      fix: Bilingual(
        "delete it; if it is text, put \"…\" around it",
        "删去它；如果是正文，用 \"…\" 括起来"
      )
    )
  }

  static func yamlMergeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-merge-key",
      at: range,
      Bilingual("a YAML merge key", "YAML 合并键"),
      reason: Bilingual(
        "<< copies a whole map from elsewhere; each fact is to be written out.",
        "<< 会把他处的内容整个抄过来；各项信息应当逐一写明。"
      ),
      fix: Bilingual("write the entries themselves", "直接写出各项")
    )
  }

  static func yamlDirective(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-directive",
      at: range,
      Bilingual("a YAML directive", "YAML 指令"),
      reason: Bilingual(
        "A line that begins with % instructs the program, not the office.",
        "以 % 开头的一行是给程序的指令，不是信息。"
      ),
      fix: Bilingual("delete the line", "删去这一行")
    )
  }

  static func keyNotText(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-key-not-text",
      at: range,
      Bilingual("a key that is no plain name", "键不是普通名称"),
      reason: Bilingual(
        "Before the colon stands a list, a map or a question mark; there a name is wanted.",
        "冒号前面是列表、映射或问号；那里应当是名称。"
      ),
      fix: Bilingual(
        "name: value; a text that begins with ? goes in \"…\"",
        "名称: 值；以 ? 开头的正文用 \"…\" 括起来"
      )
    )
  }

  static func keyTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml-key-too-long",
      at: range,
      Bilingual("a name that is too long", "名称太长"),
      reason: Bilingual(
        "YAML takes at most \(YAMLSimpleKey.reach) characters before a colon for a name.",
        "YAML 的名称（冒号之前）最多 \(YAMLSimpleKey.reach) 个字符。"
      ),
      fix: Bilingual(
        "shorten the name; if all of it is text, put \"…\" around it",
        "缩短名称；如果整行都是正文，用 \"…\" 括起来"
      )
    )
  }

  static func tabIndentation(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "tab-indentation",
      at: range,
      Bilingual("a tab at the beginning of a line", "行首用了制表符"),
      reason: Bilingual(
        "Lines are set in with spaces, because a tab is differently wide everywhere.",
        "行首缩进只能用空格，因为制表符在各处宽度不同。"
      ),
      fix: Bilingual(
        "two spaces for each step; on an empty line, nothing",
        "每级缩进两个空格；空行则删去制表符"
      )
    )
  }
}
