import ExpressionLanguage

/// One of two versions of law that are compared: a set, and which measure of it.
package struct ComparedSide: Sendable {
  /// The measures in force together.
  package var set: PolicySet
  /// The only measure that was asked for; `nil` for all of them.
  package var only: String?

  /// Creates a side.
  package init(set: PolicySet, only: String? = nil) {
    self.set = set
    self.only = only
  }

  /// The positions of the measures that are compared.
  var measures: [Int] {
    self.set.measures.indices.filter { only == nil || self.set.measures[$0].id == only }
  }
}

/// One measure of a side, with its text read again for what rules do not hold: prose and headings.
struct ComparedMeasure {
  let set: PolicySet
  let index: Int
  let tree: NamedTree
  let sections: [Section]
  let front: FrontMatter?

  init(_ set: PolicySet, _ index: Int) {
    self.set = set
    self.index = index
    tree = NamedTree(set)
    let document = MeasureReader.read(set.measures[index].source).document
    sections = document?.sections ?? []
    front = document?.front
  }

  var measure: Measure { self.set.measures[index] }

  var source: SourceText { measure.source }

  /// The rules of the measure, in order.
  var rules: [Rule] { self.set.rules.filter { $0.measure == index } }

  /// The section under whose heading a place of the text stands.
  func section(at offset: Int) -> Int? {
    sections.lastIndex {
      $0.range.start <= offset && offset < max($0.range.end, $0.range.start + 1)
    }
  }

  /// The heading right above a section, by position.
  func parent(_ section: Int) -> Int? {
    let level = sections[section].level
    return sections[..<section].lastIndex { $0.level < level }
  }

  /// A section and everything it stands under, innermost first.
  func path(_ section: Int) -> [Int] {
    var path = [section]
    while let last = path.last, let above = parent(last) { path.append(above) }
    return path
  }

  /// The citation or the label of a section.
  func cited(_ section: Int) -> Bilingual {
    let heading = sections[section].heading
    return Bilingual(
      heading.english?.citation?.text ?? heading.name ?? "",
      heading.chinese?.citation?.text ?? heading.chineseName ?? ""
    )
  }

  /// The whole heading, without its marks.
  func title(_ section: Int) -> Bilingual {
    let heading = sections[section].heading
    return Bilingual(heading.english?.text ?? "", heading.chinese?.text ?? "")
  }
}

/// Text as it is compared: line ends and spaces do not count.
func plainWords(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
