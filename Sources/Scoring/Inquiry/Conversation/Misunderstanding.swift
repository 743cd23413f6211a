package import ExpressionLanguage
import Policy

/// Why a line is no answer, and how one looks.
package struct Misunderstanding: Error, Sendable {
  /// What is wrong, and how an answer looks.
  package let text: Bilingual

  init(_ text: Bilingual) { self.text = text }

  /// What the reader of files found, in one line.
  init(_ diagnostic: Diagnostic?, _ fact: Fact, _ example: Bilingual) {
    guard let diagnostic else {
      self.init(
        Bilingual(
          "\(fact.name.english) cannot be read; such as \(example.english)",
          "“\(fact.name[.chinese])”无法识别；例如\(example[.chinese])"
        )
      )
      return
    }
    switch diagnostic.id {
    case "no-such-value":
      let near = diagnostic.fix.map { Bilingual("; " + $0.english, "；" + $0.chinese) }
      self.init(
        Bilingual(
          "\(fact.name.english) has no such value" + (near?.english ?? ""),
          "“\(fact.name[.chinese])”没有这个取值" + (near?.chinese ?? "")
        )
      )
    case "unreadable-value":
      self.init(
        Bilingual(
          "that cannot be read; write it such as \(example.english)",
          "无法识别；请写成例如：\(example[.chinese])"
        )
      )
    // The headline names the bounds, which the fix would only say again.
    case "outside-bounds": self.init(diagnostic.headline)
    default:
      let fix = diagnostic.fix.map { Bilingual("; " + $0.english, "；" + $0.chinese) }
      self.init(
        Bilingual(
          diagnostic.headline.english + (fix?.english ?? ""),
          diagnostic.headline.chinese + (fix?.chinese ?? "")
        )
      )
    }
  }

  /// The calendar has no such day or month.
  static func noSuchDay(_ text: String) -> Misunderstanding {
    Misunderstanding(
      Bilingual(
        "there is no \(text) in the calendar",
        text.count > 7 ? "日历上没有 \(text) 这一天" : "日历上没有 \(text) 这个月"
      )
    )
  }

  /// A spell ends before it begins.
  static let backwards = Misunderstanding(
    Bilingual(
      "that is before it began; write a later one, or none while it goes on",
      "止期早于起期；请写较晚的时间，仍在继续的写“至今”"
    )
  )
}
