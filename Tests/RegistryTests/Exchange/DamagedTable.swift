import TestSupport

/// A sound table and the ways in which one comes damaged.
struct DamagedTable {
  /// What was done to it.
  enum Damage: CaseIterable {
    case flippedByte, cut, doubledLine, doubledFile, reordered, lostColumn, moreColumns
    case otherEncoding, halfEncoding, wrongNumber, emptyCells, junkLine, blankLines, quote, nul
    case loneReturns, swappedColumns, futureDate, impossibleDate, formula, longCell, wideDigits
    case spaces, excelText, cutNumbers, otherHeader, doubledHeader, noHeader, wrongValue

    /// Whether a damaged cell can still be a sound one that says something else.
    var canLie: Bool { self == .flippedByte || self == .cut }
  }

  static let header = "身份证号,姓名,学历学位,截至"

  /// A sound table of people.
  static func sound(_ count: Int) -> [String] {
    let values = ["硕士", "博士", "bachelor", "大学专科"]
    return (0..<count).map {
      "\(Exchange.number($0)),某人\($0),\(values[$0 % 4]),2026-11-0\($0 % 9 + 1)"
    }
  }

  var bytes: [UInt8]
  let damage: Damage

  init(seed: UInt64, rows count: Int) {
    var random = SplitMix64(seed: seed)
    damage = Damage.allCases[Int(seed) % Damage.allCases.count]
    var header = DamagedTable.header
    var lines = DamagedTable.sound(count)
    let at = Int.random(in: 0..<count, using: &random)
    var cells = lines[at].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let column = Int.random(in: 0..<4, using: &random)
    var after: ([UInt8]) -> [UInt8] = { $0 }
    switch damage {
    case .flippedByte:
      let (place, bit) = (
        UInt64.random(in: 0...UInt64.max, using: &random), UInt8.random(in: 0..<8, using: &random)
      )
      after = { bytes in
        var bytes = bytes
        bytes[Int(place % UInt64(bytes.count))] ^= 1 << bit
        return bytes
      }
    case .cut:
      let place = UInt64.random(in: 0...UInt64.max, using: &random)
      after = { Array($0.prefix(Int(place % UInt64($0.count)))) }
    case .doubledLine: lines.insert(lines[at], at: Int.random(in: 0...count, using: &random))
    case .doubledFile: lines += lines
    case .reordered: lines.shuffle(using: &random)
    case .lostColumn: cells.remove(at: column)
    case .moreColumns: cells.insert("多", at: column)
    case .otherEncoding: after = DamagedTable.gb18030
    case .halfEncoding: after = { $0 + [0xFF, 0xFE, 0x80, 0x0A] }
    case .wrongNumber:
      var digits = Array(cells[0])
      let place = Int.random(in: 0..<18, using: &random)
      digits[place] = digits[place] == "7" ? "3" : "7"
      cells[0] = String(digits)
    case .emptyCells: cells = ["", "", "", ""]
    case .junkLine:
      let junk = (0..<30).map { _ in
        Character(Unicode.Scalar(UInt8.random(in: 32..<127, using: &random)))
      }
      lines.insert(String(junk.filter { $0 != "\"" }), at: at)
    case .blankLines: lines.insert("", at: at)
    case .quote: cells[column] += "\""
    case .nul: cells[column] += "\u{0}"
    case .loneReturns: after = { $0.filter { $0 != 0x0A } }
    case .swappedColumns: cells.swapAt(column, (column + 1) % 4)
    case .futureDate: cells[3] = "2027-01-01"
    case .impossibleDate: cells[3] = ["2026-02-30", "45291", "11/1/26", "昨天"][column]
    case .formula: cells[column] = "=cmd|' /C calc'!A0"
    case .longCell: cells[column] = String(repeating: "长", count: 2_000)
    case .wideDigits:
      cells[0] = String(
        String.UnicodeScalarView(
          cells[0].unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }
        )
      )
    case .spaces: cells[column] = "\u{3000} \(cells[column])\u{A0}\t"
    case .excelText: cells[0] = "=\"\(cells[0])\""
    case .cutNumbers: cells[0] = "1.39999E+17"
    case .otherHeader: header = header.replacing("学历学位", with: "学历")
    case .doubledHeader: lines.insert(header, at: at)
    case .noHeader: header = lines.removeFirst()
    case .wrongValue: cells[2] = "高中毕业"
    }
    let isCellDamage: Set<Damage> = [
      .lostColumn, .moreColumns, .wrongNumber, .emptyCells, .quote, .nul, .swappedColumns,
      .futureDate, .impossibleDate, .formula, .longCell, .wideDigits, .spaces, .excelText,
      .cutNumbers, .wrongValue,
    ]
    if isCellDamage.contains(damage) { lines[at] = cells.joined(separator: ",") }
    bytes = after(Array(([header] + lines).joined(separator: "\r\n").utf8 + [0x0D, 0x0A]))
  }

  /// The same text as spreadsheets in China save it; the few characters that a sound table has.
  private static func gb18030(_ bytes: [UInt8]) -> [UInt8] {
    let codes: [Character: [UInt8]] = [
      "身": [0xC9, 0xED], "份": [0xB7, 0xDD], "证": [0xD6, 0xA4], "号": [0xBA, 0xC5],
      "姓": [0xD0, 0xD5], "名": [0xC3, 0xFB], "学": [0xD1, 0xA7], "历": [0xC0, 0xFA],
      "位": [0xCE, 0xBB], "截": [0xBD, 0xD8], "至": [0xD6, 0xC1], "某": [0xC4, 0xB3],
      "人": [0xC8, 0xCB], "硕": [0xCB, 0xB6], "士": [0xCA, 0xBF], "博": [0xB2, 0xA9],
      "大": [0xB4, 0xF3], "专": [0xD7, 0xA8], "科": [0xBF, 0xC6],
    ]
    return String(decoding: bytes, as: UTF8.self).flatMap { codes[$0] ?? Array(String($0).utf8) }
  }
}
