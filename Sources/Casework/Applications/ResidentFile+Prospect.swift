package import ExpressionLanguage
package import Scoring

/// What somebody who thinks of applying for the permit would meet with, by what is on file today.
package struct ApplicationProspect: Sendable {
  /// What the permit's way says: its conditions, each with what is known of it.
  package var channel: ChannelResult
  /// The papers that an application needs, by their labels in the measure.
  package var papers: [Bilingual]
}

extension ResidentFile {
  /// What an application on a basis would meet with on a day.
  ///
  /// It decides nothing: whether an application is taken, `decide` tells, and what becomes of it
  /// the officer.
  ///
  /// - Parameters:
  ///   - basis: Why the person would have a permit.
  ///   - isByAnother: Whether somebody else hands it in for the person.
  ///   - day: The legal date.
  ///   - law: The measures in force.
  /// - Returns: The conditions and papers.
  /// - Throws: `no-permit-channel`, `cannot-be-computed`.
  /// - Complexity: That of assessing one person three times.
  package func prospect(
    of basis: Basis,
    isByAnother: Bool,
    on day: CivilDate,
    by law: OfficeLaw
  ) throws(Rejection) -> ApplicationProspect {
    let papers = PermitPapers(law: law)
    let application = Application(
      number: applications.all.count + 1,
      basis: basis,
      medium: .online,
      submitted: day,
      actedFor: isByAnother ? id : nil,
      papers: []
    )
    let facts = facts(on: day, basis: basis, by: law)
    return ApplicationProspect(
      channel: try law.assessPermit(facts, on: day).channel,
      papers: try papers.missing(for: application, in: self, on: day).map(papers.words)
    )
  }
}

extension OfficeLaw {
  /// A paper of the permit's measure in both languages, by its stored name; the name alone where
  /// the measure no longer has it.
  package func words(ofPaper name: String) -> Bilingual { PermitPapers(law: self).words(name) }

  /// Articles, each behind the title of its measure; what is not enacted says so.
  package func words(of citations: [Citation]) -> Bilingual {
    CaseWords.articles(citations, of: self)
  }
}
