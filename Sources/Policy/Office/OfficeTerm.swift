package import ExpressionLanguage

/// What the measures set for one name of the office's contract, with where and how well founded.
package struct OfficeTerm: Sendable {
  /// A number of days.
  package struct Days: Hashable, Sendable {
    /// How many.
    package var count: Int
    /// Whether working days are meant.
    package var isWorking: Bool

    /// Creates a number of days.
    package init(count: Int, isWorking: Bool) {
      self.count = count
      self.isWorking = isWorking
    }
  }

  /// A period of the calendar.
  package enum Period: Hashable, Sendable {
    /// So many months; a year is twelve.
    case months(Int)
    /// So many days of the calendar.
    case days(Int)
  }

  /// The entry of the measure.
  package let entry: OfficeEntry
  /// The measure that sets it.
  package let measure: Measure
  /// The jurisdiction's own measure set it; else it is taken from another, such as the nation's.
  package let isOwn: Bool

  /// The label.
  package var name: Bilingual { entry.name }
  /// The values, usually one.
  package var values: [Value] { entry.values }
  /// Where it stands in the measure.
  package var place: Place { entry.place }
  /// How well it is founded.
  package var standing: StandingNote { entry.standing }
  /// What it cites.
  package var sources: [SourceReference] { entry.sources }
  /// The calendar by which the measure counts working days; weekends only where it names none.
  package var calendar: WorkingCalendar { measure.calendar ?? .weekendsOnly }

  /// The values in words, with their units.
  package var words: [Bilingual] {
    zip(entry.types, entry.values).map { type, value in
      Bilingual(type.text(value, .english), type.text(value, .chinese))
    }
  }

  /// The number of days; `nil` where the first value is no whole number of days.
  package var days: Days? { allDays.first }

  /// The numbers of days, where there are several, in the order of the text.
  package var allDays: [Days] {
    numbers { $0 == .days || $0 == .workingDays }.map { number, unit in
      Days(count: number, isWorking: unit == .workingDays)
    }
  }

  /// The first value as a period; `nil` where it is working days or no period.
  package var period: Period? {
    guard let (number, unit) = numbers({ $0 == .days || $0.isLike(.months) }).first else {
      return nil
    }
    return unit == .days ? .days(number) : .months(number * Int(unit.factor))
  }

  /// The first value in whole yuan; `nil` where it is no money, or not whole.
  package var yuan: Int? { numbers { $0 == .yuan }.first?.0 }

  /// How many people the first value says.
  package var people: Int? { numbers { $0 == .people }.first?.0 }

  /// The first quoted word, as it stands between the quotes.
  package var word: String? { labels.first?.english }

  /// The quoted words with their glosses, in the order of the text.
  package var labels: [Bilingual] {
    zip(entry.types, entry.values).compactMap { type, value in
      guard case .choice(let index) = value, let values = type.choice?.values,
        values.indices.contains(index)
      else { return nil }
      return Bilingual(type.text(value, .english), type.text(value, .chinese))
    }
  }

  /// The whole numbers in a unit that is wanted; none where one of the values is not of that kind.
  private func numbers(_ isWanted: (Unit) -> Bool) -> [(Int, Unit)] {
    var found: [(Int, Unit)] = []
    for (type, value) in zip(entry.types, entry.values) {
      guard case .number(let raw) = value, let number = type.number, isWanted(number.unit) else {
        return []
      }
      var one: Int64 = 1
      for _ in 0..<number.scale { one *= 10 }
      guard raw % one == 0 else { return [] }
      found.append((Int(raw / one), number.unit))
    }
    return found
  }
}

extension PolicySet {
  /// What the measures set for a name of the office's contract, such as `days to issue`.
  ///
  /// The jurisdiction's own measures come first, in the order of the set; what they leave out is
  /// taken from the measures that they take names from, which are the floor (Reg. Art. 22).
  ///
  /// What stands under a round is found with the round's year only.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  package func term(_ name: String, round: Int? = nil) -> OfficeTerm? {
    let key = NameKey.of(name)
    let entries = office.filter { $0.round == round && NameKey.of($0.name.english) == key }
    func isOwn(_ entry: OfficeEntry) -> Bool {
      measures[entry.measure].id.hasPrefix(jurisdiction + "/")
    }
    guard let entry = entries.first(where: isOwn) ?? entries.first else { return nil }
    return OfficeTerm(entry: entry, measure: measures[entry.measure], isOwn: isOwn(entry))
  }

  /// The calendar by which the jurisdiction counts working days: that of its first measure which
  /// names one, then of those it takes names from; weekends only where none does.
  package var calendar: WorkingCalendar {
    let own = measures.filter { $0.id.hasPrefix(jurisdiction + "/") }
    return (own + measures).lazy.compactMap(\.calendar).first ?? .weekendsOnly
  }
}
