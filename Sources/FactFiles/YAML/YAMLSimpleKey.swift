/// A place where a key may have begun, until its colon is found or the line ends.
struct YAMLSimpleKey {
  /// The most scalars between a key's beginning and its colon, by the YAML standard.
  static let reach = 1024

  var start: YAMLMark
  var offset: Int
  var index: Int
  /// Whether nothing but a key may stand here.
  var isRequired: Bool
  /// The scalar that stands here, once it is scanned.
  var token: YAMLToken?
}
