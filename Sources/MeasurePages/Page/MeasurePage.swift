package import ExpressionLanguage
package import Policy

/// One measure in one version, as a page that stands on its own.
///
/// The page follows the measure's own order. Prose is read by cmark-gfm; rules, tables and lists
/// come from the checked model, never from Markdown, so that what is read is what decides.
package struct MeasurePage: Sendable {
  let set: PolicySet
  let index: Int
  let day: CivilDate
  let words: Words
  let anchors: Anchors
  let names: NameTable
  let uses: Uses
  let pages: [String: String]
  /// Every measure of the set as it was read, in the set's order.
  let files: [PolicyLibrary.MeasureFile]
  /// The other versions of the measure, the earliest first.
  let versions: [PolicyLibrary.MeasureFile]
  /// The ids of the other measures' places, by position in the set.
  let others: [Int: Anchors]
  /// The ids of facts, kinds of records and sources on this page.
  let dictionary: DictionaryAnchors

  /// Prepares the page of a measure.
  ///
  /// - Parameters:
  ///   - measure: Its position in the set.
  ///   - set: The set that it was checked in.
  ///   - checkedOn: The day for which the set was compiled.
  ///   - library: The library that the set was compiled from.
  ///   - day: The day that the page speaks of, when it says what is in force.
  ///   - language: The language or languages.
  ///   - pages: The addresses of other pages, relative to this one, by `key(_:)`.
  /// - Complexity: O(*n*) in the size of the set.
  package init(
    measure: Int,
    of set: PolicySet,
    checkedOn: CivilDate,
    in library: PolicyLibrary,
    on day: CivilDate,
    language: PageLanguage,
    pages: [String: String] = [:]
  ) {
    let files = library.inForce(set.jurisdiction, on: checkedOn)
    precondition(
      files.count == set.measures.count && files.indices.contains(measure),
      "a page is made from the library and the day that its set was compiled from"
    )
    self.set = set
    self.day = day
    self.files = files
    self.pages = pages
    index = measure
    words = Words(language: language)
    let header = files[measure].header
    versions = library.measures
      .filter { $0.header.id == header.id && $0.header.from != header.from }
      .sorted { $0.header.from < $1.header.from }
    var anchors = Anchors(files[measure].document)
    var others: [Int: Anchors] = [:]
    for other in files.indices where other != measure {
      others[other] = Anchors(files[other].document)
    }
    self.others = others
    names = NameTable(set, measure: measure)
    uses = Uses(set, files.map(\.document))
    dictionary = DictionaryAnchors(
      set,
      uses.facts(of: measure),
      uses.records(of: measure),
      files[measure].header.sources.keys.sorted(),
      &anchors
    )
    self.anchors = anchors
  }

  /// The name under which a page is known to others: its measure and version.
  package static func key(_ measure: Measure) -> String { key(measure.id, measure.from) }

  static func key(_ id: String, _ from: CivilDate) -> String { "\(id) \(from)" }

  var measure: Measure { self.set.measures[index] }
  var document: Document { files[index].document }
  var source: SourceText { measure.source }
  var language: PageLanguage { words.language }

  /// The page, whole, ending in a line feed.
  ///
  /// The same measure, set, day and language give the same bytes.
  ///
  /// - Complexity: O(*n*) in the size of the measure and of what its rules use.
  package var html: String {
    PageFrame(
      words: words,
      title: measure.title,
      foot: "\(measure.id) \(measure.from) SHA-256 "
        + measure.texts.map { String($0.hash.prefix(12)) }.joined(separator: " + ")
    ).page {
      head
      tag(.div, .style("columns")) {
        contents
        tag(.main, .id("text")) { text }
      }
      foot
    }
  }

  /// The same without a frame, for a page that has one of its own, and a style sheet for it.
  ///
  /// - Complexity: O(*n*) in the size of the measure and of what its rules use.
  package var part: String {
    MarkupWriter.part(
      tag(.div, .style("measure"), .lang(words.language.tongue)) {
        head
        tag(.div, .style("columns")) {
          contents
          tag(.div, .id("text")) { text }
        }
        foot
      }
    )
  }

  /// What the measure says, then what it uses.
  private var text: [Markup] {
    sections(document.sections.indices) + [facts] + sources
  }

  /// Code of the measure, with each name a link to what it stands for.
  func code(_ text: String, records: Int? = nil, parameters: Set<String> = []) -> Markup {
    let source = SourceText(name: "", text: text)
    let found = NameFinder.names(in: source, names, records: records, parameters: parameters)
    var pieces: [Markup] = []
    var offset = 0
    for name in found {
      let words = source.text(name.range)
      guard let link = link(name.named) else { continue }
      pieces.append(.text(source.text(SourceRange(offset, name.range.start))))
      pieces.append(tag(.a, .href(link)) { words })
      offset = name.range.end
    }
    pieces.append(.text(source.text(SourceRange(offset, source.bytes.count))))
    return .element(.code, [.lang(.english)], pieces)
  }

  /// The code of a rule, in which its own parameters and attributes are names.
  func code(_ text: String, of rule: Rule?) -> Markup {
    code(text, records: rule?.records, parameters: Set(rule?.parameters.map(\.name) ?? []))
  }
}
