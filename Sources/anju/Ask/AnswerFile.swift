import ExpressionLanguage
import FactFiles
import Glibc
import Policy
import Scoring

/// The file in which the answers of a conversation are kept.
struct AnswerFile {
  /// Where it is.
  let path: String
  private let language: Language
  /// Entries of another dictionary in the file that the conversation began with.
  private let others: [FactTreeEntry]

  /// Chooses the file: the one asked for, the one begun with where we wrote that, or a new one.
  init(_ wanted: String?, beside begun: BegunFile?, _ language: Language) {
    self.language = language
    others = begun?.others ?? []
    if let wanted {
      path = wanted
    } else if let begun {
      path = begun.isOurs ? begun.path : AnswerFile.free(begun.stem + "-answers")
    } else {
      path = AnswerFile.free(language == .chinese ? "我的资料" : "my-facts")
    }
  }

  /// The first name with this stem that no file has.
  private static func free(_ stem: String) -> String {
    var path = stem + ".yaml"
    var number = 2
    while access(path, F_OK) == 0, number < 10_000 {
      path = "\(stem)-\(number).yaml"
      number += 1
    }
    return path
  }

  /// Whether another file than the one begun with would be written over.
  func replaces(besides begun: BegunFile?) -> Bool {
    access(path, F_OK) == 0 && !(begun.map { isSame(as: $0.path) } ?? false)
  }

  private func isSame(as other: String) -> Bool {
    guard let mine = FileStatus(path), let its = FileStatus(other) else { return false }
    return mine.isSameFile(as: its)
  }

  /// Whether a file can be written there; said before anything is asked.
  func checkPlace() throws(BadInput) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if access(folder, W_OK | X_OK) == 0 { return }
    throw BadInput(
      english: "nothing can be written to \(path); name another file with --to",
      chinese: "无法写入 \(path)；请用 --to 指定其他文件"
    )
  }

  /// Writes what is known, whole or not at all; only the person may read it.
  func write(_ conversation: Conversation, _ model: FactModel) throws(BadInput) {
    let writer = FactFileWriter(model: model, language: language)
    let text = writer.yaml(
      conversation.facts,
      heading: [AnswerFile.heading[language]],
      unfinished: conversation.unfinished,
      others: others
    )
    let draft = path + ".\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw refusal }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes = bytes.dropFirst(count)
    }
    let isWhole = bytes.isEmpty && fsync(file) == 0
    close(file)
    guard isWhole, rename(draft, path) == 0 else {
      unlink(draft)
      throw refusal
    }
  }

  private var refusal: BadInput {
    BadInput(
      english: "\(path) could not be written; nothing in it has changed",
      chinese: "无法写入 \(path)；原有内容没有改动"
    )
  }

  /// What stands first in a file that we wrote; by it we know it again.
  static let heading = Bilingual(
    "Written by anju ask: what is not here is unknown.",
    "由 anju ask 写成：没有列出的，就是未知。"
  )
}

/// The file that a conversation begins with.
struct BegunFile {
  /// Where it is.
  let path: String
  /// Whether `anju ask` wrote it, so that it may write it again.
  let isOurs: Bool
  /// Entries that the dictionary does not know, because another one does.
  let others: [FactTreeEntry]

  /// What is to be known of a file beside its facts; the file has been read before.
  init(_ path: String, _ model: FactModel) throws(BadInput) {
    self.path = path
    let source = SourceText(name: path, bytes: try FileBytes.read(path))
    let first = source.text(source.lineRange(1))
    isOurs = Language.allCases.contains { first == "# " + AnswerFile.heading[$0] }
    guard case .map(let entries, _)? = FactFileReader.read(source).tree else {
      others = []
      return
    }
    let names = model.facts.map(\.name) + model.records.map(\.name)
    others = entries.filter { entry in
      !["name", "姓名"].contains(entry.key)
        && !names.contains { name in
          NameKey.of(name.english) == NameKey.of(entry.key)
            || name.chinese == entry.key.trimmingSpaces
        }
    }
  }

  /// The path without its ending.
  var stem: String {
    for ending in [".yaml", ".yml", ".json"] where path.lowercased().hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }
}
