import Casework
import ExpressionLanguage
import Registry

/// The people found.
struct SearchReport {
  private let page: SearchPage

  init(_ page: SearchPage) { self.page = page }

  private struct Output: Encodable {
    struct Hit: Encodable {
      var resident: String
      var isProtected: Bool
      var name: String?
      var number: String?
      var birthDate: String?
      var district: String
      var permit: String?
      var mergedInto: String?
    }
    var hits: [Hit]
    var hasMore: Bool
  }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    let output = Output(
      hits: page.hits.map { hit in
        Output.Hit(
          resident: hit.resident.text,
          isProtected: hit.isProtected,
          name: hit.summary?.name,
          number: hit.summary?.maskedNumber,
          birthDate: hit.summary?.birthDate.description,
          district: hit.district,
          permit: hit.permit?.rawValue,
          mergedInto: hit.mergedInto?.text
        )
      },
      hasMore: page.next != nil
    )
    if let json = OfficeJSON.text(format, output) { return json }
    let isChinese = language == .chinese
    if page.hits.isEmpty { return isChinese ? "未找到\n" : "nobody found\n" }
    var lines = page.hits.map { line($0, language) }
    if page.next != nil { lines.append(isChinese ? "…还有更多，请缩小范围" : "… there are more; say more") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ hit: SearchHit, _ language: Language) -> String {
    let isChinese = language == .chinese
    var parts = [hit.resident.text]
    if let summary = hit.summary {
      parts += [summary.name, summary.maskedNumber, summary.birthDate.description]
    }
    if hit.isProtected { parts.append(isChinese ? "受保护" : "protected") }
    if !hit.district.isEmpty { parts.append(hit.district) }
    if let permit = hit.permit {
      parts.append((isChinese ? "居住证" : "permit ") + permit.label[language])
    }
    if let survivor = hit.mergedInto {
      parts.append((isChinese ? "已并入 " : "merged into ") + survivor.text)
    }
    return parts.joined(separator: "  ")
  }
}
