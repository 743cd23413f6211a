import ExpressionLanguage

/// Input that cannot be used at all, said in both languages.
struct BadInput: Error {
  var text: Bilingual

  init(english: String, chinese: String) { text = Bilingual(english, chinese) }
}
