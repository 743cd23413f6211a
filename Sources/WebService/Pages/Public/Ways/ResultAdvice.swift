import ExpressionLanguage
import Scoring

/// How complete a result is, and what the same answers lead on to.
struct ResultAdvice: Sendable {
  /// Something that can be looked into besides, with so many more answers.
  struct More: Sendable {
    let goal: String
    let reach: String
    let words: String
  }

  /// How complete the result is.
  let words: String
  /// How many questions are left of what was wanted.
  let left: Int
  /// Whether one way that is open was enough, and others were not looked at.
  let isEnough: Bool
  /// What can be looked into besides; nothing while questions are left.
  let more: [More]

  init(_ talk: WaysTalk, _ result: WaysResult, _ visit: Visit) {
    let inquiry = talk.inquiry()
    left = talk.questions(inquiry).count
    let further = Self.further(talk, result)
    isEnough = further.contains { $0.step == .allWays }
    more =
      left > 0
      ? []
      : further.map { step, count in
        More(
          goal: talk.goal.text,
          reach: talk.answers.reach.union(step).text,
          words: visit.say(Self.invitation(step, count, result))
        )
      }
    words =
      visit.say(
        left > 0
          ? Self.words(left: left, isEnough: isEnough)
          : Self.words(result, further.first?.step)
      )
  }

  /// How it can be looked into further, and how many questions each takes; what takes none is left
  /// out.
  private static func further(
    _ talk: WaysTalk,
    _ result: WaysResult
  ) -> [(step: WaysReach, count: Int)] {
    var steps: [WaysReach] = talk.isEnough ? [.allWays] : []
    if result.wantsPoints(talk) { steps.append(.points) }
    return steps.filter { !talk.answers.reach.contains($0) }.compactMap { step in
      var answers = talk.answers
      answers.reach.formUnion(step)
      let wider = talk.saying(answers)
      let count = wider.questions(wider.inquiry()).count
      return count > 0 ? (step, count) : nil
    }
  }

  private static func invitation(
    _ step: WaysReach,
    _ count: Int,
    _ result: WaysResult
  ) -> Bilingual {
    if step == .points {
      return Bilingual("Work out my points (at most \(count) more)", "算一算我的积分（最多还有\(count)题）")
    }
    return result.isOpenDirectly
      ? Bilingual("Look at the other ways too (at most \(count) more)", "再看看其他途径（最多还有\(count)题）")
      : Bilingual(
        "Look for a way without ranking (at most \(count) more)",
        "再看看不用排序的途径（最多还有\(count)题）"
      )
  }

  private static func words(left: Int, isEnough: Bool) -> Bilingual {
    isEnough
      ? Bilingual(
        "At most \(left) more would settle your points.",
        "再回答最多 \(left) 题，就能算出您的积分。"
      )
      : Bilingual(
        "This is what follows from the answers so far; at most \(left) more would decide the rest.",
        "这是根据目前的回答得出的；再回答最多 \(left) 题，其余的也能确定。"
      )
  }

  private static func words(_ result: WaysResult, _ step: WaysReach?) -> Bilingual {
    if step == .allWays {
      return result.isOpenDirectly
        ? Bilingual(
          "That is enough to answer you; the other ways have not been looked at.",
          "这已经可以回答您；其他途径还没有逐一判断。"
        )
        : Bilingual(
          "Ways without ranking have not been looked at; they are listed below.",
          "不用排序的途径还没有判断，列在下面。"
        )
    }
    if step == .points, result.hasOpenWay {
      return Bilingual(
        "How many points you have has not been worked out; you can do that next.",
        "积分还没有计算，需要的话可以接着算。"
      )
    }
    return result.isDecided
      ? Bilingual("Your answers were enough to judge every way.", "您的回答足以全部作出判断。")
      : Bilingual(
        "What you don't know yet stays undetermined; it is listed below.",
        "您不清楚的事项尚不能确定，已在下面列出。"
      )
  }
}
