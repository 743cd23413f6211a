import ExpressionLanguage
import Policy
import Scoring

/// One channel as the result shows it.
///
/// Lists stand for what there may be one of, so that nothing
/// is taken from what stands around it.
struct WayView: Sendable {
  /// Points, or the range in which they lie.
  struct Total: Sendable {
    let points: String
    let note: String
    let standing: StandingMark
    let lastLine: [String]
    let ties: [String]
  }

  /// One line of the score sheet.
  struct PointsRow: Sendable {
    let words: String
    let points: String
    let depth: Int
    let cite: String
    let because: String
    let isSum: Bool
    let isLeftOut: Bool
    let standing: StandingMark
  }

  /// What is missing.
  struct Lack: Sendable {
    let words: String
    let verifier: [String]
    let link: [String]
  }

  /// A row of what to do next.
  struct Step: Sendable {
    let label: String
    let items: [StepItem]
    /// What has to be said besides.
    let notes: [String]
  }

  /// One thing to do or to bring.
  struct StepItem: Sendable {
    let words: String
    let cite: String
    let standing: StandingMark
  }

  /// Whether a member of the family comes along.
  struct Member: Sendable {
    let words: String
    let isOpen: Bool
    let isUndetermined: Bool
    let isClosed: Bool
    let conditions: [ConditionView]
  }

  let anchor: String
  let heading: String
  let measure: String
  let measureLink: String
  let cite: String
  let standing: StandingMark
  let isOpen: Bool
  let isUndetermined: Bool
  let isClosed: Bool
  /// Whether it ranks by points, so that to be open is not yet to be admitted.
  let isRanked: Bool
  let isPermit: Bool
  let totals: [Total]
  let reasons: [ConditionView]
  let conditions: [ConditionView]
  let lacks: [Lack]
  let points: [PointsRow]
  let steps: [Step]
  let remedies: [StepItem]
  let members: [Member]
  let changes: [ChangeView]
  let years: [YearsView]
}

/// One condition with those below it.
struct ConditionView: Sendable {
  let words: String
  let cite: String
  let standing: StandingMark
  let isMet: Bool
  let isNotMet: Bool
  let isUnknown: Bool
  let isWaived: Bool
  /// What is said of it besides: the values behind it, who judges, which exception.
  let notes: [String]
  let children: [ConditionView]

  /// `isWhole` leaves nothing out; otherwise only what is not met stands below.
  init(_ condition: ConditionResult, _ language: Language, isWhole: Bool = true) {
    func say(_ english: String, _ chinese: String) -> String {
      language == .chinese ? chinese : english
    }
    words = condition.words[language]
    cite = condition.place.precise(language)
    standing = StandingMark(condition.standing)
    isMet = condition.status == .met
    isNotMet = condition.status == .notMet
    isUnknown = condition.status == .unknown
    isWaived = condition.status == .waived
    // Where none may hold, what holds is what is in the way.
    let isPruned = !isWhole && condition.joining != .noneOf
    let children =
      isWaived
      ? [] : isPruned ? condition.children.filter { $0.status == .notMet } : condition.children
    var notes: [String] = []
    if !children.isEmpty, let joining = condition.joining {
      switch joining {
      case .allOf where isPruned: notes.append(say("not met of these:", "其中不符合："))
      case .allOf: notes.append(say("all of these:", "须全部符合："))
      case .anyOf: notes.append(say("any of these:", "符合其一即可："))
      case .noneOf: notes.append(say("none of these:", "不得有下列情形："))
      default: break
      }
    }
    if condition.isDiscretion { notes.append(say("for the office to judge", "由主管机关认定")) }
    if let exception = condition.exception {
      let name =
        exception.name[language] + say(" (", "（")
        + exception.place.citation(language) + say(")", "）")
      notes.append(
        exception.holds
          ? exception.waives
            ? say("waived: \(name)", "免除：\(name)") : say("instead: \(name)", "适用：\(name)")
          : say("unless \(name) holds", "\(name)是否适用尚不清楚")
      )
    }
    if children.isEmpty, !isWaived {
      notes += condition.uses.compactMap { $0.told?[language] }
      if isUnknown, !condition.missing.isEmpty {
        notes.append(
          say("missing: ", "还缺：")
            + condition.missing.map { $0.told[language] }.joined(separator: say(", ", "、"))
        )
      }
    }
    self.notes = notes
    self.children = children.map { ConditionView($0, language, isWhole: isWhole) }
  }

  /// The innermost conditions that keep something from being open.
  static func unmet(_ conditions: [ConditionResult], _ language: Language) -> [ConditionView] {
    conditions.flatMap { condition -> [ConditionView] in
      guard condition.status == .notMet else { return [] }
      let below = unmet(condition.children, language)
      if below.isEmpty || condition.joining == .anyOf && below.count > 1 {
        return [ConditionView(condition, language, isWhole: false)]
      }
      return below
    }
  }
}
