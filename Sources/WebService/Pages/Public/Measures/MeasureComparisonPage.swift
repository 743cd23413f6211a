import ExpressionLanguage
import Policy
import Scoring

/// What differs between two versions of a measure, and whom it concerns.
enum MeasureComparisonPage {
  struct View: Sendable {
    struct Option: Sendable {
      let token: String
      let words: String
      let isOld: Bool
      let isNew: Bool
    }
    struct Change: Sendable {
      let isAdded: Bool
      let isRemoved: Bool
      let isChanged: Bool
      let says: String
    }
    struct Concern: Sendable {
      let rule: String
      let cite: String
      let classes: [Concerned]
    }
    /// What depends on what differs.
    struct Touched: Sendable {
      let label: String
      let names: String
    }
    struct Concerned: Sendable {
      let who: String
      let before: String
      let after: String
    }
    let heading: String
    let address: String
    let versions: [Option]
    let changes: [Change]
    let concerns: [Concern]
    let touched: [Touched]
    let isCompared: Bool
    let isEqual: Bool
    let decidesAlike: Bool
  }

  static let show: Route.Handler = { visit in
    let library = visit.service.library
    let id = try MeasureReadingPage.id(visit)
    let files = library.measures.filter { $0.header.id == id }
      .sorted { $0.header.from < $1.header.from }
    guard let newest = files.last else { throw Fault.notFound }
    func version(_ name: String, _ other: Int) -> PolicyLibrary.MeasureFile {
      let wanted = visit.query[name].flatMap { CivilDate($0) }
      return files.first { $0.header.from == wanted }
        ?? files[max(0, files.count - other)]
    }
    let (old, new) = (version("old", 2), version("new", 1))
    let comparison = try comparison(old, new, id, visit)
    return try visit.page(
      "public/measures/compare",
      title: Bilingual("Compare versions", "比较版本"),
      view(newest.header.title, files, old, new, comparison, visit),
      back: "/measures"
    )
  }

  private static func comparison(
    _ old: PolicyLibrary.MeasureFile,
    _ new: PolicyLibrary.MeasureFile,
    _ id: String,
    _ visit: Visit
  ) throws -> LawComparison? {
    if old.header.from == new.header.from { return nil }
    let library = visit.service.library
    func side(_ file: PolicyLibrary.MeasureFile) throws -> ComparedSide {
      let set = MeasureShelf.shared.set(
        file.header.jurisdiction,
        of: library,
        on: file.header.from
      )
      guard let set else { throw Fault.broken }
      return ComparedSide(set: set, only: id)
    }
    let day = max(old.header.from, new.header.from)
    return LawComparison(try side(old), try side(new), on: day)
  }

  private static func view(
    _ title: Bilingual,
    _ files: [PolicyLibrary.MeasureFile],
    _ old: PolicyLibrary.MeasureFile,
    _ new: PolicyLibrary.MeasureFile,
    _ comparison: LawComparison?,
    _ visit: Visit
  ) -> View {
    let language = visit.language
    return View(
      heading: visit.say(title),
      address: visit.link("/measures/\(new.header.id)/compare"),
      versions: files.map { file in
        View.Option(
          token: file.header.from.description,
          words: visit.say(
            "from \(file.header.from.words[.english])",
            "\(file.header.from.words[.chinese])起"
          ),
          isOld: file.header.from == old.header.from,
          isNew: file.header.from == new.header.from
        )
      },
      changes: (comparison?.changes ?? []).map { change in
        View.Change(
          isAdded: change.old == nil && change.new != nil,
          isRemoved: change.old != nil && change.new == nil,
          isChanged: (change.old == nil) == (change.new == nil),
          says: ChangeWords.sentence(change, language)
        )
      },
      concerns: (comparison?.people ?? []).map { concern in
        View.Concern(
          rule: visit.say(concern.rule),
          cite: concern.place.precise(language),
          classes: concern.classes.map { one in
            let who = one.who.map(visit.say).joined(separator: visit.say(", ", "，"))
            return View.Concerned(
              who: who.isEmpty ? visit.say("everyone", "所有人") : who,
              before: visit.say(one.old),
              after: visit.say(one.new)
            )
          }
        )
      },
      touched: touched(comparison, visit),
      isCompared: comparison != nil,
      isEqual: comparison?.isEqual ?? false,
      decidesAlike: comparison.map { $0.decidesAlike && !$0.isEqual } ?? false
    )
  }
  private static func touched(_ comparison: LawComparison?, _ visit: Visit) -> [View.Touched] {
    guard let touched = comparison?.touched else { return [] }
    let rows = [
      (Bilingual("Totals", "总分"), touched.totals),
      (Bilingual("Ways", "渠道"), touched.channels),
      (Bilingual("Services", "服务"), touched.services),
      (Bilingual("Rules", "规则"), touched.rules),
    ]
    return rows.filter { !$0.1.isEmpty }.map { label, names in
      View.Touched(
        label: visit.say(label),
        names: names.map(visit.say).joined(separator: visit.say(", ", "、"))
      )
    }
  }
}
