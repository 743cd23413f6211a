import Casework
import ExpressionLanguage
import Policy
import Registry
import Scoring

/// 办事指南: who may have a permit, with which papers, in which steps, how fast and for how much.
///
/// Every number comes from the measures in force, with its article and how well it is founded.
enum PermitGuidePage {
  struct View: Sendable {
    /// One number that the measures set.
    struct Entry: Sendable {
      let label: String
      let words: String
      let cite: String
      let measure: String
      let standing: StandingMark
    }
    let measure: String
    let measureLink: String
    let conditions: [GuideCondition]
    let steps: [WayView.Step]
    let notify: [Entry]
    let supplement: [Entry]
    let check: [Entry]
    let issue: [Entry]
    let every: [Entry]
    let window: [Entry]
    let late: [Entry]
    let fees: [Entry]
    let terms: [Entry]
    let remedies: [WayView.StepItem]
  }

  static let show: Route.Handler = { visit in
    let day = visit.office.today
    let law = try visit.office.law(on: day)
    let set = law.assessor.set
    guard let place = law.permitChannel else { throw Fault.notFound }
    let channel = set.channels[place]
    let nobody = Facts(factCount: set.model.facts.count, recordsCount: set.model.records.count)
    let assessment = try law.assessor.assess(nobody, on: day)
    let found = assessment.channels.first { $0.name == channel.name && $0.place == channel.place }
    guard let found else { throw Fault.notFound }
    func term(_ name: String) -> [View.Entry] { entry(name, set, visit) }
    let measure = set.measures[channel.measure]
    let steps = StepsMaker(found, visit)
    let fees = ["fee first permit", "fee endorsement", "fee replacement"].flatMap(term)
    let terms = [
      "days to notify", "days to supplement", "days to check", "days to issue",
      "days to issue extended", "endorsement every", "endorsement window",
      "tenure after late endorsement", "days to replace", "days to answer a dispute",
      "reminders before",
    ].flatMap(term)
    return try visit.page(
      "public/permit-guide",
      title: Bilingual("The residence permit: a guide", "居住证办事指南"),
      View(
        measure: visit.say(measure.title),
        measureLink: visit.link(MeasureAddress.path(measure.id, measure.from)),
        conditions: found.conditions.map { GuideCondition($0, visit.language) },
        steps: steps.steps,
        notify: term("days to notify"),
        supplement: term("days to supplement"),
        check: term("days to check"),
        issue: term("days to issue"),
        every: term("endorsement every"),
        window: term("endorsement window"),
        late: term("tenure after late endorsement"),
        fees: fees,
        terms: terms,
        remedies: steps.remedies
      ),
      isSample: (fees + terms).contains { $0.standing.isSample }
    )
  }

  private static func entry(_ name: String, _ set: PolicySet, _ visit: Visit) -> [View.Entry] {
    guard let term = set.term(name) else { return [] }
    return [
      View.Entry(
        label: visit.say(term.name),
        words: term.words.map(visit.say).joined(separator: visit.say(", ", "、")),
        cite: term.place.citation(visit.language),
        measure: visit.say(term.measure.title),
        standing: StandingMark(term.standing.standing)
      )
    ]
  }
}

/// A condition as the measure lists it, of nobody in particular.
struct GuideCondition: Sendable {
  let words: String
  let cite: String
  let standing: StandingMark
  let joining: [String]
  let exceptions: [String]
  let children: [GuideCondition]

  init(_ condition: ConditionResult, _ language: Language) {
    words = condition.words[language]
    cite = condition.place.precise(language)
    standing = StandingMark(condition.standing)
    let isChinese = language == .chinese
    joining =
      switch condition.children.isEmpty ? nil : condition.joining {
      case .allOf: [isChinese ? "须全部符合：" : "all of these:"]
      case .anyOf: [isChinese ? "符合其一即可：" : "any of these:"]
      case .noneOf: [isChinese ? "不得有下列情形：" : "none of these:"]
      default: []
      }
    exceptions =
      condition.exception.map { exception in
        let cite = exception.place.citation(language)
        return [
          isChinese
            ? "例外：\(exception.name[language])（\(cite)）"
            : "except: \(exception.name[language]) (\(cite))"
        ]
      } ?? []
    children = condition.children.map { GuideCondition($0, language) }
  }
}
