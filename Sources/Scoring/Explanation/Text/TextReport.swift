import ExpressionLanguage
import Policy

/// The text of one assessment while it is being written; each part is an extension of its own.
struct TextReport {
  let assessment: Assessment
  let language: Language
  /// What has been written.
  var page: TextPage
  /// The measure that is being spoken of; articles of others are cited with their number.
  var policyInHand = ""
  /// The standings that have been named, so that the head explains them.
  private(set) var standings: Set<Standing> = []

  init(_ assessment: Assessment, _ language: Language, _ page: TextPage) {
    self.assessment = assessment
    self.language = language
    self.page = page
  }

  /// The half of two that is in the language of the report.
  func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// Writes a heading with an empty line above it.
  mutating func heading(_ english: String, _ chinese: String) {
    page.blank()
    page.put(StyledText(say(english, chinese), .strong))
  }

  /// `·` between what is said and what it rests on, kept with what stands before it.
  var dot: StyledText { StyledText("\(StyledText.tie)· ", .quiet) }

  /// The separator of a list.
  var comma: String { say(", ", "、") }

  /// The separator of what is more than a word.
  var semicolon: String { say("; ", "；") }

  /// `name: value`, 名称：值.
  func labelled(_ name: String, _ value: String) -> String { say("\(name): ", "\(name)：") + value }

  /// Text in brackets, after other text.
  func bracketed(_ text: String) -> String { say(" (\(text))", "（\(text)）") }

  /// A date as people write it.
  func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return say(date.description, "\(year)年\(month)月\(day)日")
  }

  /// Which of the measures in the head; empty where there is only one.
  func measure(_ id: String) -> String {
    guard assessment.policies.count > 1,
      let index = assessment.policies.firstIndex(where: { $0.id == id })
    else { return "" }
    return "[\(index + 1)] "
  }

  /// A citation, after what it founds; nothing where there is no citation.
  func citation(_ place: Place, of policy: String? = nil) -> StyledText {
    cited((policy.map(measure) ?? "") + place.citation(language))
  }

  /// The words of a citation, after what it founds.
  func cited(_ citation: String) -> StyledText {
    citation.isEmpty ? StyledText() : dot + StyledText(StyledText.together(citation), .quiet)
  }

  /// The word of a standing; the report explains those that it names.
  mutating func word(_ standing: Standing) -> String {
    standings.insert(standing)
    return say(standing.word, standing.chinese)
  }

  /// The word of a standing that is weaker than an official text.
  mutating func standing(_ standing: Standing) -> StyledText {
    guard standing < .enacted else { return StyledText() }
    return dot + StyledText(word(standing), .quiet)
  }

  /// What is missing, without who verifies it.
  func names(_ missing: [MissingName]) -> String {
    unique(missing.map { $0.name[language] }).joined(separator: comma)
  }

  /// What is missing, each with who verifies it.
  func verifiers(_ missing: [MissingName]) -> String {
    let texts = missing.map { name in
      let verifier = name.verifiedBy[language]
      return name.name[language] + (verifier.isEmpty ? "" : bracketed(verifier))
    }
    return unique(texts).joined(separator: semicolon)
  }

  /// Known values with where they come from; what is unknown stands among the missing.
  func values(_ uses: [UsedValue]) -> String {
    let known = uses.filter { $0.canonical != "?" }
    return unique(known.map(value)).joined(separator: semicolon)
  }

  private func value(_ use: UsedValue) -> String {
    var notes: [String] = []
    if let provenance = use.provenance {
      if !provenance.source.isEmpty { notes.append(provenance.source) }
      if !provenance.asOf.isEmpty { notes.append(say("as of ", "截至") + provenance.asOf) }
    } else if let place = use.place {
      let other = use.policy.map { $0 == policyInHand ? "" : measure($0) } ?? ""
      let citation = other + place.citation(language)
      if !place.citation(language).isEmpty { notes.append(StyledText.together(citation)) }
    }
    let text = labelled(use.name[language], use.value[language])
    return notes.isEmpty ? text : text + bracketed(notes.joined(separator: say(", ", "，")))
  }

  func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
