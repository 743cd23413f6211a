import ExpressionLanguage
import Policy

extension MeasurePage {
  /// Title, authority, period and what is official in it.
  var head: Markup {
    tag(.header) {
      tag(.h1) { words.inline(measure.title) }
      tag(.p, .style("authority")) { words.stacked(measure.authority) }
      tag(.p, .style("period")) {
        state
        " "
        period
      }
      card
      basis
    }
  }

  /// Whether the measure is in force on the page's day.
  private var state: Markup {
    let day = day.words
    if self.day < measure.from {
      return tag(.span, .style("state future")) {
        words.stacked("Not yet in force on \(day.english)", "\(day.chinese)尚未施行")
      }
    }
    if let until = measure.until, until < self.day {
      return tag(.span, .style("state past")) {
        words.stacked("No longer in force on \(day.english)", "\(day.chinese)已经失效")
      }
    }
    return tag(.span, .style("state")) {
      words.stacked("In force on \(day.english)", "\(day.chinese)有效")
    }
  }

  private var period: Markup {
    let isAmended = measure.texts.count > 1
    let (these, this) = isAmended ? ("this version in force", "本版自") : ("in force", "自")
    let from = measure.from.words
    guard let until = measure.until.map(\.words) else {
      return words.stacked("\(these) from \(from.english)", "\(this)\(from.chinese)起施行")
    }
    return words.stacked(
      "\(these) from \(from.english) to \(until.english)",
      "\(this)\(from.chinese)起施行，至\(until.chinese)止"
    )
  }

  private var card: Markup {
    tag(.dl, .style("card")) {
      entry("Numbering of the articles", "条号") {
        measure.hasOfficialNumbers
          ? words.stacked("official", "官方条号")
          : words.stacked("ours, not the official one", "由我们编排，不是官方条号")
      }
      entry("Identifier and version", "标识与版本") {
        tag(.code, .lang(.english)) { "\(measure.id) \(measure.from)" }
      }
      entry("Time zone of its clock", "时刻所用时区") {
        tag(.code, .lang(.english)) { measure.timeZone }
      }
      if measure.texts.count > 1 {
        entry("Put together from these texts", "由下列文本合成") {
          tag(.ul) { for text in measure.texts { tag(.li) { self.text(text) } } }
        }
      } else {
        entry("SHA-256 of its text", "文本的 SHA-256") { hash(measure.hash) }
      }
      if !versions.isEmpty {
        entry("Other versions", "其他版本") {
          tag(.ul) { for version in versions { tag(.li) { self.version(version) } } }
        }
      }
      if let end = files[index].end {
        entry("Ended by", "由下列文本终止") {
          words.stacked(end.title)
          if let transition = end.transition { self.transition(transition) }
        }
      }
      if let transition = files[index].header.transition {
        entry("Cases begun before it", "施行前已开始的办件") { self.transition(transition) }
      }
    }
  }

  /// Another version: what brought it, and from when it is in force.
  private func version(_ version: PolicyLibrary.MeasureFile) -> [Markup] {
    let title = version.texts.last?.title ?? version.header.title
    let from = version.header.from.words
    let page = pages[MeasurePage.key(version.header.id, version.header.from)]
    return [
      linked(page.map { .page($0, place: nil) }) { words.stacked(title) }, .text(" "),
      words.stacked("from \(from.english)", "自\(from.chinese)起"),
    ]
  }

  /// The measure as issued, or an amendment: its title, its first day and its hash.
  private func text(_ text: MeasureText) -> [Markup] {
    [
      words.stacked(text.title), .text(" "), words.day(text.from), .text(" "),
      words.badge(text.standing.standing), .text(" SHA-256 "), hash(text.hash),
    ]
  }

  /// Which version decides a case that began before a change.
  private func transition(_ transition: Transition) -> Markup {
    var text = transition.word.text
    if let until = transition.until.map(\.words) {
      text.english += ", for decisions to \(until.english)"
      text.chinese += "，适用于\(until.chinese)以前作出的决定"
    }
    if !transition.place.english.isEmpty { text.english += " (\(transition.place.english))" }
    if !transition.place.chinese.isEmpty { text.chinese += "（\(transition.place.chinese)）" }
    return tag(.div) { words.stacked(text) }
  }

  private func hash(_ hash: String) -> Markup {
    tag(.code, .lang(.english), .style("hash")) { hash }
  }

  private func entry(
    _ english: String,
    _ chinese: String,
    @MarkupBuilder content: () -> [Markup]
  ) -> Markup {
    tag(.div) {
      tag(.dt) { words.inline(english, chinese) }
      tag(.dd) { content() }
    }
  }

  /// What is official in the measure and what is not, before anybody reads a value.
  private var basis: Markup {
    let counts = PolicyChecker.standings(of: set, in: [index])
    let samples = counts[.sample, default: 0]
    return tag(.section, .style(samples > 0 ? "basis warns" : "basis"), .id("basis")) {
      tag(.h2) { words.stacked("What is official here, and what is not", "哪些是官方的，哪些不是") }
      if samples > 0 {
        tag(.p, .style("alert")) {
          words.stacked(
            "This page holds samples. Do not decide real cases with them.",
            "本页含有样例取值，不得据以办理真实事项。"
          )
        }
      }
      tag(.ul) {
        for standing in Standing.allCases.reversed() {
          if let count = counts[standing] {
            tag(.li) {
              words.badge(standing)
              " "
              tag(.strong) {
                words.inline(count == 1 ? "1 value" : "\(count) values", "\(count)项")
              }
              " "
              words.stacked(standing.meaning)
            }
          }
        }
      }
    }
  }

  /// Where the page comes from, so that it can be made again.
  var foot: Markup {
    tag(.footer) {
      tag(.p) {
        words.stacked(
          "Made by Anju from the text with the SHA-256 above. The measure's file decides; this "
            + "page shows it.",
          "本页由安居依据上列 SHA-256 的文本生成。以办法文件为准，本页仅供阅读。"
        )
      }
    }
  }

  /// The headings that are cited, as a way in.
  var contents: Markup {
    tag(.nav, .id("contents"), .labelled(by: "contents-title")) {
      tag(.h2, .id("contents-title")) { words.inline("Contents", "目录") }
      tag(.ol) {
        entries(document.sections.indices)
        tag(.li) {
          tag(.a, .href(.place("facts"))) { words.stacked("Facts used", "所用数据") }
        }
        if !dictionary.sources.isEmpty {
          tag(.li) {
            tag(.a, .href(.place("sources"))) { words.stacked("Sources", "来源") }
          }
        }
      }
    }
  }

  private func entries(_ range: Range<Int>) -> [Markup] {
    branches(of: range).compactMap { root, below in
      let section = document.sections[root]
      let inner = entries(below)
      guard section.heading.citation != nil || section.level == 1 || !inner.isEmpty else {
        return nil
      }
      return tag(.li) {
        tag(.a, .href(.place(anchors.sections[root]))) { words.stacked(heading(section)) }
        if !inner.isEmpty { tag(.ol) { inner } }
      }
    }
  }

  /// The sections of a range that stand under no other of it, each with those below it.
  func branches(of range: Range<Int>) -> [(root: Int, below: Range<Int>)] {
    var branches: [(root: Int, below: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index + 1
      while end < range.upperBound, document.sections[end].level > document.sections[index].level {
        end += 1
      }
      branches.append((index, (index + 1)..<end))
      index = end
    }
    return branches
  }

  /// A heading as written, in both languages.
  func heading(_ section: Section) -> Bilingual {
    Bilingual(section.heading.english?.text ?? "", section.heading.chinese?.text ?? "")
  }
}
