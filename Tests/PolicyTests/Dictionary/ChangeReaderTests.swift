import ExpressionLanguage
import Testing

@testable import Policy

/// What the column `can change` may say, and what it means.
struct ChangeReaderTests {
  private static let ordered = ValueType(
    .choice(
      ChoiceType(values: ["none", "low", "high"].map { ChoiceValue(label: $0) }, isOrdered: true)
    )
  )
  private static let year = ValueType(.number(NumberType(least: 2_022, greatest: 2_100)))

  private func read(
    _ text: String,
    _ type: ValueType,
    inRecords: Bool = false
  ) -> (change: Changeability, isGood: Bool) {
    var reader = ChangeReader(type: type, inRecords: inRecords)
    let cell = Cell(text: text, range: SourceRange(0, text.utf8.count))
    let change = reader.changeability(cell)
    return (change, reader.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("no", Changeability.fixed), ("否", .fixed), ("no · 否", .fixed), ("yes", .free), ("是", .free),
    ("up", .upward), ("只增", .upward), ("up · 只增", .upward), ("只增 · up", .upward),
    ("to \"low\"", .to([.choice(1)])), ("to \"low\" · 低", .to([.choice(1)])),
    ("改为\"low\" · 低, \"high\" · 高", .to([.choice(1), .choice(2)])),
  ])
  func `each form says one thing, in either language or both`(
    text: String,
    wanted: Changeability
  ) {
    let (change, isGood) = read(text, ChangeReaderTests.ordered)
    #expect(change == wanted && isGood, "\(text)")
  }

  @Test func `yes and no can be reached one by one, and a year goes on`() {
    #expect(read("to yes · 是", .truth).change == .to([.truth(true)]))
    #expect(read("to no", .truth).change == .to([.truth(false)]))
    #expect(read("each year · 逐年", ChangeReaderTests.year).change == .yearly)
    #expect(read("up", ChangeReaderTests.year).change == .upward)
  }

  @Test(arguments: ["", "maybe", "yes · 否", "Yes", "to", "to ", "to \"\"", "to low", "逐年"])
  func `anything else is refused and taken for no`(text: String) {
    let (change, isGood) = read(text, ChangeReaderTests.ordered)
    #expect(change == .fixed && !isGood, "\(text)")
  }

  @Test func `what has no order only grows nowhere, and a record has no year`() {
    #expect(!read("up", .truth).isGood && !read("up", ValueType(.text)).isGood)
    #expect(!read("each year", ChangeReaderTests.year, inRecords: true).isGood)
    #expect(!read("each year", .truth).isGood)
  }

  @Test func `its text reads back as itself`() {
    for change in [Changeability.fixed, .free, .upward, .to([.choice(2), .choice(0)])] {
      let text = change.text(ChangeReaderTests.ordered)
      #expect(read(text, ChangeReaderTests.ordered).change == change, "\(text)")
    }
    #expect(read(Changeability.yearly.text(ChangeReaderTests.year), ChangeReaderTests.year).isGood)
  }
}
