import ExpressionLanguage
import Testing

@Suite struct DecimalLiteralTests {
  @Test(arguments: [
    ("0", 0, 0), ("12", 12, 0), ("-12", -12, 0), ("1_000", 1_000, 0), ("0.25", 25, 2),
    ("10%", 10, 2), ("33.5%", 335, 3), ("-0.50", -50, 2), ("9_223_372_036_854_775_807", .max, 0),
  ]) func `a number is its digits and its decimals`(text: String, units: Int64, scale: Int) {
    #expect(DecimalLiteral(text) == DecimalLiteral(units: units, scale: scale))
  }

  @Test(arguments: [
    "", "-", "1.", ".5", "1..2", "1.2.3", "1__0", "_1", "1_", "1,000", "1 000", "0x1", "1e3", "%",
    "9_223_372_036_854_775_808", "0.0000000000001", "１２", "--1", "1%%",
  ]) func `anything else is no number`(text: String) {
    #expect(DecimalLiteral(text) == nil)
  }

  @Test func `a number reads back as it was written, with the decimals of its scale`() {
    for units in Int64(-1_050)...1_050 {
      for scale in 0...4 {
        let number = DecimalLiteral(units: units, scale: scale)
        #expect(DecimalLiteral(number.description) == number)
        let short = DecimalLiteral(number.shortest)
        #expect(short?.units(atScale: scale) == units)
      }
    }
  }

  @Test func `no digit is lost between scales`() {
    let number = DecimalLiteral(units: 1_250, scale: 3)
    #expect(number.units(atScale: 3) == 1_250)
    #expect(number.units(atScale: 2) == 125)
    #expect(number.units(atScale: 1) == nil)
    #expect(number.units(atScale: 6) == 1_250_000)
    #expect(DecimalLiteral(units: .max, scale: 0).units(atScale: 1) == nil)
  }
}
