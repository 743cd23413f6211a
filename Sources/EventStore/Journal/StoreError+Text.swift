package import ExpressionLanguage

extension StoreError {
  /// What happened and what to do.
  ///
  /// Names of streams and subjects are opaque; values of columns are never part of it.
  package var text: Bilingual {
    switch self {
    case .conflict(let stream, let expected, let actual):
      Bilingual(
        "\(stream.text) has moved on from version \(expected) to \(actual); read it again",
        "\(stream.text) 已由第\(expected)版变为第\(actual)版；请重新读取"
      )
    case .keyReused:
      Bilingual(
        "the idempotency key was used for another request; choose a new one",
        "幂等键已用于另一请求；请另取新键"
      )
    case .unknownSubject(let subject):
      Bilingual("\(subject) has no key in this store", "本库中没有 \(subject) 的密钥")
    case .subjectExists(let subject):
      Bilingual("\(subject) has a key already", "\(subject) 已有密钥")
    case .subjectDestroyed(let subject):
      Bilingual(
        "the data of \(subject) were destroyed; nothing more can be written about it",
        "\(subject) 的数据已销毁；不能再写入"
      )
    case .busy(let path):
      Bilingual(
        "\(path) is in use by another process; stop it, or wait until it is done",
        "\(path) 正由另一进程使用；请停止该进程或等待其结束"
      )
    case .full(let path):
      Bilingual(
        "there is no room to write \(path); nothing of it was kept; make room and try again",
        "空间不足，无法写入 \(path)；未保留任何部分；请腾出空间后重试"
      )
    case .readOnly(let path):
      Bilingual(
        "\(path) or its folder may not be written",
        "\(path) 或其所在文件夹不可写"
      )
    case .unreadable(let path, let why):
      Bilingual(
        "\(path) cannot be used: \(why.text.english)",
        "\(path) 无法使用：\(why.text.chinese)"
      )
    case .masterKey(let why):
      Bilingual(
        "the master key is refused: \(why.text.english)",
        "主密钥不被接受：\(why.text.chinese)"
      )
    case .statement(let why):
      Bilingual("a statement was refused: \(why)", "语句被拒绝：\(why)")
    case .overdue(let milliseconds):
      Bilingual(
        "it took over \(milliseconds) ms, and the others could not wait; nothing of it was kept",
        "用时超过\(milliseconds)毫秒，其他请求不能再等；未保留任何部分"
      )
    case .device(let path, let why):
      Bilingual("the disk failed at \(path): \(why)", "磁盘故障（\(path)）：\(why)")
    case .exists(let path):
      Bilingual(
        "\(path) is there already and stays; name another file",
        "\(path) 已存在，保留原样；请另取文件名"
      )
    case .rebuildNeeded(let path):
      Bilingual(
        "the lists of \(path) are of another version or half made;"
          + " make them anew with `anju office rebuild`",
        "\(path) 的各项列表属于其他版本或尚未完成；请用 `anju office rebuild` 重建"
      )
    case .closed:
      Bilingual("the store was closed", "库已关闭")
    }
  }
}
