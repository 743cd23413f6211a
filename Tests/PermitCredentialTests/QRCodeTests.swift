import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import PermitCredential

@Suite struct QRCodeTests {
  private let link = "https://permit.example/c/eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl"

  @Test func `a code is drawn as it always was`() throws {
    Golden.expect(try QRCode(link).terminal(hasColour: false), equals: "code.txt")
    Golden.expect(try QRCode(link).svg(title: "居住证 QR <code>") + "\n", equals: "code.svg")
  }

  @Test(arguments: QRCode.Correction.allCases)
  func `its three corners are where a reader looks for them`(level: QRCode.Correction) throws {
    let code = try QRCode(link, correction: level)
    #expect(code.width == 17 + 4 * code.version)
    let last = code.width - 7
    for (row, column) in [(0, 0), (0, last), (last, 0)] {
      for y in 0..<7 {
        for x in 0..<7 {
          let ring = max(abs(y - 3), abs(x - 3))
          #expect(code[row + y, column + x] == (ring != 2))
        }
      }
    }
    #expect(!code[last, last] || !code[last + 6, last + 6] || !code[last + 6, last])
    #expect(!code[-1, 0] && !code[0, code.width])
  }

  @Test func `the drawing has a title, a quiet zone and neither styles nor scripts`() throws {
    let code = try QRCode(link)
    let svg = code.svg(title: #"<b>&"#)
    #expect(svg.contains("<title>&lt;b&gt;&amp;</title>") && svg.contains(#"role="img""#))
    #expect(svg.contains(#"shape-rendering="crispEdges""#))
    #expect(svg.contains(#"viewBox="0 0 \#(code.width + 8) \#(code.width + 8)""#))
    #expect(!svg.contains("style") && !svg.contains("script"))
    // As many dark modules in the path as in the code, none within the quiet zone.
    let path = svg.split(separator: "\"").first { $0.hasPrefix("M4 ") } ?? ""
    let runs = path.split(separator: "z").map { run in
      run.dropFirst().split { "  hvH".contains($0) }.compactMap { Int($0) }
    }
    let dark = (0..<code.width).reduce(0) { sum, row in
      sum + (0..<code.width).filter { code[row, $0] }.count
    }
    #expect(runs.reduce(0) { $0 + $1[2] } == dark)
    #expect(runs.allSatisfy { $0[0] >= 4 && $0[1] >= 4 && $0[0] + $0[2] <= code.width + 4 })
  }

  @Test func `in a terminal every line is as wide as the code and its quiet zone`() throws {
    let code = try QRCode(link)
    let side = code.width + 8
    let lines = code.terminal(hasColour: false).split(separator: "\n")
    #expect(lines.count == (side + 1) / 2 && lines.allSatisfy { $0.count == side })
    #expect(lines[0] == String(repeating: "█", count: side))
    let coloured = code.terminal(hasColour: true).split(separator: "\n")
    #expect(coloured.allSatisfy { $0.hasPrefix("\u{1B}[30;107m") && $0.hasSuffix("\u{1B}[0m") })
    #expect(coloured[0].count == side + 9 + 4)
  }

  @Test func `what has no code is refused with its reason`() throws {
    #expect(throws: QRFault.text) { try QRCode("") }
    #expect(throws: QRFault.text) { try QRCode("a\u{0}b") }
    #expect(throws: QRFault.long) { try QRCode(String(repeating: "a", count: 2_954)) }
    #expect(try QRCode(String(repeating: "a", count: 2_331)).version == 40)
  }
}
