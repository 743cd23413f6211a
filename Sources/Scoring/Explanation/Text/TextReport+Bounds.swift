import ExpressionLanguage
import Policy

extension TextReport {
  /// Between which points an unknown line lies; `nil` where that is not known either.
  ///
  /// Ends that somebody may really have are joined by "to". Where the truth may lie in a narrower
  /// range, only what is certain is said: no less, and no more.
  func bounds(_ line: PointsLine) -> String? {
    guard let bounds = line.bounds else { return nil }
    func text(_ units: Int64) -> String {
      let text = DecimalLiteral(units: units, scale: line.scale).description
      return units < 0 ? "−" + text.dropFirst() : text
    }
    let (least, greatest) = (text(bounds.least), text(bounds.greatest))
    let points = "\(StyledText.tie)points"
    if bounds.isAttained {
      return say("\(least) to \(greatest)\(points)", "\(least)至\(greatest)分")
    }
    return say(
      "no less than \(least) and no more than \(greatest)\(points)",
      "不少于\(least)分，不多于\(greatest)分"
    )
  }
}
