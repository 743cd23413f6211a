import Casework
import ExpressionLanguage

extension Deed {
  /// What can be done to a permit.
  static let permits: [Deed] = [
    issue, endorse, refuseEndorsement, loss, damage, replace, cancel, propose, confirm, drop,
    restore,
  ]

  private static func probing(_ command: PermitCommand) -> @Sendable (DeedScene) -> Probe {
    { _ in .command(.permit(command)) }
  }

  private static func simply(
    _ command: PermitCommand
  ) -> @Sendable (DeedScene, inout DeskForm) -> [Command] {
    { _, _ in [.permit(command)] }
  }

  private static let issue = Deed(
    id: "issue",
    name: Bilingual("Make and hand out the card", "制作并发放居住证"),
    action: .issue,
    topic: .application,
    key: "i",
    probe: { scene in
      guard let number = scene.application?.number else { return .no }
      return .command(.permit(.issue(application: number, serial: scene.proposedSerial)))
    },
    fields: { [.serial($0)] },
    commands: { scene, form in
      let serial = form.text("serial")
      guard let number = scene.application?.number, !serial.isEmpty else { return [] }
      return [.permit(.issue(application: number, serial: serial))]
    }
  )

  private static let endorse = Deed(
    id: "endorse",
    name: Bilingual("Endorse", "签注"),
    action: .endorse,
    topic: .permit,
    key: "e",
    probe: probing(.endorse),
    commands: simply(.endorse)
  )

  private static let refuseEndorsement = Deed(
    id: "refuse-endorsement",
    name: Bilingual("Refuse the endorsement", "不予签注"),
    action: .refuseEndorsement,
    topic: .permit,
    isGrave: true,
    note: Bilingual(
      "The permit stays good until the due date. The reasons come from the measures.",
      "截止日之前居住证仍然有效。理由由办法得出。"
    ),
    probe: probing(.refuseEndorsement),
    commands: simply(.refuseEndorsement)
  )

  private static let loss = Deed(
    id: "loss",
    name: Bilingual("Report the card lost", "挂失"),
    action: .reportLoss,
    topic: .permit,
    key: "l",
    note: Bilingual(
      "The card is revoked at once, and stays so even if it is found.",
      "证件立即失效；找回后也不再有效。"
    ),
    probe: probing(.reportLoss),
    commands: simply(.reportLoss)
  )

  private static let damage = Deed(
    id: "damage",
    name: Bilingual("Report the card damaged", "登记证件损坏"),
    action: .reportDamage,
    topic: .permit,
    key: "d",
    probe: probing(.reportDamage),
    commands: simply(.reportDamage)
  )

  private static let replace = Deed(
    id: "replace",
    name: Bilingual("Make a new card", "换领、补领"),
    action: .replaceCard,
    topic: .permit,
    key: "n",
    probe: { scene in
      .command(
        .permit(
          .replaceCard(
            serial: scene.proposedSerial,
            isOldHandedIn: true,
            paidFen: scene.replacementFee ?? 0
          )
        )
      )
    },
    fields: { scene in
      var fields: [DeskField] = [.serial(scene)]
      if scene.permit?.card?.state == .damaged {
        fields.append(
          .checks(
            "old",
            Bilingual("The old card", "旧证"),
            [
              DeskField.Choice("in", Bilingual("The damaged card was handed in", "已收回损坏的旧证"))
            ]
          )
        )
      }
      let fee = (scene.replacementFee ?? 0).yuan
      if scene.replacementFee != 0 {
        fields.append(
          .checks(
            "paid",
            Bilingual("The fee", "工本费"),
            [
              DeskField.Choice(
                "yes",
                Bilingual("The fee of \(fee) yuan was paid", "已收工本费\(fee)元")
              )
            ],
            hint: scene.replacementFeeSource
          )
        )
      }
      return fields
    },
    commands: { scene, form in
      let serial = form.text("serial")
      let isHandedIn = form.choices("old") == ["in"]
      _ = form.choices("paid")
      guard form.mistakes.isEmpty else { return [] }
      return [
        .permit(
          .replaceCard(
            serial: serial,
            isOldHandedIn: isHandedIn,
            paidFen: scene.replacementFee ?? 0
          )
        )
      ]
    }
  )

  private static let cancel = Deed(
    id: "cancel",
    name: Bilingual("Cancel the permit", "注销居住证"),
    action: .cancel,
    topic: .permit,
    isGrave: true,
    probe: { scene in .command(.permit(.cancel(ground: .died, from: scene.today))) },
    fields: { scene in
      [
        .choice(
          "ground",
          Bilingual("Ground", "注销事由"),
          // What an officer decided no window undoes: the office says so, and is not asked in vain.
          DeskField.Choice.all(CancellationGround.self, \.label)
            .filter {
              scene.actor.role != .clerk || $0.value != CancellationGround.issuedInError.rawValue
            }
        ),
        .date("from", Bilingual("From which day on", "自何日起"), initial: scene.today),
      ]
    },
    commands: { _, form in
      let ground = form.choice("ground").flatMap { CancellationGround(rawValue: $0.value) }
      let from = form.date("from")
      guard let ground, let from else { return [] }
      return [.permit(.cancel(ground: ground, from: from))]
    }
  )

  private static let propose = Deed(
    id: "propose-confiscation",
    name: Bilingual("Propose to confiscate the permit", "提请收缴居住证"),
    action: .proposeConfiscation,
    topic: .permit,
    isGrave: true,
    note: Bilingual(
      "Nothing changes for the holder until another officer confirms it.",
      "在另一名工作人员确认之前，持证人的权利不受影响。"
    ),
    probe: probing(.proposeConfiscation(ground: .fraud, evidence: "?")),
    fields: { _ in
      [
        .choice(
          "ground",
          Bilingual("Ground", "事由"),
          DeskField.Choice.all(ConfiscationGround.self, \.label)
        ),
        .text(
          "evidence",
          Bilingual("Number of the paper that proves it", "证据材料编号"),
          hint: Bilingual(
            "The number only, such as GA-2026-0417: no names.",
            "只写编号，例如 GA-2026-0417，不写姓名。"
          )
        ),
      ]
    },
    commands: { _, form in
      let ground = form.choice("ground").flatMap { ConfiscationGround(rawValue: $0.value) }
      let evidence = form.text("evidence")
      guard let ground, !evidence.isEmpty else { return [] }
      return [.permit(.proposeConfiscation(ground: ground, evidence: evidence))]
    }
  )

  private static let confirm = Deed(
    id: "confirm-confiscation",
    name: Bilingual("Confirm the confiscation", "确认收缴"),
    action: .confirmConfiscation,
    topic: .permit,
    key: "c",
    isGrave: true,
    probe: probing(.confirmConfiscation),
    commands: simply(.confirmConfiscation)
  )

  private static let drop = Deed(
    id: "drop-confiscation",
    name: Bilingual("Drop the confiscation", "撤销收缴提请"),
    action: .confirmConfiscation,
    topic: .permit,
    key: "u",
    probe: probing(.dropConfiscation(reason: "?")),
    fields: { _ in [.choice("reason", Bilingual("Reason", "理由"), DeskReasons.dropping)] },
    commands: { _, form in
      let reason = form.reason()
      return reason.isEmpty ? [] : [.permit(.dropConfiscation(reason: reason))]
    }
  )

  private static let restore = Deed(
    id: "restore",
    name: Bilingual("Restore the permit", "恢复居住证"),
    action: .restore,
    topic: .permit,
    key: "r",
    probe: probing(.restore(reason: "?")),
    fields: { _ in [.choice("reason", Bilingual("Reason", "理由"), DeskReasons.restoring)] },
    commands: { _, form in
      let reason = form.reason()
      return reason.isEmpty ? [] : [.permit(.restore(reason: reason))]
    }
  )
}

extension DeskField {
  /// The number of a new card, with one proposed.
  static func serial(_ scene: DeedScene) -> DeskField {
    .text(
      "serial",
      Bilingual("Number printed on the card", "证件编号"),
      hint: Bilingual(
        "Proposed; type the number of the card where it differs.",
        "系统建议编号；与证件不同时，请按证件填写。"
      ),
      initial: scene.proposedSerial
    )
  }
}

extension DeedScene {
  /// The fee for a new card in fen, by the measures.
  var replacementFee: Int? { replacementTerm?.fen }

  /// Where the fee stands.
  var replacementFeeSource: Bilingual? {
    replacementTerm.map { term in
      Bilingual(term.citation.article.english, term.citation.article.chinese)
    }
  }

  private var replacementTerm: Term? {
    do throws(Rejection) { return try law.term("fee replacement") } catch { return nil }
  }
}
