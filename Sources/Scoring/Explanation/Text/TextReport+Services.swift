import ExpressionLanguage
import Policy

extension TextReport {
  /// The services by article: what is open with who provides it, the others with the reason.
  mutating func services() {
    if assessment.services.isEmpty { return }
    heading("Services", "服务和便利")
    for article in articles {
      guard let first = article.first else { continue }
      policyInHand = first.policy
      page.blank()
      page.put(
        StyledText(first.article[language], .strong)
          + citation(first.place.whole, of: first.policy),
        indent: 2
      )
      for answer in ServiceResult.Answer.inOrder {
        let services = article.filter { $0.answer == answer }
        for group in grouped(services, by: { AlikeServices($0, reason($0)) }) {
          self.group(group)
        }
      }
    }
  }

  private var articles: [[ServiceResult]] {
    grouped(assessment.services) { ListedUnder(policy: $0.policy, article: $0.article) }
  }

  /// Services with the same answer for the same reason.
  private mutating func group(_ services: [ServiceResult]) {
    guard let first = services.first else { return }
    let mark = StatusMark(first.answer)
    var text = StyledText(mark.words[language], mark.style)
    let reason = reason(first)
    if !reason.isEmpty { text += dot + StyledText(reason, .quiet) }
    text += standing(first.standing)
    page.put(text, lead: mark.lead, indent: 2)
    if first.answer == .open {
      open(services)
    } else {
      let names = services.map { service in
        let required = service.required.map { $0[language] }.joined(separator: comma)
        return service.name[language] + (required.isEmpty ? "" : bracketed(required))
      }.joined(separator: semicolon)
      page.put(StyledText(names), indent: 4)
    }
  }

  /// One line each, with who provides it.
  private mutating func open(_ services: [ServiceResult]) {
    for service in services {
      let provider = service.providedBy[language]
      let required = service.required.map { $0[language] }.joined(separator: comma)
      let text =
        StyledText(service.name[language])
        + (required.isEmpty ? StyledText() : StyledText(bracketed(required), .quiet))
      page.put(provider.isEmpty ? text : text + dot + StyledText(provider, .quiet), indent: 4)
    }
  }

  private func reason(_ service: ServiceResult) -> String {
    if service.answer == .unknown, !service.missing.isEmpty {
      return labelled(say("missing", "还缺"), verifiers(service.missing))
    }
    return values(service.uses)
  }

  /// The services in groups of equal keys, in the order of their first.
  private func grouped<Key: Hashable>(
    _ services: [ServiceResult],
    by key: (ServiceResult) -> Key
  ) -> [[ServiceResult]] {
    var groups: [[ServiceResult]] = []
    var places: [Key: Int] = [:]
    for service in services {
      let key = key(service)
      if let place = places[key] {
        groups[place].append(service)
      } else {
        places[key] = groups.count
        groups.append([service])
      }
    }
    return groups
  }
}

/// What services of one article share.
private struct ListedUnder: Hashable {
  var policy: String
  var article: Bilingual
}

/// What services with one answer for one reason share.
private struct AlikeServices: Hashable {
  var reason: String
  var standing: Standing

  init(_ service: ServiceResult, _ reason: String) {
    self.reason = reason
    standing = service.standing
  }
}

extension ServiceResult.Answer {
  /// What a holder has first, what is refused after, what is not known last.
  fileprivate static let inOrder: [ServiceResult.Answer] = [.open, .suspended, .closed, .unknown]
}
