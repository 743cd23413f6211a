import ExpressionLanguage

extension Application.State {
  /// The state as people read it.
  var words: Bilingual {
    switch self {
    case .submitted: Bilingual("submitted", "已提交")
    case .supplementNeeded: Bilingual("waiting for papers", "待补正")
    case .accepted: Bilingual("accepted", "已受理")
    case .reviewed: Bilingual("reviewed", "已审核")
    case .approved: Bilingual("approved", "已批准")
    case .refused: Bilingual("refused", "不予批准")
    case .issued: Bilingual("issued", "已发证")
    case .notAccepted: Bilingual("not accepted", "不予受理")
    case .withdrawn: Bilingual("withdrawn", "已撤回")
    case .closedUnfinished: Bilingual("closed unfinished", "未办结终止")
    }
  }

  /// What can be done with an application that stands here.
  var whatNext: Bilingual {
    switch self {
    case .submitted:
      Bilingual(
        "accept it, or tell once all that is missing",
        "予以受理，或者一次性告知所缺的全部材料"
      )
    case .supplementNeeded:
      Bilingual(
        "take the papers that were told; accept it once they are all there",
        "接收已告知的材料，齐全后予以受理"
      )
    case .accepted:
      Bilingual(
        "ask departments, wait for their answers as long as they may take, then approve or refuse",
        "请有关部门核查，答复后或者答复期满后批准或者不予批准"
      )
    case .reviewed: Bilingual("approve or refuse it", "批准或者不予批准")
    case .approved: Bilingual("make and hand out the card", "制作并发放证件")
    case .refused:
      Bilingual(
        "seek review as the decision says, or apply again when the conditions are met",
        "按决定书所列途径寻求救济，或者符合条件后重新申请"
      )
    case .issued: Bilingual("work on the permit itself", "请就已发的居住证办理相关业务")
    case .notAccepted:
      Bilingual("turn to the office that was named", "向告知的有关机关申请")
    case .withdrawn, .closedUnfinished: Bilingual("apply again", "重新申请")
    }
  }
}

extension Basis {
  /// The basis as people read it.
  var words: Bilingual {
    switch self {
    case .employment: Bilingual("employment", "就业")
    case .residence: Bilingual("residence", "住所")
    case .study: Bilingual("study", "就读")
    case .relocation: Bilingual("relocation", "疏解转移")
    }
  }
}
