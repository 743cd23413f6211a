import ExpressionLanguage
import Policy

extension Assessor {
  /// An assessment in which only that is missing which still matters, in the order worth asking.
  ///
  /// What every completion decides alike is decided. It costs nothing where nothing is unknown.
  ///
  /// - Parameters:
  ///   - assessment: What the measures say as far as it is known.
  ///   - facts: The facts behind it.
  ///   - withTotals: Whether totals are sharpened too; they take the most work.
  /// - Returns: The same assessment with less missing.
  package func sharpened(
    _ assessment: Assessment,
    _ facts: Facts,
    withTotals: Bool = true
  ) -> Assessment {
    var sharp = assessment
    let goals = openGoals(assessment).filter { goal in
      if case .total = goal { withTotals } else { true }
    }
    let inquiry = inquire(facts, on: assessment.on, goals: goals)
    for place in sharp.channels.indices {
      guard let index = index(of: sharp.channels[place]) else { continue }
      sharpen(&sharp.channels[place], index, inquiry, withTotals)
    }
    for (place, index) in zip(sharp.services.indices, self.set.services.indices) {
      sharpen(&sharp.services[place], .service(index), inquiry)
    }
    let family = familyReach(assessment)
    sharp.idle = inquiry.idle.filter { !family.contains($0) }.map { self.set.name($0) }
    sharp.channels = Assessor.ordered(sharp.channels)
    return sharp
  }

  /// Decides the channels that every completion decides alike.
  func settle(_ assessment: inout Assessment, _ inquiry: Inquiry) {
    for place in assessment.channels.indices {
      guard let index = index(of: assessment.channels[place]),
        assessment.channels[place].outcome == .undetermined,
        let value = inquiry.settled[.standing(index)]
      else { continue }
      assessment.channels[place].outcome = value == .truth(false) ? .closed : .open
      assessment.channels[place].missing = []
    }
    assessment.channels = Assessor.ordered(assessment.channels)
  }

  /// What is not decided of an assessment: outcomes, totals of ways that are not closed, services.
  private func openGoals(_ assessment: Assessment) -> [Goal] {
    var goals: [Goal] = []
    for channel in assessment.channels {
      guard let index = index(of: channel), channel.outcome != .closed else { continue }
      if channel.outcome == .undetermined { goals.append(.outcome(index)) }
      if let total = channel.total, total.points == nil { goals.append(.total(index)) }
    }
    for (index, service) in assessment.services.enumerated() where service.answer == .unknown {
      goals.append(.service(index))
    }
    return goals
  }

  /// What decides who comes along by a way that is not closed.
  private func familyReach(_ assessment: Assessment) -> References {
    var reach = References()
    for channel in assessment.channels where channel.outcome != .closed {
      guard let index = index(of: channel), let rule = self.set.channels[index].family else {
        continue
      }
      reach.formUnion(self.set.program.reach(of: .recordDefinition(rule)))
      if let kind = self.set.rules[rule].records { reach.records.insert(kind) }
    }
    return reach
  }

  /// The position in the set of a channel that was assessed.
  func index(of channel: ChannelResult) -> Int? {
    self.set.channels.firstIndex { $0.name == channel.name && $0.place == channel.place }
  }

  private func sharpen(
    _ channel: inout ChannelResult,
    _ index: Int,
    _ inquiry: Inquiry,
    _ withTotals: Bool
  ) {
    if channel.outcome == .undetermined {
      channel.missing = inquiry.questions(for: .outcome(index)).map(\.name)
      if let value = inquiry.settled[.outcome(index)] {
        channel.outcome = value == .truth(true) ? .open : .closed
      }
    }
    if withTotals, channel.outcome != .closed, channel.total?.points == nil,
      inquiry.settled[.total(index)] == nil
    {
      channel.total?.missing = inquiry.questions(for: .total(index)).map(\.name)
    }
  }

  private func sharpen(_ service: inout ServiceResult, _ goal: Goal, _ inquiry: Inquiry) {
    guard service.answer == .unknown else { return }
    service.missing = inquiry.questions(for: goal).map(\.name)
    switch inquiry.settled[goal] {
    case nil: break
    case .truth(true)?: service.answer = .open
    case .truth(false)?: service.answer = .closed
    default: service.answer = .suspended
    }
  }
}
