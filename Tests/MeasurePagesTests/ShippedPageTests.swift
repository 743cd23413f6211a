import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

@testable import MeasurePages

/// The pages of every shipped measure: whole, well formed and true to the checked model.
@Suite struct ShippedPageTests {
  @Test func `every shipped measure has a page`() throws {
    #expect(Pages.shipped.count >= 6)
  }

  @Test(arguments: Pages.shipped, PageLanguage.allCases)
  func `a page is well formed, its ids are unique and its links lead somewhere`(
    _ pages: Pages,
    _ language: PageLanguage
  ) {
    let html = pages.page(language)
    let page = PageReader(html)
    #expect(page.fault == nil)
    #expect(html == pages.page(language), "the same page twice")
    let ids = Set(page.ids)
    #expect(ids.count == page.ids.count, "\(doubles(page.ids))")
    for link in page.links {
      #expect(link.hasPrefix("#"))
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
    for element in page.elements {
      for key in ["aria-labelledby"] {
        if let id = element.attributes[key] { #expect(ids.contains(id)) }
      }
    }
  }

  private func doubles(_ ids: [String]) -> [String] {
    Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }

  @Test(arguments: Pages.shipped, PageLanguage.allCases)
  func `Chinese is marked as Chinese, whatever the page's language`(
    _ pages: Pages,
    _ language: PageLanguage
  ) {
    let page = PageReader(pages.page(language))
    for piece in page.texts where piece.tag != "style" && Glossed.hasHan(piece.text) {
      #expect(piece.language == "zh-Hans", "\(piece.text)")
    }
    let root = page.elements.first { $0.tag == "html" }?.attributes["lang"]
    #expect(root == (language == .english ? "en" : "zh-Hans"))
  }

  @Test(arguments: Pages.shipped)
  func `nothing comes from elsewhere, and headings go down step by step`(_ pages: Pages) {
    let page = PageReader(pages.page(.both))
    let allowed: Set<String> = [
      "a", "blockquote", "body", "caption", "code", "dd", "div", "dl", "dt", "em", "footer", "h1",
      "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "li", "main", "meta", "nav", "ol",
      "p", "pre", "section", "small", "span", "strong", "style", "table", "tbody", "td", "th",
      "thead", "time", "title", "tr", "ul",
    ]
    var level = 0
    for element in page.elements {
      #expect(allowed.contains(element.tag), "\(element.tag)")
      for name in element.attributes.keys {
        #expect(!name.hasPrefix("on") && name != "src" && name != "style", "\(name)")
      }
      guard element.tag.count == 2, element.tag.hasPrefix("h"),
        let next = Int(element.tag.dropFirst())
      else { continue }
      #expect(next <= level + 1, "h\(next) after h\(level)")
      level = next
    }
    let policies = page.elements.filter { $0.attributes["http-equiv"] != nil }
    #expect(
      policies.map { $0.attributes["content"] }
        == ["default-src 'none'; style-src 'unsafe-inline'"]
    )
    let css = page.texts.filter { $0.tag == "style" }.map(\.text).joined()
    #expect(!css.contains("url(") && !css.contains("@import") && !css.contains("italic"))
  }

  @Test(arguments: Pages.shipped)
  func `each rule, row, item and value of the model stands on the page`(_ pages: Pages) throws {
    let page = PageReader(pages.page(.both))
    let set = pages.set
    let text = page.text
    for rule in set.rules where rule.measure == pages.measure {
      #expect(text.contains(rule.name.english) && text.contains(rule.name.chinese))
      switch rule.body {
      case .formula(let formula):
        let code = formula.text.filter { !$0.isWhitespace }
        #expect(text.filter { !$0.isWhitespace }.contains(code), "\(formula.text)")
      case .table(let table):
        #expect(table.rows.count == table.decision.rows.count)
        for (row, node) in zip(table.rows, table.decision.rows) {
          for output in node.outputs {
            #expect(text.contains(table.type.canonical(output)) || output.isNamed, "\(row.clause)")
          }
        }
      case .dated(let entries, _):
        for entry in entries {
          #expect(page.elements.contains { $0.attributes["datetime"] == entry.from.description })
        }
      case .list(let list): expect(list, in: text)
      case .waiver: break
      }
    }
    for channel in set.channels where channel.measure == pages.measure {
      #expect(text.contains(channel.name.chinese) && text.contains(channel.name.english))
      let steps = channel.steps
      for case .texts(let texts) in [steps.applyAt, steps.papers, steps.remedy] {
        for words in texts {
          #expect(text.contains(words.english) && text.contains(words.chinese), "\(words.english)")
        }
      }
      for amount in [steps.decidedWithin, steps.fee].compactMap(\.self) {
        #expect(text.contains(amount.type.text(amount.value, .english)))
      }
    }
    for service in set.services where service.measure == pages.measure {
      #expect(text.contains(service.name.chinese) && text.contains(service.providedBy.english))
    }
    for article in set.measures[pages.measure].articles {
      #expect(text.contains(article.heading.english) && text.contains(article.heading.chinese))
    }
  }

  private func expect(_ list: RuleList, in text: String) {
    for item in list.items {
      #expect(text.contains(item.words.chinese), "\(item.words.chinese)")
      if let sublist = item.sublist { expect(sublist, in: text) }
    }
  }

  @Test(arguments: Pages.shipped)
  func `each value says how well it is founded`(_ pages: Pages) {
    let set = pages.set
    let page = PageReader(pages.page(.english))
    let marks = page.elements.filter {
      $0.attributes["class"]?.hasPrefix("standing ") == true
    }
    let counts = PolicyChecker.standings(of: set, in: [pages.measure])
    for standing in Standing.allCases {
      let shown = marks.count { $0.attributes["class"] == "standing \(standing.word)" }
      #expect(counts[standing, default: 0] == 0 || shown > 1, "\(standing.word)")
    }
    // A row a mark, beside those of headings, items and limits.
    for rule in set.rules where rule.measure == pages.measure {
      guard case .table(let table) = rule.body else { continue }
      #expect(marks.count >= table.rows.count)
    }
    #expect(page.text.contains("Do not decide real cases") == (counts[.sample, default: 0] > 0))
  }

  @Test(arguments: Pages.shipped)
  func `a rule and what it uses are linked both ways`(_ pages: Pages) throws {
    let prepared = pages.prepared(.english)
    let page = PageReader(prepared.html)
    let own = pages.set.rules.filter { $0.measure == pages.measure }
    var ids: [Int: String] = [:]
    for rule in own { ids[rule.id] = prepared.anchors.id(at: rule.range.start) }
    #expect(Set(ids.values).count == own.count)
    let links = page.links(from: Set(ids.values))
    for rule in own {
      for used in rule.references.definitions {
        guard let from = ids[rule.id], let to = ids[used] else { continue }
        #expect(links.contains([from, to]), "\(from) uses \(to)")
        #expect(links.contains([to, from]), "\(to) is used by \(from)")
      }
      for fact in rule.references.facts {
        let name = NameKey.identifier(pages.set.model.facts[fact].name.english)
        #expect(
          links.contains([try #require(ids[rule.id]), "fact-\(name)"]),
          "\(rule.name.english)"
        )
      }
    }
  }
}

extension Value {
  /// Whether it is shown by a label or in words rather than as it is written.
  fileprivate var isNamed: Bool {
    switch self {
    case .truth, .date, .instant, .absent: true
    default: false
    }
  }
}
