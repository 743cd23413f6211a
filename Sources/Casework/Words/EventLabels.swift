package import ExpressionLanguage

/// What each type of entry is called where no more than its type is known: on receipts, in the
/// day's report and in counts.
package enum EventLabels {
  /// The label of a type such as `permit/issued`; the type itself where no entry is of it.
  package static func label(ofType type: String) -> Bilingual {
    all[type] ?? Bilingual(type, type)
  }

  private static let all = persons.merging(facts) { first, _ in first }
    .merging(applications) { first, _ in first }
    .merging(permits) { first, _ in first }

  private static let persons = [
    "person/registered": Bilingual("file opened", "建立档案"),
    "person/identity-corrected": Bilingual("identity corrected", "更正身份信息"),
    "person/phone-changed": Bilingual("phone changed", "变更联系电话"),
    "person/residence-registered": Bilingual("residence registered", "居住登记"),
    "person/residence-ended": Bilingual("residence ended", "居住登记终止"),
    "person/employer-changed": Bilingual("employer changed", "变更用人单位"),
    "person/relative-linked": Bilingual("relative linked", "关联家庭成员"),
    "person/relative-unlinked": Bilingual("family link ended", "解除家庭成员关联"),
    "person/guardian-appointed": Bilingual("somebody may act for the person", "确定代办人"),
    "person/guardian-ended": Bilingual("nobody acts for the person any more", "代办关系终止"),
    "person/ward-taken": Bilingual("may act for another", "可以代他人办理"),
    "person/ward-left": Bilingual("acts for the other no more", "不再代他人办理"),
    "person/protection-set": Bilingual("protection changed", "变更档案保护"),
    "person/merged-from": Bilingual("took in another file", "并入另一档案"),
    "person/merged-into": Bilingual("merged into another file", "并至另一档案"),
  ]

  private static let facts = [
    "fact/stated": Bilingual("fact stated", "录入核验数据"),
    "fact/withdrawn": Bilingual("fact taken back", "撤回核验数据"),
    "fact/disputed": Bilingual("fact disputed", "对数据提出异议"),
    "fact/dispute-answered": Bilingual("dispute answered", "答复异议"),
  ]

  private static let applications = [
    "application/submitted": Bilingual("application submitted", "提交申请"),
    "application/notice-given": Bilingual("one-time notice given", "一次性告知"),
    "application/supplemented": Bilingual("papers brought", "补交材料"),
    "application/accepted": Bilingual("application accepted", "受理"),
    "application/declined": Bilingual("application not accepted, not in scope", "不予受理"),
    "application/withdrawn": Bilingual("application withdrawn", "撤回申请"),
    "application/closed-unfinished": Bilingual("application closed unfinished", "逾期未补正，终止"),
    "application/department-asked": Bilingual("department asked", "送部门核验"),
    "application/check-answered": Bilingual("department answered", "部门已答复"),
    "application/relocation-confirmed": Bilingual("relocated unit answered", "疏解单位已答复"),
    "application/term-extended": Bilingual("term extended", "延长期限"),
    "application/decided": Bilingual("application decided", "作出决定"),
  ]

  private static let permits = [
    "permit/issued": Bilingual("permit issued", "发放居住证"),
    "permit/endorsed": Bilingual("permit endorsed", "签注"),
    "permit/endorsement-refused": Bilingual("endorsement refused", "不予签注"),
    "permit/suspended": Bilingual("permit suspended", "使用功能中止"),
    "permit/card-lost": Bilingual("card reported lost", "居住证挂失"),
    "permit/card-damaged": Bilingual("card reported damaged", "居住证损坏"),
    "permit/card-replaced": Bilingual("new card made", "换领、补领新证"),
    "permit/cancelled": Bilingual("permit cancelled", "注销居住证"),
    "permit/confiscation-proposed": Bilingual("confiscation proposed", "提请收缴"),
    "permit/confiscation-seconded": Bilingual("another officer agrees", "又一名人员同意收缴"),
    "permit/confiscated": Bilingual("permit confiscated", "收缴居住证"),
    "permit/confiscation-dropped": Bilingual("confiscation dropped", "不予收缴"),
    "permit/restored": Bilingual("permit restored", "恢复居住证"),
    "notice/queued": Bilingual("notice to the person", "通知本人"),
  ]
}
