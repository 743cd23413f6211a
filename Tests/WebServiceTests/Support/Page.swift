import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// What a browser was answered.
struct Page: Sendable {
  let status: Int
  let headers: HTTPFields
  let text: String

  init(_ response: TestResponse) {
    status = response.status.code
    headers = response.headers
    text = String(buffer: response.body)
  }

  /// Where it sends the browser on to.
  var location: String? { headers[.location] }

  /// Whether a text stands in it.
  func has(_ part: String) -> Bool { text.contains(part) }

  /// What lies between two marks, every time.
  func all(between start: String, and end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map {
      $0.components(separatedBy: end).first ?? ""
    }
  }

  /// The value of a hidden field.
  func hidden(_ name: String) -> String? {
    all(between: "name=\"\(name)\" value=\"", and: "\"").first
  }

  /// The page as a reader sees it: without tags, blanks run together.
  var words: String {
    var result = ""
    var isTag = false
    for character in text {
      switch character {
      case "<": isTag = true
      case ">":
        isTag = false
        result += " "
      default: if !isTag { result.append(character) }
      }
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacingOccurrences(of: "&amp;", with: "&")
      .replacingOccurrences(of: "&lt;", with: "<")
      .replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"")
  }
}
