import ExpressionLanguage

/// A page within “my file”: its own values, and the list of the file's parts.
struct MyPage: Sendable {
  let side: [Layout.Link]
  /// The page's own values, which a template sees beside the list.
  let view: any Sendable
}

extension Visit {
  /// A page within “my file”.
  func myPage(
    _ template: String,
    title: Bilingual,
    _ view: any Sendable,
    actsFor: String? = nil,
    mistakes: [Layout.Mistake] = [],
    back: String? = "/me"
  ) throws(Fault) -> Reply {
    let side = MyPage.parts.map { part in
      let isCurrent =
        path == part.path || part.path != "/me" && path.hasPrefix(part.path + "/")
        || part.also.contains { path == $0 || path.hasPrefix($0 + "/") }
      return Layout.Link(link(part.path), say(part.words), isCurrent: isCurrent)
    }
    return try page(
      template,
      title: title,
      MyPage(side: side, view: view),
      mistakes: mistakes,
      back: back,
      actsFor: actsFor
    )
  }
}

extension MyPage {
  struct Part: Sendable {
    var path: String
    var words: Bilingual
    /// Pages that belong to the part by what they are about.
    var also: [String]

    init(_ path: String, _ words: Bilingual, also: [String] = []) {
      self.path = path
      self.words = words
      self.also = also
    }
  }

  static let parts: [Part] = [
    Part("/me", Bilingual("Overview", "概览")),
    Part(
      "/me/permit",
      Bilingual("Permit", "居住证"),
      also: ["/me/certificate", "/me/endorse", "/me/loss", "/me/damage", "/me/give-up"]
    ),
    Part("/me/applications", Bilingual("Applications", "申领"), also: ["/me/apply"]),
    Part("/me/points", Bilingual("Points", "积分")),
    Part("/me/services", Bilingual("Services", "公共服务")),
    Part("/me/facts", Bilingual("What is on file", "核验数据")),
    Part("/me/address", Bilingual("Address", "居住地址")),
    Part("/me/employer", Bilingual("Employer", "用人单位")),
    Part("/me/contact", Bilingual("Contact", "联系方式")),
    Part("/me/papers", Bilingual("Papers", "文书")),
    Part("/me/notices", Bilingual("Notices", "通知")),
    Part("/me/people", Bilingual("Act for a child or parent", "代家人办理")),
    Part("/me/access", Bilingual("Who read my file", "谁看过我的档案")),
  ]
}
