import ExpressionLanguage

/// What the keys of a record are called, and what they weigh.
enum RecordWords {
  /// The keys below which the cause of a difference lies, in the order in which to look.
  static let causes = [
    "policies", "dictionaries", "facts", "records", "outcome", "channels", "services", "items",
    "lines", "conditions", "family",
  ]

  /// The one value of an element that needs no name.
  static let main: Set<String> = [
    "outcome", "total", "points", "status", "answer", "canonical", "value",
  ]

  /// What the elements of a list are called before their own name.
  static let lists: [String: Bilingual] = [
    "channels": Bilingual("channel", "渠道"),
    "services": Bilingual("service", "服务"),
    "family": Bilingual("family member", "家庭成员"),
    "conditions": Bilingual("condition", "条件"),
    "missing": Bilingual("missing:", "所缺信息"),
    "uses": Bilingual("from", "所用取值"),
    "policies": Bilingual("measure", "办法"),
    "dictionaries": Bilingual("dictionary", "字典"),
    "texts": Bilingual("text", "文本"),
    "facts": Bilingual("fact", "事实"),
    "records": Bilingual("records", "记录"),
  ]

  /// Words that say what has been decided without deciding anything.
  private static let wording: Set<String> = [
    "name", "words", "title", "section", "listedUnder", "verifiedBy", "providedBy", "required",
  ]

  /// Whether the value under a key is only words.
  static func isWording(_ key: String, in parent: JSONValue?) -> Bool {
    if key == "value" { return parent?[key: "canonical"] != nil }
    guard wording.contains(key), let parent, case .object? = parent[key: key] else {
      return key == "required"
    }
    return true
  }

  /// What a key is called; a key that has no name here keeps its own.
  static func name(of key: String) -> Bilingual {
    names[key] ?? Bilingual(key, "“\(key)”")
  }

  /// A word of the assessment in Chinese too.
  static func value(_ text: String) -> Bilingual {
    Bilingual(text.isEmpty ? "nothing" : text, values[text] ?? (text.isEmpty ? "空" : text))
  }

  private static let names: [String: Bilingual] = [
    "jurisdiction": Bilingual("jurisdiction", "适用地区"),
    "on": Bilingual("legal date", "适用日期"),
    "begun": Bilingual("day on which the case began", "受理日期"),
    "name": Bilingual("name", "名称"),
    "version": Bilingual("version", "版本"),
    "sha256": Bilingual("SHA-256", "SHA-256"),
    "path": Bilingual("path", "路径"),
    "state": Bilingual("whether it is known", "是否已知"),
    "source": Bilingual("source", "来源"),
    "asOf": Bilingual("as of", "截至"),
    "outcome": Bilingual("outcome", "结果"),
    "total": Bilingual("total", "总分"),
    "points": Bilingual("points", "分值"),
    "status": Bilingual("status", "状态"),
    "answer": Bilingual("answer", "结论"),
    "value": Bilingual("value", "取值"),
    "canonical": Bilingual("value", "取值"),
    "standing": Bilingual("standing", "依据"),
    "line": Bilingual("published line", "分数线"),
    "plan": Bilingual("plan", "年度计划"),
    "ties": Bilingual("equal points", "同分规则"),
    "confirmedBy": Bilingual("confirmed by", "确认单位"),
    "leadsTo": Bilingual("leads to", "办理结果"),
    "order": Bilingual("order", "次序"),
    "missing": Bilingual("what is missing", "所缺信息"),
    "conditions": Bilingual("conditions", "条件"),
    "lines": Bilingual("lines", "分项"),
    "uses": Bilingual("values used", "所用取值"),
    "article": Bilingual("article", "条"),
    "section": Bilingual("section", "标题"),
    "clause": Bilingual("clause", "项"),
    "counts": Bilingual("whether it counts", "是否计入"),
    "joining": Bilingual("how what is below is joined", "分项关系"),
    "exception": Bilingual("exception", "例外"),
    "discretion": Bilingual("left to the office", "由机关认定"),
    "ranked": Bilingual("whether it ranks", "是否排序"),
    "channels": Bilingual("order of the channels", "渠道次序"),
    "services": Bilingual("order of the services", "服务次序"),
    "schema": Bilingual("schema of the outcome", "结果格式"),
    "words": Bilingual("words", "文字"),
    "title": Bilingual("title", "标题"),
  ]

  private static let values: [String: String] = [
    "open": "可以办理", "closed": "不能办理", "undetermined": "尚不能确定", "suspended": "暂停享受",
    "unknown": "未知", "met": "符合", "not met": "不符", "waived": "免除", "known": "已知",
    "none": "无", "enacted": "有官方文本", "reported": "据报道", "sample": "样例", "true": "是",
    "false": "否",
  ]
}
