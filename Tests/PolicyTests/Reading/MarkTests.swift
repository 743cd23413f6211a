import ExpressionLanguage
import Policy
import Testing

struct MarkTests {
  @Test func `marks end a heading, one pair of braces each`() throws {
    let reading = Reading(
      "# Fines · 处罚 {discretion} {source: Reg, Art. 18–19} {standing: sample, a; b: c}\n"
    )
    reading.expect()
    let section = try #require(reading.section)
    #expect(section.marks.map(\.key) == ["discretion", "source", "standing"])
    #expect(section.marks.map(\.value) == ["", "Reg, Art. 18–19", "sample, a; b: c"])
    #expect(reading.text(section.mark("source")?.range) == "{source: Reg, Art. 18–19}")
    #expect(reading.text(section.mark("standing")?.keyRange) == "standing")
    #expect(reading.text(section.mark("standing")?.valueRange) == "sample, a; b: c")
    #expect(section.heading.chineseName == "处罚")
    #expect(section.isUnbound)
  }

  @Test func `source, given and before may stand several times, others once`() {
    Reading("# A {source: X} {source: Y} {given: a} {given: b}\n").expect()
    Reading("# A {standing: sample} 1️⃣{standing: enacted}\n").expect("doubled-mark")
  }

  @Test func `dictionaries have marks of their own`() {
    Reading("# A {spells: months} {up to: 60}\n", kind: .dictionary).expect()
    Reading("# A {records}\n", kind: .dictionary).expect()
    Reading("# A 1️⃣{records}\n").expect("misplaced-mark")
    Reading("# A 1️⃣{given: x}\n", kind: .dictionary).expect("misplaced-mark")
    Reading("# A 1️⃣{check}\n", kind: .scenarios).expect("misplaced-mark")
  }

  @Test func `an unknown key is named with the one that was meant`() {
    let reading = Reading("# A {1️⃣informativ}\n")
    reading.expect("unknown-mark")
    #expect(reading.findings.first?.fix?.english == "{informative}")
    Reading("# A {1️⃣cap: 60}\n").expect("unknown-mark")
  }

  @Test func `a key has a value or has none`() {
    Reading("# A 1️⃣{source}\n").expect("mark-without-value")
    Reading("# A 1️⃣{not encoded}\n").expect("mark-without-value")
    Reading("# A {informative: 1️⃣why}\n").expect("mark-with-value")
    Reading("# A 1️⃣{}\n").expect("empty-mark")
  }

  @Test func `two marks in one pair of braces are refused`() {
    Reading("# A 1️⃣{standing: sample, source: X}\n").expect("two-marks-in-one-brace")
    Reading("# A 1️⃣{standing: sample; given: X}\n").expect("two-marks-in-one-brace")
    Reading("# A 1️⃣{2️⃣informative, discretion}\n").expect("two-marks-in-one-brace", "unknown-mark")
  }

  @Test func `braces stand in pairs, after a space, at the end`() {
    Reading("# A1️⃣{informative}\n").expect("mark-without-space")
    Reading("# A {source: X}1️⃣{source: Y}\n").expect("mark-without-space")
    Reading("# A 1️⃣{source: X\n").expect("unclosed-mark")
    Reading("# A {source: 1️⃣{X}}\n").expect("brace-in-mark")
    Reading("# A {source: X} 1️⃣B\n").expect("text-after-mark")
    Reading("# A1️⃣} B\n").expect("stray-brace")
    Reading("# 甲 1️⃣｛informative｝\n").expect("full-width-brace")
  }

  @Test func `a colon has its own width and a space`() {
    Reading("# A {source1️⃣：X}\n").expect("full-width-colon")
    Reading("# A {source1️⃣:X}\n").expect("colon-without-space")
  }

  @Test func `marks in prose are not read, and said to be so`() {
    Reading.under("Some words.\n\n1️⃣{informative}\n").expect("misplaced-mark")
    Reading.under("A set {a, b} of words.\n").expect()
  }

  @Test func `an item has marks after its test`() throws {
    let reading = Reading.under(
      "**all of**:\n\n1. needed · 需要 `specially needed` {discretion} {source: X}\n"
    )
    reading.expect()
    guard case .list(let list) = try #require(reading.section?.block) else { return }
    #expect(list.items[0].marks.map(\.key) == ["discretion", "source"])
    Reading.under("**all of**:\n\n1. a `b` 1️⃣{check}\n").expect("misplaced-mark")
    Reading.under("**all of**:\n\n1. a 1️⃣{discretion} `b`\n").expect("misplaced-mark")
    Reading.under("**all of**:\n\n1. a `b`1️⃣{discretion}\n").expect("mark-without-space")
  }
}
