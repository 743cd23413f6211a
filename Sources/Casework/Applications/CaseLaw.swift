import ExpressionLanguage
import Policy

/// The articles on which the course of an application rests, beside what the measures in force set.
enum CaseLaw {
  /// Leaving the place of registration, half a year, and one of three conditions.
  static let whoMayApply = decree(Bilingual("Article 2", "第二条"))
  /// Papers, who may apply for another, one notice of all that is missing, days to issue.
  static let howToApply = decree(Bilingual("Article 9", "第九条"))
  /// Whoever meets the conditions is neither turned away nor refused.
  static let noRefusal = decree(Bilingual("Article 20", "第二十条"))

  /// What an office answers to an application: scope, papers, silence, dated receipts.
  static let answering = licensing(Bilingual("Article 32", "第三十二条"))
  /// A refusal is in writing, with reasons and remedies.
  static let refusing = licensing(Bilingual("Article 38", "第三十八条"))
  /// A longer term is told with its reason.
  static let extending = licensing(Bilingual("Article 42", "第四十二条"))

  /// What the office had no ground to permit is revoked.
  static let revoking = licensing(Bilingual("Article 69", "第六十九条"))
  /// A permit that has ended is struck off.
  static let strikingOff = licensing(Bilingual("Article 70", "第七十条"))

  /// Whoever is refused the correction of their own data is told why, and may go to court.
  static let refusingCorrection = Citation(
    measure: informationLaw.english,
    article: Bilingual("Article 50", "第五十条"),
    standing: .enacted
  )

  /// The national measure's identifier.
  static let decree = "china/residence-permit"
  /// Its title, also where the measures in force take nothing from it.
  static let decreeTitle = Bilingual("Interim Regulations on Residence Permits", "居住证暂行条例")
  /// The law on how applications are answered; no measure of ours.
  static let licensingLaw = Bilingual("Administrative Licensing Law", "行政许可法")

  /// The law on personal information; no measure of ours.
  static let informationLaw = Bilingual("Personal Information Protection Law", "个人信息保护法")

  private static func decree(_ article: Bilingual) -> Citation {
    Citation(measure: decree, article: article, standing: .enacted)
  }

  /// That this law governs the permit is our reading.
  private static func licensing(_ article: Bilingual) -> Citation {
    Citation(measure: licensingLaw.english, article: article, standing: .sample)
  }
}
