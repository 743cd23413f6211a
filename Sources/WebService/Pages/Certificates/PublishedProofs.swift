import FoundationEssentials
import HTTPTypes
import PermitCredential

/// What other offices' programs fetch to check permits off line: keys and status lists.
enum PublishedProofs {
  /// The key set, for ever at the same address.
  static let keySet: Route.Handler = { visit in
    published(visit.service.permits.keys.publicKeys.jwks, "application/jwk-set+json")
  }

  /// The addresses of the status lists.
  static let lists: Route.Handler = { visit in
    let lists = try await visit.service.statusLists.all(visit.service)
    let names = Index(
      issuer: visit.service.permits.issuer,
      status_lists: lists.keys.sorted().map { "\(visit.origin)/status/\($0)" }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(names)
    return published(String(decoding: bytes, as: UTF8.self) + "\n", "application/json")
  }

  /// One list.
  static let list: Route.Handler = { visit in
    // The number as it stands in a token's place, written in one way only.
    let name = try visit.parameter("list")
    guard let number = Int(name), String(number) == name,
      let list = try await visit.service.statusLists.all(visit.service)[number]
    else { throw Fault.notFound }
    var reply = published(list.signed.text, SignedStatusList.mediaType)
    reply.headers[.eTag] = list.tag
    return reply
  }

  private struct Index: Encodable {
    var issuer: String
    // The name that the draft of status lists gives it.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var status_lists: [String]
  }

  /// Anybody may have it, also a program in another site's page.
  private static func published(_ text: String, _ type: String) -> Reply {
    Reply(
      .ok,
      .text(text, type: type),
      headers: [
        .accessControlAllowOrigin: "*", .known("Cross-Origin-Resource-Policy"): "cross-origin",
      ],
      isPublic: true
    )
  }
}
