package import Policy
import ExpressionLanguage

/// A comparison as JSON for programs; `Documentation/Guides/versions.md` describes it.
package enum ComparisonJSON {
  /// The version of the schema: it changes when a key changes its meaning or goes away.
  package static let schema: Int64 = 1

  /// The comparison as an object.
  package static func text(_ law: LawComparison, _ people: PeopleComparison) -> String {
    JSONWriter.text(
      .object([
        ("schema", .number(schema)),
        ("equal", .truth(law.isEqual)),
        ("decidesAlike", .truth(law.decidesAlike)),
        (
          "versions",
          .list(law.versions) { pair in
            .object([
              ("old", pair.old.map(version) ?? .null), ("new", pair.new.map(version) ?? .null),
            ])
          }
        ),
        ("changes", .list(law.changes, change)),
        ("concerned", .list(law.people, concerned)),
        ("touched", touched(law.touched)),
        (
          "people",
          .object([
            ("compared", .number(Int64(people.compared))),
            ("notCompared", .number(Int64(people.notCompared))),
            ("differing", .list(people.differing, person)),
          ])
        ),
      ])
    )
  }

  private static func version(_ version: LawComparison.Version) -> JSONValue {
    .object([
      ("id", .text(version.id)),
      ("title", AssessmentJSON.both(version.title)),
      ("version", .text(version.from.description)),
      ("hash", .text(version.hash)),
    ])
  }

  private static func change(_ change: LawChange) -> JSONValue {
    .object([
      ("policy", change.policy.isEmpty ? .null : .text(change.policy)),
      ("subject", .text(change.subject.rawValue)),
      ("aspect", .text(change.aspect.rawValue)),
      ("name", AssessmentJSON.both(change.name)),
      ("part", change.part.isEmpty ? .null : AssessmentJSON.both(change.part)),
      ("oldPlace", change.oldPlace.isEmpty ? .null : AssessmentJSON.both(change.oldPlace)),
      ("newPlace", change.newPlace.isEmpty ? .null : AssessmentJSON.both(change.newPlace)),
      ("old", AssessmentJSON.both(change.old)),
      ("new", AssessmentJSON.both(change.new)),
    ])
  }

  private static func concerned(_ people: ConcernedPeople) -> JSONValue {
    .object(
      [("rule", AssessmentJSON.both(people.rule))] + AssessmentJSON.place(people.place) + [
        ("onlyPossible", .truth(people.isOnlyPossible)),
        (
          "classes",
          .list(people.classes) { one in
            .object([
              ("who", .list(one.who) { AssessmentJSON.both($0) }),
              ("old", AssessmentJSON.both(one.old)),
              ("new", AssessmentJSON.both(one.new)),
            ])
          }
        ),
      ]
    )
  }

  private static func touched(_ touched: TouchedLaw) -> JSONValue {
    .object([
      ("rules", .list(touched.rules) { AssessmentJSON.both($0) }),
      ("totals", .list(touched.totals) { AssessmentJSON.both($0) }),
      ("channels", .list(touched.channels) { AssessmentJSON.both($0) }),
      ("services", .list(touched.services) { AssessmentJSON.both($0) }),
    ])
  }

  private static func person(_ person: PeopleComparison.Person) -> JSONValue {
    .object([
      ("person", .text(person.name)),
      (
        "differences",
        .list(person.differences) { one in
          .object([
            ("what", AssessmentJSON.both(one.what)),
            ("old", AssessmentJSON.both(one.old)),
            ("new", AssessmentJSON.both(one.new)),
          ])
        }
      ),
    ])
  }
}
