import ExpressionLanguage

/// Finds list words that somebody forgot to make bold.
enum ListWord {
  /// The first list word in `lines`, in either language.
  static func plain(in lines: [SourceRange], _ source: SourceText) -> String? {
    for line in lines {
      let text = source.text(line).lowercased()
      for word in words where text.contains(word) { return word }
    }
    return nil
  }

  private static let words: [String] = ListOperator.allCases.flatMap {
    $0 == .means ? [$0.words.chinese] : [$0.words.english, $0.words.chinese]
  }
}
