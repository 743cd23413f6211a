import Casework
import EventStore
package import ExpressionLanguage
import FoundationEssentials
package import HTTPTypes

/// What went wrong, as problem details (RFC 9457) and as a page tell it.
package struct Problem: Hashable, Sendable {
  /// A stable name in kebab-case.
  package var id: String
  /// The status.
  package var status: HTTPResponse.Status
  /// What kind of problem it is.
  package var title: Bilingual
  /// Why.
  package var reason: Bilingual
  /// What can be done.
  package var remedy: Bilingual
  /// The articles that it rests on.
  package var articles: [Bilingual] = []
  /// The fields of the form that are wrong, each with its message.
  package var fields: [String: Bilingual] = [:]
  /// What a program that asks for a token reads (RFC 6749, 5.2); `nil` elsewhere.
  package var tokenError: String?
  /// Headers of the answer, such as when to come again.
  package var headers: HTTPFields = [:]

  /// The body of the answer.
  private struct Details: Encodable {
    struct Field: Encodable {
      var name: String
      var detail: String
      var zh: String
      var en: String
    }
    struct Text: Encodable {
      var zh: String
      var en: String
    }
    var type: String
    var title: String
    var status: Int
    var detail: String
    var remedy: String
    var articles: [String]
    var error: String?
    var errors: [Field]
    var words: [String: Text]
  }

  /// The answer as `application/problem+json`, in a language and with both halves beside.
  package func reply(_ language: Language) -> Reply {
    func both(_ text: Bilingual) -> Details.Text { .init(zh: text.chinese, en: text.english) }
    let details = Details(
      type: "/problems/\(id)",
      title: title[language],
      status: status.code,
      detail: reason[language],
      remedy: remedy[language],
      articles: articles.map { $0[language] },
      error: tokenError,
      errors: fields.sorted { $0.key < $1.key }.map { name, text in
        .init(name: name, detail: text[language], zh: text.chinese, en: text.english)
      },
      words: ["title": both(title), "detail": both(reason), "remedy": both(remedy)]
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(details)).map { [UInt8]($0) } ?? Array("{}".utf8)
    return Reply(status, .bytes(bytes, type: "application/problem+json"), headers: headers)
  }
}
