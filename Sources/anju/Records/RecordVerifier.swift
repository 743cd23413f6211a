import ExpressionLanguage
import FactFiles
import Policy
import Scoring

/// Decides again what a record holds, and compares.
struct RecordVerifier {
  /// What is said of one record.
  enum Verdict {
    /// It was decided again; how the two compare.
    case compared(RecordComparison, DecisionRecord)
    /// It was edited after it was written; what differs from the same decided again, if that could
    /// be done.
    case edited(Bilingual, RecordComparison?)
    /// It cannot be read, or decided again.
    case unusable(Bilingual)
    /// It is not JSON; what was found in it.
    case unreadable(DiagnosticSet, SourceText)
  }

  private let texts: RecordedTexts
  private var prepared: [Basis: Assessor] = [:]

  init(_ files: [PolicyFile]) { texts = RecordedTexts(files) }

  /// What the file of a record says when it is decided again.
  mutating func verify(_ source: SourceText) -> Verdict {
    let (tree, diagnostics) = RecordFileReader.read(source)
    guard let tree else { return .unreadable(diagnostics, source) }
    guard let (format, engine) = DecisionRecord.format(of: tree) else {
      return .unusable(.noRecord)
    }
    if format > DecisionRecord.format { return .unusable(.newer(format, engine)) }
    let seal = RecordSeal.check(source.bytes, hash: PolicyFolder.hash)
    let record: DecisionRecord
    do throws(RecordFault) {
      // A reader for each version of the format stands here for good.
      switch format {
      case 1: record = try DecisionRecord(format1: tree)
      default: return .unusable(.noRecord)
      }
    } catch {
      return seal == .whole ? .unusable(error.text) : .edited(.edited(seal), nil)
    }
    let found: Result<RecordComparison, BadInput>
    do throws(BadInput) { found = .success(try compare(record)) } catch { found = .failure(error) }
    if seal != .whole { return .edited(.edited(seal), try? found.get()) }
    // Sealed, but not as we write: another hand wrote it.
    if RecordSeal.sealed(record.text, hash: PolicyFolder.hash) != source.bytes {
      return .unusable(.notCanonical)
    }
    switch found {
    case .success(let comparison): return .compared(comparison, record)
    case .failure(let error): return .unusable(error.text)
    }
  }

  private mutating func compare(_ record: DecisionRecord) throws(BadInput) -> RecordComparison {
    if let begun = record.begun { return try compare(record, begun: begun) }
    let (assessment, facts, set) = try decide(record, by: try assessor(for: record))
    let again = DecisionRecord(assessment, of: facts, by: set, engine: Engine.version)
    return RecordComparison(record, again)
  }

  /// Chooses the versions for a case that began earlier once more, from all the texts at hand.
  private func compare(
    _ record: DecisionRecord,
    begun: CivilDate
  ) throws(BadInput) -> RecordComparison {
    let library = PolicyLibrary(files: try texts.all(for: record))
    let all = library.versions(of: record.jurisdiction, begun: begun, on: record.on)
    var found: [(assessment: Assessment, facts: Facts, set: PolicySet)] = []
    for versions in all {
      let (set, report) = PolicyCompiler.compile(
        library,
        jurisdiction: record.jurisdiction,
        versions: versions,
        on: record.on
      )
      guard let set else { throw .notAccepted(report, library, record) }
      var decided = try decide(record, by: Assessor(set))
      decided.assessment = decided.assessment.deciding(begun: begun, by: versions, among: all)
      found.append(decided)
    }
    guard !found.isEmpty else { throw .notAccepted(Report(), library, record) }
    let (assessment, facts, set) = found[Advantage.best(of: found.map(\.assessment))]
    let again = DecisionRecord(assessment, of: facts, by: set, engine: Engine.version)
    return RecordComparison(record, again)
  }

  private func decide(
    _ record: DecisionRecord,
    by assessor: Assessor
  ) throws(BadInput) -> (assessment: Assessment, facts: Facts, set: PolicySet) {
    let facts: Facts
    do throws(RecordFault) {
      facts = try record.typedFacts(assessor.set.model)
    } catch {
      throw BadInput(english: error.text.english, chinese: error.text.chinese)
    }
    let impossible: [Bilingual]
    let assessment: Assessment
    do throws(EvaluationFault) {
      impossible = try assessor.impossible(facts, on: record.on)
      assessment = try assessor.assess(facts, on: record.on)
    } catch {
      let name = assessor.set.rules[error.definition].name
      throw BadInput(
        english: "\(name.english) cannot be computed: \(error.kind)",
        chinese: "“\(name[.chinese])”无法计算"
      )
    }
    if let words = impossible.first {
      throw BadInput(
        english: "these facts cannot be, so nothing is decided: \(words.english)",
        chinese: "资料有误，不予认定：\(words.chinese)"
      )
    }
    return (assessment, facts, assessor.set)
  }

  /// The measures of a record, compiled once for all records that rest on the same.
  private mutating func assessor(for record: DecisionRecord) throws(BadInput) -> Assessor {
    let basis = Basis(record)
    if let known = prepared[basis] { return known }
    let library = PolicyLibrary(files: try texts.files(for: record))
    let (set, report) = PolicyCompiler.compile(
      library,
      jurisdiction: record.jurisdiction,
      on: record.on
    )
    guard let set else { throw .notAccepted(report, library, record) }
    let assessor = Assessor(set)
    prepared[basis] = assessor
    return assessor
  }

  /// What has to be the same for one compiled set to serve.
  private struct Basis: Hashable {
    var jurisdiction: String
    var on: CivilDate
    var begun: CivilDate?
    var policies: [RecordedPolicy]
    var dictionaries: [RecordedText]

    init(_ record: DecisionRecord) {
      jurisdiction = record.jurisdiction
      on = record.on
      begun = record.begun
      policies = record.policies
      dictionaries = record.dictionaries
    }
  }
}

extension BadInput {
  /// The measures of a record do not compile.
  fileprivate static func notAccepted(
    _ report: Report,
    _ library: PolicyLibrary,
    _ record: DecisionRecord
  ) -> BadInput {
    let wrong = (report.hasErrors ? report : library.report).count(.error)
    return BadInput(
      english: "engine \(Engine.version) does not accept these measures any more "
        + "(\(wrong) errors); verify the record with engine \(record.engine)",
      chinese: "引擎\(Engine.version)不再接受这些办法（错误\(wrong)项）；请用引擎\(record.engine)核验"
    )
  }
}

extension Bilingual {
  fileprivate static let noRecord = Bilingual(
    "this is no record of a decision; anju assess --record writes one",
    "这不是认定记录；记录由 anju assess --record 写成"
  )

  fileprivate static let notCanonical = Bilingual(
    "this is not written as records are written; another program or hand has rewritten it",
    "写法与认定记录不同，曾由其他程序或人工改写"
  )

  fileprivate static func newer(_ format: Int64, _ engine: String) -> Bilingual {
    Bilingual(
      "this record has format \(format), written by engine \(engine); this program, engine "
        + "\(Engine.version), reads formats up to \(DecisionRecord.format): use a newer one",
      "这份记录为格式\(format)，由引擎\(engine)写成；本程序（引擎\(Engine.version)）"
        + "只能读到格式\(DecisionRecord.format)，请使用较新的程序"
    )
  }

  fileprivate static func edited(_ seal: RecordSeal.Finding) -> Bilingual {
    switch seal {
    case .broken(let said, let found):
      Bilingual(
        "this record was edited after it was written: it says SHA-256 \(said) of itself, "
          + "and has \(found)",
        "这份记录写成后被改动：其自述 SHA-256 为 \(said)，实际为 \(found)"
      )
    case .missing, .whole:
      Bilingual(
        "this record has no SHA-256 of itself at its end: it was cut off or edited",
        "这份记录末尾没有自身的 SHA-256：已被截断或改动"
      )
    }
  }
}
