import ExpressionLanguage
import Policy
import Scoring

/// What a visitor would like to find out; it limits what is asked.
package enum WaysGoal: Hashable, Sendable {
  /// Whether a residence permit can be had.
  case permit
  /// Whether and by which way one can settle.
  case settle
  /// Which services and conveniences one can have.
  case services
  /// One service, by its stable name.
  case service(String)
  /// All of it.
  case everything

  /// The word for it in forms and in the visitor's browser.
  var text: String {
    switch self {
    case .permit: "permit"
    case .settle: "settle"
    case .services: "services"
    case .service(let name): "service:" + name
    case .everything: "everything"
    }
  }

  /// Reads a word.
  init?(text: String) {
    switch text {
    case "permit": self = .permit
    case "settle": self = .settle
    case "services": self = .services
    case "everything": self = .everything
    default:
      guard text.hasPrefix("service:"), text.utf8.count < 80 else { return nil }
      self = .service(String(text.dropFirst("service:".count)))
    }
  }

  /// The channels of a set that it is about, by position.
  func channels(_ set: PolicySet) -> [Int] {
    set.channels.indices.filter { index in
      switch self {
      case .permit: set.channels[index].isPermit && set.isOwn(set.channels[index].measure)
      case .settle: !set.channels[index].isPermit && set.isOwn(set.channels[index].measure)
      case .services, .service: false
      case .everything: set.isOwn(set.channels[index].measure)
      }
    }
  }

  /// The services of a set that it is about, by position.
  func services(_ set: PolicySet) -> [Int] {
    set.services.indices.filter { index in
      guard set.isOwn(set.services[index].measure) else { return false }
      switch self {
      case .permit, .settle: return false
      case .services, .everything: return true
      case .service(let name):
        return NameKey.identifier(set.services[index].name.english) == name
      }
    }
  }

  /// What it asks the measures, the points only where they are wanted.
  func goals(_ set: PolicySet, _ reach: WaysReach) -> [Goal] {
    let wantsPoints = reach.contains(.points)
    return channels(set).map { wantsPoints ? .standing($0) : .outcome($0) }
      + services(set).filter { wantsPoints || isOneService || !set.restsOnPoints(service: $0) }
      .map { .service($0) }
  }

  /// Those of them that are asked for before the others: the ways on which people are ranked, where
  /// one way answers.
  ///
  /// They are the general ones. The direct ways are each for a few, and who belongs to one of them
  /// mostly knows it by its name.
  func firstGoals(_ set: PolicySet, _ reach: WaysReach) -> [Goal] {
    guard isAnsweredByOne else { return [] }
    return channels(set).filter { set.channels[$0].rankedBy != nil }
      .map { reach.contains(.points) ? .standing($0) : .outcome($0) }
  }

  /// Whether one way that is open answers it.
  var isAnsweredByOne: Bool { self == .settle }

  /// Whether it is about one service, which is then asked for by points too.
  private var isOneService: Bool { if case .service = self { true } else { false } }
}

extension Channel {
  /// Whether it leads to a residence permit.
  var isPermit: Bool {
    leadsTo.map { NameKey.of($0.english) == "residence permit" } ?? false
  }
}

extension PolicySet {
  /// Whether a measure is the jurisdiction's own; others only lend it names.
  func isOwn(_ measure: Int) -> Bool { measures[measure].id.hasPrefix(jurisdiction + "/") }
}
