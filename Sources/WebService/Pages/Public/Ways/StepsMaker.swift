import ExpressionLanguage
import Policy
import Scoring

/// What to do next about one channel, as rows.
struct StepsMaker {
  private let channel: ChannelResult
  private let visit: Visit

  init(_ channel: ChannelResult, _ visit: Visit) {
    self.channel = channel
    self.visit = visit
  }

  private var language: Language { visit.language }

  /// The steps, in the order in which they are taken; none where the channel is closed.
  var steps: [WayView.Step] {
    guard channel.outcome != .closed else { return [] }
    let next = channel.nextStep
    var steps: [WayView.Step] = []
    func add(
      _ english: String,
      _ chinese: String,
      _ items: [WayView.StepItem],
      notes: [String] = []
    ) {
      if items.isEmpty { return }
      steps.append(WayView.Step(label: visit.say(english, chinese), items: items, notes: notes))
    }
    if channel.outcome == .open {
      add("Declare", "申报时间", next.window.map { [window($0)] } ?? [])
      add(
        "First",
        "先办",
        channel.confirmedBy.map { by in
          [
            plain(
              visit.say(
                "confirmation by \(by.english)",
                "由\(by[.chinese])确认"
              )
            )
          ]
        } ?? []
      )
    }
    let places = ApplyPlaces(visit)
    add(
      "Apply at",
      "受理地点",
      next.applyAt.map { item($0, places.words($0.text)) },
      notes: places.notes(next.applyAt.map(\.text))
    )
    add("Papers", "材料", next.papers.filter(\.isCertain).map(item))
    add("Perhaps also", "可能还需", next.papers.filter { !$0.isCertain }.map(item))
    add("Decided within", "办理期限", next.decidedWithin.map { [value($0, $0.text[language])] } ?? [])
    add(
      "Fee",
      "费用",
      next.fee.map { fee in
        [value(fee, fee.isZero ? visit.say("free", "免费") : fee.text[language])]
      } ?? []
    )
    return steps
  }

  /// How to seek review, should the office refuse.
  var remedies: [WayView.StepItem] { channel.nextStep.remedy.map(item) }

  private func plain(_ words: String) -> WayView.StepItem {
    WayView.StepItem(
      words: words,
      cite: channel.place.citation(language),
      standing: StandingMark(channel.standing)
    )
  }

  private func item(_ text: StepText) -> WayView.StepItem {
    item(text, text.text[language] + visit.say(PaperCondition.words(text.tests)))
  }

  private func item(_ text: StepText, _ words: String) -> WayView.StepItem {
    WayView.StepItem(
      words: words,
      cite: text.place.whole(language),
      standing: StandingMark(text.standing)
    )
  }

  private func value(_ value: StepValue, _ words: String) -> WayView.StepItem {
    WayView.StepItem(
      words: words,
      cite: value.place.citation(language),
      standing: StandingMark(value.standing)
    )
  }

  private func window(_ window: DeclarationWindow) -> WayView.StepItem {
    let round = window.round.map { String($0) } ?? ""
    func moment(_ end: DeclarationWindow.End?) -> Bilingual {
      guard let end else { return Bilingual("", "") }
      let time = end.time.isEmpty ? "" : " \(end.time)"
      let day = end.day.words
      return Bilingual(day.english + time, day.chinese + time)
    }
    let (opens, closes) = (moment(window.opens), moment(window.closes))
    let words: Bilingual =
      switch window.state {
      case .open:
        Bilingual(
          "now, until \(closes.english) (round \(round))",
          "正在申报，至\(closes.chinese)（\(round)年度）"
        )
      case .opened:
        Bilingual(
          "since \(opens.english) (round \(round)); its closing is not announced",
          "\(opens.chinese)开始（\(round)年度），截止时间未见公布"
        )
      case .opens:
        Bilingual(
          "from \((opens.isEmpty ? closes : opens).english) (round \(round))",
          "\((opens.isEmpty ? closes : opens).chinese)开始（\(round)年度）"
        )
      case .closed:
        Bilingual(
          "round \(round) is over; no later round is announced",
          "\(round)年度申报已结束，以后年度未见公布"
        )
      case .notAnnounced: Bilingual("no round is announced", "申报时间未见公布")
      }
    return WayView.StepItem(
      words: visit.say(words),
      cite: "",
      standing: StandingMark(window.standing ?? .enacted)
    )
  }
}

extension Place {
  /// The citation of the whole rule, without the row.
  func whole(_ language: Language) -> String {
    Place(article: article, path: path, section: section).citation(language)
  }
}
