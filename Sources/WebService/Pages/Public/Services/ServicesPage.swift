import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// The services and conveniences that a permit opens, by the article that lists them.
enum ServicesPage {
  struct View: Sendable {
    struct Group: Sendable {
      let heading: String
      let measure: String
      let link: String
      let services: [ServiceView]
    }
    let groups: [Group]
  }

  static let show: Route.Handler = { visit in
    let services = try ServiceView.all(visit)
    var groups: [(article: String, services: [ServiceView])] = []
    for service in services {
      if let index = groups.firstIndex(where: { $0.article == service.article }) {
        groups[index].services.append(service)
      } else {
        groups.append((service.article, [service]))
      }
    }
    return try visit.page(
      "public/services/list",
      title: Bilingual("Services and conveniences", "公共服务和便利"),
      View(
        groups: groups.map { group in
          View.Group(
            heading: group.article,
            measure: group.services.first?.measure ?? "",
            link: group.services.first?.measureLink ?? "",
            services: group.services
          )
        }
      ),
      isSample: services.contains { $0.standing.isSample }
    )
  }
}

/// One service, with what it asks for.
enum ServicePage {
  static let show: Route.Handler = { visit in
    let name = try visit.parameter("name")
    guard let service = try ServiceView.all(visit).first(where: { $0.id == name }) else {
      throw Fault.notFound
    }
    return try visit.page(
      "public/services/service",
      title: service.name.capitalized,
      service,
      back: "/services",
      isSample: service.standing.isSample
    )
  }
}

/// What pages show of one service.
struct ServiceView: Sendable {
  let id: String
  let name: Bilingual
  let heading: String
  let address: String
  let provider: String
  let article: String
  let cite: String
  let measure: String
  let measureLink: String
  let standing: StandingMark
  /// What it asks for beyond the permit.
  let required: [String]
  /// The facts and rules that decide it.
  let hangsOn: [String]
  let maySuspend: Bool
  let ask: String

  /// The services of the place's own measures, as they list them.
  static func all(_ visit: Visit) throws -> [ServiceView] {
    let day = visit.office.today
    let assessor = try visit.office.law(on: day).assessor
    let set = assessor.set
    let nobody = Facts(factCount: set.model.facts.count, recordsCount: set.model.records.count)
    let assessment = try assessor.assess(nobody, on: day)
    return zip(set.services, assessment.services).compactMap { service, result in
      guard set.isOwn(service.measure) else { return nil }
      let measure = set.measures[service.measure]
      return ServiceView(
        id: result.id,
        name: result.name,
        heading: visit.sentence(result.name),
        address: visit.link("/services/\(result.id)"),
        provider: visit.say(result.providedBy),
        article: visit.say(result.article),
        cite: result.place.citation(visit.language),
        measure: visit.say(measure.title),
        measureLink: visit.link(MeasureAddress.path(measure.id, measure.from)),
        standing: StandingMark(result.standing),
        required: result.required.map(visit.say),
        hangsOn: result.uses.map { visit.say($0.name) },
        maySuspend: service.suspendedWhen != nil,
        ask: visit.link("/ways?goal=service:\(result.id)")
      )
    }
  }
}
