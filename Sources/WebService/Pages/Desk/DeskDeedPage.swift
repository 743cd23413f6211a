import Casework
import ExpressionLanguage
import HTTPTypes
import Registry

/// The form of one deed, and the doing of it.
enum DeskDeedPage {
  struct View: Sendable {
    /// What would follow, as the office says beforehand.
    struct Outcome: Sendable {
      let lines: [String]
      let missing: [String]
      let reasons: [String]
      let remedies: [String]
      let notices: [NoticeView]
    }
    let name: String
    let about: String?
    let person: String
    let note: String?
    let isGrave: Bool
    let fields: [FieldView]
    let action: String
    let cancel: String
    let key: String
    /// How many entries the file had; not `version`, which is the program's in the foot.
    let shown: Int
    let purpose: String
    let number: Int?
    let chosen: String?
    let outcome: Outcome?
    let rejection: Rejected?
    let changes: [EntryView]
    let hasChanged: Bool
    /// A list to choose from before there is a form.
    let chooser: FieldView?
  }

  struct Rejected: Sendable {
    let reason: String
    let remedy: String
    let articles: [String]

    init(_ rejection: Rejection, _ visit: Visit) {
      reason = visit.say(rejection.reason)
      remedy = visit.say(rejection.remedy)
      articles = rejection.citations.map { visit.say($0.article) }
    }
  }

  static let show: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit) else { return try PurposePage.show(visit) }
    let (deed, scene) = try find(desk, visit.query)
    return try await page(desk, deed, scene, form: nil)
  }

  static let send: Route.Handler = { visit in
    guard var desk = try await DeskFile.read(visit) else { throw Fault.notAllowed }
    var (deed, scene) = try find(desk, visit.form)
    var form = DeskForm(visit.form, deed.fields(scene))
    try await lookUp(&scene, &form, visit.office)
    let commands = deed.commands(scene, &form)
    if !form.mistakes.isEmpty || commands.isEmpty {
      return try await page(desk, deed, scene, form: form)
    }
    guard let purpose = deed.purpose(of: scene.actor.role, reading: desk.purpose) else {
      throw Fault.notAllowed
    }
    do {
      var shown = visit.form["version"].flatMap { Int($0) }
      for (place, command) in commands.enumerated() {
        let receipt = try await visit.office.run(
          Request(
            command,
            on: desk.file.id,
            by: scene.actor,
            for: purpose,
            key: visit.form["key"].map { "\($0)/\(place)" },
            shownVersion: shown
          )
        )
        shown = receipt.version
        // The page that follows an application is its own.
        if let number = receipt.application, case .application(.submit) = command {
          return await visit.done(
            done(deed),
            to: "\(desk.path)/applications/\(number)?\(desk.purpose.query)"
          )
        }
      }
    } catch let rejection as Rejection {
      desk = try await DeskFile.read(visit) ?? desk
      scene = DeedScene(
        view: desk.view,
        law: scene.law,
        labels: scene.labels,
        actor: scene.actor,
        number: scene.number,
        chosen: scene.chosen,
        named: scene.named
      )
      return try await page(desk, deed, scene, form: form, rejection: rejection)
    }
    return await visit.done(done(deed), to: desk.home(of: deed, scene.number))
  }

  private static func done(_ deed: Deed) -> Bilingual {
    Bilingual("Done: \(deed.name.english)", "已办理：\(deed.name.chinese)")
  }

  /// The deed that the address names, for a role that may do it at all.
  private static func find(_ desk: DeskFile, _ form: Form) throws -> (Deed, DeedScene) {
    let actor = desk.scene.actor
    guard let deed = Deed.named(try desk.visit.parameter("deed")) else { throw Fault.notFound }
    if deed.purposes(of: actor.role).isEmpty { throw Fault.notAllowed }
    var scene = desk.scene.with(form["n"].flatMap { Int($0) })
    switch deed.topic {
    case .application: if scene.application == nil { throw Fault.notFound }
    case .fact: if scene.fact == nil { throw Fault.notFound }
    case .person, .permit: scene.number = nil
    }
    scene.chosen = form["fact"]
    return (deed, scene)
  }

  /// Finds the other person whom a form names.
  private static func lookUp(
    _ scene: inout DeedScene,
    _ form: inout DeskForm,
    _ office: Office
  ) async throws {
    let name = Deed.other.id
    guard form.fields.contains(where: { $0.id == name }), let text = form.form[name] else {
      return
    }
    if let id = ResidentID(text.lowercased()) {
      scene.named[name] = id
      return
    }
    do {
      let number = try IdentityNumber(reading: text, on: scene.today)
      scene.named[name] = try await office.find(number)
      if scene.named[name] == nil {
        form.fail(name, Bilingual("Nobody with this number is registered", "该号码尚未登记"))
      }
    } catch let fault as IdentityNumber.Fault {
      form.fail(name, fault.words)
    }
  }

  private static func page(
    _ desk: DeskFile,
    _ deed: Deed,
    _ scene: DeedScene,
    form: DeskForm?,
    rejection: Rejection? = nil
  ) async throws -> Reply {
    let visit = desk.visit
    var mistakes = form?.list(visit.language) ?? []
    if let rejection { mistakes.append(Layout.Mistake("", visit.say(rejection.reason))) }
    let hasChanged = rejection?.id == "file-changed"
    let shown = visit.form["version"].flatMap { Int($0) } ?? desk.file.version
    let needsChoice = deed.id == "state" && FactFields.isUnknown(scene.chosen, scene.law)
    let chooser = needsChoice ? FactFields.chooser(scene.law) : nil
    let view = View(
      name: visit.say(deed.name),
      about: about(deed, scene, visit),
      person: scene.file.person.identity?.name ?? scene.file.id.text,
      note: deed.note.map(visit.say),
      isGrave: deed.isGrave,
      fields: deed.fields(scene).map {
        FieldView($0, form?.form, mistake: form?.mistakes[$0.id], visit.language)
      },
      action: visit.link("\(desk.path)/do/\(deed.id)"),
      cancel: visit.link(desk.home(of: deed, scene.number)),
      key: rejection == nil ? visit.form["key"] ?? visit.newKey : visit.newKey,
      shown: rejection == nil ? shown : desk.file.version,
      purpose: desk.purpose.rawValue,
      number: scene.number,
      chosen: scene.chosen,
      outcome: try await outcome(desk, deed, scene),
      rejection: rejection.map { Rejected($0, visit) },
      changes: hasChanged
        ? desk.view.entries.dropFirst(shown).map { EntryView($0, scene.labels, visit) } : [],
      hasChanged: hasChanged,
      chooser: chooser.map { FieldView($0, nil, mistake: nil, visit.language) }
    )
    return try visit.page(
      "desk/deed",
      title: deed.name,
      view,
      mistakes: mistakes,
      back: desk.home(of: deed, scene.number),
      status: hasChanged ? .conflict : nil
    )
  }

  private static func about(_ deed: Deed, _ scene: DeedScene, _ visit: Visit) -> String? {
    switch deed.topic {
    case .application:
      scene.number.map { visit.say("Application \($0)", "第\($0)号申请") }
    case .fact:
      scene.fact.map { item in
        visit.say(scene.labels.fact(item.statement.fact)) + visit.say(": ", "：")
          + visit.say(scene.labels.content(item.statement))
      }
    case .person, .permit: nil
    }
  }

  /// What would follow where nothing need be typed; nothing else can be told beforehand.
  private static func outcome(
    _ desk: DeskFile,
    _ deed: Deed,
    _ scene: DeedScene
  ) async throws -> View.Outcome? {
    guard deed.fields(scene).isEmpty, case .command(let command) = deed.probe(scene),
      let purpose = deed.purpose(of: scene.actor.role, reading: desk.purpose)
    else { return nil }
    let request = Request(command, on: desk.file.id, by: scene.actor, for: purpose)
    let outcomes = try await desk.visit.office.preview(
      [request],
      on: desk.file.id,
      by: scene.actor,
      for: desk.purpose
    )
    guard case .success(let decided)? = outcomes.first else { return nil }
    return DeedOutcome(desk.visit, scene).view(of: decided)
  }
}

/// What would follow from a deed, in words.
struct DeedOutcome {
  private let visit: Visit
  private let scene: DeedScene

  init(_ visit: Visit, _ scene: DeedScene) {
    self.visit = visit
    self.scene = scene
  }

  func view(of decided: Decided) -> DeskDeedPage.View.Outcome {
    var missing: [String] = []
    var reasons: [String] = []
    var remedies: [String] = []
    var notices: [NoticeView] = []
    var lines: [String] = []
    for event in decided.events {
      switch event {
      case .notice(.queued(let notice)): notices.append(NoticeView(notice, visit))
      case .application(.noticeGiven(_, let notice)):
        missing = notice.missing.map { visit.say(scene.labels.papers([$0])) }
        lines.append(visit.say(event.words(scene.labels)))
      case .application(.decided(_, let decision)):
        reasons = decision.reasons.map(words)
        remedies = decision.remedies.map(visit.say)
        lines.append(visit.say(event.words(scene.labels)))
      case .permit(.endorsementRefused(let why, let ways)):
        reasons = why.map(words)
        remedies = ways.map(visit.say)
        lines.append(visit.say(event.words(scene.labels)))
      default: lines.append(visit.say(event.words(scene.labels)))
      }
    }
    return DeskDeedPage.View.Outcome(
      lines: lines,
      missing: missing,
      reasons: reasons,
      remedies: remedies,
      notices: notices
    )
  }

  private func words(_ reason: Reason) -> String {
    visit.say(reason.words) + " · " + visit.say(reason.citation.article)
  }
}
