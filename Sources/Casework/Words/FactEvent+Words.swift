import ExpressionLanguage

extension FactEvent {
  func words(_ labels: FactLabels) -> Bilingual {
    switch self {
    case .stated(let statement, let supersedes):
      let (fact, source) = (labels.fact(statement.fact), labels.source(statement.source))
      let isNew = supersedes.isEmpty
      return Bilingual(
        "\(fact.english) stated \(isNew ? "" : "anew ")by \(source.english), as of "
          + statement.asOf.words.english,
        "\(source[.chinese])\(isNew ? "提供" : "更新")“\(fact[.chinese])”，截至\(statement.asOf.words.chinese)"
      )
    case .withdrawn(let fact, _):
      return Bilingual("fact \(fact) taken back by its source", "第\(fact)项数据由提供方撤回")
    case .disputed(let fact, _, let due):
      return Bilingual(
        "fact \(fact) disputed; answer due \(due.words.english)",
        "对第\(fact)项数据提出异议；答复期限\(due.words.chinese)"
      )
    case .disputeAnswered(let fact, true, _):
      return Bilingual("dispute of fact \(fact) upheld", "对第\(fact)项数据的异议成立")
    case .disputeAnswered(let fact, false, _):
      return Bilingual("dispute of fact \(fact) rejected", "对第\(fact)项数据的异议不成立")
    }
  }
}
