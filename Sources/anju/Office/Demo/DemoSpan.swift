import ExpressionLanguage

/// The days that a made-up city lives through.
struct DemoSpan {
  /// The first.
  var start: CivilDate
  /// The last.
  var end: CivilDate
}
