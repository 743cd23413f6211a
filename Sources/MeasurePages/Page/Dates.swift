import ExpressionLanguage

extension Words {
  /// A day as people read it, with the machine's form beside it.
  func day(_ day: CivilDate) -> Markup {
    tag(.time, .datetime(day.description)) { inline(day.words) }
  }
}
