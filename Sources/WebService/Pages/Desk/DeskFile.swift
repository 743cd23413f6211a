import Casework
import ExpressionLanguage
import Registry

/// A file as it was read for a page at the desk, with what can be done to it.
struct DeskFile: Sendable {
  let visit: Visit
  let purpose: Purpose
  let scene: DeedScene

  var view: FileView { scene.view }
  var file: ResidentFile { scene.file }

  /// Reads a file; the reading is logged.
  ///
  /// - Returns: `nil` where it must first be said what for.
  static func read(_ visit: Visit) async throws -> DeskFile? {
    let resident = try visit.resident("resident")
    guard let purpose = try visit.purpose(for: .readFile) else { return nil }
    let actor = try visit.actor
    let view = try await visit.office.file(resident, by: actor, for: purpose)
    let law = try visit.office.law(on: view.day)
    let scene = DeedScene(view: view, law: law, labels: FactLabels(law), actor: actor)
    return DeskFile(visit: visit, purpose: purpose, scene: scene)
  }

  /// Where the file's page is.
  var path: String { "/desk/files/\(file.id.text)" }

  /// A link to a page of the file, read for the same purpose.
  func link(_ rest: String = "", _ more: [(name: String, value: String)] = []) -> String {
    visit.link(path + rest) + "?" + Form([("purpose", purpose.rawValue)] + more).urlEncoded
  }

  /// The page to which a deed leads back.
  func home(of deed: Deed, _ number: Int?) -> String {
    let rest = deed.topic == .application ? number.map { "/applications/\($0)" } ?? "" : ""
    return path + rest + "?" + purpose.query
  }

  /// What can be done, and what of that can't be done now.
  struct Offer: Sendable {
    var open: [DeedLink] = []
    var closed: [ClosedDeed] = []
  }

  /// Which deeds of the topics the office would take, each asked beforehand.
  ///
  /// - Parameters:
  ///   - topics: What they are done to.
  ///   - number: The number of the application or fact.
  /// - Returns: The deeds, each with its link, and those that are closed, each with why.
  /// - Throws: `Rejection` of the access table where the file may not be read.
  func offer(_ topics: Set<Deed.Topic>, number: Int? = nil) async throws -> Offer {
    try await offers(topics, numbers: [number]).first ?? Offer()
  }

  /// The same for several applications or facts, asked at once.
  func offers(_ topics: Set<Deed.Topic>, numbers: [Int?]) async throws -> [Offer] {
    var requests: [Request] = []
    var plans: [[(deed: Deed, request: Int?)]] = []
    for number in numbers {
      let scene = scene.with(number)
      var plan: [(deed: Deed, request: Int?)] = []
      for deed in Deed.all where topics.contains(deed.topic) {
        guard let purpose = deed.purpose(of: scene.actor.role, reading: purpose) else { continue }
        switch deed.probe(scene) {
        case .no: continue
        case .form: plan.append((deed, nil))
        case .command(let command):
          requests.append(Request(command, on: file.id, by: scene.actor, for: purpose))
          plan.append((deed, requests.count - 1))
        }
      }
      plans.append(plan)
    }
    let outcomes = try await visit.office.preview(
      requests,
      on: file.id,
      by: scene.actor,
      for: purpose
    )
    return zip(plans, numbers).map { plan, number in
      var offer = Offer()
      for (deed, request) in plan {
        if let request, case .failure(let rejection) = outcomes[request] {
          offer.closed.append(
            ClosedDeed(
              name: visit.say(deed.name),
              reason: visit.say(rejection.reason),
              remedy: visit.say(rejection.remedy)
            )
          )
          continue
        }
        let more = number.map { [(name: "n", value: String($0))] } ?? []
        offer.open.append(
          DeedLink(
            href: link("/do/\(deed.id)", more),
            name: visit.say(deed.name),
            key: deed.key,
            isGrave: deed.isGrave
          )
        )
      }
      return offer
    }
  }
}

/// Asks for what a file is to be read.
enum PurposePage {
  struct View: Sendable {
    struct Choice: Sendable {
      let id: String
      let value: String
      let label: String
      let hint: String?
    }
    let choices: [Choice]
    let action: String
  }

  static func show(_ visit: Visit) throws -> Reply {
    let purposes = try visit.purposes(for: .readFile)
    // Who may read it for nothing is told so by the office's own table.
    if purposes.isEmpty { throw Fault.notAllowed }
    let choices = purposes.enumerated().map { place, purpose in
      View.Choice(
        id: place == 0 ? "purpose" : "purpose-\(place + 1)",
        value: purpose.rawValue,
        label: visit.say(purpose.label),
        hint: DeskLabels.hint(purpose).map(visit.say)
      )
    }
    return try visit.page(
      "desk/purpose",
      title: Bilingual("What for?", "查看事由"),
      View(choices: choices, action: visit.link(visit.path)),
      back: "/desk"
    )
  }
}
