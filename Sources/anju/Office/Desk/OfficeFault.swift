import ArgumentParser
import ExpressionLanguage
import Registry

/// Something that an office's command cannot do, said in both languages, with its exit code.
struct OfficeFault: Error {
  var code: ExitCode
  var text: Bilingual

  init(_ code: ExitCode, _ english: String, _ chinese: String) {
    self.code = code
    text = Bilingual(english, chinese)
  }
}

extension ExitCode {
  /// The command was used wrongly.
  static let wrongUse = ExitCode(64)
}

extension UnreadableEvent {
  /// What is wrong and what to do, without what the event says.
  var text: Bilingual {
    Bilingual(
      description,
      "第\(position)件事件（\(type)）本版本无法读取；请使用写入该日志的版本或更新的版本"
    )
  }
}
