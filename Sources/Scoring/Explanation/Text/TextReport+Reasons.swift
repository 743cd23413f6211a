import ExpressionLanguage
import Policy

/// How much of a condition tree is worth reading.
enum ConditionDetail: Sendable {
  /// What holds, with the values: of a channel that is open.
  case met
  /// What is missing, and what is no longer at stake.
  case unknown
  /// Only what is not met.
  case notMet

  init(_ outcome: Outcome) {
    switch outcome {
    case .open: self = .met
    case .undetermined: self = .unknown
    case .closed: self = .notMet
    }
  }
}

extension TextReport {
  /// Why each channel is as it is: its conditions in the words of the measure.
  mutating func reasons() {
    if assessment.channels.isEmpty { return }
    heading("Reasons", "理由")
    for channel in assessment.channels {
      page.blank()
      page.put(
        StyledText(channel.name[language], .strong) + citation(channel.place, of: channel.policy),
        indent: 2
      )
      conditions(
        channel.conditions,
        .allOf,
        status: nil,
        ConditionDetail(channel.outcome),
        indent: 2
      )
      if channel.outcome != .closed { family(channel) }
    }
  }

  /// The members who do not come along or of whom it is unknown; for the others nothing is owed.
  private mutating func family(_ channel: ChannelResult) {
    for member in channel.family where member.outcome != .open {
      let name = channel.memberName(language)(member)
      let text =
        member.outcome == .closed
        ? say("\(name) does not come along:", "\(name)不能随迁：")
        : say("\(name), not decided yet:", "\(name)能否随迁还不能确定：")
      page.put(StyledText(text), indent: 2)
      conditions(
        member.conditions,
        .anyOf,
        status: nil,
        ConditionDetail(member.outcome),
        indent: 4
      )
    }
  }

  /// Writes those of the conditions that the detail asks for, and counts the others.
  ///
  /// - Parameter status: What the conditions together are; `nil` where nothing stands above.
  private mutating func conditions(
    _ conditions: [ConditionResult],
    _ joining: ListOperator,
    status: ConditionStatus?,
    _ detail: ConditionDetail,
    indent: Int
  ) {
    let shown = conditions.filter { $0.isShown(joining, status, detail) }
    for condition in shown {
      self.condition(condition, belowNoneOf: joining == .noneOf, detail, indent: indent)
    }
    if shown.isEmpty { return }
    let others = conditions.filter { !$0.isShown(joining, status, detail) }
    if let text = count(others, joining, detail) {
      page.put(StyledText(text, .quiet), indent: indent)
    }
  }

  private mutating func condition(
    _ condition: ConditionResult,
    belowNoneOf: Bool,
    _ detail: ConditionDetail,
    indent: Int
  ) {
    let hasChildren = !condition.children.isEmpty && condition.status != .waived
    var text = StyledText(condition.words[language])
    if condition.isDiscretion {
      text += dot + StyledText(say("for the office to judge", "由主管机关认定"), .quiet)
    }
    text += citation(condition.place)
    if !hasChildren {
      text += standing(condition.standing)
    } else if let words = condition.joining?.spoken(after: condition.words) {
      text += dot + StyledText(words[language], .quiet)
    }
    let lead = StatusMark(condition.status, belowNoneOf: belowNoneOf).column(language)
    page.put(text, lead: lead, indent: indent)
    let isSettled = detail == .unknown && condition.status != .unknown
    if let exception = condition.exception {
      self.exception(exception, waives: condition.status == .waived, at: indent + lead.width)
    }
    if hasChildren, !isSettled {
      conditions(
        condition.children,
        condition.joining ?? .allOf,
        status: condition.status,
        detail,
        indent: indent + 2
      )
    } else if !hasChildren {
      facts(condition, isSettled: isSettled, at: indent + lead.width)
    }
  }

  private mutating func exception(_ exception: ExceptionResult, waives: Bool, at indent: Int) {
    let place = exception.place.citation(language)
    let name = exception.name[language]
    let text =
      waives
      ? say("waived under \(place): \(name)", "依\(place)免除：\(name)")
      : say("decided under \(place): \(name)", "依\(place)认定：\(name)")
    page.put(StyledText(text), indent: indent)
    let values = values(exception.uses)
    if !values.isEmpty { page.put(StyledText(values, .quiet), indent: indent) }
  }

  private mutating func facts(_ condition: ConditionResult, isSettled: Bool, at indent: Int) {
    if condition.status == .waived || isSettled { return }
    let values = values(condition.uses)
    if !values.isEmpty { page.put(StyledText(values, .quiet), indent: indent) }
    if condition.status == .unknown, !condition.missing.isEmpty {
      let missing = labelled(say("missing", "还缺"), names(condition.missing))
      page.put(StyledText(missing, .doubtful), indent: indent)
    }
  }

  /// What is left out, in a few words.
  private func count(
    _ others: [ConditionResult],
    _ joining: ListOperator,
    _ detail: ConditionDetail
  ) -> String? {
    var texts: [String] = []
    let count = { (statuses: [ConditionStatus]) in
      others.count { statuses.contains($0.status) }
    }
    func add(_ number: Int, _ one: String, _ many: String, _ chinese: String) {
      if number > 0 { texts.append(say("\(number) \(number == 1 ? one : many)", chinese)) }
    }
    if joining == .anyOf {
      let others = others.count
      detail == .met
        ? add(others, "other is not needed", "others are not needed", "其余\(others)项不需要")
        : add(others, "other is not met", "others are not met", "其余\(others)项不符")
      return texts.first
    }
    let (met, absent) =
      joining == .noneOf
      ? (count([.waived]), count([.notMet])) : (count([.met, .waived]), 0)
    add(met, "other is met", "others are met", "其余\(met)项符合")
    add(absent, "other is absent", "others are absent", "其余\(absent)项没有")
    let unknown = count([.unknown])
    add(unknown, "not known", "not known", "\(unknown)项未知")
    return texts.isEmpty ? nil : texts.joined(separator: say(", ", "，"))
  }
}

extension ConditionResult {
  /// Whether the condition is worth a line, as one of those that `joining` joins.
  fileprivate func isShown(
    _ joining: ListOperator,
    _ whole: ConditionStatus?,
    _ detail: ConditionDetail
  ) -> Bool {
    switch (joining, detail) {
    case (.anyOf, .met): status == .met || status == .waived
    case (.anyOf, .unknown): whole != .unknown || status == .unknown
    case (.anyOf, .notMet): true
    case (.noneOf, .notMet): status == .met
    case (_, .notMet): status == .notMet
    default: true
    }
  }
}

extension ListOperator {
  /// What a list of conditions asks for; `nil` where the words before it say so, and for numbers.
  fileprivate func spoken(after text: Bilingual) -> Bilingual? {
    if text.english.contains(words.english) || text.chinese.contains(words.chinese) { return nil }
    return switch self {
    case .allOf: Bilingual("all of", "须同时符合")
    case .anyOf: Bilingual("any of", "符合其一即可")
    case .noneOf: Bilingual("none of", "不得有")
    case .sumOf, .highestOf, .lowestOf, .means: nil
    }
  }
}
