import ExpressionLanguage
import FactFiles
import Policy
import Scoring

/// What must hold for the text of a person's file.
enum FactsCheck {
  /// Throws what does not hold.
  static func check(_ source: SourceText) throws(Fault) {
    let file = FactFileReader.read(source)
    try Fault.unless(sound: file.diagnostics, in: source)
    try Fault.unless(file.tree != nil || file.diagnostics.hasErrors, "refused without an error")
    let again = FactFileReader.read(source)
    try Fault.unless(
      again.diagnostics.sorted == file.diagnostics.sorted
        && "\(again.tree.debugDescription)" == "\(file.tree.debugDescription)",
      "read otherwise the second time"
    )
    guard let tree = file.tree else { return }
    try checkPlaces(of: tree, in: source)
    let (facts, found) = FactsReader.read(
      tree,
      of: source,
      model: FuzzWorld.model,
      quotesTell: file.format == .yaml
    )
    try Fault.unless(sound: found, in: source)
    try Fault.unless(facts != nil || found.hasErrors, "refused without an error")
    let isWhole = facts.map { $0.values.count == FuzzWorld.model.facts.count } ?? true
    try Fault.unless(isWhole, "not one value for each fact")
  }

  private static func checkPlaces(of tree: FactTree, in source: SourceText) throws(Fault) {
    var open = [tree]
    while let tree = open.popLast() {
      let isInside = 0 <= tree.range.start && tree.range.end <= source.bytes.count
      try Fault.unless(isInside, "a value at \(tree.range) of \(source.bytes.count) bytes")
      switch tree {
      case .scalar: break
      case .list(let items, _): open += items
      case .map(let entries, _):
        try Fault.unless(Set(entries.map(\.key)).count == entries.count, "a key stands twice")
        open += entries.map(\.value)
      }
    }
  }
}
