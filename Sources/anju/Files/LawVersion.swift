import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// One of the two versions that are compared: a file, a folder, or what is in force on a day.
struct LawVersion {
  /// The library that it is in.
  let library: PolicyLibrary
  /// The set, and the only measure that was asked for.
  let side: ComparedSide
  /// The day for which the set is compiled.
  let day: CivilDate

  /// Finds what `text` names: `id@2024-01-01`, `xiongan@2024-01-01`, a file or a folder; bad input
  /// ends the run with code 65.
  init(_ text: String, _ options: LawOptions) throws {
    let language = options.language
    let (id, dated) = LawVersion.dated(text)
    let chosen = try PolicyFolder.choose(dated == nil ? text : options.policies, language)
    library = chosen.library
    let library = chosen.library
    let found = try Console.reading(language) { () throws(BadInput) in
      if let dated { return try LawVersion.named(id, dated, library) }
      return try LawVersion.read(text, chosen, options)
    }
    day = found.day
    let (set, report) = PolicyCompiler.compile(
      library,
      jurisdiction: found.jurisdiction,
      on: found.day
    )
    let law = try options.prepared(library, found.jurisdiction, set, report, on: found.day)
    side = ComparedSide(set: law.assessor.set, only: found.only)
  }

  private typealias Found = (jurisdiction: String, only: String?, day: CivilDate)

  /// The parts of `id@day`; no day where the text is not of that form.
  private static func dated(_ text: String) -> (id: String, day: CivilDate?) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let day = CivilDate(String(parts[1])) else {
      return (text, nil)
    }
    return (String(parts[0]), day)
  }

  private static func named(
    _ id: String,
    _ day: CivilDate,
    _ library: PolicyLibrary
  ) throws(BadInput) -> Found {
    if library.jurisdictions.contains(id) { return (id, nil, day) }
    let ids = Set(library.measures.map(\.header.id)).sorted()
    guard ids.contains(id) else {
      let known = library.jurisdictions + ids
      let near = Spelling.nearest(to: id, among: known)
      throw BadInput(
        english: "there is no measure or jurisdiction \(id)"
          + (near.map { "; did you mean \($0)?" } ?? "; there are: \(known.joined(separator: ", "))"),
        chinese: "没有“\(id)”这部办法或这个辖区"
          + (near.map { "；是否应为“\($0)”？" } ?? "；现有：\(known.joined(separator: "、"))")
      )
    }
    guard let measure = library.measure(id, on: day) else {
      throw BadInput(
        english: "\(id) is not in force on \(day)",
        chinese: "\(id)在\(day)没有有效版本"
      )
    }
    return (measure.header.jurisdiction, id, day)
  }

  private static func read(
    _ path: String,
    _ chosen: PolicyFolder.Chosen,
    _ options: LawOptions
  ) throws(BadInput) -> Found {
    let library = chosen.library
    if let measure = library.measures.first(where: { $0.document.source.name == chosen.scope }) {
      return (measure.header.jurisdiction, measure.header.id, measure.header.from)
    }
    let inside = library.measures.filter { $0.document.source.name.hasPrefix(chosen.scope) }
    let ids = Set(inside.map(\.header.id))
    let own = Set(inside.map(\.header.jurisdiction))
    let jurisdiction: String
    if let only = own.first, own.count == 1, options.jurisdiction == nil {
      jurisdiction = only
    } else {
      jurisdiction = try Jurisdiction.choose(options.jurisdiction, in: library)
    }
    // A folder is compared as it is last in force.
    let asked = options.on.flatMap { CivilDate($0) }
    guard let day = asked ?? library.changes(of: jurisdiction).last else {
      throw BadInput(english: "no measure is in \(path)", chinese: "\(path)中没有办法")
    }
    let isOne = ids.count == 1 && own.count == 1
    return (jurisdiction, isOne ? ids.first : nil, day)
  }
}
