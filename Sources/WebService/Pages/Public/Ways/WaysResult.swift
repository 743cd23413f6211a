import ExpressionLanguage
import Policy
import Scoring

/// What the measures say to what was told, as far as it was asked for.
struct WaysResult {
  let assessment: Assessment
  /// The services that were asked for.
  let services: [ServiceResult]
  /// Whether points were wanted.
  private let hasPoints: Bool

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
    hasPoints = talk.answers.reach.contains(.points)
    assessment = talk.assessor.sharpened(assessment, talk.facts, withTotals: hasPoints)
    services = assessment.services.enumerated().filter { wanted.contains($0.offset) }
      .map(\.element)
    self.assessment = assessment
  }

  private func count(_ outcome: Outcome) -> Int {
    assessment.channels.count { $0.outcome == outcome }
  }

  /// Whether everything that was asked for is decided.
  var isDecided: Bool {
    count(.undetermined) == 0 && !services.contains { $0.answer == .unknown }
      && !(hasPoints && assessment.channels.contains(where: Self.lacksPoints))
  }

  /// Whether points would still say something: of a way that is not closed, or of a service.
  func wantsPoints(_ talk: WaysTalk) -> Bool {
    assessment.channels.contains(where: Self.lacksPoints)
      || services.contains { service in
        service.answer == .unknown && isByPoints(service, talk)
      }
  }

  /// Whether a service hangs on points.
  func isByPoints(_ service: ServiceResult, _ talk: WaysTalk) -> Bool {
    guard let place = assessment.services.firstIndex(where: { $0.id == service.id }) else {
      return false
    }
    return talk.set.restsOnPoints(service: place)
  }

  private static func lacksPoints(_ channel: ChannelResult) -> Bool {
    channel.outcome != .closed && channel.total.map { $0.points == nil } ?? false
  }

  /// Whether a way is open.
  var hasOpenWay: Bool { count(.open) > 0 }

  /// Whether a way is open on which nobody is ranked.
  var isOpenDirectly: Bool {
    assessment.channels.contains { $0.outcome == .open && $0.total == nil }
  }

  /// Whether something that is shown rests on a sample.
  var hasSamples: Bool {
    assessment.channels.contains { $0.standing == .sample || $0.total?.standing == .sample }
      || services.contains { $0.standing == .sample }
  }

  /// The way that was asked for, where that is one.
  private var onlyWay: ChannelResult? {
    assessment.channels.count == 1 ? assessment.channels[0] : nil
  }

  /// The result in a sentence.
  var headline: Bilingual {
    let open = assessment.channels.filter { $0.outcome == .open }
    if assessment.channels.isEmpty { return serviceHeadline }
    if open.isEmpty {
      let possible = assessment.channels.filter { $0.outcome == .undetermined }.map(\.name)
      // A few are named; many say nothing to whoever has answered little.
      if (1...3).contains(possible.count) {
        return Self.sentence("Not decided yet, but possible: ", "还不能确定，仍有可能：", possible)
      }
      if let only = onlyWay, only.outcome == .closed {
        return Self.sentence("Not open to you today: ", "目前不能办理：", [only.name])
      }
      return count(.undetermined) > 0
        ? Bilingual(
          "Not decided yet: \(count(.undetermined)) ways are still possible",
          "还不能确定：有\(count(.undetermined))条路仍有可能"
        )
        : Bilingual("None of these ways is open to you today", "目前没有可以办理的途径")
    }
    let direct = open.filter { $0.total == nil }.map(\.name)
    let ranked = open.filter { $0.total != nil }.map(\.name)
    var parts: [Bilingual] = []
    if !direct.isEmpty { parts.append(Self.sentence("Open to you: ", "您可以办理：", direct)) }
    if !ranked.isEmpty {
      parts.append(
        Self.sentence("You meet the conditions to declare: ", "您符合申报条件：", ranked)
      )
    }
    return Bilingual(
      parts.map(\.english).joined(separator: ". "),
      parts.map { $0[.chinese] }.joined(separator: "。")
    )
  }

  private static func sentence(
    _ english: String,
    _ chinese: String,
    _ names: [Bilingual]
  ) -> Bilingual {
    Bilingual(
      english + names.map(\.english).joined(separator: "; "),
      chinese + names.map { $0[.chinese] }.joined(separator: "、")
    )
  }

  /// What has to be said beside the headline: what keeps the one way closed that was asked for, that
  /// to be ranked is not to be admitted, and whether a round is open.
  var cautions: [Bilingual] {
    if let only = onlyWay, only.outcome == .closed {
      let unmet = only.conditions.filter { $0.status == .notMet }.map(\.words)
      return unmet.isEmpty ? [] : [Self.sentence("Not met: ", "不符合的条件：", unmet)]
    }
    let ranked = assessment.channels.filter { $0.outcome == .open && $0.total != nil }
    guard !ranked.isEmpty else { return [] }
    var cautions = [
      Bilingual(
        "You may declare; whether you settle depends on the year’s plan and your rank.",
        "您可以申报；能不能落户，看当年的计划和积分排序。"
      )
    ]
    let windows = ranked.compactMap { $0.nextStep.window?.state }
    if !windows.contains(where: { [.open, .opened, .opens].contains($0) }) {
      cautions.append(
        Bilingual(
          "No round to declare in is announced at present.",
          "目前没有公布新的申报时间。"
        )
      )
    }
    return cautions
  }

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
