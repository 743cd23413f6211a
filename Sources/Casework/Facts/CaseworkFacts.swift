import ExpressionLanguage

/// The names under which casework and the dictionaries meet: what casework knows by itself, and
/// what it must ask the measures by name.
///
/// They are the English names of `Policies/*/facts.md` and of the measures' rules, as keys. A
/// dictionary that does not declare one of them simply does not get it.
enum CaseworkFacts {
  // From the identity number.
  static let birthDate = "birth date"
  static let sex = "sex"
  /// From the identity, unless a department has stated it.
  static let householdPlace = "household place"

  // From the file.
  static let residenceRegistrations = "residence registrations"
  static let residencePlace = "residence place"
  static let permitState = "permit state"
  static let basis = "basis"

  /// A fact that somebody states and that guardianship asks for.
  static let limitedMobility = "limited mobility"
  /// The rule that tells who may be represented.
  static let mayBeRepresented = "may be represented"

  /// What the file itself tells, so that nobody can state it: each with what to do instead.
  static let own: [String: Bilingual] = [
    birthDate: Bilingual("correct the identity number", "请更正公民身份号码"),
    sex: Bilingual("correct the identity number", "请更正公民身份号码"),
    residenceRegistrations: Bilingual("register the address", "请办理居住登记"),
    permitState: Bilingual("work on the permit", "请办理居住证业务"),
    basis: Bilingual("say it in the application", "请在申领中填写"),
  ]

  /// Who says so, where no department does.
  enum Source {
    static let identityCard = "identity card"
    static let residenceRegister = "residence register"
    static let permitFile = "permit file"
    static let application = "application"
  }
}
