import ArgumentParser
import Casework
import ExpressionLanguage

/// States a fact of a person.
struct OfficeState: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "State a fact of a person, as its department or from a paper at the window.",
    discussion: """
      A value: anju office state FILE "stable employment" --value yes --source "public service". \
      Records: --record "from=2021-03,to=2026-10,insured place=xiongan", once for each; all that \
      there are. None: --none.
      """
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Argument(help: "The fact or kind of records, by the dictionary.")
  var fact: String

  @Option(help: "The value.")
  var value: String?

  @Option(name: .customLong("record"), help: "One record: attribute=value, with commas between.")
  var records: [String] = []

  @Flag(help: "It is known that there is none.")
  var none = false

  @Option(help: "The department that says so, by the dictionary. Without it, --office.")
  var source: String?

  @Option(name: .customLong("as-of"), help: "The day for which it is said; today without it.")
  var asOf: String?

  @Option(help: "The first day on which it is true.")
  var from: String?

  @Option(help: "The last day on which it is true.")
  var until: String?

  @Option(help: "The sender's number of the statement.")
  var reference: String = ""

  func validate() throws {
    guard [value != nil, !records.isEmpty, none].filter({ $0 }).count == 1 else {
      throw ValidationError("give --value, or --record, or --none")
    }
  }

  func command() throws -> Command {
    let content: FactContent =
      if let value {
        .value(text: value)
      } else if none {
        .none
      } else {
        .records(rows: try records.map(row))
      }
    let statement = FactStatement(
      fact: fact,
      content: content,
      source: try source ?? desk.actor.office,
      asOf: try day(asOf, "--as-of"),
      from: try from.map { try day($0, "--from") },
      until: try until.map { try day($0, "--until") },
      reference: reference
    )
    return .fact(.state(statement: statement))
  }

  private func row(_ text: String) throws -> [String: String] {
    var row: [String: String] = [:]
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(halves[0]).trimmed
      guard halves.count == 2, !name.isEmpty, row[name] == nil else {
        throw BadInput(
          english: "--record wants attribute=value with commas between, each attribute once",
          chinese: "--record 应写作“属性=取值”，以逗号分隔，每个属性一次"
        )
      }
      row[name] = String(halves[1]).trimmed
    }
    return row
  }
}
