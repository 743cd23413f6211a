import ArgumentParser
import Casework
import ExpressionLanguage
import Foundation
import Policy

/// Who asks, of which office, by which measures: what every command of the office has in common.
struct DeskOptions: ParsableArguments {
  @OptionGroup var journal: JournalOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What you act as: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "role"
    )
  )
  var role: Role?

  @Option(help: "Your account, an opaque name. Also ANJU_ACCOUNT.")
  var account: String?

  @Option(help: "Your office, department or employer's code. Also ANJU_OFFICE.")
  var office: String?

  @Option(name: .customLong("own-file"), help: "Your own file as a person, if you have one here.")
  var ownFile: String?

  @Option(help: "What you do it for. Without it, what your role usually does it for.")
  var purpose: Purpose?

  @Option(help: "A name for this request; sent again with the same name it is carried out once.")
  var key: String?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  @Option(help: "The folder that holds the measures. Without it, those in the program.")
  var policies: String?

  @Option(help: "The jurisdiction, where the folder holds several.")
  var jurisdiction: String?

  @Option(help: "The legal date; only in a demo journal. Without it, today in Asia/Shanghai.")
  var on: String?

  var language: Language { journal.language }

  func validate() throws {
    if let on, CivilDate(on) == nil {
      throw ValidationError("--on wants a day such as 2026-11-23, not '\(on)'")
    }
    if let ownFile, ResidentID(ownFile) == nil {
      throw ValidationError("--own-file wants a file's name of ten characters, not '\(ownFile)'")
    }
  }

  /// Who asks.
  ///
  /// - Throws: `OfficeFault` where role or account is missing.
  var actor: Actor {
    get throws {
      let environment = ProcessInfo.processInfo.environment
      let roles = Role.allCases.map(\.rawValue)
      let named = environment["ANJU_ROLE"].flatMap { $0.isEmpty ? nil : $0 }
      guard let role = role ?? named.flatMap(Role.init(rawValue:)) else {
        throw named == nil
          ? OfficeFault(
            .wrongUse,
            "say what you act as: --as clerk, or ANJU_ROLE",
            "请写明身份：--as clerk，或者设置 ANJU_ROLE"
          )
          : OfficeFault(
            .wrongUse,
            "ANJU_ROLE is none of " + roles.joined(separator: ", "),
            "ANJU_ROLE 应为下列之一：" + roles.joined(separator: "、")
          )
      }
      guard let account = account ?? environment["ANJU_ACCOUNT"], !account.isEmpty else {
        throw OfficeFault(
          .wrongUse,
          "say who you are: --account NAME, or ANJU_ACCOUNT",
          "请写明账号：--account NAME，或者设置 ANJU_ACCOUNT"
        )
      }
      return Actor(
        account: account,
        role: role,
        office: office ?? environment["ANJU_OFFICE"] ?? "",
        resident: ownFile.flatMap { ResidentID($0) }
      )
    }
  }

  /// What something is done for: as said, or what the role usually does it for.
  func purpose(for action: Action, by actor: Actor) -> Purpose {
    purpose ?? .usual(of: actor.role, for: action)
  }
}

extension Role: ExpressibleByArgument {}
extension Purpose: ExpressibleByArgument {}
extension Basis: ExpressibleByArgument {}
extension FamilyRelation: ExpressibleByArgument {}
extension GuardianGround: ExpressibleByArgument {}
extension CancellationGround: ExpressibleByArgument {}
extension ConfiscationGround: ExpressibleByArgument {}
