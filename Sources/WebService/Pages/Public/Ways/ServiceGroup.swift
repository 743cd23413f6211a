import ExpressionLanguage
import Policy
import Scoring

/// The services of one article, as the result shows them.
struct ServiceGroup: Sendable {
  /// One service.
  struct Line: Sendable {
    let heading: String
    let link: String
    let provider: String
    let cite: String
    let isOpen: Bool
    let isClosed: Bool
    let isSuspended: Bool
    let isUnknown: Bool
    let notes: [String]
    let standing: StandingMark
  }

  let heading: String
  let lines: [Line]

  static func all(_ result: WaysResult, _ talk: WaysTalk, _ visit: Visit) -> [ServiceGroup] {
    var groups: [(article: Bilingual, lines: [Line])] = []
    for service in result.services {
      let isForPoints = !talk.answers.reach.contains(.points) && result.isByPoints(service, talk)
      let line = line(service, visit, isForPoints: isForPoints)
      if let index = groups.firstIndex(where: { $0.article == service.article }) {
        groups[index].lines.append(line)
      } else {
        groups.append((service.article, [line]))
      }
    }
    return groups.map { ServiceGroup(heading: visit.say($0.article), lines: $0.lines) }
  }

  private static func line(
    _ service: ServiceResult,
    _ visit: Visit,
    isForPoints: Bool
  ) -> Line {
    var notes = service.required.map(visit.say)
    notes += service.uses.compactMap(\.told).map(visit.say)
    if service.answer == .unknown, isForPoints {
      notes.append(visit.say("it depends on your points", "视积分而定"))
    } else if service.answer == .unknown, !service.missing.isEmpty {
      let names = service.missing.map { visit.say($0.told) }.joined(separator: visit.say(", ", "、"))
      notes.append(visit.say("missing: ", "还缺：") + names)
    }
    return Line(
      heading: visit.sentence(service.name),
      link: visit.link("/services/\(service.id)"),
      provider: visit.say(service.providedBy),
      cite: service.place.citation(visit.language),
      isOpen: service.answer == .open,
      isClosed: service.answer == .closed,
      isSuspended: service.answer == .suspended,
      isUnknown: service.answer == .unknown,
      notes: notes,
      standing: StandingMark(service.standing)
    )
  }
}
