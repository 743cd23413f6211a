/// What a person can say besides an answer, in either language.
enum SpokenWord: CaseIterable, Sendable {
  case back, skip, why, result, list, help, quit

  /// The words for it; the first of each language is the one that is taught.
  var words: (english: [String], chinese: [String]) {
    switch self {
    case .back: (["back", "b"], ["上一步", "返回"])
    case .skip: (["skip", "s", "unknown", "don't know"], ["跳过", "不知道", "不清楚"])
    case .why: (["why", "w"], ["为什么", "原因"])
    case .result: (["result", "r"], ["结果"])
    case .list: (["list", "l"], ["清单"])
    case .help: (["help", "h", "?"], ["帮助"])
    case .quit: (["quit", "q", "exit"], ["退出"])
    }
  }

  /// The word that a line is, whatever its case; `nil` for anything else.
  init?(_ line: String) {
    let line = line.lowercased()
    let found = SpokenWord.allCases.first { word in
      word.words.english.contains(line) || word.words.chinese.contains(line)
    }
    guard let found else { return nil }
    self = found
  }
}
