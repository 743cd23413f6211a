package import ExpressionLanguage
import Policy

/// Makes the forecast of one person: every turn exact to the day, small steps gathered by years.
package struct Forecaster {
  let course: Course
  let law: LawCourse
  let line: DecimalLiteral?
  /// The channels, named as in any version.
  private let names: [Name]

  private struct Name {
    var goal: CourseGoal
    var name: Bilingual
    var place: Place
    var isRanked: Bool
    var scale: Int
  }

  /// The forecast of a person whose facts the first period's dictionaries type.
  ///
  /// `channel`, a position in the first set, limits it to one.
  ///
  /// - Throws: A fault that names the rule, where the person cannot be decided on the first day.
  package static func forecast(
    _ facts: Facts,
    of assessor: Assessor,
    under law: LawCourse,
    channel: Int? = nil,
    line: DecimalLiteral? = nil
  ) throws(EvaluationFault) -> Forecast {
    let today = try assessor.decide(facts, on: law.first)
    let order = ChannelOrder.of(assessor.set, today).filter { channel == nil || channel == $0 }
    return Forecaster(facts, under: law, order: order, isWhole: channel == nil, line: line).forecast
  }

  private init(
    _ facts: Facts,
    under law: LawCourse,
    order: [Int],
    isWhole: Bool,
    line: DecimalLiteral?
  ) {
    let model = law.periods[0].assessor?.set.model ?? FactModel()
    course = Course(facts, of: model, from: law.first, under: law)
    self.law = law
    self.line = line
    var names: [Name] = []
    for (index, person) in course.courses.enumerated() {
      let set = person.set
      let own = index == 0 ? order : isWhole ? Array(set.channels.indices) : []
      for channel in own.map({ set.channels[$0] }) {
        let goal = CourseGoal(
          policy: set.measures[channel.measure].id,
          channel: NameKey.identifier(channel.name.english)
        )
        if names.contains(where: { $0.goal == goal }) { continue }
        names.append(
          Name(
            goal: goal,
            name: channel.name,
            place: channel.place,
            isRanked: channel.rankedBy != nil,
            scale: channel.rankedBy?.type.number?.scale ?? 0
          )
        )
      }
    }
    self.names = names
  }

  /// The forecast.
  private var forecast: Forecast {
    let channels = names.map(channel)
    return Forecast(
      on: law.first,
      through: law.last,
      brokenFrom: law.brokenFrom,
      line: line?.description,
      channels: channels,
      rows: rows(channels)
    )
  }

  private func channel(_ name: Name) -> ChannelForecast {
    let outcomes = course.turns { person in
      name.goal.goal(in: person.set).map { person.set.channels[$0.channel].openWhen.node }
    }
    return ChannelForecast(
      id: name.goal.channel,
      name: name.name,
      policy: name.goal.policy,
      place: name.place,
      isRanked: name.isRanked,
      scale: name.scale,
      outcomes: outcomes.map {
        ChannelForecast.Stretch(from: $0.from, outcome: $0.value.map { Outcome($0) })
      },
      totals: name.isRanked ? levels(name) : []
    )
  }

  private func levels(_ name: Name) -> [ChannelForecast.Level] {
    func formula(_ person: PersonCourse) -> Formula? {
      name.goal.goal(in: person.set).flatMap { person.set.channels[$0.channel].rankedBy }
    }
    return course.turns { formula($0)?.node }.flatMap { turn -> [ChannelForecast.Level] in
      switch turn.value {
      case .number(let number):
        return [ChannelForecast.Level(from: turn.from, least: number, most: number)]
      case .unknown: return bounds(from: turn.from, formula)
      default: return [ChannelForecast.Level(from: turn.from, least: nil, most: nil)]
      }
    }
  }

  /// The bounds of an unknown total at the beginning of each month, for as long as it is unknown.
  private func bounds(
    from start: CivilDate,
    _ formula: (PersonCourse) -> Formula?
  ) -> [ChannelForecast.Level] {
    var levels: [ChannelForecast.Level] = []
    var day: CivilDate? = start
    while let next = day, next <= law.last {
      guard let person = course.course(on: next), let total = formula(person) else { break }
      let range = RangeEvaluator(person, next...next)
      guard case .always(.unknown?) = range.steady(total.node) else { break }
      let numbers = range.possible.values(total.node).numbers
      let level = ChannelForecast.Level(from: next, least: numbers.low, most: numbers.high)
      if levels.last?.least != level.least || levels.last?.most != level.most {
        levels.append(level)
      }
      day = next.month.firstDay?.adding(months: 1, monthEnd: .down)
    }
    return levels
  }

  /// A channel with its reasons on a day.
  func result(_ channel: ChannelForecast, on day: CivilDate) -> ChannelResult? {
    guard let person = course.course(on: day), let facts = person.facts(on: day),
      let goal = CourseGoal(policy: channel.policy, channel: channel.id).goal(in: person.set)
    else { return nil }
    let evaluator = Evaluator(
      program: person.set.program,
      facts: facts.values,
      records: facts.records,
      legalDate: day
    )
    return try? Explainer(person.assessor.book, facts: facts, evaluator: evaluator)
      .channel(person.assessor.book.channels[goal.channel], families: [:])
  }
}
