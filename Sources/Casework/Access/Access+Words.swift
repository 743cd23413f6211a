package import ExpressionLanguage

extension Role {
  /// What people call it.
  package var words: Bilingual {
    let chinese =
      switch self {
      case .resident: "居民"
      case .employer: "用人单位"
      case .clerk: "窗口"
      case .reviewer: "审核"
      case .supervisor: "主管"
      case .department: "核验部门"
      case .policyOfficer: "政策"
      case .publisher: "发布"
      case .auditor: "审计"
      case .agency: "用证单位"
      case .system: "系统"
      }
    return Bilingual(rawValue, chinese)
  }
}

extension Purpose {
  /// What people call it.
  package var words: Bilingual {
    let chinese =
      switch self {
      case .ownAffairs: "本人事务"
      case .casework: "办件"
      case .verification: "核验"
      case .service: "提供服务"
      case .correction: "更正"
      case .audit: "审计"
      case .dayWork: "日常处理"
      case .dataProtection: "数据保护"
      }
    return Bilingual(rawValue, chinese)
  }
}

extension Relation {
  /// Whose file it is, in words.
  package var words: Bilingual {
    switch self {
    case .own: Bilingual("their own", "本人")
    case .ward: Bilingual("somebody they may act for", "被代办人")
    case .relative: Bilingual("a relative", "亲属")
    case .employee: Bilingual("somebody who works for them", "本单位人员")
    case .other: Bilingual("anybody else", "其他人")
    }
  }
}

extension Action {
  /// What people call it.
  package var words: Bilingual {
    let chinese =
      switch self {
      case .registerResident: "建档"
      case .correctIdentity: "更正身份信息"
      case .changeContact: "变更联系方式"
      case .registerResidence: "居住登记"
      case .changeEmployer: "变更用人单位"
      case .linkRelative: "关联亲属"
      case .appointGuardian: "指定代办人"
      case .protectPerson: "保护档案"
      case .mergeFiles: "合并档案"
      case .stateFact: "陈述核验数据"
      case .withdrawFact: "撤回核验数据"
      case .disputeFact: "提出异议"
      case .answerDispute: "答复异议"
      case .submit: "申领"
      case .giveNotice: "一次性告知"
      case .supplement: "补正"
      case .accept: "受理"
      case .declineScope: "不予受理"
      case .withdrawApplication: "撤回申领"
      case .askDepartment: "提请部门审核"
      case .answerCheck: "答复部门审核"
      case .confirmRelocation: "疏解单位确认"
      case .extendTerm: "延长期限"
      case .approve: "批准"
      case .refuse: "不予批准"
      case .issue: "制发"
      case .endorse: "签注"
      case .refuseEndorsement: "不予签注"
      case .reportLoss: "挂失"
      case .reportDamage: "报损"
      case .replaceCard: "换领补领"
      case .cancel: "注销"
      case .proposeConfiscation: "提请收缴"
      case .confirmConfiscation: "确认收缴"
      case .restore: "恢复"
      case .dayWork: "日常处理"
      case .readFile: "查阅档案"
      case .readOwnFile: "查阅本人档案"
      case .askEntitlement: "查询权益"
      case .search: "查找"
      case .readQueue: "查看待办"
      case .readStatistics: "查看统计"
      case .readAccessLog: "查看查阅记录"
      case .destroyPerson: "销毁个人数据"
      case .importFacts: "导入核验数据"
      }
    return Bilingual(rawValue, chinese)
  }
}
