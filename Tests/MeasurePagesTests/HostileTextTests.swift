import ExpressionLanguage
import MeasurePages
import Policy
import TestSupport
import Testing

/// Text that wants to be more than text: whatever a measure says, the page only shows it.
@Suite struct HostileTextTests {
  private static let pieces = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "</style>",
    "</title><b>", "-->", "<!--", "]]>", "&#60;b&#62;", "&amp;", "javascript:alert(1)",
    "[x](javascript:alert(1))", "![x](https://example.org/a.png)", "<javascript:alert(1)>",
    "[x](data:text/html,x)", "[x](vbscript:x \"t\")", "[x](JaVaScRiPt:x)", "[x](//example.org)",
    "\u{202E}desrever", "\u{2066}\u{2069}", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{FEFF}",
    "\u{200B}", "\u{E0041}", "\u{FFFE}", "\u{2028}", "{}", "\\", "\\22 ", "*/", "url(x)",
    "@import 'x'",
    "安居", "אבג", "العربية", "👩‍👩‍👧", "e\u{301}", "`x`", "**x**", "|", "\n", "\r", "\t", "%00", "#a",
    "a",
  ]

  /// What only the reader of measures keeps out of the model.
  private func hostile(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...4, using: &random))
      .map { _ in HostileTextTests.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private func pair(_ random: inout SplitMix64) -> Bilingual {
    Bilingual(hostile(&random), Bool.random(using: &random) ? hostile(&random) : "")
  }

  /// Only elements, attributes and addresses that a page is made of, and no hidden character.
  private func expectHarmless(_ html: String, _ note: Comment) {
    let page = PageReader(html)
    #expect(page.fault == nil, note)
    let attributes: Set<String> = [
      "aria-labelledby", "charset", "class", "colspan", "content", "datetime", "href", "http-equiv",
      "id", "lang", "name", "rel", "role", "scope", "tabindex",
    ]
    for element in page.elements {
      #expect(
        !["script", "img", "b", "iframe", "link", "base", "form"].contains(element.tag),
        note
      )
      #expect(Set(element.attributes.keys).isSubset(of: attributes), note)
    }
    for link in page.links {
      let isGood = ["#", "https://", "http://", "mailto:"].contains { link.hasPrefix($0) }
      #expect(isGood, "\(link)")
    }
    #expect(page.ids.count == Set(page.ids).count, note)
    #expect(page.elements.count { $0.tag == "style" } == 1, note)
    let hidden = html.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .format, .lineSeparator, .paragraphSeparator, .unassigned: true
      default: false
      }
    }
    #expect(hidden.isEmpty, "\(hidden.map { String($0.value, radix: 16) })")
  }

  @Test(arguments: 0..<30)
  func `hostile names, words and values of the model come out as text`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var pages = try Pages(SmallMeasure.texts, id: "demo/permit", on: "2023-05-25")
    for index in pages.set.measures.indices {
      pages.set.measures[index].title = pair(&random)
      pages.set.measures[index].authority = pair(&random)
      pages.set.measures[index].id = hostile(&random)
      pages.set.measures[index].hash = hostile(&random)
      pages.set.measures[index].timeZone = hostile(&random)
    }
    for index in pages.set.rules.indices {
      pages.set.rules[index].name = pair(&random)
      pages.set.rules[index].place = Place(article: pair(&random), path: [pair(&random)])
      pages.set.rules[index].standing.reason = hostile(&random)
      pages.set.rules[index].sources.append(
        SourceReference(key: hostile(&random), title: hostile(&random), place: hostile(&random))
      )
      if case .formula(var formula) = pages.set.rules[index].body {
        formula.text = hostile(&random)
        pages.set.rules[index].body = .formula(formula)
      }
      pages.set.rules[index].when?.text = hostile(&random)
      for limit in pages.set.rules[index].limits.indices {
        pages.set.rules[index].limits[limit].text = hostile(&random)
      }
    }
    for index in pages.set.channels.indices {
      pages.set.channels[index].openWhen.text = hostile(&random)
      pages.set.channels[index].leadsTo = pair(&random)
      pages.set.channels[index].confirmedBy = pair(&random)
    }
    for index in pages.set.services.indices {
      pages.set.services[index].name = pair(&random)
      pages.set.services[index].providedBy = pair(&random)
      pages.set.services[index].place = Place(
        article: pair(&random),
        path: [],
        clause: hostile(&random)
      )
    }
    for index in pages.set.office.indices { pages.set.office[index].name = pair(&random) }
    for index in pages.set.model.facts.indices {
      pages.set.model.facts[index].name = pair(&random)
      pages.set.model.facts[index].verifiedBy = pair(&random)
    }
    for index in pages.set.model.records.indices {
      pages.set.model.records[index].name = pair(&random)
      pages.set.model.records[index].attributes[0].name = pair(&random)
    }
    for language in PageLanguage.allCases {
      expectHarmless(pages.page(language), "seed \(seed), \(language)")
    }
    let entry = MeasureIndex.Entry(
      measure: pages.set.measures[0],
      address: "a/b.html",
      standings: [.sample: 1]
    )
    let index = MeasureIndex([entry], on: pages.checkedOn, language: .both).html
    #expect(PageReader(index).fault == nil)
    #expect(PageReader(index).links == ["#text", "a/b.html"])
  }

  @Test func `hostile text that a measure may hold comes out as text`() throws {
    // Where a measure may say nearly anything: front matter, reasons, notes, prose, quotations.
    var texts = SmallMeasure.texts
    var accepted = 0
    for (number, piece) in HostileTextTests.pieces.enumerated() {
      let line = piece.filter { !$0.isNewline }
      texts["demo/permit/2021-01-01.md"] = SmallMeasure.measure
        .replacing("a source that we name", with: "S \(line)")
        .replacing("某市人民政府 · The City", with: "某市\(line) · The City \(line)")
        .replacing("it decides nothing", with: "why \(line)")
        .replacing("为了示例，制定本办法。", with: "为了示例\(line)。")
        .replacing("The office decides.", with: "The office \(line) decides.\n\(line)")
      guard let pages = try? Pages(texts, id: "demo/permit", on: "2023-05-25") else { continue }
      accepted += 1
      for language in PageLanguage.allCases {
        expectHarmless(pages.page(language), "piece \(number), \(language)")
      }
    }
    #expect(accepted > 12, "\(accepted) of \(HostileTextTests.pieces.count)")
  }

  @Test func `prose that no parser should be given whole is shown as it is`() throws {
    var texts = SmallMeasure.texts
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "](x)", count: 3_000)
    let long = Array(repeating: String(repeating: "a *b* ", count: 3_000), count: 6)
      .joined(separator: "\n")
    for prose in [deep, long, String(repeating: "> ", count: 3_000) + "x"] {
      texts["demo/permit/2021-01-01.md"] = SmallMeasure.measure
        .replacing("The office decides.", with: prose)
      guard let pages = try? Pages(texts, id: "demo/permit", on: "2023-05-25") else { continue }
      expectHarmless(pages.page(.both), "long prose")
    }
  }
}
