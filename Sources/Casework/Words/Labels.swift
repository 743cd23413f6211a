package import ExpressionLanguage

extension Role {
  /// What people call it, by the glossary.
  package var label: Bilingual {
    switch self {
    case .resident: Bilingual("resident", "居民")
    case .employer: Bilingual("employer", "用人单位")
    case .clerk: Bilingual("window clerk", "窗口人员")
    case .reviewer: Bilingual("reviewer", "审核人员")
    case .supervisor: Bilingual("supervisor", "主管人员")
    case .department: Bilingual("department", "核验部门")
    case .policyOfficer: Bilingual("policy officer", "政策人员")
    case .publisher: Bilingual("publisher", "发布人员")
    case .auditor: Bilingual("auditor", "审计人员")
    case .agency: Bilingual("agency", "用证单位")
    case .system: Bilingual("system", "系统")
    }
  }
}

extension Purpose {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .ownAffairs: Bilingual(rawValue, "本人事务")
    case .casework: Bilingual(rawValue, "办理案件")
    case .verification: Bilingual(rawValue, "核验")
    case .service: Bilingual(rawValue, "提供服务")
    case .correction: Bilingual(rawValue, "更正")
    case .audit: Bilingual(rawValue, "审计")
    case .dayWork: Bilingual(rawValue, "日常处理")
    case .dataProtection: Bilingual(rawValue, "个人信息保护")
    }
  }
}

extension Basis {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .employment: Bilingual("employment", "就业")
    case .residence: Bilingual("residence", "住所")
    case .study: Bilingual("study", "就读")
    case .relocation: Bilingual("relocation", "疏解转移")
    }
  }
}

extension Medium {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .paper: Bilingual("on paper", "窗口书面")
    case .online: Bilingual("on line", "网上")
    }
  }
}

extension Application.State {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .submitted: Bilingual(rawValue, "已提交")
    case .supplementNeeded: Bilingual(rawValue, "待补正")
    case .accepted: Bilingual(rawValue, "已受理")
    case .reviewed: Bilingual(rawValue, "已审核")
    case .approved: Bilingual(rawValue, "已批准")
    case .refused: Bilingual(rawValue, "不予批准")
    case .issued: Bilingual(rawValue, "已发证")
    case .notAccepted: Bilingual(rawValue, "不予受理")
    case .withdrawn: Bilingual(rawValue, "已撤回")
    case .closedUnfinished: Bilingual(rawValue, "逾期未补正，已终止")
    }
  }
}

extension Permit.State {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .active: Bilingual(rawValue, "有效")
    case .suspended: Bilingual(rawValue, "使用功能中止")
    case .cancelled: Bilingual(rawValue, "已注销")
    case .confiscated: Bilingual(rawValue, "已收缴")
    }
  }
}

extension Card.State {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .valid: Bilingual(rawValue, "有效")
    case .lost: Bilingual(rawValue, "已挂失")
    case .damaged: Bilingual(rawValue, "已损坏")
    case .handedIn: Bilingual(rawValue, "已交回")
    case .void: Bilingual(rawValue, "已作废")
    }
  }
}

extension CancellationGround {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .movedAway: Bilingual(rawValue, "已迁离")
    case .died: Bilingual(rawValue, "死亡")
    case .settledHere: Bilingual(rawValue, "已在本地落户")
    case .givenUp: Bilingual(rawValue, "本人放弃")
    case .issuedInError: Bilingual(rawValue, "发证有误")
    }
  }
}

extension ConfiscationGround {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .fraud: Bilingual("got by false papers", "骗领")
    case .forged: Bilingual(rawValue, "伪造")
    case .altered: Bilingual(rawValue, "变造")
    }
  }
}

extension Entitlement.Answer {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .yes: Bilingual(rawValue, "可以享受")
    case .no: Bilingual(rawValue, "不能享受")
    case .suspended: Bilingual(rawValue, "已中止")
    case .unknown: Bilingual(rawValue, "尚不能确定")
    }
  }
}

extension FamilyRelation {
  /// What people call it.
  package var label: Bilingual {
    switch self {
    case .spouse: Bilingual(rawValue, "配偶")
    case .child: Bilingual(rawValue, "子女")
    case .parent: Bilingual(rawValue, "父母")
    case .sibling: Bilingual(rawValue, "兄弟姐妹")
    }
  }
}
