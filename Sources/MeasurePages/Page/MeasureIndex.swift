package import ExpressionLanguage
package import Policy

/// The page that lists the pages of a folder.
package struct MeasureIndex: Sendable {
  /// One page of the folder.
  package struct Entry: Sendable {
    /// The measure.
    package var measure: Measure
    /// The address of its page, relative to this one.
    package var address: String
    /// How many of its values have each standing.
    package var standings: [Standing: Int]

    /// Creates an entry.
    package init(measure: Measure, address: String, standings: [Standing: Int]) {
      self.measure = measure
      self.address = address
      self.standings = standings
    }
  }

  private let entries: [Entry]
  private let day: CivilDate
  private let words: Words

  /// Prepares the list.
  ///
  /// - Parameters:
  ///   - entries: The pages, in the order in which they are shown.
  ///   - day: The day that the pages speak of.
  ///   - language: The language or languages.
  package init(_ entries: [Entry], on day: CivilDate, language: PageLanguage) {
    self.entries = entries
    self.day = day
    words = Words(language: language)
  }

  /// The page, whole, ending in a line feed.
  package var html: String {
    PageFrame(words: words, title: Bilingual("Measures", "办法"), foot: "").page {
      tag(.header) {
        tag(.h1) { words.inline("Measures", "办法") }
        tag(.p) {
          words.inline("As of", "以下按日期：")
          " "
          words.day(day)
        }
      }
      tag(.main, .id("text")) {
        tag(.div, .style("scroll"), .role(.region), .labelled(by: "list-caption"), .focusable) {
          tag(.table) {
            tag(.caption, .id("list-caption")) {
              words.inline("Every measure, a row a version", "收录的办法，每个版本一行")
            }
            tag(.thead) {
              tag(.tr) {
                head("Measure", "办法")
                head("Authority", "制定机关")
                head("In force", "施行期间")
                head("Values by standing", "取值依据")
              }
            }
            tag(.tbody) { for entry in entries { row(entry) } }
          }
        }
      }
    }
  }

  private func head(_ english: String, _ chinese: String) -> Markup {
    tag(.th, .scope(.column)) { words.stacked(english, chinese) }
  }

  private func row(_ entry: Entry) -> Markup {
    let measure = entry.measure
    return tag(.tr) {
      tag(.th, .scope(.row), .style("name")) {
        tag(.a, .href(.page(entry.address, place: nil))) { words.stacked(measure.title) }
      }
      tag(.td, .style("long")) { words.stacked(measure.authority) }
      tag(.td, .style("long")) {
        words.day(measure.from)
        " – "
        if let until = measure.until { words.day(until) }
        " "
        tag(.strong) { state(measure) }
      }
      tag(.td, .style("long")) {
        for standing in Standing.allCases.reversed() {
          if let count = entry.standings[standing] {
            words.badge(standing)
            " \(count) "
          }
        }
      }
    }
  }

  private func state(_ measure: Measure) -> [Markup] {
    if day < measure.from { return words.inline("not yet in force", "尚未施行") }
    if let until = measure.until, until < day {
      return words.inline("no longer in force", "已经失效")
    }
    return words.inline("in force", "有效")
  }
}
