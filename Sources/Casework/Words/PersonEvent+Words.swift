import ExpressionLanguage

extension PersonEvent {
  var words: Bilingual {
    switch self {
    case .registered: Bilingual("file opened", "建立档案")
    case .identityCorrected: Bilingual("identity corrected", "更正身份信息")
    case .phoneChanged: Bilingual("phone changed", "变更联系电话")
    case .residenceRegistered(let residence):
      Bilingual(
        "residence registered from \(residence.from.words.english)",
        "居住登记，自\(residence.from.words.chinese)起"
      )
    case .residenceEnded(let number, let last):
      Bilingual(
        "residence \(number) ended, last on \(last.words.english)",
        "第\(number)项居住登记终止，至\(last.words.chinese)止"
      )
    case .employerChanged(nil, let from):
      Bilingual("no employer from \(from.words.english)", "自\(from.words.chinese)起无用人单位")
    case .employerChanged(_, let from):
      Bilingual("employer changed from \(from.words.english)", "变更用人单位，自\(from.words.chinese)起")
    case .relativeLinked(_, let relation):
      Bilingual("family: \(relation.label.english) linked", "关联家庭成员：\(relation.label.chinese)")
    case .relativeUnlinked: Bilingual("family link ended", "解除家庭成员关联")
    case .guardianAppointed: Bilingual("somebody may act for the person", "确定代办人")
    case .guardianEnded: Bilingual("nobody acts for the person any more", "代办关系终止")
    case .wardTaken: Bilingual("may act for another", "可以代他人办理")
    case .wardLeft: Bilingual("acts for the other no more", "不再代他人办理")
    case .protectionSet(true, _): Bilingual("file protected", "档案列入保护")
    case .protectionSet(false, _): Bilingual("protection lifted", "解除档案保护")
    case .mergedFrom(let duplicate):
      Bilingual("took in the file \(duplicate.text)", "并入档案 \(duplicate.text)")
    case .mergedInto(let survivor):
      Bilingual("merged into the file \(survivor.text)", "并至档案 \(survivor.text)")
    }
  }
}
