import ExpressionLanguage
import Policy
import Scoring

/// The texts at hand, to be found again by what a record says of them.
struct RecordedTexts {
  private let files: [PolicyFile]
  private let byHash: [String: PolicyFile]
  /// The calendars at hand: a measure names one, though no decision on a person rests on it.
  private let calendars: [PolicyFile]

  init(_ files: [PolicyFile]) {
    self.files = files
    byHash = Dictionary(files.map { ($0.hash, $0) }) { first, _ in first }
    let paths = Set(PolicyLibrary(files: files).calendars.values.map(\.text.path))
    calendars = files.filter { paths.contains($0.path) }
  }

  /// The very texts that a record names, each under the path that it had, and the calendars at hand.
  ///
  /// - Throws: Which texts are not here, and what is here instead.
  func files(for record: DecisionRecord) throws(BadInput) -> [PolicyFile] {
    var found: [String: PolicyFile] = [:]
    var lost: [Bilingual] = []
    func take(_ text: RecordedText, _ what: Lost) {
      guard let file = byHash[text.hash] else {
        lost.append(lack(text, what))
        return
      }
      found[text.path] = PolicyFile(path: text.path, bytes: file.bytes, hash: file.hash)
    }
    for policy in record.policies {
      for text in policy.texts { take(text, .measure(policy.id, policy.version)) }
    }
    for dictionary in record.dictionaries { take(dictionary, .dictionary(dictionary.id)) }
    for calendar in calendars where found[calendar.path] == nil {
      found[calendar.path] = calendar
    }
    if lost.isEmpty { return found.values.sorted { $0.path < $1.path } }
    throw BadInput(
      english: lost.map(\.english).joined(separator: "\n"),
      chinese: lost.map(\.chinese).joined(separator: "\n")
    )
  }

  /// The texts that a record names, under the paths that they had, and all others at hand.
  ///
  /// - Throws: Which texts are not here, and what is here instead.
  func all(for record: DecisionRecord) throws(BadInput) -> [PolicyFile] {
    let named = try files(for: record)
    let hashes = Set(named.map(\.hash))
    let paths = Set(named.map(\.path))
    return named + files.filter { !hashes.contains($0.hash) && !paths.contains($0.path) }
  }

  /// What is looked for.
  private enum Lost {
    case measure(String, CivilDate)
    case dictionary(String)
  }

  /// Says of a text that is not here what is here instead.
  private func lack(_ text: RecordedText, _ what: Lost) -> Bilingual {
    let library = PolicyLibrary(files: files)
    let wanted: Bilingual
    var other: (path: String, hash: String)?
    var versions: [String] = []
    switch what {
    case .measure(let id, let version):
      wanted = Bilingual("\(id) in force from \(version)", "自\(version)起施行的 \(id)")
      let measures = library.measures.filter { $0.header.id == id }
      other = measures.first { $0.header.from == version }.map { ($0.path, $0.hash) }
      versions = measures.map(\.header.from.description).sorted()
    case .dictionary(let id):
      wanted = Bilingual("the dictionary \(id)", "数据字典 \(id)")
      let path = library.dictionaries.first { $0.value.front.id == id }?.key
      other = path.flatMap { path in library.dictionaryHashes[path].map { (path, $0) } }
    }
    if let other {
      return Bilingual(
        "the text of \(wanted.english) has changed: the record was made with SHA-256 "
          + "\(text.hash), here \(other.path) has \(other.hash)",
        "\(wanted.chinese) 的文本已经改变：记录依据的文本 SHA-256 为 \(text.hash)，"
          + "此处 \(other.path) 为 \(other.hash)"
      )
    }
    let list = versions.joined(separator: ", ")
    return Bilingual(
      "the text of \(wanted.english) is not here: SHA-256 \(text.hash)"
        + (versions.isEmpty ? "" : "; here are the versions of \(list)")
        + "; name the folder that has it with --policies",
      "此处没有\(wanted.chinese) 的文本：SHA-256 为 \(text.hash)"
        + (versions.isEmpty ? "" : "；此处有以下版本：\(list)")
        + "；请用 --policies 指明存有该文本的文件夹"
    )
  }
}
