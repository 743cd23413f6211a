import ExpressionLanguage
import Policy
import Testing

@Suite struct SpokenQuantitiesTests {
  private static let units = ["square metre": Unit(dimension: "m2"), "平方米": Unit(dimension: "m2")]

  /// The quantities of `text` as `three years=3 years`, joined by commas.
  private func heard(_ text: String, _ language: Language) -> String {
    let source = SourceText(name: "words", text: text)
    let hear =
      language == .english ? SpokenQuantities.inEnglish : SpokenQuantities.inChinese
    return hear([source.range], source, SpokenQuantitiesTests.units).map { quantity in
      #expect(source.text(quantity.range) == quantity.text)
      return "\(quantity.text)=\(quantity.number.shortest) \(quantity.unit.name(.english))"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ("insured for three years without a break", "three years=3 years"),
    ("half a year or more", "half a year=6 months"),
    ("a year and a half", "a year and a half=18 months"),
    ("one and a half years", "one and a half years=18 months"),
    ("two and a half years of age", "two and a half years=30 months"),
    ("a year and six months", "a year and six months=18 months"),
    ("1 year 6 months", "1 year 6 months=18 months"),
    ("the last 84 months", "84 months=84 months"),
    ("100,000 yuan of income tax or more", "100,000 yuan=100000 yuan"),
    ("40 million yuan", "40 million yuan=40000000 yuan"),
    ("RMB 3,000 a month", "RMB 3,000=3000 yuan"),
    ("two hundred and twenty-five points", "two hundred and twenty-five points=225 points"),
    ("one thousand two hundred yuan", "one thousand two hundred yuan=1200 yuan"),
    ("a hundred people", "a hundred people=100 people"),
    ("half a point a year", "half a point=0.5 points"),
    ("own home, 2 points a year", "2 points=2 points"),
    ("3 points a full year", "3 points=3 points"),
    ("three full years", "three full years=3 years"),
    ("three or more years", "three or more years=3 years"),
    ("five (5) years", "five (5) years=5 years"),
    ("three years' residence and 1 year's work", "three years=3 years, 1 year=1 years"),
    ("one to three years", "one to three years=1 years, one to three years=3 years"),
    ("3–5 years", "3–5 years=3 years, 3–5 years=5 years"),
    ("fifteen working days", "fifteen working days=15 working days"),
    (
      "15 business days or 30 calendar days",
      "15 business days=15 working days, 30 calendar days=30 days"
    ),
    ("is under 16 years of age", "16 years=16 years"),
    ("at least 12.5 Points", "12.5 Points=12.5 points"),
    ("90 square metre", "90 square metre=90 m2"),
    ("more than 0 yuan", "0 yuan=0 yuan"),
    ("every two years, per year, each full year, a month, an hour", ""),
    ("a three-year course and an 18-month visa", ""),
    ("twice a year", ""),
    ("10 % of the shares, 5 percent", ""),
    ("Article 3 points to item 2 points, Round 2023", ""),
    ("31 December of the year before the round", ""),
    ("In 2021 people moved; from 1 January 2016", ""),
    ("no more than five of them were paid back", ""),
    ("in the five natural years before", ""),
    ("someone, the second year, third of the year", ""),
    ("", ""),
  ])
  func `English words say quantities`(text: String, expected: String) {
    #expect(heard(text, .english) == expected)
  }

  @Test(arguments: [
    ("连续缴纳社会保险3年及以上", "3年=3 years"),
    ("连续缴纳社会保险三年以上", "三年=3 years"),
    ("居住半年以上", "半年=6 months"),
    ("一年半以内", "一年半=18 months"),
    ("两年半", "两年半=30 months"),
    ("六个月、6个月、 12 个月", "六个月=6 months, 6个月=6 months, 12 个月=12 months"),
    ("三个半月", "三个半月=3.5 months"),
    ("半个月", "半个月=0.5 months"),
    ("一年零六个月", "一年零六个月=18 months"),
    ("7日内公示7天", "7日=7 days, 7天=7 days"),
    ("十五个工作日", "十五个工作日=15 working days"),
    ("20个自然日", "20个自然日=20 days"),
    ("最高12分", "12分=12 points"),
    ("加0.5分", "0.5分=0.5 points"),
    ("年投入100万元", "100万元=1000000 yuan"),
    ("个人所得税10万元及以上", "10万元=100000 yuan"),
    ("4000万元", "4000万元=40000000 yuan"),
    ("1.5亿元", "1.5亿元=150000000 yuan"),
    ("1,000元以下", "1,000元=1000 yuan"),
    ("二百元以上一千元以下", "二百元=200 yuan, 一千元=1000 yuan"),
    ("一百二十个月", "一百二十个月=120 months"),
    ("十二万三千元", "十二万三千元=123000 yuan"),
    ("年满18周岁", "18周岁=18 years"),
    ("六十三周岁", "六十三周岁=63 years"),
    ("未满十六岁", "十六岁=16 years"),
    ("5年内", "5年=5 years"),
    ("1至3年", "1至3年=1 years, 1至3年=3 years"),
    ("16-60周岁", "16-60周岁=16 years, 16-60周岁=60 years"),
    ("多于一人", "一人=1 people"),
    ("计划350人", "350人=350 people"),
    ("延迟一个月", "一个月=1 months"),
    ("１２分", "１２分=12 points"),
    ("建筑面积90平方米", "90平方米=90 m2"),
    ("最高十分，另加十五分", "十分=10 points, 十五分=15 points"),
    ("补缴不超过5个月", "5个月=5 months"),
    ("每满1年，每2年，每4个月，每半年，每年", ""),
    ("第三年，第三条，第3至5年", ""),
    ("2020年，2020年8月以前，2021年1月，1月1日", ""),
    ("二〇一六年一月一日起施行", ""),
    ("上一年的12月31日", ""),
    ("同一年、某一年、任一年", ""),
    ("2023年度，三年级，一年制", ""),
    ("1次行政拘留，三项，一类", ""),
    ("百分之十，三分之二，十分重要，5分钟", ""),
    ("上半年，下半年，一半", ""),
    ("一至四月、五至八月、十一至十二月", ""),
    ("前5个自然年内", ""),
    ("符合下列情形之一，一般人员，统一", ""),
    ("引进三人才，五人次", ""),
    ("", ""),
  ])
  func `Chinese words say quantities`(text: String, expected: String) {
    #expect(heard(text, .chinese) == expected)
  }

  @Test(arguments: [
    ("3年", "36 months", true), ("半年", "half a year", true), ("一年半", "18 months", true),
    ("3年", "5 years", false), ("30天", "1 month", false), ("10万元", "100,000 yuan", true),
    ("0.5分", "half a point", true), ("7日", "7 working days", false),
  ])
  func `three years are 36 months`(chinese: String, english: String, expected: Bool) throws {
    let source = SourceText(name: "words", text: chinese + english)
    let border = chinese.utf8.count
    let left = SpokenQuantities.inChinese([SourceRange(0, border)], of: source, units: [:])
    let right = SpokenQuantities.inEnglish(
      [SourceRange(border, source.bytes.count)],
      of: source,
      units: [:]
    )
    let first = try #require(left.first)
    let second = try #require(right.first)
    #expect(SpokenQuantities.same(first, second) == expected)
  }

  @Test(arguments: [
    ("insured months >= 3 years", "3 years=3 years"),
    ("covers(homes, from: add(legal date, -6 months, month end: down))", "6 months=6 months"),
    ("round(own home months * 2 points / 1 year, 2, half up)", "2 points=2 points, 1 year=1 years"),
    ("date(round year - 5, 1, 1)", ""),
    ("x in [1 year..18 months]", "1 year=1 years, 18 months=18 months"),
    ("seven years insured", ""),
    (
      "funding >= 40_000_000 yuan and days < 15 working days",
      "40_000_000 yuan=40000000 yuan, 15 working days=15 working days"
    ),
    ("share >= 10% and area > 90 square metre", "90 square metre=90 m2"),
    ("2021-01-01", ""),
  ])
  func `a test names quantities`(text: String, expected: String) {
    let source = SourceText(name: "test", text: text)
    let found = TestQuantities.inTest(
      source.range,
      of: source,
      units: SpokenQuantitiesTests.units
    )
    let shown = found.map {
      "\($0.text)=\($0.number.shortest) \($0.unit.name(.english))"
    }
    #expect(shown.joined(separator: ", ") == expected)
  }
}
