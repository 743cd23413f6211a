package import ExpressionLanguage

/// What a card shows (Decree 663, Article 4), apart from the photograph, which the office does not
/// keep.
///
/// It is personal to the last line: made when a card is made, and never logged.
package struct CardFace: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The sex.
  package var sex: Bilingual
  /// The ethnicity; empty where the file doesn't tell.
  package var ethnicity: String
  /// The date of birth.
  package var birthDate: CivilDate
  /// The citizen's number.
  package var number: IdentityNumber
  /// The address at which the household is registered.
  package var registeredAddress: String
  /// The address of residence; empty where none is registered.
  package var residenceAddress: String
  /// The office that issued it.
  package var issuer: String
  /// The day on which the card was made.
  package var issued: CivilDate
  /// The serial number.
  package var serial: String

  /// The lines in the article's order, each with its label; what is not known is left out.
  package var lines: [(label: Bilingual, text: String)] {
    [
      (Bilingual("name", "姓名"), name),
      (Bilingual("sex", "性别"), sex.chinese),
      (Bilingual("ethnicity", "民族"), ethnicity),
      (Bilingual("date of birth", "出生日期"), birthDate.description),
      (Bilingual("citizen's number", "公民身份号码"), number.text),
      (Bilingual("registered address", "常住户口所在地住址"), registeredAddress),
      (Bilingual("address of residence", "居住地住址"), residenceAddress),
      (Bilingual("issued by", "签发机关"), issuer),
      (Bilingual("date of issue", "签发日期"), issued.description),
      (Bilingual("serial number", "证件编号"), serial),
    ].filter { !$0.1.isEmpty }
  }
}

extension CardFace: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Dots: a log has no use for who it is.
  package var description: String { "•••" }
  /// Dots.
  package var debugDescription: String { description }
  /// Nothing within.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension ResidentFile {
  /// What the card in use shows on a day; `nil` where no card is good.
  package func cardFace(on day: CivilDate) -> CardFace? {
    guard let permit = permits.live, let card = permit.card, card.state == .valid,
      let identity = person.identity
    else { return nil }
    let residence = person.residences.last { residence in
      residence.residence.from <= day && (residence.last.map { $0 >= day } ?? true)
    }
    return CardFace(
      name: identity.name,
      sex: identity.number.isMale ? Bilingual("male", "男") : Bilingual("female", "女"),
      ethnicity: identity.ethnicity,
      birthDate: identity.number.birthDate,
      number: identity.number,
      registeredAddress: identity.registeredAddress,
      residenceAddress: residence?.residence.address ?? "",
      issuer: permit.issuer,
      issued: card.made,
      serial: card.serial
    )
  }
}
