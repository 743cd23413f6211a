package import ExpressionLanguage

/// One text that a version of a measure comes from: the measure as issued, or an amendment.
package struct MeasureText: Hashable, Sendable {
  /// The path within the folder.
  package var path: String
  /// The file, as it is shown.
  package var file: String
  /// The title.
  package var title: Bilingual
  /// The first day in force.
  package var from: CivilDate
  /// The standing of what it says, where it says no other.
  package var standing: StandingNote
  /// The SHA-256 of the text, in hexadecimal.
  package var hash: String

  /// Notes a text with its front matter.
  init(_ source: SourceText, _ header: MeasureHeader, path: String, hash: String) {
    self.path = path
    file = source.name
    title = header.title
    from = header.from
    standing = header.standing
    self.hash = hash
  }
}
