import ExpressionLanguage
import Policy
import Registry

/// Every measure, by jurisdiction, a row a version.
enum MeasuresPage {
  struct View: Sendable {
    struct Place: Sendable {
      let heading: String
      let measures: [Row]
    }
    struct Row: Sendable {
      let heading: String
      let authority: String
      let period: String
      let link: String
      let isInForce: Bool
      let isPast: Bool
      let isComing: Bool
      let counts: [Count]
      let compare: [String]
    }
    struct Count: Sendable {
      let number: Int
      let standing: StandingMark
    }
    let on: String
    let places: [Place]
  }

  static let show: Route.Handler = { visit in
    let library = visit.service.library
    let day = visit.office.today
    // The place's own measures come first, then those that they rest on.
    let own = library.candidates
    let places = own + library.jurisdictions.filter { !own.contains($0) }
    let view = View(
      on: day.words[visit.language],
      places: places.map { place in
        let files = library.measures.filter { $0.header.jurisdiction == place }
          .sorted { ($0.header.id, $1.header.from) < ($1.header.id, $0.header.from) }
        return View.Place(
          heading: visit.say(heading(place, visit)),
          measures: files.map { row($0, visit) }
        )
      }
    )
    return try visit.page(
      "public/measures/list",
      title: Bilingual("The measures", "办法原文"),
      view,
      isSample: true
    )
  }

  private static func heading(_ place: String, _ visit: Visit) -> Bilingual {
    switch place {
    case "china": Bilingual("National rules", "国家规定")
    case "xiongan": Bilingual("Xiong'an New Area", "雄安新区")
    default: Bilingual(place, place)
    }
  }

  private static func row(_ file: PolicyLibrary.MeasureFile, _ visit: Visit) -> View.Row {
    let header = file.header
    let day = visit.office.today
    let from = header.from.words
    let period =
      if let until = header.until.map(\.words) {
        Bilingual(
          "from \(from.english) to \(until.english)",
          "\(from.chinese)起施行，至\(until.chinese)止"
        )
      } else {
        Bilingual("from \(from.english)", "\(from.chinese)起施行")
      }
    let standings = MeasureShelf.shared.standings(file, of: visit.service.library, on: day)
    let versions = visit.service.library.measures.count { $0.header.id == header.id }
    return View.Row(
      heading: visit.say(file.texts.last?.title ?? header.title),
      authority: visit.say(header.authority),
      period: visit.say(period),
      link: visit.link(MeasureAddress.path(header.id, header.from)),
      isInForce: header.isInForce(on: day),
      isPast: header.until.map { $0 < day } ?? false,
      isComing: day < header.from,
      counts: Standing.allCases.reversed().compactMap { standing in
        standings[standing].map { View.Count(number: $0, standing: StandingMark(standing)) }
      },
      compare: versions > 1 ? [visit.link("/measures/\(header.id)/compare")] : []
    )
  }
}
