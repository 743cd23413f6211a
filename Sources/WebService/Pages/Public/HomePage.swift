import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// The first page: what one can do here.
enum HomePage {
  struct View: Sendable {
    /// One way to settle.
    struct Way: Sendable {
      let heading: String
      let standing: StandingMark
    }
    let ways: [Way]
    let offices: [WayView.StepItem]
    let papers: [String]
    let services: Int
  }

  static let show: Route.Handler = { visit in
    let day = visit.office.today
    let law = try visit.office.law(on: day)
    let set = law.assessor.set
    let settle = WaysGoal.settle.channels(set).map { set.channels[$0] }
      .sorted { ($0.order ?? .max) < ($1.order ?? .max) }
    let permit = law.permitChannel.map { set.channels[$0] }
    return try visit.page(
      "public/home",
      title: Bilingual("Residence permits and settlement in Xiong'an", "居住证与积分落户"),
      View(
        ways: settle.map { channel in
          View.Way(
            heading: visit.say(channel.name),
            standing: StandingMark(channel.standings["open when"]?.standing ?? .enacted)
          )
        },
        offices: permit.map { offices($0, visit) } ?? [],
        papers: [],
        services: WaysGoal.services.services(set).count
      )
    )
  }

  /// Where one applies for a permit.
  private static func offices(_ channel: Channel, _ visit: Visit) -> [WayView.StepItem] {
    guard case .texts(let texts) = channel.steps.applyAt else { return [] }
    return texts.map { text in
      WayView.StepItem(
        words: ApplyPlaces(visit).words(text),
        cite: channel.place.citation(visit.language),
        standing: StandingMark(channel.standings["apply at"]?.standing ?? .enacted)
      )
    }
  }
}
