import Casework
import ExpressionLanguage
import Policy
import Registry

/// What a holder may have of services.
struct EntitlementReport {
  private let entitlements: [Entitlement]

  init(_ entitlements: [Entitlement]) { self.entitlements = entitlements }

  func text(_ format: OutputFormat, _ language: Language) -> String {
    OfficeJSON.text(format, entitlements.map(EntitlementDocument.init))
      ?? lines(language).joined(separator: "\n") + "\n"
  }

  /// A line each; where it is not yes, the reason stands below the last of those that share it.
  func lines(_ language: Language) -> [String] {
    let isChinese = language == .chinese
    return entitlements.indices.flatMap { index in
      let entitlement = entitlements[index]
      var line = "\(mark(entitlement.answer)) \(entitlement.name[language])："
      if !isChinese { line = "\(mark(entitlement.answer)) \(entitlement.name[language]): " }
      line += entitlement.answer.label[language]
      if let until = entitlement.validUntil {
        line += isChinese ? "，至\(until)" : ", until \(until)"
      }
      line += " · \(entitlement.citation.article[language])"
      if entitlement.citation.standing != .enacted {
        let standing = entitlement.citation.standing
        line += " · " + (isChinese ? standing.chinese : standing.word)
      }
      let reason = entitlement.reason[language]
      let isShared =
        index + 1 < entitlements.count && entitlements[index + 1].reason == entitlement.reason
      let isSaid = entitlement.answer != .yes && !reason.isEmpty && !isShared
      return isSaid ? [line, "    " + reason] : [line]
    }
  }

  private func mark(_ answer: Entitlement.Answer) -> String {
    switch answer {
    case .yes: "✓"
    case .no: "✗"
    case .suspended: "‖"
    case .unknown: "?"
    }
  }
}
