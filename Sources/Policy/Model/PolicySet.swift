package import ExpressionLanguage

/// One measure of a set, in one version.
package struct Measure: Sendable {
  /// Its identifier, such as `xiongan/points-settlement`.
  package var id: String
  /// Its title.
  package var title: Bilingual
  /// Who issued it.
  package var authority: Bilingual
  /// The first day on which it is in force.
  package var from: CivilDate
  /// The last day, if it has one.
  package var until: CivilDate?
  /// Its own standing.
  package var standing: StandingNote
  /// Whether its article numbers are official.
  package var hasOfficialNumbers: Bool
  /// The time zone of its instants.
  package var timeZone: String
  /// The calendar by which it counts working days, if it names one.
  package var calendar: WorkingCalendar?
  /// The SHA-256 of its text, in hexadecimal.
  package var hash: String
  /// The texts that this version comes from: as issued, then its amendments.
  package var texts: [MeasureText]
  /// Its file.
  package var source: SourceText
  /// Its articles, and how each is bound.
  package var articles: [Article]
}

/// One text that a set was compiled from.
package struct PolicyText: Hashable, Sendable {
  /// What it calls itself.
  package var id: String
  /// The path within its folder.
  package var path: String
  /// The SHA-256 of its bytes, in hexadecimal.
  package var hash: String

  /// Creates the name of a text.
  package init(id: String, path: String, hash: String) {
    self.id = id
    self.path = path
    self.hash = hash
  }
}

/// One article, section or round of a measure.
package struct Article: Sendable {
  /// How it is bound.
  package enum Binding: String, CaseIterable, Sendable {
    case rules, informative, discretion
    case notEncoded = "not encoded"
    case repealed
    case nothing
  }

  /// Its citation and label.
  package var heading: Bilingual
  /// How it is bound.
  package var binding: Binding
}

/// The measures of a jurisdiction in force together, checked and ready to decide.
package struct PolicySet: Sendable {
  /// The jurisdiction, the first part of its measures' identifiers.
  package var jurisdiction: String
  /// The measures; those of other jurisdictions are here only for what is taken from them.
  package var measures: [Measure]
  /// The dictionaries that declare the facts, in the order in which they were read.
  package var dictionaries: [PolicyText]
  /// The facts.
  package var model: FactModel
  /// The rules; a rule's position is its definition.
  package var rules: [Rule]
  /// The channels of the jurisdiction, in order of declaration.
  package var channels: [Channel]
  /// The services of the jurisdiction, in order of declaration.
  package var services: [Service]
  /// What casework reads.
  package var office: [OfficeEntry]
  /// What the evaluator runs.
  package var program: Program
  /// The names that stand for a rule, a channel or a service in each measure, by lower-case name.
  package var names: [[String: NamedThing]]
}

/// What a name of a measure stands for.
package enum NamedThing: Hashable, Sendable {
  case rule(Int)
  case channel(Int)
  case service(Int)
}
