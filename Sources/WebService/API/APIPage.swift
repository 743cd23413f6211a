import Casework
import ExpressionLanguage
import HTTPTypes

/// The description of the API as a page to browse.
enum APIPage {
  struct Parameter: Sendable {
    var name: String
    var place: String
    var words: String
    var isRequired: Bool
  }

  struct Operation: Sendable {
    var id: String
    var method: String
    var path: String
    var words: String
    var who: String
    var parameters: [Parameter]
    var body: String?
    var answer: String
    var status: Int
  }

  struct Group: Sendable {
    var title: String
    var operations: [Operation]
  }

  struct View: Sendable {
    var groups: [Group]
  }

  static let show: Route.Handler = { visit in
    let titles: [(String, Bilingual)] = [
      ("everybody", Bilingual("For everybody", "无需登录")),
      ("signed in", Bilingual("Signed in", "登录后")),
      ("agencies", Bilingual("For agencies", "用证单位")),
    ]
    let groups = titles.map { group, title in
      Group(
        title: visit.say(title),
        operations: APIOperation.all.filter { $0.group == group }.map { shown($0, visit) }
      )
    }
    return try visit.page("public/api", title: Bilingual("API", "开放接口"), View(groups: groups))
  }

  private static func shown(_ operation: APIOperation, _ visit: Visit) -> Operation {
    let roles = operation.audience.admitted.map { roles in
      roles.map(\.rawValue).sorted().joined(separator: ", ")
    }
    return Operation(
      id: operation.id,
      method: operation.method.rawValue,
      path: operation.path,
      words: visit.say(operation.words),
      who: roles ?? visit.say("everybody", "任何人"),
      parameters: operation.parameters.map {
        Parameter(
          name: $0.name,
          place: $0.place.rawValue,
          words: visit.say($0.words),
          isRequired: $0.isRequired || $0.place == .path
        )
      },
      body: operation.body.map { pretty($0.json) },
      answer: operation.success.schema.json == "{}" ? "" : pretty(operation.success.schema.json),
      status: operation.success.status.code
    )
  }

  /// JSON with a line a field, for people.
  private static func pretty(_ json: String) -> String {
    var result = ""
    var depth = 0
    var isText = false
    var last: Character = " "
    for character in json {
      if character == "\"", last != "\\" { isText.toggle() }
      last = character
      guard !isText else {
        result.append(character)
        continue
      }
      switch character {
      case "{", "[":
        depth += 1
        result.append(character)
        result += "\n" + String(repeating: "  ", count: depth)
      case "}", "]":
        depth -= 1
        result += "\n" + String(repeating: "  ", count: depth)
        result.append(character)
      case ",": result += ",\n" + String(repeating: "  ", count: depth)
      case ":": result += ": "
      default: result.append(character)
      }
    }
    return result
  }
}
