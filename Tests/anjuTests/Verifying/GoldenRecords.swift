import ExpressionLanguage
import FactFiles
import Foundation
import Policy
import TestSupport

@testable import Scoring
@testable import anju

/// The records that are kept for ever, with the texts that they were made with.
///
/// `Records/1` was made by the first engine that records; nothing in it is ever changed. When the
/// format changes, a folder is added.
enum GoldenRecords {
  static let folder = PackageRoot.file("Tests/anjuTests/Records")

  /// The formats of which records are kept.
  static var formats: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The frozen texts of a format.
  static func texts(_ format: String = "1") throws -> [PolicyFile] {
    try PolicyFolder.read(folder.appending(path: "\(format)/Policies").path)
  }

  /// The names of the records of a format.
  static func names(_ format: String = "1") throws -> [String] {
    let path = folder.appending(path: "\(format)/records").path
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// The bytes of one record.
  static func bytes(_ name: String, _ format: String = "1") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "\(format)/records/\(name)")))
  }

  /// A record as JSON without its seal.
  static func value(_ name: String) throws -> JSONValue {
    let source = SourceText(name: name, bytes: try bytes(name))
    guard let tree = RecordFileReader.read(source).tree,
      case .object(let entries) = try JSONValue(tree)
    else { throw Unreadable() }
    return .object(entries.filter { $0.key != "sha256" })
  }

  /// A record, read.
  static func record(_ name: String) throws -> DecisionRecord {
    let source = SourceText(name: name, bytes: try bytes(name))
    guard let tree = RecordFileReader.read(source).tree else { throw Unreadable() }
    return try DecisionRecord(format1: tree)
  }

  struct Unreadable: Error {}

  /// The bytes of a record that somebody else sealed.
  static func sealed(_ value: JSONValue) -> [UInt8] {
    RecordSeal.sealed(JSONWriter.text(value), hash: PolicyFolder.hash)
  }

  /// What is said of bytes, in English.
  static func report(
    _ bytes: [UInt8],
    by verifier: inout RecordVerifier,
    _ language: Language = .english,
    strict: Bool = false
  ) -> VerdictReport {
    let verdict = verifier.verify(SourceText(name: "r.json", bytes: bytes))
    return VerdictReport(verdict, "r.json", language, strict: strict)
  }
}

extension JSONValue {
  /// The paths to all texts, numbers, truths and nulls.
  var leaves: [[JSONStep]] {
    switch self {
    case .object(let entries):
      entries.flatMap { entry in entry.value.leaves.map { [.key(entry.key)] + $0 } }
    case .list(let values):
      values.enumerated().flatMap { index, value in value.leaves.map { [.index(index)] + $0 } }
    default: [[]]
    }
  }

  /// What stands at a path.
  subscript(path path: ArraySlice<JSONStep>) -> JSONValue {
    get {
      switch (path.first, self) {
      case (.key(let key), .object): (self[key: key] ?? .null)[path: path.dropFirst()]
      case (.index(let index), .list(let values)): values[index][path: path.dropFirst()]
      default: self
      }
    }
    set {
      switch (path.first, self) {
      case (.key(let key), .object(var entries)):
        for index in entries.indices where entries[index].key == key {
          entries[index].value[path: path.dropFirst()] = newValue
        }
        self = .object(entries)
      case (.index(let index), .list(var values)):
        values[index][path: path.dropFirst()] = newValue
        self = .list(values)
      default: self = newValue
      }
    }
  }
}

/// One step into a value of JSON.
enum JSONStep: Hashable {
  case key(String)
  case index(Int)
}
