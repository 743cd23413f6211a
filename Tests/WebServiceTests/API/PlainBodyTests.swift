import Foundation
import TestSupport
import Testing
import WebService

/// The short way of reading a plain body says what the decoder says, or nothing.
struct PlainBodyTests {
  private func plain(_ body: String) -> String? {
    PlainBody.string("serial", in: Array(body.utf8))
  }

  @Test(arguments: [
    (#"{"serial":"XA-000123"}"#, "XA-000123"),
    (#" { "serial" : "" }"# + "\r\n\t", ""),
    (#"{"serial":"a b{}:,[]'"}"#, "a b{}:,[]'"),
  ])
  func `plain bodies are read`(body: String, serial: String) {
    #expect(plain(body) == serial)
  }

  @Test(arguments: [
    "", "{", "{}", "null", #""serial""#, #"{"serial":1}"#, #"{"serial":null}"#, #"{"serial":"a"#,
    #"{"serial":"a"}}"#, #"{"serial":"a"} x"#, #"{"serial":"a","serial":"b"}"#, #"{"Serial":"a"}"#,
    #"{"serial":"a","more":1}"#, #"{"serial":"\u0041"}"#, #"{"serial":"京"}"#, #"{"ſerial":"a"}"#,
    #"[{"serial":"a"}]"#, #"{'serial':'a'}"#, "{\"serial\":\"a\nb\"}", "{\"serial\":\"\u{7F}\"}",
  ])
  func `everything else is left to the decoder`(body: String) {
    #expect(plain(body) == nil)
  }

  @Test func `on bodies put together by chance it agrees with the decoder`() {
    let pieces = [
      "{", "{", "}", "}", ":", ":", ",", "\"serial\"", "\"serial\"", "\"serial\"", "\"XA-1\"",
      "\"\"",
      "\"京\"", "\"a\\\"b\"", "\"\\u0041\"", " ", "\n", "\t", "1", "null", "[", "]", "\"", "\\",
      "\u{0}",
    ]
    var chance = SplitMix64(seed: 7)
    var taken = 0
    for round in 0..<60_000 {
      // Every second one is nearly what it should be, with one piece put in or another left out.
      var parts = ["{", "\"serial\"", ":", "\"XA-1\"", "}"]
      if round.isMultiple(of: 2) {
        parts = (0..<Int.random(in: 1...8, using: &chance)).map { _ in
          pieces.randomElement(using: &chance)!
        }
      } else if Bool.random(using: &chance) {
        let place = Int.random(in: 0...parts.count, using: &chance)
        parts.insert(pieces.randomElement(using: &chance)!, at: place)
      } else {
        parts.remove(at: Int.random(in: 0..<parts.count, using: &chance))
      }
      let body = parts.joined()
      let decoded = try? JSONDecoder().decode([String: String].self, from: Data(body.utf8))
      guard let serial = plain(body) else { continue }
      taken += 1
      #expect(decoded == ["serial": serial], "\(body)")
    }
    // Blanks and other texts are put in often enough that the short way is gone.
    #expect(taken > 1_000)
  }
}
