package import ExpressionLanguage
package import Policy

/// An article that something rests on, as files and papers keep it.
package struct Citation: Hashable, Sendable, Codable {
  /// The measure, such as `xiongan/residence-permit`.
  package var measure: String
  /// The place in it, such as `Article 6` · 第六条.
  package var article: Bilingual
  /// How well it is founded.
  package var standing: Standing

  /// Creates a citation.
  package init(measure: String, article: Bilingual, standing: Standing) {
    self.measure = measure
    self.article = article
    self.standing = standing
  }

  /// Cites a place of a measure.
  package init(measure: String, place: Place, standing: Standing) {
    self.init(
      measure: measure,
      article: Bilingual(place.precise(.english), place.precise(.chinese)),
      standing: standing
    )
  }
}
