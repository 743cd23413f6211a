import Testing

@testable import Registry

@Suite struct CSVReaderTests {
  private func rows(_ text: String, _ rules: ExchangeRules = ExchangeRules()) throws -> [[String]] {
    var reader = CSVReader(Array(text.utf8), rules: rules)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.cells.map(\.text)) }
    return rows
  }

  private func fault(_ text: String, _ rules: ExchangeRules = ExchangeRules()) -> CSVFault? {
    do { _ = try rows(text, rules) } catch { return error as? CSVFault }
    return nil
  }

  @Test func `rows end in either line end and cells may be quoted`() throws {
    #expect(try rows("a,b\r\n1,\"x,\"\"y\"\"\nz\"\n") == [["a", "b"], ["1", "x,\"y\"\nz"]])
    #expect(try rows("\u{FEFF}a,b\n,") == [["a", "b"], ["", ""]])
    #expect(try rows("") == [])
    #expect(try rows("\n") == [])
    #expect(try rows("a\n\nb\n\n") == [["a"], [""], ["b"]])
    #expect(try rows("a,\"\"") == [["a", ""]])
  }

  @Test func `a fault has its line and its character`() {
    #expect(
      fault("姓名,b\n张三,\"open")
        == CSVFault(kind: .unclosedQuote, place: TextPlace(line: 2, column: 4))
    )
    #expect(
      fault("a\n\"x\ny\"z,1")
        == CSVFault(kind: .afterQuote, place: TextPlace(line: 3, column: 3))
    )
    #expect(
      fault("\u{FEFF}a,b\rc,d")
        == CSVFault(kind: .loneReturn, place: TextPlace(line: 1, column: 4))
    )
  }

  @Test func `what is longer than allowed is a fault`() {
    var rules = ExchangeRules()
    rules.longestCell = 10
    rules.longestRow = 20
    rules.mostColumns = 5
    #expect(
      fault("ab,12345678901\n", rules)
        == CSVFault(kind: .longCell(most: 10), place: TextPlace(line: 1, column: 4))
    )
    #expect(
      fault("a\n1234567890,1234567890,1", rules)
        == CSVFault(kind: .longRow(most: 20), place: TextPlace(line: 2, column: 1))
    )
    #expect(
      fault("1,2,3,4,5,6", rules)
        == CSVFault(kind: .manyCells(most: 5), place: TextPlace(line: 1, column: 1))
    )
  }

  @Test func `a hundred thousand rows are read one at a time`() throws {
    let bytes = Array(String(repeating: "1,x\n", count: 100_000).utf8)
    var reader = CSVReader(bytes)
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == 100_000)
  }

  @Test func `what is written is read back and runs nowhere`() throws {
    let cells = ["=1+1", "+1", "-1", "@a", " =1", "＝1", "110101199001011234", "a\"b,c", "x\u{0}y"]
    var writer = CSVWriter()
    writer.write(cells)
    let read = try rows(String(decoding: writer.bytes, as: UTF8.self))[0]
    #expect(read.dropLast(2).allSatisfy { $0.hasPrefix("'") })
    #expect(read[7] == "a\"b,c")
    #expect(read[8] == "x␀y")
    #expect(CellText.unwrapped(read[6]) == cells[6])
  }

  @Test func `bytes that are not UTF-8 are read as GB 18030`() throws {
    let gb: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB]
    let (text, encoding) = try TextEncoding.read(gb, declared: nil)
    #expect(String(decoding: text, as: UTF8.self) == "姓名")
    #expect(encoding == .gb18030)
    #expect(try TextEncoding.read(Array("姓名".utf8), declared: nil).encoding == .utf8)
    #expect(throws: DeliveryRefusal.notUTF8) { try TextEncoding.read(gb, declared: .utf8) }
    #expect(throws: DeliveryRefusal.unreadableBytes(line: 2)) {
      try TextEncoding.read([0x61, 0x0A, 0xFF, 0x61], declared: nil)
    }
    #expect(throws: DeliveryRefusal.utf16) {
      try TextEncoding.read([0xFF, 0xFE, 0x61, 0x00], declared: nil)
    }
  }
}
