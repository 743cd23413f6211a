package import ExpressionLanguage

extension ResidentFile {
  /// What a department was asked in a check and has not said since, in the order of asking.
  ///
  /// Its own word counts, while it stands, that it gave after it was asked or for that day or a later
  /// one: who asks wants to know how it is now, so that an older word is no answer. Nothing is waited
  /// for that the department could not state today: what the dictionaries no longer have it verify.
  ///
  /// - Parameters:
  ///   - check: The check.
  ///   - day: The legal date.
  ///   - law: The measures in force.
  /// - Returns: The facts, by their names in the check.
  /// - Complexity: O(*n* · *m*) in the facts asked for and the statements of the file.
  package func unstated(
    _ check: DepartmentCheck,
    on day: CivilDate,
    by law: OfficeLaw
  ) -> [String] {
    let departments = Departments(law: law)
    let own = departments.facts(of: departments.words(check.department))
      .map { NameKey.of($0.english) }
    let said = facts.known(on: day).filter { item in
      item.statement.source == check.department
        && (item.known >= check.asked || item.statement.asOf >= check.asked)
    }
    return check.facts.filter { fact in
      own.contains(fact) && !said.contains { $0.statement.fact == fact }
    }
  }
}
