import ExpressionLanguage
import FoundationEssentials
import HTTPTypes

/// Reads and writes the JSON of the API.
enum APIBody {
  /// The body that was sent, with no names but these: a misspelt one is told, not passed over.
  ///
  /// - Throws: `Fault.wrongType`, or `Fault.malformed` with the place in the body and nothing of
  ///   what stood there.
  static func read<Body: Decodable>(
    _ type: Body.Type,
    _ visit: Visit,
    only names: Set<String>
  ) throws -> Body {
    try checkType(visit)
    do {
      let sent = try JSONDecoder().decode(Named<Body>.self, from: Data(visit.body))
      guard sent.names.isSubset(of: names) else {
        let known = names.sorted().joined(separator: ", ")
        throw Fault.malformed(
          Bilingual("the body takes these names only: \(known)", "请求内容只接受以下名称：\(known)")
        )
      }
      // What may be left out is left out, and never null: so it is described.
      if let null = sent.nulls.min() {
        throw Fault.malformed(
          Bilingual("`\(null)` is null; leave it out instead", "“\(null)”为 null；不需要时请省略")
        )
      }
      return try sent.body.get()
    } catch let fault as Fault {
      throw fault
    } catch {
      // A number that no integer can be has an error of its own, which Foundation names to nobody.
      throw Fault.malformed(words(of: error))
    }
  }

  /// The text of a body with one name, `{"serial":"…"}`.
  ///
  /// - Throws: As `read` does.
  static func string<Body: Decodable>(
    _ name: String,
    _ visit: Visit,
    otherwise text: KeyPath<Body, String>
  ) throws -> String {
    try checkType(visit)
    if let plain = PlainBody.string(name, in: visit.body) { return plain }
    return try read(Body.self, visit, only: [name])[keyPath: text]
  }

  private static func checkType(_ visit: Visit) throws(Fault) {
    let media = (visit.headers[.contentType] ?? "").split(separator: ";").first ?? ""
    guard media.lowercased() == "application/json" else { throw .wrongType }
  }

  /// An object with its names, or what keeps it from being one: a misspelt name is told first.
  private struct Named<Body: Decodable>: Decodable {
    let names: Set<String>
    /// Those of them that stand for nothing.
    let nulls: [String]
    let body: Result<Body, any Error>

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: AnyName.self)
      names = Set(container.allKeys.map(\.stringValue))
      nulls = try container.allKeys.filter { try container.decodeNil(forKey: $0) }
        .map(\.stringValue)
      body = Result { try Body(from: decoder) }
    }
  }

  private struct AnyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// An answer.
  static func answer(
    _ value: some Encodable,
    status: HTTPResponse.Status = .ok,
    tag: String? = nil
  ) throws -> Reply {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var reply = Reply.json([UInt8](try encoder.encode(value)), status: status)
    if let tag { reply.headers[.eTag] = "\"\(tag)\"" }
    return reply
  }

  /// A number of the query within bounds.
  ///
  /// - Throws: `Fault.malformed`.
  static func number(
    _ name: String,
    _ range: ClosedRange<Int>,
    otherwise: Int,
    _ visit: Visit
  ) throws(Fault) -> Int {
    guard let text = visit.query.raw(name) else { return otherwise }
    guard let number = Int(text), range.contains(number) else {
      throw .malformed(
        Bilingual(
          "`\(name)` wants a number from \(range.lowerBound) to \(range.upperBound)",
          "“\(name)”应为\(range.lowerBound)至\(range.upperBound)的整数"
        )
      )
    }
    return number
  }

  /// A word of the query that names a case.
  ///
  /// - Throws: `Fault.malformed`.
  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String,
    _ type: Choice.Type,
    otherwise: Choice?,
    _ visit: Visit
  ) throws(Fault) -> Choice where Choice.RawValue == String {
    guard let text = visit.query.raw(name) else {
      if let otherwise { return otherwise }
      throw .malformed(Bilingual("`\(name)` is missing", "缺少“\(name)”"))
    }
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw .malformed(
        Bilingual("`\(name)` wants one of \(words)", "“\(name)”应为以下之一：\(words)")
      )
    }
    return choice
  }

  private static func words(of error: any Error) -> Bilingual {
    func place(_ path: [any CodingKey]) -> String {
      let place = path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
      return place.isEmpty ? "the body" : "`\(place.prefix(120))`"
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      let name = place(context.codingPath + [key])
      return Bilingual("\(name) is missing", "缺少 \(name)")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let name = place(context.codingPath)
      return Bilingual("\(name) is of another type than is taken", "\(name) 的类型不符")
    case DecodingError.dataCorrupted(let context):
      let name = place(context.codingPath)
      return Bilingual("\(name) can't be read as JSON of this kind", "\(name) 无法按要求读取")
    default: return Bilingual("the body can't be read", "请求内容无法读取")
    }
  }
}
