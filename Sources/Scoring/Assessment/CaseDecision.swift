package import ExpressionLanguage
package import Policy

/// Why a version of a measure decides a case that began on an earlier day.
package struct CaseDecision: Hashable, Sendable {
  /// Why.
  package var reason: CaseVersions.Reason
  /// What the last change says of cases begun before; `nil` where no text says anything.
  package var transition: Transition?
  /// The title of that change; `nil` where nothing changed.
  package var change: Bilingual?
  /// Whether another version was tried and gave the person nothing better.
  package var wasCompared: Bool

  /// Notes a choice of versions.
  init(_ choice: CaseVersions.Choice, wasCompared: Bool) {
    reason = choice.reason
    transition = choice.transition
    change = choice.change
    self.wasCompared = wasCompared
  }
}

extension Assessment {
  /// The assessment of a case that began on `day`, by the versions that were chosen for it.
  ///
  /// `alternatives` are the combinations that were compared, this one among them.
  package func deciding(
    begun day: CivilDate,
    by chosen: CaseVersions,
    among alternatives: [CaseVersions]
  ) -> Assessment {
    var assessment = self
    assessment.begun = day
    for index in assessment.policies.indices {
      let id = assessment.policies[index].id
      guard let choice = chosen.choices.first(where: { $0.file.header.id == id }) else { continue }
      let versions = alternatives.flatMap(\.choices).filter { $0.file.header.id == id }
      assessment.policies[index].decision = CaseDecision(
        choice,
        wasCompared: Set(versions.map(\.file.path)).count > 1
      )
    }
    return assessment
  }
}
