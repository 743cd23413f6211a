import ExpressionLanguage
import Policy

/// Chooses the jurisdiction that an assessment is for.
enum Jurisdiction {
  /// The one asked for, or the only one from whose measures no other takes anything.
  static func choose(
    _ wanted: String?,
    in library: PolicyLibrary
  ) throws(BadInput) -> String {
    let known = library.jurisdictions
    if let wanted {
      if known.contains(wanted) { return wanted }
      let near = Spelling.nearest(to: wanted, among: known)
      let list = known.joined(separator: ", ")
      throw BadInput(
        english: "there is no jurisdiction \(wanted); there are: \(list)"
          + (near.map { "; did you mean \($0)?" } ?? ""),
        chinese: "没有“\(wanted)”；现有：\(list)" + (near.map { "；是否应为“\($0)”？" } ?? "")
      )
    }
    let candidates = library.candidates
    guard candidates.count == 1, let only = candidates.first else {
      let list = candidates.joined(separator: ", ")
      throw BadInput(
        english: candidates.isEmpty
          ? "there are no measures" : "choose one with --jurisdiction: \(list)",
        chinese: candidates.isEmpty ? "没有办法" : "请用 --jurisdiction 选定：\(list)"
      )
    }
    return only
  }
}
