/// The records of one kind that a person can still have.
package enum RecordsSet: Sendable {
  /// These, each with the values that each attribute can have.
  case known([[ValueSet]])
  /// Any number up to `most`, each with any of these values.
  case unknown(most: Int, attributes: [ValueSet])
}

extension Program {
  /// What each fact can still be, where its value is known or not supplied yet.
  package func possibilities(of facts: [Value]) -> [ValueSet] {
    zip(self.facts, facts).map { type, value in value.isKnown ? ValueSet(only: value) : type }
  }

  /// What the records of each kind can still be.
  package func possibilities(of records: [RecordsValue]) -> [RecordsSet] {
    zip(self.records, records).map { kind, records in
      switch records {
      case .unknown: return .unknown(most: kind.most, attributes: kind.attributes)
      case .known(let rows): return .known(rows.map(kind.possibilities))
      }
    }
  }
}

extension Program.Records {
  /// What each attribute of one record can still be.
  package func possibilities(of record: [Value]) -> [ValueSet] {
    zip(attributes, record).map { type, value in value.isKnown ? ValueSet(only: value) : type }
  }
}
