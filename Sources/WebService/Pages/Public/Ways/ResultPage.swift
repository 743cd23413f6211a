import Accounts
import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// What the measures say to what was told: the ways that are open, undetermined and closed.
enum ResultPage {
  struct View: Sendable {
    let on: String
    let goal: String
    let headline: String
    let advice: String
    let cautions: [String]
    let open: [WayView]
    let undetermined: [WayView]
    /// The ways that were not looked at, as one that is open was enough.
    let others: [String]
    let closed: [WayView]
    let services: [ServiceGroup]
    let answers: [AnswersPage.View.Answer]
    let left: AnswersPage.Left?
    let more: [ResultAdvice.More]
    let measures: [MeasureRow]
    let otherGoals: [OtherGoal]
    let isResident: Bool
    let mayApply: Bool
  }

  /// One measure that was applied.
  struct MeasureRow: Sendable {
    let heading: String
    let since: String
    let link: String
    let standing: StandingMark
  }

  /// Something else that could be found out with the same answers.
  struct OtherGoal: Sendable {
    let token: String
    let words: String
  }

  static let show: Route.Handler = { visit in
    let talk = try WaysTalk(visit)
    guard talk.answers.goal != nil else { return visit.redirect(to: "/ways") }
    let result = try WaysResult(talk)
    let advice = ResultAdvice(talk, result, visit)
    let maker = WayViewMaker(result, talk, visit.service.library, visit)
    let ways = try result.assessment.channels.map { try maker.view($0) }
    return try visit.page(
      "public/ways/result",
      title: Bilingual("Your result", "您的结果"),
      View(
        on: talk.day.words[visit.language],
        goal: visit.say(talk.goal.words(talk.set)),
        headline: visit.say(result.headline),
        advice: advice.words,
        cautions: (result.cautions + hopes(result, maker)).map(visit.say),
        open: ways.filter(\.isOpen),
        // What lacks least, and what can still change, is what a visitor looks for.
        undetermined: advice.isEnough
          ? [] : ways.filter(\.isUndetermined).inOrder { $0.lacks.count },
        others: advice.isEnough ? ways.filter(\.isUndetermined).map(\.heading) : [],
        closed: ways.filter(\.isClosed).inOrder { $0.changes.isEmpty ? 1 : 0 },
        services: ServiceGroup.all(result, talk, visit),
        answers: AnswersPage.answers(talk, visit, from: "result"),
        left: advice.left > 0 ? AnswersPage.Left(count: advice.left) : nil,
        more: advice.more,
        measures: maker.measures,
        otherGoals: otherGoals(talk, visit),
        isResident: visit.account?.role == .resident,
        mayApply: ways.contains { $0.isOpen && $0.isPermit }
      ),
      isSample: result.hasSamples
    )
  }

  /// What comes by itself, where nothing is open.
  private static func hopes(_ result: WaysResult, _ maker: WayViewMaker) -> [Bilingual] {
    guard !result.assessment.channels.contains(where: { $0.outcome == .open }),
      let earliest = maker.earliest
    else { return [] }
    let day = earliest.day.words
    if earliest.isPerhaps {
      return [
        Bilingual(
          "Soonest, perhaps: \(earliest.way.english). If facts go on as they are, what keeps it "
            + "closed today is over on \(day.english); its other conditions were not asked.",
          "最早可能走的是\(earliest.way[.chinese])：情况照旧的话，到\(day[.chinese])目前的障碍就没有了；其他条件还没有问。"
        )
      ]
    }
    return [
      Bilingual(
        "Soonest: \(earliest.way.english). If facts go on as they are, you meet its conditions on "
          + "\(day.english).",
        "最早可以走的是\(earliest.way[.chinese])：情况照旧的话，到\(day[.chinese])符合条件。"
      )
    ]
  }

  private static func otherGoals(_ talk: WaysTalk, _ visit: Visit) -> [OtherGoal] {
    let goals: [WaysGoal] = [.settle, .permit, .services]
    return goals.filter { goal in
      if talk.goal == .everything || goal == talk.goal { return false }
      return !goal.goals(talk.set, .points).isEmpty
    }.map { OtherGoal(token: $0.text, words: visit.say($0.words(talk.set))) }
  }
}

extension Array {
  /// The elements by a rank, equal ones as they stand.
  fileprivate func inOrder(_ rank: (Element) -> Int) -> [Element] {
    enumerated().map { (place: $0.offset, rank: rank($0.element), element: $0.element) }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.element)
  }
}
