import ExpressionLanguage
import Foundation
import Testing

@testable import PermitCredential

@Suite struct CivilInstantTests {
  @Test func `a day in Xiong'an begins eight hours before it does in UTC`() {
    #expect(CivilInstant.start(of: Sample.day(1970, 1, 1)) == -28_800)
    #expect(CivilInstant.start(of: Sample.day(2026, 11, 23)) == 1_795_363_200)
    for date in [Sample.day(1, 1, 1), Sample.day(1969, 12, 31), Sample.day(9999, 12, 31)] {
      #expect(CivilInstant.date(at: CivilInstant.start(of: date)) == date)
      #expect(CivilInstant.date(at: CivilInstant.end(of: date)) == date)
      #expect(CivilInstant.day(startingAt: CivilInstant.start(of: date)) == date)
      #expect(CivilInstant.day(startingAt: CivilInstant.start(of: date) + 1) == nil)
    }
    #expect(CivilInstant.date(at: .min) == .earliest && CivilInstant.date(at: .max) == .latest)
  }

  @Test func `an instant is written and read as Foundation does`() {
    for instant: Int64 in [0, 1, 86_399, 951_782_400, 1_795_404_075, 4_102_444_799] {
      let text = Date(timeIntervalSince1970: Double(instant)).ISO8601Format()
      #expect(CivilInstant.text(instant) == text)
      #expect(CivilInstant.instant(text) == instant)
    }
    for text in [
      "", "2026-11-23", "2026-11-23 05:21:15Z", "2026-11-23T24:00:00Z", "2026-02-30T00:00:00Z",
      "2026-11-23T05:60:00Z", "2026-11-23T05:21:15+08:00", "2026-11-23T05:21:15",
      "2026-11-23T+5:21:15Z",
    ] { #expect(CivilInstant.instant(text) == nil) }
  }

  @Test func `base64url agrees with Foundation and has one text for one sequence of bytes`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      let text = Data(bytes).base64EncodedString().replacing("+", with: "-")
        .replacing("/", with: "_").replacing("=", with: "")
      #expect(Base64URL.text(bytes) == text)
      #expect(Base64URL.bytes(text.utf8) == bytes)
    }
    for text in ["A", "AB", "AAB", "AA=", "A+AA", "A/AA", "AA AA", "AAAAA"] {
      #expect(Base64URL.bytes(text.utf8) == nil)
    }
  }
}
