import HTTPTypes

/// What the link in a permit's code leads to: the office's own answer of this moment.
///
/// The signed text stands in the path, which is written into no log here.
enum ScannedPage {
  /// From the link, which has no language, to the page in the browser's.
  static let lead: Route.Handler = { visit in
    // Escaped: what was scanned may hold anything.
    let token = Form.escaped(try visit.parameter("token"))
    var reply = visit.redirect(to: "/c/" + token)
    reply.headers[.vary] = "Accept-Language"
    return reply
  }

  static let show: Route.Handler = { visit in
    // What can't be a permit's is asked for none the less, and is none that the office knows.
    let asked = AskedPermit(try visit.parameter("token")) ?? .token("")
    // A number has its form: in an address it would be read in logs.
    guard case .token = asked else { return visit.redirect(to: "/check") }
    let checked = try await CheckedPermit.ask(asked, visit)
    return try CheckAnswerPage.reply(checked, fromCode: true, visit)
  }
}
