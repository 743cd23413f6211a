import Casework

extension WaysAnswers {
  /// The basis of an application for a permit that follows from what was said, if one does.
  ///
  /// It only fills in what the person then chooses: nothing is decided by it.
  var basis: Basis? {
    if case .value(let text) = self["basis"], let basis = Basis(rawValue: text) { return basis }
    let said: [(name: String, basis: Basis)] = [
      ("staff-of-a-relocated-unit", .relocation), ("stable-employment", .employment),
      ("stable-residence", .residence), ("continuous-study", .study),
    ]
    return said.first { self[$0.name] == .value("true") }?.basis
  }
}
