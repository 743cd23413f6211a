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
          let day = day.words
          words.stacked("What is in force is said of \(day.english)", "以\(day.chinese)为准说明是否有效")
        }
      }
      tag(.main, .id("text")) {
        tag(.div, .style("scroll"), .role(.group), .labelled(by: "list-caption"), .focusable) {
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
        words.stacked(period(measure))
        tag(.strong) { words.stacked(state(measure)) }
      }
      tag(.td, .style("long")) {
        for standing in Standing.allCases.reversed() {
          if let count = entry.standings[standing] {
            tag(.div) {
              words.badge(standing)
              " \(count)"
            }
          }
        }
      }
    }
  }

  private func period(_ measure: Measure) -> Bilingual {
    let from = measure.from.words
    guard let until = measure.until.map(\.words) else {
      return Bilingual("from \(from.english)", "自\(from.chinese)起")
    }
    return Bilingual(
      "\(from.english) to \(until.english)",
      "\(from.chinese)至\(until.chinese)"
    )
  }

  private func state(_ measure: Measure) -> Bilingual {
    if day < measure.from { return Bilingual("not yet in force", "尚未施行") }
    if let until = measure.until, until < day {
      return Bilingual("no longer in force", "已经失效")
    }
    return Bilingual("in force", "有效")
  }
}
