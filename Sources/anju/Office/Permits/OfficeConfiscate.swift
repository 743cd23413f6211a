import ArgumentParser
import Casework

/// Propose to take a permit back for fraud; a second officer confirms it.
struct OfficeConfiscate: FileCommand {
  static let configuration = CommandConfiguration(
    commandName: "confiscate",
    abstract: "Propose to take a permit back for fraud; a second officer confirms it."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The file.")
  var resident: String

  @Option(help: "fraud, forged or altered: to propose it.")
  var ground: ConfiscationGround?

  @Option(help: "The number of the paper that proves it; no names.")
  var evidence: String?

  @Flag(help: "Confirm what another officer has proposed.")
  var confirm = false

  @Option(help: "Drop what was proposed, and why.")
  var drop: String?

  func validate() throws {
    let isProposal = ground != nil && evidence != nil
    guard [isProposal, confirm, drop != nil].filter({ $0 }).count == 1 else {
      throw ValidationError("give --ground with --evidence, or --confirm, or --drop REASON")
    }
  }

  func command() throws -> Command {
    if confirm { return .permit(.confirmConfiscation) }
    if let drop { return .permit(.dropConfiscation(reason: drop)) }
    guard let ground, let evidence else {
      throw ValidationError("give --ground with --evidence")
    }
    return .permit(.proposeConfiscation(ground: ground, evidence: evidence))
  }
}
