/// What this program is, as its records name it.
enum Engine {
  /// The version of the rules of deciding; records keep it.
  static let version = "0.1.0"
}
