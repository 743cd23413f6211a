import ExpressionLanguage
import Policy

extension TextReport {
  /// What would change the answers: for each goal what can be done, what time brings, what is
  /// missing; then in one sentence what nothing reaches.
  mutating func changes(_ changes: Changes) {
    heading("What would change the answer", "怎样会不同")
    let note = say(
      "Each is checked by assessing the changed facts. Days are told up to "
        + "\(date(changes.through)), if facts go on as they are and the law stays as it is known.",
      "每一项都按改变后的情况重新认定过。日期推算到\(date(changes.through))，"
        + "以情况照旧、规定不出现新的变化为前提。"
    )
    page.put(StyledText(note, .quiet), indent: 2)
    if let broken = changes.brokenFrom {
      page.put(StyledText(self.broken(broken), .doubtful), indent: 2)
    }
    var hopeless: [GoalChanges] = []
    for goal in changes.goals {
      if goal.isHopeless { hopeless.append(goal) } else { self.goal(goal) }
    }
    if hopeless.isEmpty { return }
    page.blank()
    let names = hopeless.map { goal in
      goal.name[language] + (goal.line.map { bracketed(points($0)) } ?? "")
    }.joined(separator: semicolon)
    page.put(StyledText(nothing, .quiet) + StyledText(names, .quiet), indent: 2)
  }

  private var nothing: String {
    say(
      "Neither one or two changes that you can make nor time alone would do for: ",
      "凭您能做的一两项改变，或者单靠时间，都达不到的："
    )
  }

  func broken(_ day: CivilDate) -> String {
    say(
      "What is in force from \(date(day)) on has errors, so nothing is said beyond.",
      "\(date(day))起施行的规定有错误，此后不作推算。"
    )
  }

  func points(_ text: String) -> String { say("\(text)\(StyledText.tie)points", "\(text)分") }

  private mutating func goal(_ goal: GoalChanges) {
    page.blank()
    policyInHand = goal.policy
    page.put(
      StyledText(goal.name[language], .strong) + citation(goal.place, of: goal.policy),
      indent: 2
    )
    page.put(StyledText(standing(goal)), indent: 4)
    if goal.isReached { return }
    for suggestion in goal.single { self.suggestion(suggestion, isNow: true) }
    for suggestion in goal.combined { self.suggestion(suggestion, isNow: true) }
    if goal.more > 0 {
      let text = say(
        goal.more == 1
          ? "1 more combination of two would do."
          : "\(goal.more) more combinations of two would do.",
        "另有\(goal.more)种两项并举的办法。"
      )
      page.put(StyledText(text, .quiet), indent: 4)
    }
    if let waiting = goal.waiting {
      self.waiting(waiting, isAlone: goal.single.isEmpty && goal.combined.isEmpty)
    }
    for suggestion in goal.sooner { self.suggestion(suggestion, isNow: false) }
    if !goal.missing.isEmpty {
      let text = labelled(
        say("First it must be known", "须先查明"),
        verifiers(goal.missing)
      )
      page.put(StyledText(text, .doubtful), lead: StyledText("? ", .doubtful), indent: 4)
    }
  }

  /// How it stands with a goal today, in one sentence.
  private func standing(_ goal: GoalChanges) -> String {
    guard let line = goal.line else {
      guard let next = goal.nextOutcome, goal.isReached else {
        return goal.isReached
          ? say("Open, and it stays open if facts go on as they are.", "可以办理；情况照旧，则一直可以办理。")
          : goal.outcome == .closed
            ? goal.hasOnlyMissing
              ? say("Closed today.", "目前不能办理。")
              : say("Closed today. What would open it:", "目前不能办理。以下做法或日期可以改变：")
            : goal.hasOnlyMissing
              ? say("Not decided yet.", "目前还不能确定。")
              : say(
                "Not decided yet. What would surely open it:",
                "目前还不能确定。以下做法或日期可以使之确定可以办理："
              )
      }
      let last = next.on.adding(days: -1).map(date) ?? date(next.on)
      let until = say("Open, until \(last) if facts go on as they are", "可以办理；情况照旧，则到\(last)为止")
      let why = reasons(next.turned)
      let then =
        why.isEmpty
        ? "" : say("; no longer met from then on: ", "；此后不再符合：") + why
      return until + then + say(".", "。")
    }
    let points = points(line)
    if goal.isReached { return say("The line of \(points) is reached.", "已达到\(points)的分数线。") }
    return say("What would reach the line of \(points):", "达到\(points)分数线的办法：")
  }

  /// Conditions by their words, each with its citation.
  func reasons(_ conditions: [ConditionResult]) -> String {
    conditions.map { condition in
      condition.words[language] + bracketed(condition.place.precise(language))
    }.joined(separator: semicolon)
  }

  private mutating func suggestion(_ suggestion: Suggestion, isNow: Bool) {
    var text = StyledText()
    for (index, step) in suggestion.steps.enumerated() {
      if index > 0 { text += StyledText(say(", and ", "，并且")) }
      text += self.step(step)
    }
    if !isNow {
      let day = date(suggestion.on)
      text += StyledText(
        "\(say(", ", "，"))\(start(suggestion))\(say("; it does from \(day) on", "，自\(day)起达到"))"
      )
    }
    page.put(text, lead: StyledText(isNow ? "→ " : "↗ ", .good), indent: 4)
    var rows: [(label: String, text: StyledText)] = []
    let result = result(suggestion.outcome, suggestion.total)
    let then = isNow ? result : say("then ", "届时") + result
    rows.append((say("result", "结果"), StyledText(then)))
    if !suggestion.met.isEmpty { rows.append((say("met then", "随之符合"), met(suggestion.met))) }
    if suggestion.total != nil, !suggestion.lines.isEmpty {
      rows.append((say("points", "积分变化"), lines(suggestion.lines)))
    }
    let verifiers = unique(suggestion.steps.map { $0.verifiedBy[language] }).filter { !$0.isEmpty }
    if !verifiers.isEmpty {
      rows.append(
        (say("verified by", "核验单位"), StyledText(verifiers.joined(separator: comma)))
      )
    }
    if !suggestion.closes.isEmpty {
      let names = suggestion.closes.map { $0[language] }.joined(separator: semicolon)
      rows.append((say("but closes", "但会失去"), StyledText(names, .doubtful)))
    }
    let width = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    for row in rows {
      page.put(row.text, lead: StyledText(row.label, .quiet).padded(to: width + 2), indent: 6)
    }
  }

  /// When a change that brings a day nearer is to be made.
  private func start(_ suggestion: Suggestion) -> String {
    guard let step = suggestion.steps.first, step.possibleFrom > assessment.on else {
      return say("now", "现在改变")
    }
    let (day, name) = (date(step.possibleFrom), step.through?[language] ?? "")
    return say("from \(day), when it can be had by \(name)", "自\(day)起可经“\(name)”取得")
  }

  private func step(_ step: Suggestion.Step) -> StyledText {
    let to = step.to.map { $0[language] }.joined(separator: say(" or ", "或"))
    var text = StyledText(step.name[language], .strong) + StyledText(say(": ", "："))
    switch step.kind {
    case .fact:
      text += StyledText("\(step.from?[language] ?? "") → \(to)")
    case .next:
      text += StyledText("\(step.from?[language] ?? "") → \(to)" + bracketed(begins(step)))
    case .new: text += StyledText(to + bracketed(begins(step)))
    }
    return text
  }

  private func begins(_ step: Suggestion.Step) -> String {
    guard let day = step.begins else { return "" }
    let (year, month, _) = day.parts
    let from =
      step.isByMonths ? say(day.month.description, "\(year)年\(month)月") : date(day)
    return say("a new spell from \(from) on", "自\(from)起新记")
  }

  func result(_ outcome: Outcome, _ total: String?) -> String {
    let word =
      switch outcome {
      case .open where total != nil: say("may declare", "可以申报")
      case .open: say("may apply directly", "可以直接申请")
      case .undetermined: say("not decided yet", "还不能确定")
      case .closed: say("closed", "不能申请")
      }
    return word + (total.map { say(", ", "，") + points($0) } ?? "")
  }

  /// Conditions that are met, each with where it stands and how well it is founded.
  private mutating func met(_ conditions: [ConditionResult]) -> StyledText {
    var texts: [StyledText] = []
    for condition in conditions {
      var text = StyledText(condition.words[language])
      text += cited(condition.place.precise(language)) + standing(condition.standing)
      if let exception = condition.exception {
        text += cited(say("waived under ", "免除，依") + exception.place.citation(language))
      }
      texts.append(text)
    }
    return texts.joined(StyledText(semicolon))
  }

  /// Score lines that move, each with by how much.
  mutating func lines(_ lines: [ChangedLine]) -> StyledText {
    var texts: [StyledText] = []
    for line in lines {
      var text = StyledText(line.name[language] + say(" ", "") + moved(line))
      text += cited(line.place.citation(language)) + standing(line.standing)
      texts.append(text)
    }
    return texts.joined(StyledText(semicolon))
  }

  private func moved(_ line: ChangedLine) -> String {
    if !line.counts { return say("counts no longer", "不再计入") }
    let before = line.before.map(minus) ?? "?"
    guard let after = line.after.map(minus) else { return say("unknown", "未知") }
    return before == after ? after : "\(before) → \(after)"
  }

  func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  private mutating func waiting(_ waiting: Waiting, isAlone: Bool) {
    let day = date(waiting.on)
    let text =
      isAlone
      ? say("wait: on \(day) by itself", "等待：到\(day)自然达到")
      : say("or wait: on \(day) by itself", "或者等待：到\(day)自然达到")
    page.put(
      StyledText(text) + StyledText(waiting.total.map { say(", ", "，") + points($0) } ?? ""),
      lead: StyledText("… ", .good),
      indent: 4
    )
    if !waiting.met.isEmpty {
      let lead = StyledText(say("met then", "随之符合"), .quiet)
      page.put(met(waiting.met), lead: lead + StyledText("  "), indent: 6)
    }
  }
}

extension GoalChanges {
  /// Whether all that can be said is what must be known first.
  fileprivate var hasOnlyMissing: Bool {
    !missing.isEmpty && single.isEmpty && combined.isEmpty && waiting == nil && sooner.isEmpty
  }

  /// Whether there is nothing to tell: no change, no day, and nothing missing is why.
  var isHopeless: Bool {
    !isReached && single.isEmpty && combined.isEmpty && missing.isEmpty && waiting == nil
      && sooner.isEmpty
  }
}
