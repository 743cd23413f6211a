package import ExpressionLanguage

/// What a permit answers to anybody who holds it up.
package enum PermitStatus: String, CaseIterable, Hashable, Sendable {
  case valid
  /// 使用功能中止: endorsement is late.
  case suspended
  /// 注销、收缴, or another card took this one's place.
  case cancelled
  /// It cannot be told: never to be read as a no.
  case unknown

  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .valid: Bilingual(rawValue, "有效")
    case .suspended: Bilingual(rawValue, "使用功能中止")
    case .cancelled: Bilingual(rawValue, "已失效")
    case .unknown: Bilingual(rawValue, "无法确认")
    }
  }
}
