import Policy

extension Place {
  /// The place without its clause.
  var whole: Place {
    Place(article: article, path: path, section: section)
  }
}
