import Casework
import ExpressionLanguage

extension Deed {
  /// What can be done to a person's links to others.
  static let families: [Deed] = [link, unlink, guardian, endGuardian]

  /// The field that names another person; `DeskDeedPage` looks them up.
  static let other = DeskField.text(
    "other",
    Bilingual("The other person: citizen's number or number of the file", "对方的公民身份号码或者档案编号")
  )

  private static let link = Deed(
    id: "link",
    name: Bilingual("Link a relative", "关联家庭成员"),
    action: .linkRelative,
    topic: .person,
    fields: { _ in
      [
        other,
        .choice(
          "relation",
          Bilingual("What the other is to this person", "对方是当事人的"),
          DeskField.Choice.all(FamilyRelation.self, \.label)
        ),
      ]
    },
    commands: { scene, form in
      let relation = form.choice("relation").flatMap { FamilyRelation(rawValue: $0.value) }
      _ = form.text("other")
      guard let relative = scene.named["other"], let relation else { return [] }
      return [.person(.linkRelative(relative: relative, relation: relation))]
    }
  )

  private static let unlink = Deed(
    id: "unlink",
    name: Bilingual("End a family link", "解除家庭成员关联"),
    action: .linkRelative,
    topic: .person,
    probe: { scene in scene.file.person.relatives.isEmpty ? .no : .form },
    fields: { scene in
      [
        .choice(
          "relative",
          Bilingual("Relative", "家庭成员"),
          scene.file.person.relatives.sorted { $0.key < $1.key }.map { relative, relation in
            DeskField.Choice(
              relative.text,
              Bilingual(
                "\(relation.label.english) · \(relative.text)",
                "\(relation.label.chinese) · \(relative.text)"
              )
            )
          }
        ),
        .choice("reason", Bilingual("Reason", "理由"), DeskReasons.link),
      ]
    },
    commands: { _, form in
      let relative = form.choice("relative").flatMap { ResidentID($0.value) }
      let reason = form.reason()
      guard let relative, !reason.isEmpty else { return [] }
      return [.person(.unlinkRelative(relative: relative, reason: reason))]
    }
  )

  private static let guardian = Deed(
    id: "guardian",
    name: Bilingual("Let somebody act for the person", "确定代办人"),
    action: .appointGuardian,
    topic: .person,
    fields: { _ in
      [
        other,
        .choice(
          "ground",
          Bilingual("Why", "事由"),
          [
            DeskField.Choice(
              GuardianGround.minor.rawValue,
              Bilingual("the person is under sixteen", "未满十六周岁")
            ),
            DeskField.Choice(
              GuardianGround.limitedMobility.rawValue,
              Bilingual("the person moves with difficulty", "行动不便的老年人、残疾人等")
            ),
          ]
        ),
      ]
    },
    commands: { scene, form in
      let ground = form.choice("ground").flatMap { GuardianGround(rawValue: $0.value) }
      _ = form.text("other")
      guard let guardian = scene.named["other"], let ground else { return [] }
      return [.person(.appointGuardian(guardian: guardian, ground: ground))]
    }
  )

  private static let endGuardian = Deed(
    id: "end-guardian",
    name: Bilingual("End that somebody acts for the person", "终止代办关系"),
    action: .appointGuardian,
    topic: .person,
    probe: { scene in scene.file.person.guardians.isEmpty ? .no : .form },
    fields: { scene in
      [
        .choice(
          "guardian",
          Bilingual("Who acts", "代办人"),
          scene.file.person.guardians.keys.sorted().map {
            DeskField.Choice($0.text, Bilingual($0.text, $0.text))
          }
        ),
        .choice("reason", Bilingual("Reason", "理由"), DeskReasons.link),
      ]
    },
    commands: { _, form in
      let guardian = form.choice("guardian").flatMap { ResidentID($0.value) }
      let reason = form.reason()
      guard let guardian, !reason.isEmpty else { return [] }
      return [.person(.endGuardian(guardian: guardian, reason: reason))]
    }
  )
}
