import ExpressionLanguage
import Policy
import Scoring

/// A statement as the dictionary in force types it.
enum TypedFact {
  case value(fact: Int, Value)
  case records(kind: Int, [[Value]])
}

/// A statement that the dictionary in force cannot type.
enum FactFault: Error {
  case noSuchFact
  case unreadable(Diagnostic)
}

extension OfficeLaw {
  /// The places of facts and kinds of records in the model, by key.
  ///
  /// - Complexity: O(*n*) in what the dictionaries declare.
  var factPlaces: FactPlaces {
    let model = assessor.set.model
    var places = FactPlaces()
    for (index, fact) in model.facts.enumerated() {
      places.facts[NameKey.of(fact.name.english)] = index
    }
    for (index, kind) in model.records.enumerated() {
      places.records[NameKey.of(kind.name.english)] = index
    }
    return places
  }

  /// Where the names of the dictionaries stand in the model.
  struct FactPlaces {
    var facts: [String: Int] = [:]
    var records: [String: Int] = [:]
  }

  /// What a statement says, typed; the one way by which text becomes a fact.
  func typed(
    _ content: FactContent,
    of fact: String,
    _ places: FactPlaces
  ) throws(FactFault) -> TypedFact {
    if let index = places.facts[fact] { return .value(fact: index, try value(content, index)) }
    guard let kind = places.records[fact] else { throw .noSuchFact }
    return .records(kind: kind, try rows(content, kind))
  }

  /// Yes or no, where a statement says that of a fact; `nil` for anything else.
  func truth(_ item: FactLedger.Item?) -> Bool? {
    guard let statement = item?.statement,
      case .value(_, .truth(let truth)) = try? typed(
        statement.content,
        of: statement.fact,
        factPlaces
      )
    else { return nil }
    return truth
  }

  private func value(_ content: FactContent, _ index: Int) throws(FactFault) -> Value {
    let fact = assessor.set.model.facts[index]
    let text =
      switch content {
      case .value(let text): text
      case .none: "none"
      case .records: throw .unreadable(.notOneValue(fact.name))
      }
    var reader = ScalarReader(fact: fact, key: .fact(index))
    let value = reader.value(text, quoted: false, at: SourceRange(0, 0))
    guard let value else {
      throw reader.diagnostics.sorted.first.map { .unreadable($0) } ?? .noSuchFact
    }
    // Who knows nothing states nothing.
    guard value.isKnown else { throw .unreadable(.saysNothing(fact.name)) }
    return value
  }

  private func rows(_ content: FactContent, _ index: Int) throws(FactFault) -> [[Value]] {
    let here = SourceRange(0, 0)
    let scalar = { (text: String) in FactTree.scalar(text: text, quoted: false, range: here) }
    let tree: FactTree =
      switch content {
      case .none: scalar("none")
      case .value(let text): scalar(text)
      case .records(let rows):
        .list(
          rows.map { row in
            .map(
              row.sorted { $0.key < $1.key }.map {
                FactTreeEntry(key: $0.key, keyRange: here, value: scalar($0.value))
              },
              range: here
            )
          },
          range: here
        )
      }
    // Read by a dictionary of this kind alone, which is quicker than looking through all of it.
    var model = FactModel()
    model.records = [assessor.set.model.records[index]]
    let name = model.records[0].name
    let entry = FactTreeEntry(key: name.english, keyRange: here, value: tree)
    let (facts, diagnostics) = FactsReader.read(
      .map([entry], range: here),
      of: SourceText(name: "", bytes: []),
      model: model
    )
    guard let facts else {
      throw diagnostics.sorted.first.map { .unreadable($0) } ?? .noSuchFact
    }
    guard case .known(let rows) = facts.records[0] else { throw .unreadable(.saysNothing(name)) }
    return rows.enumerated().map { item, row in
      row.enumerated().map { attribute, value in
        value.isKnown
          ? value
          : .unknown(Missing(.attribute(records: index, item: item, attribute: attribute)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func notOneValue(_ name: Bilingual) -> Diagnostic {
    Diagnostic(
      "not-a-value",
      at: SourceRange(0, 0),
      Bilingual("\(name.english) is one value", "“\(name[.chinese])”是单个取值")
    )
  }

  fileprivate static func saysNothing(_ name: Bilingual) -> Diagnostic {
    Diagnostic(
      "says-nothing",
      at: SourceRange(0, 0),
      Bilingual("nothing is said of \(name.english)", "没有说明“\(name[.chinese])”的取值")
    )
  }
}
