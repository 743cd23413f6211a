import Casework
import ExpressionLanguage
import Registry

/// One thing that can be done to a file at the desk: the form that it takes, and the commands that
/// the form becomes.
///
/// Whether it may be done is never told here: the table of who may what and the office tell.
struct Deed: Sendable {
  /// What it is done to.
  enum Topic: Sendable { case person, permit, application, fact }

  /// What the office is asked beforehand, to see whether it would do it.
  enum Probe: Sendable {
    /// It is not offered for this file.
    case no
    /// It is offered; what will be typed decides.
    case form
    /// It is offered if the office would take this.
    case command(Command)
  }

  /// The name in the address.
  let id: String
  /// What it is called.
  let name: Bilingual
  /// What it is to the table of who may do what.
  let action: Action
  /// What it is done to.
  let topic: Topic
  /// The key that opens it.
  var key: String?
  /// Whether it takes something away from the person.
  var isGrave = false
  /// What must be known before it is done.
  var note: Bilingual?
  /// What is asked of the office beforehand.
  var probe: @Sendable (DeedScene) -> Probe = { _ in .form }
  /// The fields of its form.
  var fields: @Sendable (DeedScene) -> [DeskField] = { _ in [] }
  /// What the form becomes; nothing where it has mistakes.
  let commands: @Sendable (DeedScene, inout DeskForm) -> [Command]

  /// Every deed.
  static let all: [Deed] = applications + permits + persons + families + facts

  /// One by its name in the address.
  static func named(_ id: String) -> Deed? { all.first { $0.id == id } }

  /// For which purposes somebody may do it to the file of somebody else.
  func purposes(of role: Role) -> [Purpose] {
    Purpose.allCases.filter { AccessTable.allows(action, role, .other, $0) }
  }

  /// The purpose for which it is done by whoever reads the file for another.
  func purpose(of role: Role, reading: Purpose) -> Purpose? {
    let purposes = purposes(of: role)
    return purposes.contains(reading) ? reading : purposes.first
  }
}

/// What a deed is done with: the file as it was read, and the law of the day.
struct DeedScene: Sendable {
  let view: FileView
  let law: OfficeLaw
  let labels: FactLabels
  let actor: Actor
  /// The number of the application or fact that it is done to.
  var number: Int?
  /// What was chosen before the form was made, such as the fact to state.
  var chosen: String?
  /// Other people whom a form named, by what was typed.
  var named: [String: ResidentID] = [:]

  var file: ResidentFile { view.file }
  var today: CivilDate { view.day }
  var application: Application? { number.flatMap(file.applications.application) }
  var fact: FactLedger.Item? { number.flatMap(file.facts.item) }
  var permit: Permit? { file.permits.live }

  func with(_ number: Int?) -> DeedScene {
    var scene = self
    scene.number = number
    return scene
  }

  /// The papers of the permit's measure, as choices.
  var papers: [DeskField.Choice] {
    law.permitPapers.map { DeskField.Choice($0.english, $0) }
  }

  /// A serial number for the next card that nobody has: the day, the file and its version.
  ///
  /// The office checks that it is free; whoever prints the card may write another.
  var proposedSerial: String {
    let day = today.description.filter { $0 != "-" }
    return "XA-\(day)-\(file.id.text.prefix(6).uppercased())-\(file.version)"
  }
}
