import Foundation
import ExpressionLanguage
import WebService

/// The file that `office names` points to: lines `code: 中文|English`.
enum OfficeNameFile {
  /// Reads the names.
  ///
  /// - Throws: `BadInput` with the line that can't be read, or that names an office in one language.
  static func read(_ path: String) throws -> OfficeNames {
    let lines = try SettingLines.read(path)
    return OfficeNames(
      try lines.map { line throws(BadInput) in
        let halves = line.value.split(separator: "|", omittingEmptySubsequences: false)
          .map(\.trimmed)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else {
          throw BadInput(
            english: "\(line.place): an office is named in both languages: code: 中文|English",
            chinese: "\(line.place)：机构须有中英文两个名称：代码: 中文|English"
          )
        }
        return (line.name, Bilingual(halves[1], halves[0]))
      }
    )
  }
}
