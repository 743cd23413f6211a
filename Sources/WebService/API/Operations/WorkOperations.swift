import Casework
import ExpressionLanguage
import HTTPTypes
import Registry

/// What waits for the office's people, and finding somebody.
enum WorkOperations {
  static let all: [APIOperation] = [
    APIOperation(
      id: "listTasks",
      method: .get,
      path: "/api/v1/tasks",
      audience: .allowed(.readQueue),
      words: Bilingual(
        "What waits for the own role, the nearest legal deadline first.",
        "本角色待办事项，法定期限近的在前。"
      ),
      parameters: [
        .init(
          name: "district",
          place: .query,
          words: Bilingual("of one district", "片区"),
          schema: APISchema.string
        ),
        FileOperations.limit, after, FileOperations.purpose,
      ],
      success: .init(
        words: Bilingual("the tasks", "待办事项"),
        schema: APISchema.object([
          "tasks": APISchema.list(
            APISchema.object([
              "resident": APISchema.resident, "task": APISchema.string,
              "application?": APISchema.integer, "state": APISchema.string,
              "office": APISchema.string, "district": APISchema.string, "due?": APISchema.day,
              "isProvisional": APISchema.truth,
            ])
          ),
          "next?": APISchema.string,
        ])
      ),
      handler: tasks
    ),
    APIOperation(
      id: "search",
      method: .post,
      path: "/api/v1/searches",
      audience: .allowed(.search),
      words: Bilingual(
        "People by name, pinyin, initials, number, phone or file; logged.",
        "按姓名、拼音、首字母、证号、电话或档案编号查找；查找有记录。"
      ),
      body: APISchema.object([
        "query": APISchema.string, "purpose": APISchema.purpose,
        "limit?": ["type": "integer", "minimum": 1, "maximum": 100], "after?": APISchema.string,
      ]),
      success: .init(
        words: Bilingual("the people found", "查找结果"),
        schema: APISchema.object([
          "people": APISchema.list(
            APISchema.object([
              "resident": APISchema.resident, "isProtected": APISchema.truth,
              "name?": APISchema.string, "number?": APISchema.string,
              "birthDate?": APISchema.day, "district": APISchema.string,
              "permit?": APISchema.string, "mergedInto?": APISchema.resident,
            ])
          ),
          "next?": APISchema.string,
        ])
      ),
      handler: search
    ),
  ]

  private static let after = APIOperation.Parameter(
    name: "after",
    place: .query,
    words: Bilingual("the `next` of the page before", "上一页返回的 next"),
    schema: APISchema.string
  )

  private struct Tasks: Encodable {
    struct Task: Encodable {
      var resident: String
      var task: String
      var application: Int?
      var state: String
      var office: String
      var district: String
      var due: CivilDate?
      var isProvisional: Bool
    }
    var tasks: [Task]
    var next: String?
  }

  private static let tasks: Route.Handler = { visit in
    let actor = try visit.actor
    let cursor = visit.query["after"]
    let after = cursor.flatMap { QueuePage.Cursor($0) }
    if cursor != nil, after == nil {
      throw Fault.malformed(Bilingual("`after` is no `next` of a page", "“after”不是上一页的 next"))
    }
    let page = try await visit.office.queue(
      QueueQuery(
        actor.role,
        office: actor.role == .department || actor.role == .employer ? actor.office : nil,
        district: visit.query["district"],
        limit: try APIBody.number("limit", 1...200, otherwise: 50, visit),
        after: after
      ),
      by: actor,
      for: try visit.purposeAsked(.readQueue)
    )
    return try APIBody.answer(
      Tasks(
        tasks: page.items.map {
          .init(
            resident: $0.resident.text,
            task: $0.task,
            application: $0.application,
            state: $0.state,
            office: $0.office,
            district: $0.district,
            due: $0.due,
            isProvisional: $0.isProvisional
          )
        },
        next: page.next?.text
      )
    )
  }

  private struct Asked: Decodable {
    var query: String
    var purpose: Purpose
    var limit: Int?
    var after: String?
  }

  private struct People: Encodable {
    struct Person: Encodable {
      var resident: String
      var isProtected: Bool
      var name: String?
      var number: String?
      var birthDate: CivilDate?
      var district: String
      var permit: String?
      var mergedInto: String?
    }
    var people: [Person]
    var next: String?
  }

  private static let search: Route.Handler = { visit in
    let asked = try APIBody.read(
      Asked.self,
      visit,
      only: ["query", "purpose", "limit", "after"]
    )
    let after = asked.after.flatMap { SearchPage.Cursor($0) }
    guard (1...100).contains(asked.limit ?? 20), asked.query.count <= 100,
      asked.after == nil || after != nil
    else {
      throw Fault.malformed(
        Bilingual(
          "`limit` is 1 to 100, `query` at most 100 characters",
          "limit 为1至100，query 至多100字"
        )
      )
    }
    let page = try await visit.office.search(
      asked.query,
      limit: asked.limit ?? 20,
      after: after,
      by: try visit.actor,
      for: asked.purpose
    )
    return try APIBody.answer(
      People(
        people: page.hits.map {
          .init(
            resident: $0.resident.text,
            isProtected: $0.isProtected,
            name: $0.summary?.name,
            number: $0.summary?.maskedNumber,
            birthDate: $0.summary?.birthDate,
            district: $0.district,
            permit: $0.permit?.rawValue,
            mergedInto: $0.mergedInto?.text
          )
        },
        next: page.next?.text
      )
    )
  }
}
