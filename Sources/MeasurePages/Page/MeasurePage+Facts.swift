import ExpressionLanguage
import Policy

extension MeasurePage {
  /// The dictionary of the page: every fact that the measure uses.
  var facts: Markup {
    tag(.section) {
      tag(.h2, .id("facts")) { words.stacked("Facts used", "所用数据") }
      prose(
        [
          "本办法只依据下列数据认定；缺少的数据按未知处理，不当作不符合。",
          "The measure decides by these facts and no others. A fact that is missing is unknown, never a no.",
        ]
      )
      if dictionary.facts.isEmpty, dictionary.records.isEmpty {
        tag(.p) { words.stacked("It uses none.", "本办法不使用数据。") }
      }
      if !dictionary.facts.isEmpty {
        table(
          "facts",
          caption: words.inline("Facts about the person and the round", "本人和年度的数据"),
          header: factColumns,
          rows: dictionary.facts.keys.sorted().map { fact in
            row(
              set.model.facts[fact],
              id: dictionary.facts[fact],
              uses.users(ofFact: fact)
            )
          }
        )
      }
      for kind in dictionary.records.keys.sorted() { records(kind) }
    }
  }

  private var factColumns: [Markup] {
    [
      column("Fact", "数据"), column("Values", "取值"), column("Verified by", "核验部门"),
      column("The person can change it", "本人能否改变"), column("Used by", "被引用于"),
    ]
  }

  private func row(_ fact: Fact, id: String?, _ users: [Uses.User]?) -> Markup {
    tag(.tr) {
      Markup.element(
        .th,
        [.scope(.row), .style("name")] + (id.map { [.id($0)] } ?? []),
        [words.stacked(fact.name)]
      )
      tag(.td, .style("long")) { words.stacked(TypeWords.text(fact.type)) }
      tag(.td) { words.stacked(fact.verifiedBy) }
      tag(.td) { words.stacked(TypeWords.text(fact.change, fact.type)) }
      if let users {
        tag(.td, .style("long")) {
          tag(.ul, .style("plain")) {
            for user in users where user.measure == index { tag(.li) { mention(user) } }
          }
        }
      }
    }
  }

  /// One kind of records with what each is made of.
  private func records(_ kind: Int) -> [Markup] {
    let records = set.model.records[kind]
    let id = dictionary.records[kind] ?? "record"
    let ids = dictionary.attributes[kind] ?? []
    let grain: Bilingual =
      switch records.grain {
      case .months: Bilingual("spells of months", "按月的期间")
      case .days: Bilingual("spells of days", "按日的期间")
      case nil: Bilingual("records", "记录")
      }
    let users = uses.users(ofRecords: kind).filter { $0.measure == index }
    return [
      tag(.section) {
        tag(.h3, .id(id)) { words.stacked(records.name) }
        table(
          id,
          caption: [
            tag(.span, .style("name")) { words.inline(records.name) }, .text(" "),
            words.stacked(
              "\(grain.english), up to \(records.most)",
              "\(grain.chinese)，最多\(records.most)条"
            ),
          ],
          header: Array(factColumns.dropLast()),
          rows: records.attributes.enumerated().map { position, attribute in
            row(attribute, id: ids.indices.contains(position) ? ids[position] : nil, nil)
          }
        )
        tag(.dl, .style("about")) {
          row("Used by", "被引用于") {
            tag(.ul) { for user in users { tag(.li) { mention(user) } } }
          }
        }
      }
    ]
  }

  /// What the measure names as its sources.
  var sources: [Markup] {
    let keys = files[index].header.sources
    if keys.isEmpty { return [] }
    return [
      tag(.section) {
        tag(.h2, .id("sources")) { words.stacked("Sources", "来源") }
        tag(.dl, .style("about")) {
          for key in keys.keys.sorted() {
            Markup.element(
              .div,
              dictionary.sources[key].map { [.id($0)] } ?? [],
              [
                tag(.dt) { tag(.strong, .lang(Tongue(of: key))) { key } },
                tag(.dd) { words.single(keys[key] ?? "") },
              ]
            )
          }
        }
      }
    ]
  }
}
