import ExpressionLanguage
import FactFiles
import Testing

/// A file that must be refused: its text, and the first thing said about it.
struct Refusal: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var id: String
  var line: Int
  var column: Int
  var english: String
  var chinese: String

  var testDescription: String { "\(id): \(String(decoding: bytes.prefix(40), as: UTF8.self))" }

  init(
    _ text: String,
    _ id: String,
    _ line: Int,
    _ column: Int,
    _ english: String,
    _ chinese: String,
    name: String = "person.yaml"
  ) {
    self.init(Array(text.utf8), id, line, column, english, chinese, name: name)
  }

  init(
    _ bytes: [UInt8],
    _ id: String,
    _ line: Int,
    _ column: Int,
    _ english: String,
    _ chinese: String,
    name: String = "person.yaml"
  ) {
    self.name = name
    self.bytes = bytes
    self.id = id
    self.line = line
    self.column = column
    self.english = english
    self.chinese = chinese
  }

  static func json(
    _ text: String,
    _ id: String,
    _ line: Int,
    _ column: Int,
    _ english: String,
    _ chinese: String
  ) -> Refusal {
    Refusal(text, id, line, column, english, chinese, name: "person.json")
  }

  /// Reads the file and checks that it is refused as it should be.
  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let source = SourceText(name: name, bytes: bytes)
    let file = FactFileReader.read(source)
    #expect(file.tree == nil, sourceLocation: sourceLocation)
    #expect(file.diagnostics.hasErrors, sourceLocation: sourceLocation)
    for finding in file.diagnostics.sorted {
      for text in [finding.headline, finding.reason, finding.fix] {
        #expect(text?.english.isEmpty == false, "\(finding.id)", sourceLocation: sourceLocation)
        #expect(text?.chinese.isEmpty == false, "\(finding.id)", sourceLocation: sourceLocation)
      }
      #expect(finding.range.end <= bytes.count, sourceLocation: sourceLocation)
    }
    guard let first = file.diagnostics.sorted.first else { return }
    #expect(first.id == id, sourceLocation: sourceLocation)
    #expect(source.line(at: first.range.start) == line, sourceLocation: sourceLocation)
    #expect(source.column(at: first.range.start) == column, sourceLocation: sourceLocation)
    #expect(
      first.headline.english.hasPrefix(english),
      "\(first.headline.english)",
      sourceLocation: sourceLocation
    )
    #expect(
      first.headline.chinese.hasPrefix(chinese),
      "\(first.headline.chinese)",
      sourceLocation: sourceLocation
    )
  }
}
