import ExpressionLanguage
import Policy
import TestSupport
import Testing

@Suite struct HearingNoiseTests {
  private static let scraps = [
    "3", "10", "2020", "1,000", "0.5", "一", "十", "百", "万", "亿", "两", "半", "个", "年", "月", "日", "分",
    "元", "人", "第", "每", "至", "、", "零", "three", "twenty", "hundred", "million", "half", "and", "a",
    "an", "every", "years", "month", "point", "yuan", "RMB", "to", "-", "–", "(", ")", "%", "'s",
    "’",
    " ", " ", "\n", "¥", "\u{FFFD}", "９", "999999999999999999", "年半", "or more",
  ]

  @Test(arguments: 0..<20)
  func `no words are too odd to be heard`(batch: UInt64) {
    var random = SplitMix64(seed: batch)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        HearingNoiseTests.scraps[Int.random(in: HearingNoiseTests.scraps.indices, using: &random)]
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      let source = SourceText(name: "noise", text: text)
      let cut = Int.random(in: 0...source.bytes.count, using: &random)
      for range in [source.range, SourceRange(cut, source.bytes.count), SourceRange(0, cut)] {
        let quantities =
          SpokenQuantities.inEnglish([range], of: source, units: [:])
          + SpokenQuantities.inChinese([range], of: source, units: [:])
          + TestQuantities.inTest(range, of: source, units: [:])
        for quantity in quantities {
          #expect(quantity.range.count > 0, "\(text)")
          #expect(source.text(quantity.range) == quantity.text, "\(text)")
        }
        let findings = WordsAgainstTest.findings(
          english: [range],
          chinese: [range],
          test: source.range,
          of: source,
          units: [:]
        )
        #expect(findings.count < 100)
      }
    }
  }
}
