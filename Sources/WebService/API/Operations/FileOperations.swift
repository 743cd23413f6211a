import Casework
import ExpressionLanguage
import HTTPTypes
import Registry

/// Files, and everything that is done to them.
enum FileOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "registerResident",
      method: .post,
      path: "/api/v1/residents",
      audience: .allowed(.registerResident),
      words: Bilingual("Opens a file.", "建立档案。"),
      parameters: [idempotency],
      body: APISchema.object([
        "identity": APISchema.object([
          "name": APISchema.string, "number": APISchema.string,
          "registeredAddress": APISchema.string, "householdPlace": APISchema.string,
          "ethnicity?": APISchema.string,
        ]),
        "phone?": APISchema.string, "purpose": APISchema.purpose,
      ]),
      success: .init(
        status: .created,
        words: Bilingual("what was done", "办理结果"),
        schema: receipt
      ),
      handler: register
    ),
    APIOperation(
      id: "getResident",
      method: .get,
      path: "/api/v1/residents/{resident}",
      audience: .signedIn,
      words: Bilingual(
        "A whole file; the reading is logged with its purpose.",
        "完整档案；查阅及其目的均有记录。"
      ),
      parameters: [resident, namedPurpose],
      success: .init(words: Bilingual("the file", "档案"), schema: APISchema.anything),
      handler: read
    ),
    APIOperation(
      id: "runCommand",
      method: .post,
      path: "/api/v1/residents/{resident}/commands",
      audience: .signedIn,
      words: Bilingual(
        "Carries out one command on a file: whole, or not at all.",
        "对档案办理一项操作：要么全部完成，要么不做任何改动。"
      ),
      parameters: [resident, idempotency],
      body: CommandSchema.schema,
      success: .init(words: Bilingual("what was done", "办理结果"), schema: receipt),
      handler: run
    ),
    APIOperation(
      id: "listReadings",
      method: .get,
      path: "/api/v1/residents/{resident}/readings",
      audience: .allowed(.readAccessLog),
      words: Bilingual("Who has read a file, and what for.", "谁查阅过档案、为何查阅。"),
      parameters: [resident, namedPurpose, limit],
      success: .init(
        words: Bilingual("the readings, the last first", "查阅记录，最近的在前"),
        schema: APISchema.object(["readings": APISchema.list(ReadingDocument.schema)])
      ),
      handler: readings
    ),
  ]

  static let resident = APIOperation.Parameter(
    name: "resident",
    place: .path,
    words: Bilingual("the file", "档案编号"),
    schema: APISchema.resident
  )
  static let purpose = APIOperation.Parameter(
    name: "purpose",
    place: .query,
    words: Bilingual(
      "what for; own affairs, or what the role usually does, otherwise",
      "目的；默认为本人事务或该角色的通常目的"
    ),
    schema: APISchema.purpose
  )
  private static let namedPurpose = APIOperation.Parameter(
    name: "purpose",
    place: .query,
    words: Bilingual(
      "what for; whoever acts for an office must name it, own affairs need none",
      "目的；以机构身份查阅时必填，办理本人事务可省略"
    ),
    schema: APISchema.purpose
  )
  static let limit = APIOperation.Parameter(
    name: "limit",
    place: .query,
    words: Bilingual("the most items", "最多条数"),
    schema: ["type": "integer", "minimum": 1, "maximum": 200]
  )
  static let idempotency = APIOperation.Parameter(
    name: "Idempotency-Key",
    place: .header,
    words: Bilingual(
      "a random name of this request; sent again with it, it is carried out once",
      "本次请求的随机标识；重发时只办理一次"
    ),
    schema: ["type": "string", "minLength": 8, "maxLength": 80, "pattern": "^[A-Za-z0-9._~-]+$"]
  )
  static let receipt = APISchema.object([
    "resident": APISchema.resident, "version": APISchema.integer,
    "events": APISchema.list(APISchema.string), "application?": APISchema.integer,
    "position": APISchema.integer, "wasRepeated": APISchema.truth,
  ])

  private struct Registration: Decodable {
    var identity: Identity
    var phone: String?
    var purpose: Purpose
  }

  struct ReceiptDocument: Encodable {
    var resident: String
    var version: Int
    var events: [String]
    var application: Int?
    var position: Int64
    var wasRepeated: Bool

    init(_ receipt: Receipt) {
      resident = receipt.resident.text
      version = receipt.version
      events = receipt.events
      application = receipt.application
      position = receipt.position
      wasRepeated = receipt.wasRepeated
    }
  }

  private static let register: Route.Handler = { visit in
    let asked = try APIBody.read(
      Registration.self,
      visit,
      only: ["identity", "phone", "purpose"]
    )
    let receipt = try await visit.office.run(
      Request(
        .person(.register(identity: asked.identity, phone: asked.phone)),
        by: try visit.actor,
        for: asked.purpose,
        key: try visit.idempotencyKey
      )
    )
    return try APIBody.answer(ReceiptDocument(receipt), status: .created)
  }

  private static let read: Route.Handler = { visit in
    let actor = try visit.actor
    let view = try await visit.office.file(
      try visit.resident("resident"),
      by: actor,
      for: try visit.purposeNamed(.readFile)
    )
    let labels = FactLabels(try visit.office.law(on: view.day))
    return try APIBody.answer(
      FileDocument(view, labels),
      tag: "\(view.file.version)-\(view.day)-\(actor.role.rawValue.count)"
    )
  }

  private static let run: Route.Handler = { visit in
    let asked = try APIBody.read(CommandBody.self, visit, only: ["on", "do", "purpose"])
    let receipt = try await visit.office.run(
      Request(
        asked.command,
        on: try visit.resident("resident"),
        by: try visit.actor,
        for: asked.purpose,
        key: try visit.idempotencyKey
      )
    )
    return try APIBody.answer(ReceiptDocument(receipt))
  }

  private struct Readings: Encodable { var readings: [ReadingDocument] }

  private static let readings: Route.Handler = { visit in
    let entries = try await visit.office.accesses(
      to: try visit.resident("resident"),
      limit: try APIBody.number("limit", 1...200, otherwise: 100, visit),
      by: try visit.actor,
      for: try visit.purposeNamed(.readAccessLog)
    )
    return try APIBody.answer(Readings(readings: entries.map(ReadingDocument.init)))
  }
}
