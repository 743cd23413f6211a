import Casework
import ExpressionLanguage
import FactFiles
import Foundation
import Scoring

/// A small file of YAML or JSON about a person, each value as it was written.
struct PersonInput {
  /// The keys of an identity, each in English and Chinese.
  static let personKeys = [
    Bilingual("name", "姓名"), Bilingual("identity number", "公民身份号码"),
    Bilingual("phone", "电话"), Bilingual("registered address", "户籍地址"),
    Bilingual("household place", "户籍地"),
  ]
  /// The keys of a residence.
  static let residenceKeys = [
    Bilingual("address", "地址"), Bilingual("district", "片区"), Bilingual("place", "居住地"),
    Bilingual("from", "起始日期"), Bilingual("proof", "证明材料"),
  ]

  private let keys: [Bilingual]
  private let values: [String: String]

  /// Reads a file, or standard input where `path` is `-`.
  init(_ path: String, _ keys: [Bilingual]) throws {
    let bytes = try PersonInput.bytes(path)
    let source = SourceText(name: path, bytes: bytes)
    let name = path == "-" ? Bilingual("standard input", "标准输入") : Bilingual(path, path)
    let file = FactFileReader.read(source)
    guard case .map(let entries, _) = file.tree else {
      let line = file.diagnostics.sorted.first.map { ":\(source.line(at: $0.range.start))" } ?? ""
      throw BadInput(
        english:
          "\(name.english)\(line) cannot be read; write YAML or JSON: a key, a colon and its "
          + "value, a line for each",
        chinese: "\(name[.chinese])\(line) 无法读取；请写成 YAML 或 JSON：每行一项，写明项目、冒号和内容"
      )
    }
    var values: [String: String] = [:]
    for entry in entries {
      let line = source.line(at: entry.keyRange.start)
      let place = Bilingual("\(name.english):\(line)", "\(name[.chinese]):\(line)")
      // What stands in the file is never said: it may be a name or a number.
      guard
        let key = keys.first(where: {
          NameKey.of($0.english) == NameKey.of(entry.key) || $0.chinese == entry.key
        })
      else {
        throw BadInput(
          english: "\(place.english): what stands there is none of "
            + keys.map(\.english).joined(separator: ", "),
          chinese: "\(place[.chinese])：该项不是可填项目："
            + keys.map { $0[.chinese] }.joined(separator: "、")
        )
      }
      guard case .scalar(let text, _, _) = entry.value, values[key.english] == nil else {
        throw BadInput(
          english: "\(place.english): \(key.english) wants one value, once",
          chinese: "\(place[.chinese])：“\(key[.chinese])”应填一项内容，且只填一次"
        )
      }
      values[key.english] = text
    }
    (self.keys, self.values) = (keys, values)
  }

  /// A value; `nil` where it is not given or empty.
  subscript(_ key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  /// The identity that it tells.
  func identity(today: CivilDate) throws -> Identity {
    let typed = try required("identity number")
    let number: IdentityNumber
    do throws(IdentityNumber.Fault) {
      number = try IdentityNumber(reading: typed, on: today)
    } catch {
      throw BadInput(english: error.words.english, chinese: error.words.chinese)
    }
    return Identity(
      name: try required("name"),
      number: number,
      registeredAddress: self["registered address"] ?? "",
      householdPlace: self["household place"] ?? ""
    )
  }

  /// The residence that it tells.
  func residence(today: CivilDate) throws -> Residence {
    let from = try self["from"].map { text in
      guard let day = CivilDate(text) else {
        throw BadInput(
          english: "from wants a day such as 2026-11-23",
          chinese: "起始日期应写作 2026-11-23"
        )
      }
      return day
    }
    return Residence(
      address: try required("address"),
      district: self["district"] ?? "",
      place: try required("place"),
      from: from ?? today,
      proof: self["proof"] ?? ""
    )
  }

  /// One line of standard input.
  static func line(_ path: String) throws -> String? {
    let text = String(decoding: try bytes(path), as: UTF8.self).trimmed
    return text.isEmpty ? nil : text
  }

  private func required(_ key: String) throws -> String {
    guard let value = self[key] else {
      let label = keys.first { $0.english == key } ?? Bilingual(key, key)
      throw BadInput(english: "\(label.english) is missing", chinese: "缺少“\(label[.chinese])”")
    }
    return value
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard path == "-" else { return try FileBytes.read(path) }
    return Array(FileHandle.standardInput.readDataToEndOfFile())
  }
}

extension StringProtocol {
  /// Without white space around it.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
