import ExpressionLanguage
import FactFiles
import Scoring

/// What a tree says, without its places, so that two can be compared.
indirect enum Shape: Equatable, Sendable {
  case scalar(String, quoted: Bool)
  case list([Shape])
  case map([Entry])

  struct Entry: Equatable, Sendable {
    var key: String
    var value: Shape
  }

  init(_ tree: FactTree) {
    switch tree {
    case .scalar(let text, let quoted, _): self = .scalar(text, quoted: quoted)
    case .list(let items, _): self = .list(items.map(Shape.init))
    case .map(let entries, _):
      self = .map(entries.map { Entry(key: $0.key, value: Shape($0.value)) })
    }
  }

  /// What `text` says when it is read as a file called `name`.
  static func read(_ text: String, name: String = "person.yaml") -> Shape? {
    FactFileReader.read(SourceText(name: name, text: text)).tree.map(Shape.init)
  }

  static func plain(_ text: String) -> Shape { .scalar(text, quoted: false) }

  static func quoted(_ text: String) -> Shape { .scalar(text, quoted: true) }

  static func map(_ entries: (String, Shape)...) -> Shape {
    .map(entries.map { Entry(key: $0.0, value: $0.1) })
  }
}
