import ExpressionLanguage

/// Reasons and places that are chosen from, where the measures leave the words to the office.
///
/// They are this office's own words, not the law's.
enum DeskReasons {
  private static func list(_ words: [Bilingual]) -> [DeskField.Choice] {
    words.enumerated().map { DeskField.Choice(String($0.offset + 1), $0.element) }
  }

  /// Why an application is none of this office's.
  static let outOfScope = list([
    Bilingual("the person does not live in the area", "申领人不在本区域居住"),
    Bilingual("the household is registered in the area", "申领人户口在本区域，无需居住证"),
    Bilingual("it is another matter than a residence permit", "所申请事项不属于居住证业务"),
    Bilingual("the person is not a Chinese citizen", "申领人不是中国公民，适用其他规定"),
  ])

  /// Where to go instead.
  static let rightOffices = list([
    Bilingual(
      "the public security organ of the place of residence",
      "居住地公安机关"
    ),
    Bilingual(
      "the public security organ of the place of the household",
      "常住户口所在地公安机关"
    ),
    Bilingual("the exit and entry administration", "出入境管理机构"),
    Bilingual("the integrated service window of the area", "本区域政务服务综合窗口"),
  ])

  /// Why a card can't be made in time.
  static let `extension` = list([
    Bilingual("the place is remote", "属于偏远地区"),
    Bilingual("the roads are cut off", "交通不便"),
    Bilingual("special circumstances: many applications at once", "特殊情况：集中申领"),
    Bilingual("special circumstances: fault of a machine", "特殊情况：制证设备故障"),
  ])

  /// Why something that was entered is put right.
  static let correction = list([
    Bilingual("mistyped at the window", "窗口录入有误"),
    Bilingual("the paper shown was wrong", "所示材料有误"),
    Bilingual("the identity card was renewed", "居民身份证已换发"),
    Bilingual("the person's name or number was changed by law", "依法变更姓名或者号码"),
  ])

  /// Why a fact is taken back.
  static let withdrawal = list([
    Bilingual("mistyped at the window", "窗口录入有误"),
    Bilingual("it belongs to somebody else", "属于他人的数据"),
    Bilingual("the paper was not genuine", "材料不真实"),
    Bilingual("stated twice", "重复录入"),
  ])

  /// Why a family link or a representation ends.
  static let link = list([
    Bilingual("linked in error", "关联有误"),
    Bilingual("divorced", "已离婚"),
    Bilingual("adoption ended or made", "收养关系变化"),
    Bilingual("at the person's own wish", "本人要求"),
    Bilingual("the person can act alone again", "本人已能自行办理"),
  ])

  /// Why a file is protected.
  static let protection = list([
    Bilingual("order of a court", "法院命令"),
    Bilingual("request of public security", "公安机关要求"),
    Bilingual("threat of violence", "存在暴力威胁"),
  ])

  /// Why protection ends.
  static let unprotection = list([
    Bilingual("the order has ended", "命令已期满或者撤销"),
    Bilingual("at the person's own wish", "本人要求"),
  ])

  /// Why a confiscation is dropped.
  static let dropping = list([
    Bilingual("the papers are genuine", "经核实材料真实"),
    Bilingual("the evidence does not suffice", "证据不足"),
    Bilingual("proposed for the wrong person", "提请对象有误"),
  ])

  /// Why a permit is given back.
  static let restoring = list([
    Bilingual("cancelled for the wrong person", "误注销他人居住证"),
    Bilingual("the person did not move away", "当事人并未迁离"),
    Bilingual("the ground was not proved", "注销或者收缴的理由不成立"),
    Bilingual("by a decision on review or of a court", "依复议决定或者法院判决"),
  ])

  /// What proves an address.
  static let proofs: [DeskField.Choice] = [
    DeskField.Choice("lease", Bilingual("lease", "租赁合同")),
    DeskField.Choice("deed", Bilingual("deed of the home", "房屋权属证明")),
    DeskField.Choice("employer's housing", Bilingual("employer's housing", "单位住宿证明")),
    DeskField.Choice("school's housing", Bilingual("school's housing", "学校住宿证明")),
    DeskField.Choice("host's statement", Bilingual("statement of the host", "房主借住证明")),
  ]
}
