import ExpressionLanguage
import Policy

extension MeasurePage {
  /// Where what a name stands for is shown, if it is shown anywhere.
  func link(_ named: Named) -> Link? {
    switch named {
    case .rule(let rule): link(set.rules[rule].measure, set.rules[rule].range.start)
    case .fact(let fact): dictionary.facts[fact].map { .place($0) }
    case .records(let kind): dictionary.records[kind].map { .place($0) }
    case .attribute(let kind, let index): dictionary.attributes[kind].map { .place($0[index]) }
    }
  }

  /// Where something of a measure of the set is shown.
  func link(_ owner: Int, _ offset: Int) -> Link? {
    if owner == index { return anchors.id(at: offset).map { .place($0) } }
    return pages[MeasurePage.key(set.measures[owner])].map {
      .page($0, place: others[owner]?.id(at: offset))
    }
  }

  /// A text, linked where there is something to link to.
  func linked(_ link: Link?, @MarkupBuilder content: () -> [Markup]) -> Markup {
    link.map { .element(.a, [.href($0)], content()) } ?? .element(.span, [], content())
  }

  /// A rule by its label, with its citation beside it.
  func mention(_ rule: Int) -> [Markup] {
    let rule = set.rules[rule]
    return mention(rule.measure, rule.name, rule.place, rule.range.start)
  }

  /// What uses something, by its label, with its citation beside it.
  func mention(_ user: Uses.User) -> [Markup] {
    mention(user.measure, user.name, user.place, user.offset)
  }

  private func mention(_ owner: Int, _ name: Bilingual, _ place: Place, _ offset: Int) -> [Markup] {
    var pieces = [linked(link(owner, offset)) { words.inline(name) }, .text(" ")]
    let citation = Bilingual(place.citation(.english), place.citation(.chinese))
    pieces.append(
      tag(.small) {
        if owner != index {
          words.inline(set.measures[owner].title)
          " "
        }
        if citation != name { words.inline(citation) }
      }
    )
    return pieces
  }

  /// A fact by its label.
  func mention(fact: Int) -> [Markup] {
    [linked(link(.fact(fact))) { words.inline(set.model.facts[fact].name) }]
  }

  /// A kind of records by its label.
  func mention(records kind: Int) -> [Markup] {
    [linked(link(.records(kind))) { words.inline(set.model.records[kind].name) }]
  }
}
