import ArgumentParser

/// What is done for the codes of permits: keys, and drawing one.
struct PermitCodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permit",
    abstract: "Look after the keys that sign permits, and draw a permit's code.",
    discussion: """
      Private keys are PEM files in a folder, for their owner's eyes only. To check a permit: \
      anju verify permit.
      """,
    subcommands: [
      PermitRotateKeysCommand.self, PermitPublicKeysCommand.self, PermitDrawCommand.self,
    ]
  )
}
