package import ExpressionLanguage

/// Why a file cannot be used as a journal.
package enum UnreadableFault: Hashable, Sendable {
  /// There is no such file or folder.
  case missing
  /// It is no journal of Anju.
  case foreign
  /// A later version of the program wrote it.
  case format(found: Int64, known: Int64)
  /// What the journal says about itself is gone.
  case notes
  /// The key that everything else hangs on does not open.
  case root
  /// The key of the subject with this number, where it is known, does not open.
  case subjectKey(number: Int64?)
  /// A sealed column was changed or is another subject's.
  case column
  /// What this event says was changed.
  case payload(position: Int64)
  /// This event is of no possible stream.
  case stream(position: Int64)
  /// SQLite finds the file damaged; these are its words.
  case damaged(String)

  /// The reason in words.
  package var text: Bilingual {
    switch self {
    case .missing: Bilingual("there is no such file or folder", "没有这个文件或文件夹")
    case .foreign: Bilingual("it is no journal of Anju", "不是安居的日志")
    case .format(let found, let known):
      Bilingual(
        "it has format \(found), and this program knows \(known)",
        "其格式为第\(found)版，而本程序只识第\(known)版"
      )
    case .notes: Bilingual("what it says about itself is gone", "其自身说明已缺失")
    case .root: Bilingual("its own key does not open", "无法打开其自身的密钥")
    case .subjectKey(let number):
      Bilingual(
        "the key of subject number \(number.map { "\($0)" } ?? "?") was changed;"
          + " see `anju store verify`",
        "第\(number.map { "\($0)" } ?? "?")号主体的密钥被改动；请运行 `anju store verify`"
      )
    case .column:
      Bilingual(
        "a sealed column was changed or is another subject's",
        "某加密列被改动，或属于另一主体"
      )
    case .payload(let position):
      Bilingual(
        "what event \(position) says was changed; see `anju store verify`",
        "第\(position)号事件的内容被改动；请运行 `anju store verify`"
      )
    case .stream(let position):
      Bilingual("event \(position) is of no possible stream", "第\(position)号事件的流名不合规定")
    case .damaged(let words): Bilingual("SQLite says: \(words)", "SQLite 报告：\(words)")
    }
  }
}
