import ArgumentParser
import ExpressionLanguage
import PermitCredential

/// Says whether a permit is good, without a network.
struct VerifyPermitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permit",
    abstract: "Say whether a permit is valid, by its code, public keys and status lists; off line.",
    discussion: """
      The office publishes its keys at /.well-known/jwks.json. A permit is valid only where a \
      current status list says so; without one it is at best genuine.

      Exit codes: 0 valid, 1 suspended or cancelled, 2 genuine but its status is not known, 3 not \
      a genuine permit, 64 usage, 65 keys or lists are unusable.
      """
  )

  @Argument(help: "The token, the link in the code, or a file that holds either; - is the input.")
  var permit: String

  @Option(help: "The office's public keys, a JSON Web Key Set.")
  var keys: String

  @Option(help: "A status list; may be given again.")
  var status: [String] = []

  @Option(help: "Who must vouch for it.")
  var issuer = "xiongan"

  @Option(help: "The day, such as 2026-11-23, at its end. Without it, this moment.")
  var on: String?

  @Option(help: "How the answer is shown: text or json.")
  var format: OutputFormat = .text

  @Option(help: "The language of the answer: en or zh.")
  var language: Language = Console.language

  func validate() throws {
    if let on, CivilDate(on) == nil {
      throw ValidationError("--on wants a day such as 2026-11-23, not '\(on)'")
    }
    if !PermitClaims.isSound(issuer: issuer) {
      throw ValidationError("--issuer wants small letters, digits and hyphens, not '\(issuer)'")
    }
  }

  func run() async throws {
    let bytes = try read(keys)
    let publicKeys: PublicKeys
    do throws(KeyFault) { publicKeys = try await PublicKeys(jwks: bytes) } catch {
      Console.complain("anju: \(keys): \(error.text[language])\n")
      throw ExitCode.badData
    }
    var lists: [SignedStatusList] = []
    for path in status {
      let text = String(decoding: try read(path), as: UTF8.self)
      do throws(PermitFault) { lists.append(try SignedStatusList(text, keys: publicKeys)) } catch {
        Console.complain("anju: \(path): \(error.text[language])\n")
        throw ExitCode.badData
      }
    }
    let now = on.flatMap { CivilDate($0) }.map(CivilInstant.end) ?? Today.instant
    let check = PermitVerifier(publicKeys, issuer: issuer)
      .check(try text(), at: now, lists: lists)
    let report = PermitReport(check)
    Console.write(OfficeJSON.text(format, report) ?? report.text(language))
    if report.exitCode != .success { throw report.exitCode }
  }

  /// The token or the link, as it was given or from a file.
  private func text() throws -> String {
    // No path of a file has both, and no token or link lacks one.
    if permit.hasPrefix("eyJ") && permit.utf8.count > 120 || permit.contains("://") {
      return permit
    }
    return String(decoding: try read(permit == "-" ? "/dev/stdin" : permit), as: UTF8.self)
  }

  private func read(_ path: String) throws -> [UInt8] {
    try Console.reading(language) { () throws(BadInput) in try FileBytes.read(path) }
  }
}
