import ExpressionLanguage
import Scoring

/// What is said of one record that was verified.
struct VerdictReport {
  /// How the run ends on account of it.
  enum Code { case same, different, unusable }

  /// The most differences that are shown.
  private static let most = 5

  /// How the run ends on account of it.
  let code: Code
  /// The text, ending in a line feed.
  let text: String

  init(_ verdict: RecordVerifier.Verdict, _ file: String, _ language: Language, strict: Bool) {
    func say(_ words: Bilingual) -> String {
      language == .chinese ? "\(file)：\(words.chinese)" : "\(file): \(words.english)"
    }
    var lines: [String] = []
    switch verdict {
    case .unreadable(let diagnostics, let source):
      code = .unusable
      let formatter = DiagnosticFormatter(
        language: language,
        colour: Console.hasColour(2),
        showsNeighbours: false
      )
      let found = diagnostics.sorted.prefix(VerdictReport.most).map {
        formatter.format($0, in: source)
      }
      text = found.joined(separator: "\n") + say(.unreadable) + "\n"
      return
    case .unusable(let words):
      code = .unusable
      lines = [say(Bilingual("cannot be verified", "无法核验"))]
      lines += words[language].split(separator: "\n").map { "  " + $0 }
    case .edited(let words, let comparison):
      code = .unusable
      lines = [say(Bilingual("edited", "已被改动")), "  " + words[language]]
      if let comparison { lines += VerdictReport.lines(comparison, language) }
    case .compared(let comparison, let record):
      switch comparison.answer {
      case .same:
        code = .same
        lines = [say(.same(record)) + VerdictReport.passedOver(comparison)[language]]
      case .otherWords:
        code = strict ? .different : .same
        lines = [say(.sameDecision)] + VerdictReport.lines(comparison, language)
      case .different:
        code = .different
        lines = [say(.different(comparison))] + VerdictReport.lines(comparison, language)
      }
      if comparison.answer != .same { lines.append("  " + Bilingual.engines(record)[language]) }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ comparison: RecordComparison, _ language: Language) -> [String] {
    let all = comparison.differences.filter { !$0.isWording }
    let chosen = all.isEmpty ? comparison.differences : all
    var lines = chosen.prefix(most).map { "  " + $0.text(language) }
    let rest = comparison.differences.count - lines.count
    if rest > 0 {
      lines.append(language == .chinese ? "  另有\(rest)处不同" : "  and \(rest) more")
    }
    return lines
  }

  private static func passedOver(_ comparison: RecordComparison) -> Bilingual {
    if comparison.newKeys.isEmpty { return Bilingual("", "") }
    let keys = comparison.newKeys.joined(separator: ", ")
    return Bilingual(
      " (not in the record, because its engine did not write it: \(keys))",
      "（记录由较早的程序写成，其中没有：\(keys)）"
    )
  }
}

extension Bilingual {
  fileprivate static let unreadable = Bilingual(
    "cannot be read, so nothing is verified",
    "无法读取，未作核验"
  )

  fileprivate static func same(_ record: DecisionRecord) -> Bilingual {
    Bilingual(
      "the same, decided again by the law on \(record.on)",
      "一致：按\(record.on)的规定重新认定，结果相同"
    )
  }

  fileprivate static let sameDecision = Bilingual(
    "the same decision, told in other words",
    "认定相同，文字说明不同"
  )

  fileprivate static func different(_ comparison: RecordComparison) -> Bilingual {
    comparison.hasSameOutcome
      ? Bilingual(
        "different, though every outcome, total and answer is the same",
        "不一致，但各项结果、总分和结论相同"
      )
      : Bilingual("different", "不一致")
  }

  fileprivate static func engines(_ record: DecisionRecord) -> Bilingual {
    record.engine == Engine.version
      ? Bilingual(
        "recorded and recomputed by engine \(Engine.version)",
        "记录和重算均用引擎\(Engine.version)"
      )
      : Bilingual(
        "recorded by engine \(record.engine), recomputed by engine \(Engine.version)",
        "记录用引擎\(record.engine)，重算用引擎\(Engine.version)"
      )
  }
}
