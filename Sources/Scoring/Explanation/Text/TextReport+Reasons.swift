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
    var families: Set<[String]> = []
    for channel in assessment.channels {
      page.blank()
      policyInHand = channel.policy
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
      family(channel, &families)
    }
  }

  /// Why each member may come along or not, once for each rule; by a closed way nobody comes along.
  private mutating func family(_ channel: ChannelResult, _ families: inout Set<[String]>) {
    for (index, member) in channel.family.enumerated() where !member.conditions.isEmpty {
      let rule = [String(member.position)] + member.conditions.map { $0.words[language] }
      guard families.insert(rule).inserted else { continue }
      let name = memberName(index, channel)
      let isClosed = channel.outcome == .closed
      let text =
        switch member.outcome {
        case .open:
          isClosed
            ? say("were this way open, \(name) might come along:", "如可办理，\(name)可以随迁：")
            : say("\(name) may come along:", "\(name)可以随迁：")
        case .undetermined: say("\(name), not decided yet:", "\(name)能否随迁还不能确定：")
        case .closed: say("\(name) may not come along:", "\(name)不能随迁：")
        }
      page.put(StyledText(text), indent: 2)
      conditions(
        member.conditions,
        member.joining,
        status: nil,
        ConditionDetail(member.outcome),
        indent: 4
      )
    }
  }

  /// Writes those of the conditions that the detail asks for, and counts the others.
  ///
  /// `status` is what the conditions together are; `nil` where nothing stands above them.
  private mutating func conditions(
    _ conditions: [ConditionResult],
    _ joining: ListOperator,
    status: ConditionStatus?,
    _ detail: ConditionDetail,
    indent: Int
  ) {
    let shown = conditions.filter { $0.isShown(joining, status, detail) }
    for condition in shown {
      self.condition(
        condition,
        belowNoneOf: joining == .noneOf,
        isNested: status != nil,
        detail,
        indent: indent
      )
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
    isNested: Bool,
    _ detail: ConditionDetail,
    indent: Int
  ) {
    let lead = StatusMark(condition.status, belowNoneOf: belowNoneOf).column(language)
    // Below another condition the one above says which heading is meant.
    let place = isNested ? condition.place.citation(language) : condition.place.precise(language)
    if detail == .unknown, condition.status != .unknown, condition.exception == nil {
      let text = StyledText(condition.words[language]) + cited(place)
      page.put(text, lead: lead, indent: indent)
      return
    }
    page.put(StyledText(condition.words[language]), lead: lead, indent: indent)
    let isWaived = condition.status == .waived
    let hasChildren = !condition.children.isEmpty && !isWaived
    put(notes(condition, place, hasChildren: hasChildren), at: indent + lead.width)
    if let exception = condition.exception {
      put([self.exception(exception)], at: indent + lead.width)
    }
    if hasChildren {
      conditions(
        condition.children,
        condition.joining ?? .allOf,
        status: condition.status,
        detail,
        indent: indent + 2
      )
    } else if condition.status == .unknown, !condition.missing.isEmpty {
      let missing = labelled(say("missing", "还缺"), names(condition.missing))
      page.put(StyledText(missing, .doubtful), indent: indent + lead.width)
    }
  }

  /// Where a condition stands, how well it is founded, and the values behind it.
  private mutating func notes(
    _ condition: ConditionResult,
    _ place: String,
    hasChildren: Bool
  ) -> [String] {
    var notes = [StyledText.together(place)]
    if condition.children.isEmpty, condition.standing < .enacted {
      notes.append(word(condition.standing))
    }
    if hasChildren, let words = condition.joining?.spoken(after: condition.words) {
      notes.append(words[language])
    }
    if condition.isDiscretion { notes.append(say("for the office to judge", "由主管机关认定")) }
    if !hasChildren, condition.status != .waived { notes.append(values(condition.uses)) }
    return notes
  }

  private func exception(_ exception: ExceptionResult) -> String {
    let place = StyledText.together(exception.place.citation(language))
    let name = exception.name[language]
    let values = values(exception.uses)
    if !exception.holds {
      let missing = labelled(say("missing", "还缺"), names(exception.missing))
      let text =
        exception.waives
        ? say("perhaps waived under \(place): \(name)", "可能依\(place)免除：\(name)")
        : say("perhaps decided under \(place): \(name)", "可能依\(place)认定：\(name)")
      return text + semicolon + missing
    }
    let text =
      exception.waives
      ? say("waived under \(place): \(name)", "依\(place)免除：\(name)")
      : say("decided under \(place): \(name)", "依\(place)认定：\(name)")
    return values.isEmpty ? text : text + semicolon + values
  }

  private mutating func put(_ notes: [String], at indent: Int) {
    let texts = notes.filter { !$0.isEmpty }.map { StyledText($0, .quiet) }
    if !texts.isEmpty { page.put(texts.joined(dot), indent: indent) }
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
