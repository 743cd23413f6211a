import Accounts
import Logging
import Registry
package import ExpressionLanguage
package import HTTPTypes
import Casework

extension Visit {
  /// A page in the language of the visit.
  ///
  /// - Parameters:
  ///   - template: The template's name under `Templates`, without its ending.
  ///   - title: The page's title.
  ///   - view: The page's values; a property is a tag.
  ///   - mistakes: What has to be mended, where a form is shown again.
  ///   - back: Where the link back leads, a path without the language.
  ///   - actsFor: For whom the visitor acts, where the page knows the name.
  ///   - isSample: Whether the page shows values that are samples.
  ///   - status: The status; a form that is shown again has 422.
  /// - Returns: The answer.
  /// - Throws: `Fault.broken` where there is no such template.
  package func page(
    _ template: String,
    title: Bilingual,
    _ view: any Sendable,
    mistakes: [Layout.Mistake] = [],
    back: String? = nil,
    actsFor: String? = nil,
    isSample: Bool = false,
    status: HTTPResponse.Status? = nil
  ) throws(Fault) -> Reply {
    let layout = LayoutMaker(self, actsFor: actsFor).layout(
      title: say(title),
      mistakes: mistakes,
      back: back,
      isSample: isSample
    )
    let scene = Scene(layout: layout, view: view)
    guard let html = service.pages.render(template, scene, in: language) else {
      service.logger.error("a template is missing", metadata: ["template": "\(template)"])
      throw .broken
    }
    return .html(html, status: status ?? (mistakes.isEmpty ? .ok : .unprocessableContent))
  }
}

/// Makes what every page has around its content.
struct LayoutMaker {
  private let visit: Visit
  private let actsFor: String?

  init(_ visit: Visit, actsFor: String? = nil) {
    self.visit = visit
    self.actsFor = actsFor
  }

  func layout(
    title: String,
    mistakes: [Layout.Mistake],
    back: String?,
    isSample: Bool
  ) -> Layout {
    let settings = visit.service.settings
    func asset(_ name: String) -> String { Asset.named(name)?.address ?? "" }
    return Layout(
      lang: visit.language == .chinese ? "zh-Hans" : "en",
      isChinese: visit.language == .chinese,
      isEnglish: visit.language == .english,
      title: title,
      path: visit.path,
      query: visit.query.fields.isEmpty ? "" : "?" + visit.query.urlEncoded,
      home: "/\(visit.language.rawValue)",
      css: asset("anju.css"),
      js: asset("anju.js"),
      icon: asset("favicon.svg"),
      isDemo: settings.isDemo,
      account: person,
      nav: navigation,
      csrf: visit.csrf,
      flash: visit.flash,
      errors: mistakes.isEmpty ? nil : Layout.Mistakes(list: mistakes),
      back: back.map(visit.link),
      sample: isSample,
      idleSeconds: visit.session.map { Int(($0.idleAt - visit.office.now.milliseconds) / 1_000) }
        ?? 0,
      version: settings.version
    )
  }

  private var person: Layout.Person? {
    guard let account = visit.account else { return nil }
    let role = account.role
    return Layout.Person(
      name: account.name ?? visit.say("My account", "我的账号"),
      isResident: role == .resident,
      isStaff: role.isStaff,
      isAuditor: role == .auditor,
      actsFor: visit.session?.actingFor == nil
        ? nil : actsFor ?? visit.say("somebody else", "他人")
    )
  }

  /// The service's main places for whoever asks.
  private var navigation: [Layout.Link] {
    var places: [(path: String, text: Bilingual)] = [
      ("/ways", Bilingual("Which way is mine?", "我该走哪条路")),
      ("/measures", Bilingual("The measures", "办法原文")),
      ("/services", Bilingual("Services", "公共服务")),
      ("/check", Bilingual("Check a permit", "核验居住证")),
    ]
    switch visit.account?.role {
    case .resident?: places.append(("/me", Bilingual("My file", "我的档案")))
    case .auditor?: places.append(("/audit", Bilingual("Audit", "审计")))
    case .clerk?, .reviewer?, .supervisor?, .department?, .policyOfficer?, .publisher?, .employer?:
      places.append(("/desk", Bilingual("Desk", "工作台")))
    default: break
    }
    return places.map { place in
      let isCurrent = visit.path == place.path || visit.path.hasPrefix(place.path + "/")
      return Layout.Link(visit.link(place.path), visit.say(place.text), isCurrent: isCurrent)
    }
  }
}
