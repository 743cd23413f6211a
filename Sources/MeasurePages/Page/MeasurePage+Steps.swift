import ExpressionLanguage
import Policy

extension MeasurePage {
  /// What a channel says of the next step: where to apply, with which papers, how long it takes.
  @MarkupBuilder func steps(_ channel: Channel) -> [Markup] {
    let steps = channel.steps
    if let office = steps.applyAt {
      entry("apply at", "Apply at", "受理", channel) { said(office) }
    }
    if let papers = steps.papers {
      entry("papers", "Papers", "材料", channel) { said(papers) }
    }
    if let amount = steps.decidedWithin {
      entry("decided within", "Decided within", "办理期限", channel) { said(amount) }
    }
    if let amount = steps.fee {
      entry("fee", "Fee", "费用", channel) { said(amount) }
    }
    if let remedy = steps.remedy {
      entry("remedy", "If refused", "救济途径", channel) { said(remedy) }
    }
  }

  private func said(_ step: StepWords) -> [Markup] {
    switch step {
    case .listed(let formula): expression(formula)
    case .texts(let texts):
      words.inline(
        texts.map(\.english).joined(separator: "; "),
        texts.map(\.chinese).joined(separator: "；")
      )
    }
  }

  private func said(_ amount: StepAmount) -> [Markup] {
    words.inline(Cells.whole(amount.value, amount.type))
  }
}
