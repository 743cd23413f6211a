import ExpressionLanguage
import Policy

/// What must hold for the text of a measure, or of a dictionary, in a folder with the other.
enum FolderCheck {
  /// Throws what does not hold for a measure beside a sound dictionary.
  static func check(measure: [UInt8]) throws(Fault) {
    try check(measure, "measure.md", beside: ("facts.md", FuzzWorld.dictionary))
  }

  /// Throws what does not hold for a dictionary beside a sound measure.
  static func check(dictionary: [UInt8]) throws(Fault) {
    try check(dictionary, "facts.md", beside: ("measure.md", FuzzWorld.measure))
  }

  private static func check(
    _ bytes: [UInt8],
    _ path: String,
    beside other: (path: String, text: String)
  ) throws(Fault) {
    let source = SourceText(name: path, bytes: bytes)
    let (document, diagnostics) = MeasureReader.read(source)
    try Fault.unless(sound: diagnostics, in: source)
    try Fault.unless(document != nil || diagnostics.hasErrors, "refused without an error")
    let (again, found) = MeasureReader.read(source)
    try Fault.unless(
      found.sorted == diagnostics.sorted
        && document.map(DocumentMeaning.init) == again.map(DocumentMeaning.init),
      "read otherwise the second time"
    )
    guard document != nil else { return }
    let files = [
      PolicyFile(path: path, bytes: bytes, hash: ""),
      PolicyFile(path: other.path, bytes: Array(other.text.utf8), hash: ""),
    ]
    try checkRules(files)
    if !diagnostics.hasErrors { try checkLayout(files, path) }
  }

  /// Compiles, whatever was wrong in reading: later stages get a best guess.
  private static func checkRules(_ files: [PolicyFile]) throws(Fault) {
    let library = PolicyLibrary(files: files)
    let checker = PolicyChecker(library)
    for (name, found) in checker.report.findings {
      guard let source = checker.report.sources[name] else { continue }
      try Fault.unless(sound: found, in: source)
    }
    let isRefused = checker.sets.contains { $0.set == nil }
    try Fault.unless(!isRefused || checker.report.hasErrors, "no set, and no error")
  }

  private static func checkLayout(_ files: [PolicyFile], _ path: String) throws(Fault) {
    guard let first = LibraryFormatter.format(files, targets: [path]).first else {
      throw Fault(text: "not formatted")
    }
    guard case .formatted(let bytes) = first.outcome else {
      throw Fault(text: "the layout changes what it says")
    }
    var formatted = files
    formatted[0].bytes = bytes
    let second = LibraryFormatter.format(formatted, targets: [path]).first
    guard case .formatted(let twice)? = second?.outcome, twice == bytes else {
      throw Fault(text: "the layout has a layout of its own")
    }
  }
}
