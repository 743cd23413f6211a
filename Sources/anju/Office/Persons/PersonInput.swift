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
    Bilingual("phone", "电话"), Bilingual("ethnicity", "民族"),
    Bilingual("registered address", "户籍地址"), Bilingual("household place", "户籍地"),
  ]
  /// The keys of a residence.
  static let residenceKeys = [
    Bilingual("address", "地址"), Bilingual("district", "片区"), Bilingual("place", "居住地"),
    Bilingual("from", "起始日期"), Bilingual("proof", "证明材料"),
  ]

  private let values: [String: String]

  /// Reads a file, or standard input where `path` is `-`.
  init(_ path: String, _ keys: [Bilingual]) throws {
    let bytes = try PersonInput.bytes(path)
    let source = SourceText(name: path == "-" ? "standard input" : path, bytes: bytes)
    guard case .map(let entries, _) = FactFileReader.read(source).tree else {
      throw BadInput(
        english: "\(source.name) cannot be read as YAML or JSON with a key a line",
        chinese: "\(source.name) 不是每行一项的 YAML 或 JSON"
      )
    }
    var values: [String: String] = [:]
    for entry in entries {
      guard
        let key = keys.first(where: {
          NameKey.of($0.english) == NameKey.of(entry.key) || $0.chinese == entry.key
        }),
        case .scalar(let text, _, _) = entry.value
      else {
        let (line, known) = (source.line(at: entry.keyRange.start), keys.map(\.english))
        throw BadInput(
          english: "\(source.name):\(line): '\(entry.key)' is none of "
            + known.joined(separator: ", "),
          chinese: "\(source.name):\(line)：“\(entry.key)”不是可填项目："
            + keys.map(\.chinese).joined(separator: "、")
        )
      }
      values[key.english] = text
    }
    self.values = values
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
          english: "from wants a day such as 2026-11-23, not '\(text)'",
          chinese: "起始日期应写作 2026-11-23，而不是“\(text)”"
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
      throw BadInput(english: "\(key) is missing", chinese: "缺少 \(key)")
    }
    return value
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard path == "-" else { return try FileBytes.read(path) }
    return Array(FileHandle.standardInput.readDataToEndOfFile())
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
