import Accounts
import Casework
import Crypto
import ExpressionLanguage
import FoundationEssentials
import Policy
import Registry

/// The file that a resident's page is about: their own, or that of whom they act for.
///
/// Reading it is entered in the access log, like every reading.
struct MyFile: Sendable {
  let visit: Visit
  let view: FileView
  let law: OfficeLaw
  let labels: FactLabels
  let actor: Actor

  var file: ResidentFile { view.file }
  var today: CivilDate { view.day }
  /// Whether somebody acts for its owner.
  var isForAnother: Bool { visit.session?.actingFor != nil }
  /// What its owner is called.
  var name: String { file.person.identity?.name ?? "" }

  static func read(_ visit: Visit) async throws -> MyFile {
    let actor = try visit.actor
    let view = try await visit.office.file(try visit.resident, by: actor, for: .ownAffairs)
    let law = try visit.office.law(on: view.day)
    return MyFile(visit: visit, view: view, law: law, labels: FactLabels(law), actor: actor)
  }

  /// A handler of a page about the file.
  ///
  /// Whoever may no longer act for somebody comes back to their own file and is told why.
  static func handler(
    _ body: @escaping @Sendable (MyFile) async throws -> Reply
  ) -> Route.Handler {
    { visit in
      let mine: MyFile
      do {
        mine = try await read(visit)
      } catch let refusal as Rejection where visit.session?.actingFor != nil {
        return try await MyPeoplePage.end(visit, because: refusal)
      }
      return try await body(mine)
    }
  }

  // MARK: Commands

  /// Why the office would not carry out a command now; `nil` where it would.
  ///
  /// It is asked of the office's own rules, on the file as it was just read; sending it asks again.
  func refusal(of command: Command) -> Rejection? {
    let desk = Desk(actor: actor, purpose: .ownAffairs, today: today, law: law)
    do throws(Rejection) {
      _ = try file.decide(command, at: desk)
      return nil
    } catch { return error }
  }

  /// Carries out a command on the file, once for each form that was filled in.
  ///
  /// - Throws: `Rejection`, and what the journal throws.
  @discardableResult
  func run(_ command: Command) async throws -> Receipt {
    try await visit.office.run(
      Request(command, on: file.id, by: actor, for: .ownAffairs, key: visit.formKey)
    )
  }

  /// The same, with the rejection as a value.
  func attempt(_ command: Command) async throws -> Result<Receipt, Rejection> {
    do {
      return .success(try await run(command))
    } catch let rejection as Rejection {
      return .failure(rejection)
    }
  }

  // MARK: Pages

  /// A page within “my file”, with the list of its parts beside it.
  func page(
    _ template: String,
    title: Bilingual,
    _ view: any Sendable,
    mistakes: [Layout.Mistake] = [],
    back: String? = "/me"
  ) throws(Fault) -> Reply {
    try visit.myPage(
      template,
      title: title,
      view,
      actsFor: isForAnother ? name : nil,
      mistakes: mistakes,
      back: back
    )
  }

  /// What is shown of an article; without the measure's name where that was just named.
  func cited(_ citation: Casework.Citation, after named: String? = nil) -> ShownArticle {
    if citation.measure == named {
      return ShownArticle(visit.say(citation.article), citation.standing)
    }
    // How well it is founded is shown beside it, not in it.
    var plain = citation
    plain.standing = .enacted
    return ShownArticle(visit.say(law.words(of: [plain])), citation.standing)
  }

  /// What is shown of a place in a measure; without its name where that was just named.
  func cited(
    _ place: Place,
    of measure: String,
    _ standing: Standing,
    after named: String? = nil
  ) -> ShownArticle {
    cited(Casework.Citation(measure: measure, place: place, standing: standing), after: named)
  }
}

extension Visit {
  /// The office's name for one sending of the form: the same where it comes twice with the same
  /// content, another where something in it was changed.
  var formKey: String? {
    guard let key = form["key"], key.utf8.count == 32, let account = account?.id.text else {
      return nil
    }
    let fields = Form(form.fields.filter { $0.name != "csrf" }).urlEncoded
    let digest = SHA256.hash(data: Array(fields.utf8)).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "page/\(account)/\(key)/\(digest.joined())"
  }

  /// The value of a form's field `key`: that which came, or a new one.
  var keyToSend: String {
    if let key = form["key"], key.utf8.count == 32 { return key }
    return GuestCookie.random()
  }
}
