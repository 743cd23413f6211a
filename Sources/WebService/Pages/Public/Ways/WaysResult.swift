import ExpressionLanguage
import Policy
import Scoring

/// What the measures say to what was told, as far as it was asked for.
struct WaysResult {
  let assessment: Assessment
  /// The services that were asked for.
  let services: [ServiceResult]
  /// What needs no answer any more, as nothing hangs on it.
  let idle: [MissingName]

  /// Decides what was asked for.
  ///
  /// - Throws: A fault that names the rule that can't be computed.
  init(_ talk: WaysTalk) throws(EvaluationFault) {
    var assessment = try talk.assessor.assess(talk.facts, on: talk.day)
    let channels = talk.goal.channels(talk.set).map { talk.set.channels[$0] }
    assessment.channels.removeAll { result in
      !channels.contains { $0.name == result.name && $0.place == result.place }
    }
    let wanted = Set(talk.goal.services(talk.set))
    if wanted.isEmpty { assessment.services = [] }
    assessment = talk.assessor.sharpened(assessment, talk.facts)
    services = assessment.services.enumerated().filter { wanted.contains($0.offset) }
      .map(\.element)
    idle =
      talk.answers.skipped.isEmpty
      ? []
      : assessment.idle.filter {
        talk.answers.skipped.contains($0.id)
      }
    self.assessment = assessment
  }

  private func count(_ outcome: Outcome) -> Int {
    assessment.channels.count { $0.outcome == outcome }
  }

  /// Whether everything that was asked for is decided.
  var isDecided: Bool {
    count(.undetermined) == 0 && !services.contains { $0.answer == .unknown }
      && !assessment.channels.contains {
        $0.outcome == .open && $0.total.map { $0.points == nil } ?? false
      }
  }

  /// Whether something that is shown rests on a sample.
  var hasSamples: Bool {
    assessment.channels.contains { $0.standing == .sample || $0.total?.standing == .sample }
      || services.contains { $0.standing == .sample }
  }

  /// The result in a sentence.
  var headline: Bilingual {
    let open = assessment.channels.filter { $0.outcome == .open }
    if assessment.channels.isEmpty { return serviceHeadline }
    if open.isEmpty {
      return count(.undetermined) > 0
        ? Bilingual(
          "Not decided yet: \(ways(count(.undetermined))) still possible",
          "还不能确定：有\(count(.undetermined))条路仍有可能"
        )
        : Bilingual("None of these ways is open to you today", "目前没有可以办理的途径")
    }
    let names = open.map(\.name)
    return Bilingual(
      "Open to you: " + names.map(\.english).joined(separator: "; "),
      "您可以办理：" + names.map { $0[.chinese] }.joined(separator: "、")
    )
  }

  private func ways(_ count: Int) -> String { count == 1 ? "1 way is" : "\(count) ways are" }

  private var serviceHeadline: Bilingual {
    let open = services.count { $0.answer == .open }
    if open > 0 {
      return Bilingual(
        open == 1 ? "1 service is open to you" : "\(open) services are open to you",
        "您可以享受\(open)项服务和便利"
      )
    }
    return services.contains { $0.answer == .unknown }
      ? Bilingual("Not decided yet", "还不能确定")
      : Bilingual("None of these services is open to you today", "目前还不能享受这些服务")
  }
}
