import ExpressionLanguage
import MeasurePages
import Policy
import Registry

/// One measure in one version, to read and to print.
enum MeasureReadingPage {
  struct View: Sendable {
    let html: String
    let both: String
    let single: String
    let isBoth: Bool
    let compare: [String]
  }

  /// The version in force today, or the last where none is.
  static let current: Route.Handler = { visit in
    let id = try id(visit)
    let versions = visit.service.library.measures.filter { $0.header.id == id }
    let day = visit.office.today
    guard
      let file = versions.first(where: { $0.header.isInForce(on: day) })
        ?? versions.max(by: { $0.header.from < $1.header.from })
    else { throw Fault.notFound }
    return visit.redirect(to: MeasureAddress.path(id, file.header.from))
  }

  static let show: Route.Handler = { visit in
    let library = visit.service.library
    let id = try id(visit)
    let from = CivilDate(try visit.parameter("from"))
    let file = library.measures.first { $0.header.id == id && $0.header.from == from }
    guard let file else { throw Fault.notFound }
    let isBoth = visit.query["text"] == "both"
    let html = MeasureShelf.shared.page(
      file,
      of: library,
      on: visit.office.today,
      isBoth ? .both : visit.language == .chinese ? .chinese : .english,
      // A page in both languages is read from pages of either, so its links name one.
      links: { visit.link(MeasureAddress.path($0.header.id, $0.header.from)) }
    )
    guard let html else { throw Fault.broken }
    let path = visit.link(MeasureAddress.path(id, file.header.from))
    let isVersioned = library.measures.count { $0.header.id == id } > 1
    return try visit.page(
      "public/measures/measure",
      title: file.header.title,
      View(
        html: html,
        both: path + "?text=both",
        single: path,
        isBoth: isBoth,
        compare: isVersioned ? [visit.link("/measures/\(id)/compare")] : []
      ),
      back: "/measures"
    )
  }

  static func id(_ visit: Visit) throws -> String {
    try visit.parameter("place") + "/" + visit.parameter("name")
  }
}
