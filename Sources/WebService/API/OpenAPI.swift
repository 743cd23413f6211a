import HTTPTypes
import ExpressionLanguage

/// The description of the API, OpenAPI 3.1, made from its operations.
enum OpenAPI {
  /// The document.
  static func document(server: String, version: String) -> String {
    let value: APIValue = .object([
      ("openapi", "3.1.0"),
      (
        "info",
        [
          "title": "Anju 安居", "version": .text(version),
          "description": """
          Residence permits and points-based settlement: what the pages do, for programs. What \
          is not law says so: `standing` is enacted, reported or sample. 居住证与积分落户服务接口。
          """,
          "license": ["name": "See the repository", "identifier": "LicenseRef-Anju"],
        ]
      ),
      ("servers", .list([.object([("url", .text(server))])])),
      ("paths", paths),
      (
        "components",
        .object([
          (
            "securitySchemes",
            [
              "session": [
                "type": "http", "scheme": "bearer",
                "description": "the token of POST /api/v1/sessions",
              ],
              "client": [
                "type": "http", "scheme": "bearer",
                "description": "the access token of POST /api/v1/token",
              ],
            ]
          ),
          ("schemas", ["Problem": problem]),
        ])
      ),
      (
        "tags",
        .list(["everybody", "signed in", "agencies"].map { .object([("name", .text($0))]) })
      ),
    ])
    return value.json
  }

  private static var paths: APIValue {
    var order: [String] = []
    var byPath: [String: [(key: String, value: APIValue)]] = [:]
    for operation in APIOperation.all {
      if byPath[operation.path] == nil { order.append(operation.path) }
      byPath[operation.path, default: []]
        .append((operation.method.rawValue.lowercased(), described(operation)))
    }
    return .object(order.map { ($0, .object(byPath[$0] ?? [])) })
  }

  private static func described(_ operation: APIOperation) -> APIValue {
    var fields: [(key: String, value: APIValue)] = [
      ("operationId", .text(operation.id)),
      ("tags", .list([.text(operation.group)])),
      ("summary", .text(operation.words.english)),
      ("description", .text(operation.words.chinese)),
    ]
    if !operation.parameters.isEmpty {
      fields.append(("parameters", .list(operation.parameters.map(described))))
    }
    if let body = operation.body {
      fields.append(
        (
          "requestBody",
          APIValue.object([
            ("required", true),
            (
              "content",
              .object([(operation.bodyType, .object([("schema", body)]))])
            ),
          ])
        )
      )
    }
    switch operation.audience {
    case .everyone: fields.append(("security", .list([])))
    case .client: fields.append(("security", .list([.object([("client", .list([]))])])))
    case .signedIn, .roles, .allowed:
      fields.append(("security", .list([.object([("session", .list([]))])])))
    }
    fields.append(("responses", responses(operation)))
    return .object(fields)
  }

  private static func described(_ parameter: APIOperation.Parameter) -> APIValue {
    [
      "name": .text(parameter.name), "in": .text(parameter.place.rawValue),
      "required": .truth(parameter.isRequired || parameter.place == .path),
      "description": .text("\(parameter.words.english) · \(parameter.words.chinese)"),
      "schema": parameter.schema,
    ]
  }

  private static func responses(_ operation: APIOperation) -> APIValue {
    let success = operation.success
    var content: APIValue = [
      "description": .text("\(success.words.english) · \(success.words.chinese)")
    ]
    if success.status.code != 204 {
      content = content.adding(
        "content",
        .object([(success.type, .object([("schema", success.schema)]))])
      )
    }
    var all: [(key: String, value: APIValue)] = [(String(success.status.code), content)]
    if operation.method == .get {
      all.append(("304", ["description": "not changed since the ETag · 未变化"]))
    }
    let why: [(String, String)] = [
      ("400", "it can't be read · 无法读取"), ("401", "sign in first · 请先登录"),
      ("403", "not allowed · 无权"), ("404", "no such thing · 不存在"),
      ("409", "it conflicts · 冲突"), ("413", "too large · 内容过大"),
      ("415", "another media type · 类型不符"), ("421", "another host · 地址不符"),
      ("422", "the office refuses it, with reason, article and remedy · 不予办理，附理由、条款与救济途径"),
      ("429", "too much at once · 过于频繁"), ("503", "not available now · 暂不可用"),
    ]
    for (status, usual) in why {
      let words = Int(status).flatMap { operation.reasons[$0] }
        .map { "\($0.english) · \($0.chinese)" }
      all.append(
        (
          status,
          [
            "description": .text(words ?? usual),
            "content": .object([
              ("application/problem+json", .object([("schema", problemReference)]))
            ]),
          ]
        )
      )
    }
    return .object(all)
  }

  private static let problemReference: APIValue = ["$ref": "#/components/schemas/Problem"]

  /// Problem details (RFC 9457) as this service answers them.
  private static let problem: APIValue = APISchema.object([
    "type": APISchema.string, "title": APISchema.string, "status": APISchema.integer,
    "detail": APISchema.string, "remedy": APISchema.string,
    "articles": APISchema.list(APISchema.string),
    // Of the address that gives tokens alone.
    "error?": APISchema.choice([
      "invalid_request", "unsupported_grant_type", "invalid_client", "invalid_scope",
    ]),
    "errors": APISchema.list(
      APISchema.object([
        "name": APISchema.string, "detail": APISchema.string, "zh": APISchema.string,
        "en": APISchema.string,
      ])
    ),
    "words": APISchema.anything,
  ])
}
