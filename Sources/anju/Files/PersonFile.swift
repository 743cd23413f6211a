import ExpressionLanguage
import FactFiles
import Policy
import Scoring

/// Reads a person's file; says on standard error what is wrong with it.
struct PersonFile {
  /// The measures whose dictionaries type the facts.
  let law: PreparedLaw
  /// The language of messages.
  let language: Language

  private var formatter: DiagnosticFormatter {
    DiagnosticFormatter(
      language: language,
      colour: Console.hasColour(2),
      showsNeighbours: false
    )
  }

  /// The facts of a file; `nil` where it is faulty or says what cannot be.
  func read(_ file: String) -> Facts? {
    let bytes: [UInt8]
    do throws(BadInput) { bytes = try FileBytes.read(file) } catch {
      Console.complain("anju: \(error.text[language])\n")
      return nil
    }
    let source = SourceText(name: file, bytes: bytes)
    let read = FactFileReader.read(source)
    var diagnostics = read.diagnostics
    guard let tree = read.tree else {
      Console.complain(diagnostics, source, formatter)
      return nil
    }
    let (facts, found) = FactsReader.read(
      tree,
      of: source,
      model: law.assessor.set.model,
      foreign: law.foreign,
      quotesTell: read.format == .yaml
    )
    diagnostics.formUnion(found)
    Console.complain(diagnostics, source, formatter)
    guard let facts, !diagnostics.hasErrors else { return nil }
    let impossible = computing(file) { () throws(EvaluationFault) in
      try law.assessor.impossible(facts, on: law.day)
    }
    guard let impossible else { return nil }
    for words in impossible {
      Console.complain(
        language == .chinese
          ? "\(file): 错误: 资料有误，不予认定：\(words.chinese)\n"
          : "\(file): error: these facts cannot be, so nothing is decided: \(words.english)\n"
      )
    }
    return impossible.isEmpty ? facts : nil
  }

  /// Does something with a file's facts; a rule that cannot be computed is named on standard error.
  func computing<Result>(
    _ file: String,
    _ work: () throws(EvaluationFault) -> Result
  ) -> Result? {
    do throws(EvaluationFault) { return try work() } catch {
      let rule = law.assessor.set.rules[error.definition]
      Console.complain(
        language == .chinese
          ? "\(file): 错误: “\(rule.name.chinese)”无法计算\n"
          : "\(file): error: \(rule.name.english) cannot be computed: \(error.kind)\n"
      )
      return nil
    }
  }
}
