import Casework
import ExpressionLanguage

extension Deed {
  /// What can be done to what is known of a person.
  static let facts: [Deed] = [state, withdrawFact, dispute, answerDispute]

  private static let state = Deed(
    id: "state",
    name: Bilingual("Enter a fact from a paper", "按材料录入核验数据"),
    action: .stateFact,
    topic: .person,
    key: "v",
    note: Bilingual(
      "The source is whoever made out the paper; your hand is kept with the entry.",
      "来源为出具材料的部门；录入人一并留存。"
    ),
    fields: { scene in
      guard let chosen = scene.chosen, let inputs = FactFields(chosen, scene.law) else { return [] }
      return inputs.content() + [
        .choice(
          "source",
          Bilingual("Source", "来源"),
          inputs.sources.map { DeskField.Choice($0.english, $0) }
        ),
        .date(
          "asOf",
          Bilingual("The day for which the source says it", "数据截至日期"),
          initial: scene.today
        ),
        .date("from", Bilingual("True from", "自何日起"), isOptional: true),
        .date("until", Bilingual("True until", "至何日止"), isOptional: true),
      ]
    },
    commands: { scene, form in
      guard let chosen = scene.chosen, let inputs = FactFields(chosen, scene.law) else { return [] }
      return form.statement(inputs).map { [.fact(.state(statement: $0))] } ?? []
    }
  )

  private static let withdrawFact = Deed(
    id: "withdraw-fact",
    name: Bilingual("Take the fact back", "撤回该项数据"),
    action: .withdrawFact,
    topic: .fact,
    isGrave: true,
    probe: { scene in
      scene.number.map { .command(.fact(.withdraw(fact: $0, reason: "?"))) } ?? .no
    },
    fields: { _ in [.choice("reason", Bilingual("Reason", "理由"), DeskReasons.withdrawal)] },
    commands: { scene, form in
      let reason = form.reason()
      guard let number = scene.number, !reason.isEmpty else { return [] }
      return [.fact(.withdraw(fact: number, reason: reason))]
    }
  )

  private static let dispute = Deed(
    id: "dispute",
    name: Bilingual("Take down the person's dispute", "登记本人异议"),
    action: .disputeFact,
    topic: .fact,
    probe: { scene in
      scene.number.map { .command(.fact(.dispute(fact: $0, why: "?"))) } ?? .no
    },
    fields: { _ in
      [
        .text(
          "why",
          Bilingual("What the person says is wrong", "本人认为何处有误"),
          hint: Bilingual("In the person's own words, one line.", "按本人陈述记录，一行。")
        )
      ]
    },
    commands: { scene, form in
      let why = form.text("why")
      guard let number = scene.number, !why.isEmpty else { return [] }
      return [.fact(.dispute(fact: number, why: why))]
    }
  )

  private static let answerDispute = Deed(
    id: "answer-dispute",
    name: Bilingual("Answer the dispute", "答复异议"),
    action: .answerDispute,
    topic: .fact,
    probe: { scene in
      guard let number = scene.number else { return .no }
      return .command(
        .fact(.answerDispute(fact: number, isUpheld: false, reason: "?", replacement: nil))
      )
    },
    fields: { scene in DeskField.disputeAnswer(scene.fact, scene.law, scene.today) },
    commands: { scene, form in
      guard let item = scene.fact else { return [] }
      return form.disputeAnswer(to: item, scene.law).map { [.fact($0)] } ?? []
    }
  )
}

extension DeskField {
  /// What is asked of whoever answers a dispute.
  static func disputeAnswer(
    _ item: FactLedger.Item?,
    _ law: OfficeLaw,
    _ today: CivilDate
  ) -> [DeskField] {
    let inputs = item.flatMap { FactFields($0.statement.fact, law) }
    let replacement = (inputs?.content(of: item?.statement.content) ?? []).map { field in
      var field = field
      field.isOptional = true
      return field
    }
    return [
      .choice(
        "answer",
        Bilingual("Is the person right?", "异议是否成立？"),
        [
          DeskField.Choice("no", Bilingual("No, the fact stands", "不成立，维持原数据")),
          DeskField.Choice("withdraw", Bilingual("Yes, it is taken back", "成立，撤回该项数据")),
          DeskField.Choice(
            "replace",
            Bilingual("Yes, this is true instead:", "成立，更正为下列内容："),
            hint: Bilingual("Fill in the value below.", "请填写下面的内容。")
          ),
        ]
      )
    ] + replacement + [
      .date("asOf", Bilingual("True as of", "数据截至日期"), initial: today, isOptional: true),
      .text(
        "reason",
        Bilingual("Reason, which is told to the person", "理由（将告知本人）")
      ),
    ]
  }
}

extension DeskForm {
  /// A statement of what the inputs say, with its source and days.
  mutating func statement(_ inputs: FactFields) -> FactStatement? {
    let content = inputs.content(&self)
    let source = choice("source")?.value
    let asOf = date("asOf")
    let (from, until) = (date("from"), date("until"))
    guard let content, let source, let asOf, mistakes.isEmpty else { return nil }
    return FactStatement(
      fact: inputs.name.english,
      content: content,
      source: source,
      asOf: asOf,
      from: from,
      until: until
    )
  }

  /// The answer to a dispute of a statement.
  mutating func disputeAnswer(to item: FactLedger.Item, _ law: OfficeLaw) -> FactCommand? {
    let answer = choice("answer")?.value
    let reason = text("reason")
    var replacement: FactStatement?
    if answer == "replace", let inputs = FactFields(item.statement.fact, law) {
      let content = inputs.content(&self)
      if content == nil { fail("value", Bilingual("Enter what is true instead", "请填写更正后的内容")) }
      let asOf = date("asOf") ?? item.statement.asOf
      replacement = content.map {
        FactStatement(
          fact: item.statement.fact,
          content: $0,
          source: item.statement.source,
          asOf: asOf,
          from: item.statement.from,
          until: item.statement.until
        )
      }
    }
    guard let answer, !reason.isEmpty, mistakes.isEmpty else { return nil }
    return .answerDispute(
      fact: item.number,
      isUpheld: answer != "no",
      reason: reason,
      replacement: replacement
    )
  }
}
