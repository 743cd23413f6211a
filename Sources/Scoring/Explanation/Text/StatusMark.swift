import ExpressionLanguage

/// A sign with its word, so that no meaning hangs on a sign or a colour alone.
struct StatusMark: Sendable {
  var sign: String
  var words: Bilingual
  var style: TextStyle

  init(_ sign: String, _ english: String, _ chinese: String, _ style: TextStyle) {
    self.sign = sign
    words = Bilingual(english, chinese)
    self.style = style
  }

  /// The mark of a condition; below **none of**, what is met speaks against the person.
  init(_ status: ConditionStatus, belowNoneOf: Bool = false) {
    switch status {
    case .met where belowNoneOf: self.init("✗", "present", "存在", .bad)
    case .notMet where belowNoneOf: self.init("✓", "absent", "没有", .good)
    case .met: self.init("✓", "met", "符合", .good)
    case .notMet: self.init("✗", "not met", "不符", .bad)
    case .unknown: self.init("?", "unknown", "未知", .doubtful)
    case .waived: self.init("–", "waived", "免除", .good)
    }
  }

  /// The mark of a channel.
  init(_ outcome: Outcome) {
    switch outcome {
    case .open: self.init("✓", "Open", "可以办理", .good)
    case .undetermined: self.init("?", "Undetermined", "尚不能确定", .doubtful)
    case .closed: self.init("✗", "Closed", "不能办理", .bad)
    }
  }

  /// The mark of a service.
  init(_ answer: ServiceResult.Answer) {
    switch answer {
    case .open: self.init("✓", "open", "可以享受", .good)
    case .suspended: self.init("–", "suspended", "暂停享受", .doubtful)
    case .closed: self.init("✗", "closed", "不能享受", .bad)
    case .unknown: self.init("?", "unknown, which is not a no", "尚不能确定，不等于不能", .doubtful)
    }
  }

  /// The sign, such as the lead of a headline.
  var lead: StyledText { StyledText(sign + " ", style) }

  /// The sign and the word, as wide as those of all conditions are.
  func column(_ language: Language) -> StyledText {
    StyledText("\(sign) \(words[language])", style).padded(to: language == .chinese ? 8 : 11)
  }
}
