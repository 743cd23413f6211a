package import ExpressionLanguage

/// The versions that decide a case begun on one day and decided on another, for one jurisdiction.
package struct CaseVersions: Sendable {
  /// Why a version decides.
  package enum Reason: String, CaseIterable, Sendable {
    /// Nothing changed between the two days.
    case unchanged
    /// It was in force when the case began.
    case begun
    /// It came into force after the case began, and another after it.
    case between
    /// It is in force when the case is decided.
    case decided
  }

  /// One measure in the version that decides.
  package struct Choice: Sendable {
    /// The version.
    package var file: PolicyLibrary.MeasureFile
    /// Why it decides.
    package var reason: Reason
    /// What the last change says of cases begun before; `nil` where no text says anything.
    package var transition: Transition?
    /// The title of that change; `nil` where nothing changed.
    package var change: Bilingual?
  }

  /// The measures, those of the jurisdiction first.
  package var choices: [Choice]

  /// Creates a combination of versions.
  package init(choices: [Choice]) { self.choices = choices }
}

extension PolicyLibrary {
  /// The most combinations of versions that are compared for one case.
  package static let mostAlternatives = 256

  /// The versions that may decide a case of a jurisdiction, the older first: one, but several where
  /// a change says that whichever is better for the person decides.
  ///
  /// Each measure is looked at by itself: from the version in force on the day on which the case
  /// began, each change up to the day of the decision says whether the case passes to the new
  /// version. Measures of other jurisdictions, from which names are taken, likewise. A measure
  /// that began after the case did decides it, because there is nothing older to go on under.
  ///
  /// - Complexity: O(*n* log *n*) in the number of versions, times the alternatives.
  package func versions(
    of jurisdiction: String,
    begun: CivilDate,
    on day: CivilDate
  ) -> [CaseVersions] {
    let own = Set(measures.map(\.header).filter { $0.jurisdiction == jurisdiction }.map(\.id))
    var partial: [[CaseVersions.Choice]] = [[]]
    for id in own.sorted() { partial = extended(partial, id, begun, day) }
    var index = 0
    while let longest = partial.map(\.count).max(), index < longest {
      var next: [[CaseVersions.Choice]] = []
      for choices in partial {
        guard choices.indices.contains(index) else {
          next.append(choices)
          continue
        }
        var grown = [choices]
        for use in choices[index].file.header.uses
        where !choices.contains(where: { $0.file.header.id == use.policy }) {
          grown = extended(grown, use.policy, begun, day)
        }
        next += grown
      }
      partial = next
      index += 1
    }
    return partial.filter { !$0.isEmpty }.map { CaseVersions(choices: $0) }
  }

  /// Each alternative with each version of one more measure.
  private func extended(
    _ partial: [[CaseVersions.Choice]],
    _ id: String,
    _ begun: CivilDate,
    _ day: CivilDate
  ) -> [[CaseVersions.Choice]] {
    let candidates = candidates(id, begun, day)
    if candidates.isEmpty { return partial }
    var next: [[CaseVersions.Choice]] = []
    for choices in partial {
      for candidate in candidates where next.count < PolicyLibrary.mostAlternatives {
        let isThere = choices.contains { $0.file.header.id == id }
        next.append(isThere ? choices : choices + [candidate])
        if isThere { break }
      }
    }
    return next
  }

  /// A change of one measure: the version that begins, or `nil` where none does.
  private struct Change {
    var day: CivilDate
    var version: MeasureFile?
    var transition: Transition?
    var title: Bilingual
  }

  /// The versions of one measure that may decide, the older first.
  private func candidates(
    _ id: String,
    _ begun: CivilDate,
    _ day: CivilDate
  ) -> [CaseVersions.Choice] {
    let versions = measures.filter { $0.header.id == id }
    var found: [MeasureFile] = versions.filter { $0.header.isInForce(on: begun) }
    let old = found.first?.path
    var last: Change?
    for change in changes(versions, after: begun, through: day) {
      if found.isEmpty {
        if let version = change.version { found = [version] }
        continue
      }
      last = change
      switch (change.transition ?? .silent).word(on: day) {
      case .declarationDay: break
      case .decisionDay: found = change.version.map { [$0] } ?? []
      case .better: if let version = change.version { found.append(version) }
      }
    }
    return found.map { file in
      CaseVersions.Choice(
        file: file,
        reason: last == nil
          ? .unchanged
          : file.path == old ? .begun : file.header.isInForce(on: day) ? .decided : .between,
        transition: last?.transition,
        change: last?.title
      )
    }
  }

  private func changes(
    _ versions: [MeasureFile],
    after begun: CivilDate,
    through day: CivilDate
  ) -> [Change] {
    var changes: [Change] = []
    for version in versions {
      if begun < version.header.from, version.header.from <= day {
        changes.append(
          Change(
            day: version.header.from,
            version: version,
            transition: version.header.transition,
            title: version.texts.last?.title ?? version.header.title
          )
        )
      }
      if let end = version.header.until?.adding(days: 1), begun < end, end <= day,
        !versions.contains(where: { $0.header.from == end })
      {
        changes.append(
          Change(
            day: end,
            version: nil,
            transition: version.end?.transition,
            title: version.end?.title ?? version.header.title
          )
        )
      }
    }
    return changes.sorted { $0.day < $1.day }
  }
}
