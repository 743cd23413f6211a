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
  /// What can be looked into besides; nothing while questions are left.
  let more: More?

  init(_ talk: WaysTalk, _ result: WaysResult, _ visit: Visit) {
    let inquiry = talk.inquiry()
    left = talk.questions(inquiry).count
    let further = left > 0 ? nil : Self.further(talk, result, talk.left(inquiry).count)
    more = further.map { reach, count in
      More(
        goal: talk.goal.text,
        reach: reach.rawValue,
        words: visit.say(Self.invitation(reach, count))
      )
    }
    words = visit.say(Self.words(result, left: left, further?.reach))
  }

  /// What comes next, and how many questions it takes; nothing where it takes none.
  private static func further(
    _ talk: WaysTalk,
    _ result: WaysResult,
    _ others: Int
  ) -> (reach: WaysReach, count: Int)? {
    if talk.isEnough, others > 0 { return (.allWays, others) }
    guard talk.answers.reach != .points, result.wantsPoints(talk) else { return nil }
    var answers = talk.answers
    answers.reach = .points
    let wider = talk.saying(answers)
    let count = wider.left(wider.inquiry()).count
    return count > 0 ? (.points, count) : nil
  }

  private static func invitation(_ reach: WaysReach, _ count: Int) -> Bilingual {
    switch reach {
    case .points:
      Bilingual("Work out my points (at most \(count) more)", "算一算我的积分（最多还有\(count)题）")
    case .firstWay, .allWays:
      Bilingual("Look at the other ways too (at most \(count) more)", "再看看其他途径（最多还有\(count)题）")
    }
  }

  private static func words(
    _ result: WaysResult,
    left: Int,
    _ further: WaysReach?
  ) -> Bilingual {
    if left > 0 {
      return Bilingual(
        "This is what follows from the answers so far; at most \(left) more would decide the rest.",
        "这是根据目前的回答得出的；再回答最多 \(left) 题，其余的也能确定。"
      )
    }
    switch further {
    case .allWays?:
      return Bilingual(
        "That is enough to answer you; the other ways have not been looked at.",
        "这已经可以回答您；其他途径还没有逐一判断。"
      )
    case .points?:
      return Bilingual(
        "How many points you have has not been worked out; you can do that next.",
        "积分还没有计算，需要的话可以接着算。"
      )
    case .firstWay?, nil: break
    }
    return result.isDecided
      ? Bilingual("Your answers were enough to judge every way.", "您的回答足以全部作出判断。")
      : Bilingual(
        "What you don't know yet stays undetermined; it is listed below.",
        "您不清楚的事项尚不能确定，已在下面列出。"
      )
  }
}
