import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

@testable import Scoring
@testable import anju

/// What is said of records that are whole, cut, edited, resealed or of another time.
@Suite struct RecordVerifierTests {
  @Test func `every record that is kept verifies with the texts of its time`() throws {
    #expect(GoldenRecords.formats.contains("1"))
    for format in GoldenRecords.formats {
      var verifier = RecordVerifier(try GoldenRecords.texts(format))
      let names = try GoldenRecords.names(format)
      #expect(!names.isEmpty)
      for name in names {
        let report = GoldenRecords.report(
          try GoldenRecords.bytes(name, format),
          by: &verifier
        )
        #expect(report.code == .same, "\(format)/\(name): \(report.text)")
      }
    }
  }

  @Test func `no byte of a record can be another without being noticed`() throws {
    var bytes = try GoldenRecords.bytes("closed.record.json")
    var random = SplitMix64(seed: 1)
    #expect(RecordSeal.check(bytes, hash: PolicyFolder.hash) == .whole)
    for index in bytes.indices {
      let kept = bytes[index]
      bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
      #expect(RecordSeal.check(bytes, hash: PolicyFolder.hash) != .whole, "byte \(index)")
      bytes[index] = kept
    }
    for index in bytes.indices.suffix(81) {
      let kept = bytes[index]
      for other in UInt8.min...UInt8.max where other != kept {
        bytes[index] = other
        #expect(RecordSeal.check(bytes, hash: PolicyFolder.hash) != .whole, "byte \(index)")
      }
      bytes[index] = kept
    }
  }

  @Test func `a damaged record is unusable, whatever the damage`() throws {
    let bytes = try GoldenRecords.bytes("some-unknown.record.json")
    var verifier = RecordVerifier(try GoldenRecords.texts())
    var random = SplitMix64(seed: 2)
    for _ in 0..<60 {
      var damaged = bytes
      let index = Int.random(in: bytes.indices, using: &random)
      damaged[index] = UInt8.random(in: 0...255, using: &random)
      if damaged == bytes { continue }
      #expect(GoldenRecords.report(damaged, by: &verifier).code == .unusable, "byte \(index)")
      let cut = Array(bytes.prefix(index))
      #expect(GoldenRecords.report(cut, by: &verifier).code == .unusable, "cut at \(index)")
      let longer = bytes + Array(repeating: UInt8(ascii: "\n"), count: 1 + index % 3)
      #expect(GoldenRecords.report(longer, by: &verifier).code == .unusable)
    }
  }

  @Test func `every value of an outcome that is another is named`() throws {
    let record = try GoldenRecords.record("closed.record.json")
    let leaves = record.outcome.leaves
    #expect(leaves.count > 200)
    for path in leaves {
      var edited = record
      let wanted: String
      switch record.outcome[path: path[...]] {
      case .text(let text):
        edited.outcome[path: path[...]] = .text(text + "改")
        wanted = text + "改"
      case .number(let number):
        edited.outcome[path: path[...]] = .number(number + 1)
        wanted = String(number + 1)
      case .truth(let truth):
        edited.outcome[path: path[...]] = .truth(!truth)
        wanted = truth ? "否" : "是"
      default:
        edited.outcome[path: path[...]] = .text("改")
        wanted = "改"
      }
      let comparison = RecordComparison(edited, record)
      let texts = comparison.differences.map { $0.text(.chinese) }
      #expect(!texts.isEmpty, "\(path)")
      // An element with another name is no longer found; it is named as one too many.
      let isNamed = texts.contains { $0.contains(wanted) } || path.last == .key("id")
      #expect(isNamed, "\(path): \(texts)")
    }
  }

  @Test func `facts, dates and texts that are edited and sealed anew decide something else`()
    throws
  {
    let record = try GoldenRecords.value("all-known.record.json")
    var verifier = RecordVerifier(try GoldenRecords.texts())
    let used: Set = ["education", "income", "award-day", "relocated", "permit", "insurance"]
    for leaf in record.leaves {
      guard case .key(let top)? = leaf.first,
        ["record", "jurisdiction", "on", "policies", "dictionaries", "facts", "records"]
          .contains(top),
        case .key(let key)? = leaf.last
      else { continue }
      // What no rule uses, and where a value comes from, only the seal can hold.
      if ["source", "asOf", "path"].contains(key), top != "policies" { continue }
      if key == "path" { continue }
      if top == "facts", case .index(let index) = leaf[1] {
        let id = record[path: [.key("facts"), .index(index), .key("id")][...]].string ?? ""
        if !used.contains(id), key == "value" { continue }
      }
      var edited = record
      switch record[path: leaf[...]] {
      case .text(let text): edited[path: leaf[...]] = .text(text == "true" ? "false" : text + "0")
      case .number(let number): edited[path: leaf[...]] = .number(number + 1)
      default: edited[path: leaf[...]] = .text("0")
      }
      let report = GoldenRecords.report(GoldenRecords.sealed(edited), by: &verifier)
      #expect(report.code != .same, "\(leaf): \(report.text)")
      #expect(report.text.split(separator: "\n").count > 1, "\(leaf): \(report.text)")
    }
  }

  @Test func `a difference is told in the terms of the law, its cause first`() throws {
    var record = try GoldenRecords.value("all-known.record.json")
    let channel: [JSONStep] = [.key("outcome"), .key("channels"), .index(0)]
    let total = channel + [.key("lines"), .index(0)]
    record[path: (channel + [.key("total")])[...]] = .text("58.00")
    record[path: (total + [.key("points")])[...]] = .text("58.00")
    record[path: (total + [.key("lines"), .index(0), .key("points")])[...]] = .text("41.00")
    var verifier = RecordVerifier(try GoldenRecords.texts())
    let bytes = GoldenRecords.sealed(record)
    let english = GoldenRecords.report(bytes, by: &verifier)
    #expect(
      english.text.hasPrefix(
        """
        r.json: different
          channel Settlement by points › Total points › Education points (Article 2 (1)): \
        the record says 41.00, recomputed 40.00
        """
      ),
      "\(english.text)"
    )
    let chinese = GoldenRecords.report(bytes, by: &verifier, .chinese)
    #expect(
      chinese.text.contains("渠道“积分落户” › 总积分 › 学历积分（第二条第(1)项）：记录为41.00，重算为40.00"),
      "\(chinese.text)"
    )
    #expect(chinese.text.contains("记录和重算均用引擎"))
  }

  @Test func `other words alone leave the decision the same, and are shown`() throws {
    var record = try GoldenRecords.value("all-known.record.json")
    let words: [JSONStep] = [
      .key("outcome"), .key("channels"), .index(0), .key("name"), .key("en"),
    ]
    record[path: words[...]] = .text("Settling by points")
    record[path: [.key("engine")][...]] = .text("0.0.9")
    var verifier = RecordVerifier(try GoldenRecords.texts())
    let bytes = GoldenRecords.sealed(record)
    let report = GoldenRecords.report(bytes, by: &verifier)
    #expect(report.code == .same)
    #expect(report.text.contains("the same decision, told in other words"))
    #expect(report.text.contains("Settling by points") && report.text.contains("engine 0.0.9"))
    #expect(GoldenRecords.report(bytes, by: &verifier, strict: true).code == .different)
  }

  @Test func `a key that a newer engine writes is passed over in older records`() throws {
    guard case .object(let entries) = try GoldenRecords.value("all-known.record.json") else {
      throw GoldenRecords.Unreadable()
    }
    var record = JSONValue.object(entries)
    let channel: [JSONStep] = [.key("outcome"), .key("channels"), .index(0)]
    guard case .object(let parts) = record[path: channel[...]] else {
      throw GoldenRecords.Unreadable()
    }
    record[path: channel[...]] = .object(parts.filter { $0.key != "plan" })
    var verifier = RecordVerifier(try GoldenRecords.texts())
    let report = GoldenRecords.report(GoldenRecords.sealed(record), by: &verifier)
    #expect(report.code == .same && report.text.contains("plan"), "\(report.text)")
    record[path: channel[...]] = .object(parts + [("luck", .text("good"))])
    let extra = GoldenRecords.report(GoldenRecords.sealed(record), by: &verifier)
    #expect(extra.code == .different && extra.text.contains("luck"), "\(extra.text)")
  }

  @Test func `a newer format is refused kindly, with its engine`() throws {
    var record = try GoldenRecords.value("closed.record.json")
    record[path: [.key("record")][...]] = .number(2)
    record[path: [.key("engine")][...]] = .text("7.0")
    var verifier = RecordVerifier(try GoldenRecords.texts())
    let report = GoldenRecords.report(GoldenRecords.sealed(record), by: &verifier)
    #expect(report.code == .unusable)
    #expect(report.text.contains("format 2") && report.text.contains("engine 7.0"))
    #expect(report.text.contains("use a newer one"))
  }

  @Test func `a record that another hand has laid out anew is not taken`() throws {
    let text = String(decoding: try GoldenRecords.bytes("closed.record.json"), as: UTF8.self)
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(3)
    let other = body.joined(separator: "\n").replacing("  \"engine\": ", with: "  \"engine\" : ")
    let bytes = RecordSeal.sealed(other.dropLast() + "\n}\n", hash: PolicyFolder.hash)
    var verifier = RecordVerifier(try GoldenRecords.texts())
    let report = GoldenRecords.report(bytes, by: &verifier)
    #expect(report.code == .unusable && report.text.contains("not written as records"))
  }

  @Test(arguments: [
    "", "\n", "{}", "[]", "{\"record\": 1}", "{\"record\": \"1\"}", "记录", "{\"记录\": 1}", "null",
    "{\"record\": 1, \"record\": 1}", "\u{FEFF}{}", "{\"record\": 1.5}", "{\"record\": -1}",
    "{\"record\": 0}", "{\"record\": 99999999999999999999}",
  ])
  func `what is no record is said to be none, and how records are made`(text: String) throws {
    var verifier = RecordVerifier([])
    for language in [Language.english, .chinese] {
      let report = GoldenRecords.report(Array(text.utf8), by: &verifier, language)
      #expect(report.code == .unusable && report.text.count < 1_500, "\(report.text)")
      #expect(report.text.contains("r.json"))
    }
  }

  @Test func `deep and huge files are refused without harm`() throws {
    var verifier = RecordVerifier([])
    let deep = Array((String(repeating: "{\"a\":", count: 100_000)).utf8)
    #expect(GoldenRecords.report(deep, by: &verifier).text.contains("nested too deep"))
    let brackets = String(repeating: "[", count: 499) + String(repeating: "]", count: 499)
    let lists = Array(brackets.utf8)
    #expect(GoldenRecords.report(lists, by: &verifier).code == .unusable)
    let huge = [UInt8](repeating: UInt8(ascii: " "), count: (16 << 20) + 1)
    #expect(GoldenRecords.report(huge, by: &verifier).code == .unusable)
  }

  @Test func `texts that are not here are named, and what is here instead`() throws {
    let bytes = try GoldenRecords.bytes("closed.record.json")
    var nowhere = RecordVerifier([])
    let missing = GoldenRecords.report(bytes, by: &nowhere)
    #expect(missing.code == .unusable)
    #expect(missing.text.contains("the text of town/settlement in force from 2021-01-01 is not"))
    #expect(missing.text.contains("the dictionary town") && missing.text.contains("--policies"))
    var files = try GoldenRecords.texts()
    for index in files.indices where files[index].path.hasSuffix("2021-01-01.md") {
      let text = String(decoding: files[index].bytes, as: UTF8.self)
        .replacing("| 40 | S |", with: "| 41 | S |")
      files[index] = PolicyFile(
        path: files[index].path,
        bytes: Array(text.utf8),
        hash: PolicyFolder.hash(Array(text.utf8))
      )
    }
    var changed = RecordVerifier(files)
    let report = GoldenRecords.report(bytes, by: &changed)
    #expect(report.code == .unusable)
    #expect(report.text.contains("town/settlement in force from 2021-01-01 has changed"))
    #expect(!report.text.contains("dictionary"))
    let other = files.filter { !$0.path.hasSuffix("2021-01-01.md") }
    let later = try #require(files.first { $0.path.hasSuffix("2021-01-01.md") })
    let text = String(decoding: later.bytes, as: UTF8.self)
      .replacing("effective: 2021-01-01", with: "effective: 2025-01-01")
    var versions = RecordVerifier(
      other + [
        PolicyFile(
          path: "town/settlement/2025-01-01.md",
          bytes: Array(text.utf8),
          hash: PolicyFolder.hash(Array(text.utf8))
        )
      ]
    )
    let third = GoldenRecords.report(bytes, by: &versions)
    #expect(third.text.contains("here are the versions of 2025-01-01"), "\(third.text)")
  }

  @Test func `it does not matter where the texts lie`() throws {
    let files = try GoldenRecords.texts().enumerated().map { index, file in
      PolicyFile(path: "elsewhere/\(index).md", bytes: file.bytes, hash: file.hash)
    }
    var verifier = RecordVerifier(files)
    for name in try GoldenRecords.names() {
      let report = GoldenRecords.report(try GoldenRecords.bytes(name), by: &verifier)
      #expect(report.code == .same, "\(report.text)")
    }
  }
}
