/// A place as the YAML library counts it: lines and scalars in a line, both from 0.
struct YAMLMark: Hashable, Sendable {
  var line: Int
  var column: Int
}
