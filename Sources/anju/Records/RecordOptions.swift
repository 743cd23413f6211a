import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

import Glibc

/// Whether and where decisions are recorded.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Record the decision in a new file; of several people, one file each in this folder.",
      valueName: "file or folder/"
    )
  )
  var record: String?

  @Flag(help: "Let a record take the place of a file that is there.")
  var force = false

  @Flag(help: "Leave the name to show out of the record.")
  var withoutName = false

  func validate() throws {
    if record == nil, force || withoutName {
      throw ValidationError("--force and --without-name go with --record")
    }
    if record?.isEmpty == true { throw ValidationError("--record wants a file or a folder") }
  }

  /// Where each person's record goes; `nil` where nothing is recorded.
  ///
  /// Nothing is written yet, and nothing is decided where a record would not find its place.
  func targets(_ files: [String], _ language: Language) throws -> RecordTargets? {
    guard let record else { return nil }
    let isFolder = record.hasSuffix("/") || FileStatus(record)?.isFolder == true
    if !isFolder, files.count > 1 {
      throw ValidationError(
        "the records of several people want a folder: --record \(record)/"
      )
    }
    var targets = RecordTargets(folder: isFolder ? record : nil, options: self, paths: [:])
    var owners: [String: String] = [:]
    for file in files {
      let path = isFolder ? RecordTargets.path(of: file, in: record) : record
      if let other = owners.updateValue(file, forKey: path) {
        throw ValidationError("\(other) and \(file) would both be recorded as \(path)")
      }
      targets.paths[file] = path
    }
    do throws(BadInput) {
      for path in owners.keys.sorted() { try check(path, files) }
    } catch {
      Console.complain("anju: \(error.text[language])\n")
      throw ExitCode.cannotWrite
    }
    return targets
  }

  private func check(_ path: String, _ files: [String]) throws(BadInput) {
    guard let status = FileStatus(path, followsLinks: false) else { return }
    let input = files.first { file in
      FileStatus(file)?.isSameFile(as: FileStatus(path) ?? status) == true
    }
    if let input {
      throw BadInput(
        english: "\(path) is the person's own file \(input); name another file for the record",
        chinese: "\(path) 就是个人资料文件 \(input)；请为记录另取文件名"
      )
    }
    if !force { throw .exists(path) }
    if !status.isPlainFile {
      throw BadInput(
        english: "\(path) is no plain file; name another file for the record",
        chinese: "\(path) 不是普通文件；请为记录另取文件名"
      )
    }
  }
}

/// Where the records of a run go.
struct RecordTargets {
  /// The folder of the records, if they go into one.
  let folder: String?
  let options: RecordOptions
  /// The path of each person's record, by the person's file.
  var paths: [String: String]

  /// The path in a folder: the file's own name, with another ending.
  static func path(of file: String, in folder: String) -> String {
    var name = file.split(separator: "/").last.map(String.init) ?? "person"
    for ending in [".yaml", ".yml", ".json"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
      break
    }
    return (folder.hasSuffix("/") ? folder : folder + "/") + name + ".record.json"
  }

  /// Records a decision.
  func write(
    _ assessment: Assessment,
    of facts: Facts,
    from file: String,
    by set: PolicySet
  ) throws(BadInput) {
    guard let path = paths[file] else { return }
    let record = DecisionRecord(
      assessment,
      of: facts,
      by: set,
      engine: Engine.version,
      keepsName: !options.withoutName
    )
    if let folder { try PrivateFile.makeFolder(folder) }
    let bytes = RecordSeal.sealed(record.text, hash: PolicyFolder.hash)
    try PrivateFile.write(bytes, to: path, replacing: options.force)
  }
}

extension BadInput {
  /// A file is where a new one was to be.
  static func exists(_ path: String) -> BadInput {
    BadInput(
      english: "\(path) is there already; --force lets the record take its place",
      chinese: "\(path) 已经存在；加 --force 可用新记录替换"
    )
  }
}
