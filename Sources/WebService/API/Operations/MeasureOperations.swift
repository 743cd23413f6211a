import Casework
import ExpressionLanguage
import FactFiles
import FoundationEssentials
import HTTPTypes
import Policy
import Registry
import Scoring

/// The measures, what they ask for, and what they decide; for everybody.
enum MeasureOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "listMeasures",
      method: .get,
      path: "/api/v1/measures",
      audience: .everyone,
      words: Bilingual("Every version of every measure.", "所有办法的所有版本。"),
      success: .init(
        words: Bilingual("the versions", "各版本"),
        schema: APISchema.object(["measures": APISchema.list(version)])
      ),
      handler: list
    ),
    APIOperation(
      id: "getMeasure",
      method: .get,
      path: "/api/v1/measures/{place}/{name}",
      audience: .everyone,
      words: Bilingual("A measure as it is written, in Markdown.", "办法原文（Markdown）。"),
      parameters: [
        .init(
          name: "place",
          place: .path,
          words: Bilingual("such as xiongan", "如 xiongan"),
          schema: APISchema.string
        ),
        .init(
          name: "name",
          place: .path,
          words: Bilingual("such as residence-permit", "如 residence-permit"),
          schema: APISchema.string
        ),
        .init(
          name: "on",
          place: .query,
          words: Bilingual("the version in force on a day; today otherwise", "某日有效的版本；默认为今日"),
          schema: APISchema.day
        ),
      ],
      success: .init(
        words: Bilingual("the version", "该版本"),
        schema: version.adding("description", "with its text")
      ),
      handler: read
    ),
    APIOperation(
      id: "assess",
      method: .post,
      path: "/api/v1/assessments",
      audience: .everyone,
      words: Bilingual(
        "What the measures decide for facts that are sent; nothing is kept.",
        "按提交的情况计算结果；不保存任何内容。"
      ),
      body: facts,
      success: .init(
        words: Bilingual("every way with reasons, points and articles", "各渠道结果、积分、理由和条款"),
        schema: APISchema.anything
      ),
      handler: assess
    ),
    APIOperation(
      id: "inquire",
      method: .post,
      path: "/api/v1/inquiries",
      audience: .everyone,
      words: Bilingual(
        "What is still worth asking, the most telling first; nothing is kept.",
        "还需要问什么，按有用程度排序；不保存任何内容。"
      ),
      body: facts,
      success: .init(
        words: Bilingual("the questions", "问题"),
        schema: APISchema.object([
          "questions": APISchema.list(
            APISchema.object([
              "fact": APISchema.string, "name": APISchema.bilingual,
              "verifiedBy": APISchema.bilingual,
            ])
          )
        ])
      ),
      handler: inquire
    ),
  ]

  /// How many decisions and inquiries one network address may ask for in a minute.
  private static let decisionsPerMinute = 60

  private static let version = APISchema.object([
    "id": APISchema.string, "from": APISchema.day, "until?": APISchema.day,
    "title": APISchema.bilingual, "hash": APISchema.string, "text?": APISchema.string,
  ])

  private static let facts = APISchema.object([
    "facts": .object([
      ("type", "object"), ("additionalProperties", true),
      (
        "description",
        "facts by the names of the dictionary; a missing one is unknown. 按事实字典命名；缺少即为未知。"
      ),
    ])
  ])

  private struct Version: Encodable {
    var id: String
    var from: CivilDate
    var until: CivilDate?
    var title: Bilingual
    var hash: String
    var text: String?

    init(_ file: PolicyLibrary.MeasureFile, text: String? = nil) {
      id = file.header.id
      from = file.header.from
      until = file.header.until
      title = file.header.title
      hash = file.hash
      self.text = text
    }
  }

  private struct Versions: Encodable { var measures: [Version] }

  private static let list: Route.Handler = { visit in
    let files = visit.service.library.measures.sorted {
      ($0.header.id, $0.header.from) < ($1.header.id, $1.header.from)
    }
    var reply = try APIBody.answer(Versions(measures: files.map { Version($0) }))
    reply.isPublic = true
    return reply
  }

  private static let read: Route.Handler = { visit in
    let id = "\(try visit.parameter("place"))/\(try visit.parameter("name"))"
    let day: CivilDate
    if let text = visit.query["on"] {
      guard let read = CivilDate(text) else {
        throw Fault.malformed(
          Bilingual("`on` wants a day such as 2026-01-31", "“on”应为日期，如2026-01-31")
        )
      }
      day = read
    } else {
      day = visit.office.today
    }
    let inForce = visit.service.library.measures.last { file in
      file.header.id == id && file.header.from <= day && day <= file.header.until ?? .latest
    }
    guard let file = inForce else { throw Fault.notFound }
    var reply = try APIBody.answer(
      Version(file, text: String(decoding: file.document.source.bytes, as: UTF8.self)),
      tag: String(file.hash.prefix(16))
    )
    reply.isPublic = true
    return reply
  }

  private static let assess: Route.Handler = { visit in
    let (assessor, facts) = try person(visit)
    let assessment = try assessor.sharpened(assessor.assess(facts, on: visit.office.today), facts)
    return .json(Array(AssessmentJSON.text(assessment, file: nil).utf8))
  }

  private struct Asked: Encodable {
    struct Question: Encodable {
      var fact: String
      var name: Bilingual
      var verifiedBy: Bilingual
    }
    var questions: [Question]
  }

  private static let inquire: Route.Handler = { visit in
    let (assessor, facts) = try person(visit)
    let inquiry = assessor.inquire(
      facts,
      on: visit.office.today,
      goals: WaysGoal.everything.goals(assessor.set, .points)
    )
    return try APIBody.answer(
      Asked(
        questions: inquiry.questions.map {
          .init(fact: $0.name.id, name: $0.name.name, verifiedBy: $0.name.verifiedBy)
        }
      )
    )
  }

  /// The facts that were sent, typed by the dictionary of today.
  ///
  /// - Throws: `ProblemError` with each fact that can't be read.
  private static func person(_ visit: Visit) throws -> (Assessor, Facts) {
    // What costs the most is asked for less often than pages are.
    let wait = visit.service.limits.wait(
      .decisions,
      for: visit.networkAddress,
      limit: decisionsPerMinute,
      at: visit.office.now.milliseconds
    )
    if let wait { throw Fault.tooMany(wait: wait) }
    let media = (visit.headers[.contentType] ?? "").split(separator: ";").first ?? ""
    guard media.lowercased() == "application/json" else { throw Fault.wrongType }
    let assessor = try visit.office.law(on: visit.office.today).assessor
    let source = SourceText(name: "facts.json", bytes: visit.body)
    let file = FactFileReader.read(source)
    guard let tree = file.tree, case .map(let entries, _) = tree,
      let inner = entries.first(where: { $0.key == "facts" })?.value, entries.count == 1,
      case .map = inner
    else {
      throw Fault.malformed(Bilingual("send {\"facts\": {…}}", "请提交 {\"facts\": {…}}"))
    }
    let (facts, found) = FactsReader.read(
      inner,
      of: source,
      model: assessor.set.model,
      quotesTell: false
    )
    guard let facts else { throw refusal(found.sorted.filter { $0.severity == .error }) }
    return (assessor, facts)
  }

  private static func refusal(_ found: [Diagnostic]) -> ProblemError {
    var problem = Problem(
      of: .malformed(Bilingual("the facts can't be read", "情况无法读取"))
    )
    problem.status = .unprocessableContent
    for (index, diagnostic) in found.prefix(20).enumerated() {
      problem.fields["facts.\(index)"] = diagnostic.headline
    }
    return ProblemError(problem)
  }
}
