import Scoring
import Casework
import ExpressionLanguage
import Policy

extension DeskField {
  /// Who somebody is, by the identity card.
  static func identity(_ law: OfficeLaw, known: Identity? = nil) -> [DeskField] {
    [
      .text("name", Bilingual("Name", "姓名"), initial: known?.name),
      .text(
        "number",
        Bilingual("Citizen's number", "公民身份号码"),
        hint: Bilingual("18 characters, as on the card", "18位，按居民身份证填写"),
        initial: known?.number.text
      ),
      .text(
        "registered",
        Bilingual("Registered address", "常住户口所在地住址"),
        initial: known?.registeredAddress,
        isOptional: true
      ),
      .choice(
        "household",
        Bilingual("Where the household is registered", "常住户口所在地区"),
        places("household place", law),
        initial: known?.householdPlace,
        isOptional: true
      ),
      .text(
        "ethnicity",
        Bilingual("Ethnicity", "民族"),
        initial: known?.ethnicity,
        isOptional: true
      ),
    ]
  }

  /// An address, from a day on.
  static func residence(
    _ law: OfficeLaw,
    _ today: CivilDate,
    isOptional: Bool = false
  ) -> [DeskField] {
    let places = places("residence place", law)
    return [
      .text("address", Bilingual("Address", "居住地址"), isOptional: isOptional),
      .choice("district", Bilingual("District", "片区"), DeskLabels.districts, isOptional: true),
      .choice(
        "place",
        Bilingual("Area", "所在地区"),
        places,
        initial: places.first?.value,
        isOptional: isOptional
      ),
      .date("from", Bilingual("Lives there since", "自何日起居住"), isOptional: isOptional),
      .choice(
        "proof",
        Bilingual("Proof of the address", "住址证明"),
        DeskReasons.proofs,
        isOptional: isOptional
      ),
    ]
  }

  /// The values of the dictionary's fact or attribute of a name.
  private static func places(_ name: String, _ law: OfficeLaw) -> [DeskField.Choice] {
    RecordWords.choices(of: name, law).map { DeskField.Choice($0.value, $0.words) }
  }
}

extension DeskForm {
  /// Who somebody is; `nil` where something is wrong, and each thing that is has been noted.
  mutating func identity(on today: CivilDate) -> Identity? {
    let name = text("name")
    let typed = text("number")
    let address = text("registered")
    let household = choice("household")?.value ?? ""
    let ethnicity = text("ethnicity")
    if typed.isEmpty { return nil }
    do throws(IdentityNumber.Fault) {
      let number = try IdentityNumber(reading: typed, on: today)
      if name.isEmpty { return nil }
      return Identity(
        name: name,
        number: number,
        registeredAddress: address,
        householdPlace: household,
        ethnicity: ethnicity
      )
    } catch {
      fail("number", error.words)
      return nil
    }
  }

  /// An address; `nil` where something is wrong or no address was given.
  mutating func residence() -> Residence? {
    let address = text("address")
    let district = choice("district")?.value ?? ""
    let place = choice("place")?.value ?? ""
    let from = date("from")
    let proof = choice("proof")?.value ?? ""
    if !address.isEmpty, from == nil {
      fail("from", Bilingual("Enter: lives there since", "请填写：自何日起居住"))
    }
    guard !address.isEmpty, let from else { return nil }
    return Residence(address: address, district: district, place: place, from: from, proof: proof)
  }
}
