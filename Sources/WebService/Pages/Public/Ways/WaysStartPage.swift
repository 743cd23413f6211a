import ExpressionLanguage
import Policy

/// The beginning, which asks what the visitor would like to find out.
enum WaysStartPage {
  struct View: Sendable {
    struct Option: Sendable {
      let inputID: String
      let token: String
      let words: String
      let note: String
      let isChosen: Bool
    }
    struct ServiceOption: Sendable {
      let token: String
      let words: String
      let isChosen: Bool
    }
    let options: [Option]
    let services: [ServiceOption]
    /// Whether one of them is wanted, so that the list is in view.
    let isOneService: Bool
    let problem: String?
    let told: Told?
  }

  /// What the browser still holds.
  struct Told: Sendable {
    let count: Int
  }

  static let show: Route.Handler = { visit in try page(visit, nil) }

  static let send: Route.Handler = { visit in
    let talk = try WaysTalk(visit)
    var goal = visit.form["goal"].flatMap { WaysGoal(text: $0) }
    if goal == .services || goal == nil, let name = visit.form["service"] {
      goal = WaysGoal(text: "service:" + name)
    }
    guard let goal, !goal.goals(talk.set, .points).isEmpty else {
      return try page(visit, Bilingual("Choose what you would like to find out", "请选择想了解的事项"))
    }
    var answers = talk.answers
    answers.goal = goal
    answers.reach = visit.form["reach"].flatMap { WaysReach(text: $0) } ?? .firstWay
    return try WaysCookie(visit).keeping(
      answers,
      visit.redirect(to: talk.saying(answers).nextAddress)
    )
  }

  private static func page(_ visit: Visit, _ problem: Bilingual?) throws -> Reply {
    let talk = try WaysTalk(visit)
    let wanted = visit.form["goal"] ?? visit.query["goal"] ?? talk.answers.goal?.text
    let service = wanted.flatMap { $0.hasPrefix("service:") ? String($0.dropFirst(8)) : nil }
    let options = options(visit).enumerated().map { place, option in
      View.Option(
        inputID: place == 0 ? "goal" : "goal-\(place + 1)",
        token: option.goal.text,
        words: visit.say(option.words),
        note: visit.say(option.note),
        isChosen: wanted == option.goal.text || service != nil && option.goal == .services
      )
    }
    let services = WaysGoal.services.services(talk.set).map { index in
      let name = talk.set.services[index].name
      let token = NameKey.identifier(name.english)
      return View.ServiceOption(
        token: token,
        words: visit.sentence(name),
        isChosen: token == (visit.form["service"] ?? service)
      )
    }
    let count = talk.answers.entries.count
    return try visit.page(
      "public/ways/start",
      title: Bilingual("Which way is mine?", "我该走哪条路"),
      View(
        options: options,
        services: services,
        isOneService: services.contains(where: \.isChosen),
        problem: problem.map(visit.say),
        told: count > 0 ? Told(count: count) : nil
      ),
      mistakes: problem.map { [Layout.Mistake("goal", visit.say($0))] } ?? []
    )
  }

  private static func options(
    _ visit: Visit
  ) -> [(goal: WaysGoal, words: Bilingual, note: Bilingual)] {
    [
      (
        .settle,
        Bilingual("Whether and how I can settle in Xiong'an", "我能不能在雄安落户，走哪条路"),
        Bilingual("by points or directly", "积分落户，或者直接落户")
      ),
      (
        .permit,
        Bilingual("Whether I can get a residence permit", "我能不能申领居住证"),
        Bilingual("the conditions, papers and fee", "条件、材料和费用")
      ),
      (
        .services,
        Bilingual("Which services I can have", "我能享受哪些公共服务和便利"),
        Bilingual("schools, health, housing and more", "上学、医疗、住房等")
      ),
      (
        .everything,
        Bilingual("All of it", "都想了解"),
        Bilingual("the most questions", "要回答的问题最多")
      ),
    ]
  }
}
