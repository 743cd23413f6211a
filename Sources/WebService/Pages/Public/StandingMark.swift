import ExpressionLanguage
import Policy

/// How well something is founded, for `parts/standing`.
struct StandingMark: Sendable {
  let isSample: Bool
  let isReported: Bool
  let isEnacted: Bool

  init(_ standing: Standing) {
    isSample = standing == .sample
    isReported = standing == .reported
    isEnacted = standing == .enacted
  }
}
