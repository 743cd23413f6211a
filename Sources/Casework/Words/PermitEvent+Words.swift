import ExpressionLanguage

extension PermitEvent {
  var words: Bilingual {
    switch self {
    case .issued(_, _, let due):
      Bilingual(
        "permit issued; first endorsement due \(due.words.english)",
        "发放居住证；首次签注截止\(due.words.chinese)"
      )
    case .endorsed(let endorsement, let due, let tenureFrom):
      endorsement.isLate
        ? Bilingual(
          "endorsed late, restored; next due \(due.words.english), tenure counts from \(tenureFrom.words.english)",
          "补办签注，恢复使用；下次截止\(due.words.chinese)，居住年限自\(tenureFrom.words.chinese)起计算"
        )
        : Bilingual("endorsed; next due \(due.words.english)", "签注；下次截止\(due.words.chinese)")
    case .endorsementRefused:
      Bilingual(
        "endorsement refused, the conditions are no longer met",
        "不予签注，不再符合条件"
      )
    case .suspended(let from):
      Bilingual(
        "suspended from \(from.words.english), endorsement is late",
        "逾期未签注，自\(from.words.chinese)起使用功能中止"
      )
    case .cardLost: Bilingual("card reported lost", "居住证挂失")
    case .cardDamaged: Bilingual("card reported damaged", "居住证损坏")
    case .cardReplaced(_, _, let fee):
      Bilingual("new card, fee \(fee.yuan) yuan", "换领、补领新证，工本费\(fee.yuan)元")
    case .cancelled(let ground, let from):
      Bilingual(
        "permit cancelled from \(from.words.english): \(ground.label.english)",
        "自\(from.words.chinese)起注销：\(ground.label.chinese)"
      )
    case .confiscationProposed(let ground, _):
      Bilingual(
        "confiscation proposed: \(ground.label.english)",
        "提请收缴：\(ground.label.chinese)"
      )
    case .confiscationSeconded:
      Bilingual("another officer agrees to the confiscation", "又一名人员同意收缴")
    case .confiscated(let ground, _):
      Bilingual("permit confiscated: \(ground.label.english)", "收缴居住证：\(ground.label.chinese)")
    case .confiscationDropped: Bilingual("confiscation dropped", "不予收缴")
    case .restored: Bilingual("permit restored, it was ended in error", "更正错误，恢复居住证")
    }
  }
}

extension Int {
  /// An amount of fen in yuan, with cents only where there are some.
  package var yuan: String {
    let (whole, cents) = magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = self < 0 ? "-" : ""
    return cents == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(cents < 10 ? "0" : "")\(cents)"
  }
}
