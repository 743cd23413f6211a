import Policy

extension Place {
  /// The place without its clause.
  var whole: Place {
    var place = self
    place.clause = ""
    return place
  }
}
