import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// One case under `Golden`: the files of a small policy folder, kept in one text.
///
/// A case that begins with `---` is one measure. A case of several files parts them by lines
/// `=== path`. The dictionary `facts.md` is the one that all cases share, unless the case has its
/// own.
struct CaseFile: CustomTestStringConvertible, Sendable {
  /// The path within `Golden`, without its ending.
  var name: String
  /// The files of the folder.
  var files: [PolicyFile]

  var testDescription: String { name }

  private static let golden = PackageRoot.file("Tests/PolicyTests/Golden")

  /// The cases of one folder under `Golden`, in order of their names.
  static func all(in folder: String) -> [CaseFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { file in
      let text = try? String(contentsOf: url(folder).appending(path: file), encoding: .utf8)
      return CaseFile(name: "\(folder)/\(file.dropLast(3))", text: text ?? "")
    }
  }

  private static func url(_ folder: String) -> URL { golden.appending(path: folder) }

  init(name: String, text: String) {
    self.name = name
    var parts: [(path: String, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        parts.append((String(line.dropFirst(4)), []))
      } else if parts.isEmpty {
        parts.append((String(name.split(separator: "/").last ?? "case") + ".md", [line]))
      } else {
        parts[parts.count - 1].lines.append(line)
      }
    }
    files = parts.map { part in
      PolicyFile(
        path: part.path,
        bytes: Array(part.lines.joined(separator: "\n").utf8),
        hash: ""
      )
    }
    if !files.contains(where: { $0.path == "facts.md" }) {
      let shared = try? Data(contentsOf: CaseFile.golden.appending(path: "facts.md"))
      files.append(PolicyFile(path: "facts.md", bytes: Array(shared ?? Data()), hash: ""))
    }
  }

  /// The folder, read.
  var library: PolicyLibrary { PolicyLibrary(files: files) }

  /// Everything that is found in the folder; of facts that nobody uses only where asked.
  func report(unusedFacts: Bool = false) -> Report {
    let whole = PolicyChecker(library).report
    var report = Report()
    for (name, set) in whole.findings {
      guard let source = whole.sources[name] else { continue }
      for diagnostic in set.sorted where unusedFacts || diagnostic.id != "unused-fact" {
        report.insert(diagnostic, in: source)
      }
    }
    return report
  }
}

extension Report {
  /// The ids of what was found, with weight and place, then the words in both languages.
  var golden: String {
    var lines: [String] = []
    for name in findings.keys.sorted() {
      guard let set = findings[name], let source = sources[name] else { continue }
      for diagnostic in set.sorted {
        let line = source.line(at: diagnostic.range.start)
        lines.append("\(diagnostic.id) (\(diagnostic.severity)) \(name):\(line)")
      }
    }
    return lines.map { $0 + "\n" }.joined() + "\n"
      + text(DiagnosticFormatter(language: .english)) + "\n"
      + text(DiagnosticFormatter(language: .chinese))
  }

  /// The ids of everything that was found.
  var ids: Set<String> { Set(findings.values.flatMap { $0.sorted.map(\.id) }) }
}
