import ArgumentParser
import ExpressionLanguage
import Registry

/// Says whether a card is good, and no more.
struct OfficeCheckCard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-card",
    abstract: "Say whether a card is valid, suspended, cancelled or unknown, and no more."
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: "The serial number on the card.")
  var serial: String

  func run() async throws {
    try await OfficeSession.with(desk, isForAnybody: true) { session in
      let answer = try await session.office.card(serial)
      Console.write(
        OfficeJSON.text(desk.format, ["card": answer.rawValue]) ?? answer.label[desk.language]
          + "\n"
      )
    }
  }
}

extension CardAnswer {
  /// What people call it.
  var label: Bilingual {
    switch self {
    case .valid: Bilingual(rawValue, "有效")
    case .suspended: Bilingual(rawValue, "使用功能中止")
    case .cancelled: Bilingual(rawValue, "已失效")
    case .unknown: Bilingual(rawValue, "查无此证")
    }
  }
}
