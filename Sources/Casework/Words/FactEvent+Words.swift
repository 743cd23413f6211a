import ExpressionLanguage

extension FactEvent {
  var words: Bilingual {
    switch self {
    case .stated(let statement, let supersedes):
      supersedes.isEmpty
        ? Bilingual(
          "\(statement.fact) stated by \(statement.source), as of \(statement.asOf)",
          "\(statement.source)提供“\(statement.fact)”，截至\(statement.asOf)"
        )
        : Bilingual(
          "\(statement.fact) stated anew by \(statement.source), as of \(statement.asOf)",
          "\(statement.source)更新“\(statement.fact)”，截至\(statement.asOf)"
        )
    case .withdrawn(let fact, _):
      Bilingual("fact \(fact) taken back by its source", "第\(fact)项数据由提供方撤回")
    case .disputed(let fact, _, let due):
      Bilingual(
        "fact \(fact) disputed; answer due \(due.words.english)",
        "对第\(fact)项数据提出异议；答复期限\(due.words.chinese)"
      )
    case .disputeAnswered(let fact, true, _):
      Bilingual("dispute of fact \(fact) upheld", "对第\(fact)项数据的异议成立")
    case .disputeAnswered(let fact, false, _):
      Bilingual("dispute of fact \(fact) rejected", "对第\(fact)项数据的异议不成立")
    }
  }
}
