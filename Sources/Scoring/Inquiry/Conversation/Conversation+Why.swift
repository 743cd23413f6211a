import ExpressionLanguage
import Policy

extension Conversation {
  /// Why the question in hand is asked: the conditions and points that hang on it, by channel.
  var why: String {
    let question: Question
    switch stage {
    case .finished: return complain(Bilingual("nothing is asked", "现在没有问题"))
    case .question(let asked), .records(let asked, _): question = asked
    }
    var page = page
    page.blank()
    page.put(StyledText(say("It can still decide:", "它还会影响：")))
    for reason in assessor.reasons(for: question, in: assessment) {
      page.put(
        StyledText(reason.goal[settings.language], .strong)
          + StyledText(say(" · ", " · ") + reason.measure[settings.language], .quiet),
        indent: 2
      )
      for ground in reason.grounds {
        let place = ground.place.precise(settings.language)
        var text = StyledText(ground.words[settings.language])
        if !place.isEmpty {
          text += StyledText("\(StyledText.tie)· \(StyledText.together(place))", .quiet)
        }
        page.put(text, indent: 4)
      }
    }
    return page.text
  }
}
