import ArgumentParser
import ExpressionLanguage
import PermitCredential

/// Draws a code.
struct PermitDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a permit's token as a QR code, in the terminal or as SVG.",
    discussion: """
      Nothing is checked: anju verify permit does that.

      Exit codes: 0 done, 64 usage, 65 the text has no code.
      """
  )

  @Argument(help: "A file that holds the token; - is the input.")
  var file: String

  @Option(help: "What stands before the token in the code, such as https://host/c/.")
  var link = ""

  @Flag(help: "Draw as SVG.")
  var svg = false

  @Option(help: "The language of messages and of the drawing's title: en or zh.")
  var language: Language = Console.language

  func run() throws {
    let bytes = try Console.reading(language) { () throws(BadInput) in
      try FileBytes.read(file == "-" ? "/dev/stdin" : file)
    }
    let token = PermitToken.text(in: String(decoding: bytes, as: UTF8.self))
    do throws(QRFault) {
      let code = try QRCode(link + token)
      let title = Bilingual("QR code of a residence permit", "居住证二维码")[language]
      Console.write(
        svg ? code.svg(title: title) + "\n" : code.terminal(hasColour: Console.hasColour(1))
      )
    } catch {
      Console.complain("anju: \(error.text[language])\n")
      throw ExitCode.badData
    }
  }
}
