import ExpressionLanguage
import Policy

/// The ids on a page of the facts, records and sources that its measure uses.
struct DictionaryAnchors: Sendable {
  /// The ids of facts, by position in the set.
  private(set) var facts: [Int: String] = [:]
  /// The ids of kinds of records, by position in the set.
  private(set) var records: [Int: String] = [:]
  /// The ids of the attributes of each kind of records, by position.
  private(set) var attributes: [Int: [String]] = [:]
  /// The ids of sources, by key.
  private(set) var sources: [String: String] = [:]

  /// Makes ids that no place of the measure has.
  init(
    _ set: PolicySet,
    _ facts: [Int],
    _ records: [Int],
    _ sources: [String],
    _ anchors: inout Anchors
  ) {
    for key in sources { self.sources[key] = anchors.take("source-" + NameKey.identifier(key)) }
    for fact in facts {
      let name = NameKey.identifier(set.model.facts[fact].name.english)
      self.facts[fact] = anchors.take("fact-" + name)
    }
    for kind in records {
      let id = anchors.take("record-" + NameKey.identifier(set.model.records[kind].name.english))
      self.records[kind] = id
      attributes[kind] = set.model.records[kind].attributes.map { attribute in
        anchors.take(id + "-" + NameKey.identifier(attribute.name.english))
      }
    }
  }
}
