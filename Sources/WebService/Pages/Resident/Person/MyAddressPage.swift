import Policy
import Scoring
import Casework
import ExpressionLanguage

/// 居住地址: the registrations of the file, a new one, and moving away.
enum MyAddressPage {
  struct View: Sendable {
    let registered: [Row]
    let hasRegistered: Bool
    let current: Row?
    let address: String
    let districts: [Choice]
    let places: [Choice]
    let proof: String
    let addressError: String?
    let districtError: String?
    let placeError: String?
    let proofError: String?
    let today: ShownDay
    let key: String
  }

  struct Row: Sendable {
    let number: Int
    let address: String
    let place: String
    let from: ShownDay
    let last: ShownDay?
    let recorded: ShownDay
    let isOpen: Bool
  }

  struct Choice: Sendable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  static let show = MyFile.handler { mine in try page(mine) }

  /// A new address, from today on: an earlier day is the window's to record.
  static let send = MyFile.handler { mine in
    let form = mine.visit.form
    let residence = Residence(
      address: form["address"] ?? "",
      district: form["district"] ?? "",
      place: form["place"] ?? "",
      from: mine.today,
      proof: form["proof"] ?? ""
    )
    let visit = mine.visit
    var mistakes: [Layout.Mistake] = []
    if form["address"] == nil {
      mistakes.append(Layout.Mistake("address", visit.say("Enter the address", "请填写住址")))
    }
    if form["place"] == nil {
      mistakes.append(
        Layout.Mistake("place", visit.say("Choose where the address is", "请选择所在地区"))
      )
    }
    if !mistakes.isEmpty { return try page(mine, mistakes) }
    switch try await mine.attempt(.person(.registerResidence(residence: residence))) {
    case .success:
      return await visit.done(
        Bilingual("Your address has been registered.", "居住地址已登记。"),
        to: "/me/address"
      )
    case .failure(let rejection):
      let field = rejection.id == "no-such-place" ? "place" : "address"
      return try page(mine, [Layout.Mistake(field, rejection.message(visit))])
    }
  }

  private static func page(_ mine: MyFile, _ mistakes: [Layout.Mistake] = []) throws -> Reply {
    let (visit, form) = (mine.visit, mine.visit.form)
    let rows = mine.file.person.residences.reversed().map { row($0, mine) }
    let current = mine.file.person.residence(on: mine.today)
    let chosen = form["place"] ?? mine.law.assessor.set.jurisdiction
    func error(_ field: String) -> String? { mistakes.first { $0.field == field }?.text }
    return try mine.page(
      "resident/address",
      title: Bilingual("Where I live", "居住地址"),
      View(
        registered: Array(rows),
        hasRegistered: !rows.isEmpty,
        current: current.map { row($0, mine) },
        address: form["address"] ?? "",
        districts: districts(
          form["place"] == nil ? current?.residence.district ?? "" : form["district"] ?? "",
          visit
        ),
        places: RecordWords.choices(of: "residence place", mine.law).map {
          Choice(
            value: $0.value,
            words: visit.say($0.words).capitalised,
            isChosen: $0.value == chosen
          )
        },
        proof: form["proof"] ?? "",
        addressError: error("address"),
        districtError: error("district"),
        placeError: error("place"),
        proofError: error("proof"),
        today: ShownDay(mine.today, visit),
        key: visit.keyToSend
      ),
      mistakes: mistakes
    )
  }

  /// The districts to choose from; one that the window entered in words of its own stays.
  private static func districts(_ chosen: String, _ visit: Visit) -> [Choice] {
    let known = DeskLabels.districts.map { ($0.value, $0.label) }
    var all = [("", Bilingual("not told", "不填写"))] + known
    if !all.contains(where: { $0.0 == chosen }) { all.append((chosen, Bilingual(chosen, chosen))) }
    return all.map { Choice(value: $0.0, words: visit.say($0.1), isChosen: $0.0 == chosen) }
  }

  static func row(_ residence: PersonState.RegisteredResidence, _ mine: MyFile) -> Row {
    let visit = mine.visit
    return Row(
      number: residence.number,
      address: residence.residence.address,
      place: visit.say(
        RecordWords.value(residence.residence.place, of: "residence place", mine.law)
      ).capitalised,
      from: ShownDay(residence.residence.from, visit),
      last: residence.last.map { ShownDay($0, visit) },
      recorded: ShownDay(residence.recorded, visit),
      isOpen: residence.last == nil
    )
  }
}
