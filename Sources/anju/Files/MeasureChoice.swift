import ExpressionLanguage
import FoundationEssentials
import Policy

import Glibc

/// The measures that a path or an identifier asks for, with the library they stand in.
struct MeasureChoice {
  /// The library, with everything that they need.
  var library: PolicyLibrary
  /// The versions asked for, in order.
  var measures: [PolicyLibrary.MeasureFile]

  /// What `subject` asks for: a file or folder where there is one, else an identifier, else every
  /// measure; bad input ends the run with code 65.
  static func choose(
    _ subject: String?,
    in policies: String?,
    on day: CivilDate,
    _ language: Language
  ) throws -> MeasureChoice {
    if let subject, policies == nil, FileManager.default.fileExists(atPath: subject) {
      let chosen = try PolicyFolder.choose(subject, language)
      return try Console.reading(language) { () throws(BadInput) in
        try MeasureChoice(chosen.library, under: subject)
      }
    }
    let chosen = try PolicyFolder.choose(policies, language)
    guard let subject else {
      return MeasureChoice(
        library: chosen.library,
        measures: chosen.library.measures
          .filter { $0.document.source.name.hasPrefix(chosen.scope) }
      )
    }
    return try Console.reading(language) { () throws(BadInput) in
      try MeasureChoice(chosen.library, id: subject, on: day)
    }
  }

  private init(library: PolicyLibrary, measures: [PolicyLibrary.MeasureFile]) {
    self.library = library
    self.measures = measures
  }

  /// The measures of a file or folder, however its path is written.
  private init(_ library: PolicyLibrary, under subject: String) throws(BadInput) {
    let root = MeasureChoice.resolved(subject)
    let found = library.measures.filter { measure in
      let path = MeasureChoice.resolved(measure.document.source.name)
      return path == root || path.hasPrefix(root + "/")
    }
    // What cannot be read at all is no measure yet; its errors are said instead.
    guard !found.isEmpty || library.report.hasErrors else {
      throw BadInput(english: "no measure is in \(subject)", chinese: "\(subject)中没有办法")
    }
    self.init(library: library, measures: found)
  }

  /// The version of a measure in force on a day; where none is, the last before it, else the first.
  private init(_ library: PolicyLibrary, id: String, on day: CivilDate) throws(BadInput) {
    let versions = library.measures.filter { $0.header.id == id }
      .sorted { $0.header.from < $1.header.from }
    if let measure = library.measure(id, on: day) ?? versions.last(where: { $0.header.from <= day })
      ?? versions.first
    {
      self.init(library: library, measures: [measure])
      return
    }
    let known = Set(library.measures.map(\.header.id)).sorted()
    let near = Spelling.nearest(to: id, among: known)
    throw BadInput(
      english: "there is no file and no measure \(id); the measures are: "
        + known.joined(separator: ", ") + (near.map { "; did you mean \($0)?" } ?? ""),
      chinese: "没有文件或办法“\(id)”；现有办法：" + known.joined(separator: "、")
        + (near.map { "；是否应为“\($0)”？" } ?? "")
    )
  }

  /// Refuses a path at which a file of the library stands: a page never takes its measure's place.
  func checkIsNoMeasure(_ path: String) throws(BadInput) {
    guard let status = FileStatus(path) else { return }
    let names =
      library.measures.map(\.document.source.name) + library.scenarios.map(\.document.source.name)
      + library.dictionaries.values.map(\.source.name)
    for name in names where FileStatus(name)?.isSameFile(as: status) == true {
      throw BadInput(
        english: "\(path) is a file of the measures; name another for the page",
        chinese: "\(path) 是办法文件；请为页面另取文件名"
      )
    }
  }

  /// A path as the system knows it, without links and dots.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
