import ExpressionLanguage
import Policy

extension Facts {
  /// The facts as they go on until a day: what changes each year keeps step with the legal date.
  ///
  /// Spells that run and ages need nothing: they are told by the day itself. `nil` where a year
  /// would leave its bounds.
  func going(from start: CivilDate, to day: CivilDate, model: FactModel) -> Facts? {
    let years = Int64(day.parts.year - start.parts.year)
    if years == 0 { return self }
    var facts = self
    for (index, fact) in model.facts.enumerated() where fact.change == .yearly {
      guard case .number(let number) = values[index], let type = fact.type.number else { continue }
      guard number + years <= type.greatest else { return nil }
      facts.values[index] = .number(number + years)
    }
    return facts
  }

  /// The same facts for other dictionaries: by name and type; what is new there is unknown.
  func carried(from old: FactModel, to new: FactModel) -> Facts {
    var facts = Facts(factCount: new.facts.count, recordsCount: new.records.count)
    facts.displayName = displayName
    for (index, fact) in new.facts.enumerated() {
      guard let source = old.facts.firstIndex(where: { $0.isSame(as: fact) }),
        values[source].isKnown
      else { continue }
      facts.values[index] = values[source]
      facts.provenance[.fact(index)] = provenance[.fact(source)]
    }
    for (index, kind) in new.records.enumerated() {
      guard
        let source = old.records.firstIndex(where: {
          NameKey.of($0.name.english) == NameKey.of(kind.name.english) && $0.grain == kind.grain
        }), case .known(let rows) = records[source]
      else { continue }
      let places = kind.attributes.map { attribute in
        old.records[source].attributes.firstIndex { $0.isSame(as: attribute) }
      }
      facts.records[index] = .known(
        rows.enumerated().map { item, row in
          places.enumerated().map { attribute, place in
            let missing = MissingFact.attribute(records: index, item: item, attribute: attribute)
            guard let place, row[place].isKnown else { return .unknown(Missing(missing)) }
            return row[place]
          }
        }
      )
      facts.provenance[.records(index)] = provenance[.records(source)]
    }
    return facts
  }
}

extension Fact {
  /// Whether two dictionaries mean the same by name and type.
  fileprivate func isSame(as other: Fact) -> Bool {
    NameKey.of(name.english) == NameKey.of(other.name.english) && type == other.type
  }
}
