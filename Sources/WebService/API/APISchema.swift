/// Pieces of JSON Schema that the description of the API repeats.
enum APISchema {
  static let string: APIValue = ["type": "string"]
  static let integer: APIValue = ["type": "integer"]
  static let truth: APIValue = ["type": "boolean"]
  static let anything: APIValue = ["type": "object", "additionalProperties": true]
  static let day: APIValue = [
    "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "description": "a legal date in Asia/Shanghai",
  ]
  static let resident: APIValue = [
    "type": "string", "pattern": "^[0-9a-z]{10}$", "description": "the opaque name of a file",
  ]
  /// A text in both languages.
  static let bilingual: APIValue = object(["english": string, "chinese": string])
  static let purpose: APIValue = .object([
    ("type", "string"),
    (
      "enum",
      .list([
        "own affairs", "casework", "verification", "correction", "audit",
        "data protection",
      ])
    ),
    ("description", "what it is done or read for; every reading is logged with it"),
  ])

  static func list(_ items: APIValue) -> APIValue { ["type": "array", "items": items] }

  static func choice(_ words: [String]) -> APIValue {
    ["type": "string", "enum": .list(words.map { .text($0) })]
  }

  /// An object; a name that ends with `?` may be left out.
  static func object(_ fields: KeyValuePairs<String, APIValue>, isOpen: Bool = false) -> APIValue {
    var properties: [(key: String, value: APIValue)] = []
    var required: [APIValue] = []
    for (name, schema) in fields {
      if name.hasSuffix("?") {
        properties.append((String(name.dropLast()), schema))
      } else {
        properties.append((name, schema))
        required.append(.text(name))
      }
    }
    var all: [(key: String, value: APIValue)] = [
      ("type", "object"), ("properties", .object(properties)),
    ]
    if !required.isEmpty { all.append(("required", .list(required))) }
    if !isOpen { all.append(("additionalProperties", false)) }
    return .object(all)
  }
}
