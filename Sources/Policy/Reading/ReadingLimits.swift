/// How much of everything a file may hold; what is larger is refused before it is read.
///
/// The measures of a large city stay far below these bounds. They keep a hostile or broken file
/// from taking time or memory.
enum ReadingLimits {
  /// The bytes of a file: 1 MiB.
  static let bytes = 1_048_576
  /// The lines of a file.
  static let lines = 100_000
  /// The bytes of a line.
  static let lineBytes = 20_000
  /// The headings of a file.
  static let sections = 2_000
  /// The columns of a table.
  static let columns = 64
  /// How deep lists stand in lists.
  static let listDepth = 3
}
