import ExpressionLanguage

/// The papers that a person gets in the course of an application, in both languages.
///
/// Each is dated, names the application by its number and cites what it rests on. None has a name,
/// an address or an identity number in it.
struct CaseNotices {
  let law: OfficeLaw
  let today: CivilDate

  /// One paper about one application; `kind` and the number name it in the file.
  func notice(
    _ kind: String,
    _ application: Application,
    _ subject: Bilingual,
    _ sentences: [Bilingual],
    citing citations: [Citation]
  ) -> Notice {
    let number = application.number
    let date = today.words
    var text = sentences
    if !citations.isEmpty {
      let articles = CaseWords.articles(citations, of: law)
      text.append(Bilingual("By: \(articles.english).", "依据：\(articles[.chinese])。"))
    }
    text.append(Bilingual("Date: \(date.english).", "日期：\(date[.chinese])。"))
    return Notice(
      key: "\(kind)/\(number)",
      subject: Bilingual(
        "\(subject.english), application \(number)",
        "\(subject[.chinese])（第\(number)号申请）"
      ),
      text: Bilingual(
        text.map(\.english).joined(separator: " "),
        text.map { $0[.chinese] }.joined()
      )
    )
  }

  /// Papers by their stored names, in a row; says so where there are none.
  func papers(_ names: [String]) -> Bilingual {
    if names.isEmpty { return Bilingual("none", "无") }
    let papers = PermitPapers(law: law)
    return CaseWords.list(names.map(papers.words))
  }

  /// How to seek review, in one sentence.
  func remedies(_ remedies: [Bilingual]) -> Bilingual {
    let list = Bilingual(
      remedies.map { $0[.english] }.joined(separator: "; "),
      remedies.map { $0[.chinese] }.joined(separator: "；")
    )
    return Bilingual(
      "If you do not accept this: \(list.english).",
      "如不服本决定，可以：\(list.chinese)。"
    )
  }
}
