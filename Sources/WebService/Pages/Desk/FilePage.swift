import Accounts
import Casework
import ExpressionLanguage
import Registry

/// A resident's whole file.
enum FilePage {
  struct View: Sendable {
    struct Line: Sendable {
      let label: String
      let text: String
      let detail: String?
    }
    struct Case: Sendable {
      let href: String
      let number: Int
      let basis: String
      let submitted: String
      let state: String
      let isOpen: Bool
    }
    struct Person: Sendable {
      let href: String
      let relation: String
      let number: String
    }
    struct PermitCard: Sendable {
      let tag: PermitTag
      let issued: String
      let due: String?
      let tenure: String
      let cards: [Line]
      let proposal: String?
      let refusal: [String]
    }
    let number: String
    let name: String
    let purpose: String
    let isProtected: Bool
    let mergedInto: String?
    let mergedHref: String
    let identity: [Line]
    let residences: [Line]
    let people: [Person]
    let permit: PermitCard?
    let cases: [Case]
    let clocks: [ClockView]
    let facts: [FactView]
    let services: [Line]
    let entries: [EntryView]
    let deeds: [DeedLink]
    let permitDeeds: [DeedLink]
    let closed: [ClosedDeed]
    let hasClosed: Bool
    let mergeHref: String?
    let codeHref: String?
    let passwordHref: String?
    let logHref: String?
    let queue: String
  }

  static let show: Route.Handler = { visit in
    guard let desk = try await DeskFile.read(visit) else { return try PurposePage.show(visit) }
    let view = try await view(desk)
    return try visit.page(
      "desk/file",
      title: Bilingual("File", "居民档案"),
      view,
      back: visit.account?.role == .auditor ? "/audit" : "/desk"
    )
  }

  private static func view(_ desk: DeskFile) async throws -> View {
    let (visit, file, labels) = (desk.visit, desk.file, desk.scene.labels)
    let person = file.person
    let known = file.facts.known(on: desk.view.day)
    let offers = try await desk.offers([.person], numbers: [nil])[0]
    // Of a permit that never was, nothing needs to be said.
    let permitOffers =
      file.permits.all.isEmpty
      ? DeskFile.Offer() : try await desk.offers([.permit], numbers: [nil])[0]
    let factOffers = try await desk.offers([.fact], numbers: known.map(\.number))
    let may = { (action: Action) in (try? visit.purposes(for: action)) ?? [] }
    return View(
      number: file.id.text,
      name: person.identity?.name ?? file.id.text,
      purpose: visit.say(desk.purpose.label),
      isProtected: person.isProtected,
      mergedInto: person.mergedInto?.text,
      mergedHref: person.mergedInto.map { visit.link("/desk/files/\($0.text)") } ?? "",
      identity: identity(desk),
      residences: person.residences.reversed().map { residence in
        View.Line(
          label: "\(visit.day(residence.residence.from)) – "
            + (residence.last.map(visit.day) ?? visit.say("now", "至今")),
          text: residence.residence.address,
          detail: visit.say(DeskLabels.district(residence.residence.district))
        )
      },
      people: people(desk),
      permit: file.permits.last.map { permit(desk, $0) },
      cases: file.applications.all.reversed().map { application in
        View.Case(
          href: desk.link("/applications/\(application.number)"),
          number: application.number,
          basis: visit.say(application.basis.label),
          submitted: visit.day(application.submitted),
          state: visit.say(application.state.label),
          isOpen: !application.state.isFinal
        )
      },
      clocks: desk.view.clocks.map { ClockView($0, visit) },
      facts: zip(known, factOffers).map { item, offer in
        FactView(item, labels, visit, deeds: offer.open)
      },
      services: desk.view.entitlements.map { service in
        View.Line(
          label: visit.say(service.name),
          text: visit.say(service.answer.label),
          detail: visit.say(service.reason)
        )
      },
      entries: desk.view.entries.reversed().map { EntryView($0, labels, visit) },
      deeds: offers.open,
      permitDeeds: permitOffers.open,
      closed: offers.closed + permitOffers.closed,
      hasClosed: !(offers.closed + permitOffers.closed).isEmpty,
      mergeHref: may(.mergeFiles).isEmpty ? nil : desk.link("/merge"),
      codeHref: visit.account?.role == .clerk ? desk.link("/code") : nil,
      passwordHref: visit.account?.role == .clerk ? desk.link("/password") : nil,
      logHref: may(.readAccessLog).isEmpty ? nil : visit.link("/audit/files/\(file.id.text)"),
      queue: visit.link("/desk")
    )
  }

  private static func identity(_ desk: DeskFile) -> [View.Line] {
    let visit = desk.visit
    let person = desk.file.person
    guard let identity = person.identity else { return [] }
    func line(_ label: Bilingual, _ text: String, _ detail: String? = nil) -> View.Line? {
      text.isEmpty ? nil : View.Line(label: visit.say(label), text: text, detail: detail)
    }
    return [
      line(Bilingual("Name", "姓名"), identity.name),
      line(Bilingual("Citizen's number", "公民身份号码"), identity.number.masked),
      line(
        Bilingual("Sex, born", "性别、出生"),
        (identity.number.isMale ? visit.say("male", "男") : visit.say("female", "女"))
          + visit.say(", ", "，") + visit.day(identity.number.birthDate)
      ),
      line(Bilingual("Ethnicity", "民族"), identity.ethnicity),
      line(Bilingual("Registered address", "常住户口所在地住址"), identity.registeredAddress),
      line(Bilingual("Phone", "联系电话"), person.phone ?? ""),
      line(
        Bilingual("Employer", "用人单位"),
        person.employer?.name ?? "",
        person.employer.map { employer in
          employer.code + (person.employerFrom.map { visit.say(", since \($0)", "，自\($0)起") } ?? "")
        }
      ),
    ].compactMap(\.self)
  }

  private static func people(_ desk: DeskFile) -> [View.Person] {
    let (visit, person) = (desk.visit, desk.file.person)
    func one(_ id: ResidentID, _ relation: Bilingual) -> View.Person {
      View.Person(
        href: visit.link("/desk/files/\(id.text)") + "?" + desk.purpose.query,
        relation: visit.say(relation),
        number: id.text
      )
    }
    return person.relatives.sorted { $0.key < $1.key }.map { one($0, $1.label) }
      + person.guardians.keys.sorted().map { one($0, Bilingual("may act for the person", "代办人")) }
      + person.wards.keys.sorted().map { one($0, Bilingual("the person may act for", "被代办人")) }
      + person.mergedFrom.map { one($0, Bilingual("merged into this file", "已并入本档案")) }
  }

  private static func permit(_ desk: DeskFile, _ permit: Permit) -> View.PermitCard {
    let visit = desk.visit
    return View.PermitCard(
      tag: PermitTag(permit.state(on: desk.view.day), visit.language),
      issued: visit.day(permit.issued),
      due: permit.state.isLive ? permit.endorsementDue.map(visit.day) : nil,
      tenure: visit.day(permit.tenureFrom),
      cards: permit.cards.reversed().map {
        View.Line(
          label: $0.serial,
          text: visit.say($0.state.label),
          detail: visit.day($0.made)
        )
      },
      proposal: permit.proposal.map {
        visit.say(
          Bilingual(
            "Confiscation proposed on \($0.on.words.english): \($0.ground.label.english), evidence \($0.evidence)",
            "已于\($0.on.words.chinese)提请收缴：\($0.ground.label.chinese)，证据\($0.evidence)"
          )
        )
      },
      refusal: permit.refusal?.reasons.map {
        visit.say($0.words) + " · " + visit.say($0.citation.article)
      } ?? []
    )
  }
}
