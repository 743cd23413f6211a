import Scoring
import Casework
import ExpressionLanguage

extension Deed {
  /// What can be done to an application.
  static let applications: [Deed] = [
    apply, notice, supplement, accept, decline, ask, relocation, extend, approve, refuse, withdraw,
  ]

  private static func probing(
    _ command: @escaping @Sendable (Int) -> ApplicationCommand
  ) -> @Sendable (DeedScene) -> Probe {
    { scene in scene.application.map { .command(.application(command($0.number))) } ?? .no }
  }

  private static func simply(
    _ command: @escaping @Sendable (Int) -> ApplicationCommand
  ) -> @Sendable (DeedScene, inout DeskForm) -> [Command] {
    { scene, _ in scene.application.map { [.application(command($0.number))] } ?? [] }
  }

  private static let apply = Deed(
    id: "apply",
    name: Bilingual("Apply for the permit on the person's behalf", "代为申领居住证"),
    action: .submit,
    topic: .person,
    key: "a",
    probe: { _ in .command(.application(.submit(basis: .employment, medium: .paper, papers: []))) },
    fields: { scene in
      [
        .choice("basis", Bilingual("Basis", "申领事由"), DeskField.Choice.all(Basis.self, \.label)),
        .checks(
          "papers",
          Bilingual("Papers that were handed in", "已提交的材料"),
          scene.papers,
          isOptional: true
        ),
      ]
    },
    commands: { _, form in
      guard let basis = form.choice("basis").flatMap({ Basis(rawValue: $0.value) }) else {
        return []
      }
      let papers = form.choices("papers")
      return [.application(.submit(basis: basis, medium: .paper, papers: papers))]
    }
  )

  private static let notice = Deed(
    id: "notice",
    name: Bilingual("Give the one-time notice", "一次性告知"),
    action: .giveNotice,
    topic: .application,
    key: "n",
    note: Bilingual(
      "It can be given once. What is missing is worked out from the measure and the file.",
      "只能告知一次。所缺材料由系统按办法和档案得出。"
    ),
    probe: probing { .giveNotice(number: $0) },
    commands: simply { .giveNotice(number: $0) }
  )

  private static let supplement = Deed(
    id: "supplement",
    name: Bilingual("Take in papers", "接收补充材料"),
    action: .supplement,
    topic: .application,
    key: "s",
    probe: { scene in
      guard let application = scene.application,
        let paper = scene.law.permitPapers.first(where: {
          !application.papers.contains($0.english)
        })
      else { return .no }
      let papers = [paper.english]
      return .command(.application(.supplement(number: application.number, papers: papers)))
    },
    fields: { scene in
      let missing = scene.application?.stillMissing ?? []
      let open = scene.papers.filter { scene.application?.papers.contains($0.value) != true }
      return [
        .checks(
          "papers",
          Bilingual("Papers that were brought", "补交的材料"),
          open.filter { missing.contains($0.value) } + open.filter { !missing.contains($0.value) }
        )
      ]
    },
    commands: { scene, form in
      let papers = form.choices("papers")
      guard let number = scene.application?.number, !papers.isEmpty else { return [] }
      return [.application(.supplement(number: number, papers: papers))]
    }
  )

  private static let accept = Deed(
    id: "accept",
    name: Bilingual("Accept", "受理"),
    action: .accept,
    topic: .application,
    key: "a",
    probe: probing { .accept(number: $0) },
    commands: simply { .accept(number: $0) }
  )

  private static let decline = Deed(
    id: "decline",
    name: Bilingual("Decline as out of scope", "不予受理（不属于本机关职权范围）"),
    action: .declineScope,
    topic: .application,
    key: "d",
    isGrave: true,
    probe: probing { .decline(number: $0, reason: "?", rightOffice: "?") },
    fields: { _ in
      [
        .choice("reason", Bilingual("Reason", "理由"), DeskReasons.outOfScope),
        .choice("office", Bilingual("The right office", "应向何处申请"), DeskReasons.rightOffices),
      ]
    },
    commands: { scene, form in
      let reason = form.reason()
      let office = form.reason("office")
      guard let number = scene.application?.number, !reason.isEmpty, !office.isEmpty else {
        return []
      }
      return [.application(.decline(number: number, reason: reason, rightOffice: office))]
    }
  )

  private static let ask = Deed(
    id: "ask",
    name: Bilingual("Ask departments", "送部门核查"),
    action: .askDepartment,
    topic: .application,
    key: "f",
    probe: { scene in
      guard let application = scene.application else { return .no }
      let asked = Set(application.openChecks.map(\.department))
      guard
        let free = scene.law.verifyingDepartments.first(where: { !asked.contains($0.name.english) }
        ),
        let fact = free.facts.first
      else { return .no }
      return .command(
        .application(
          .askDepartment(
            number: application.number,
            department: free.name.english,
            facts: [fact.english]
          )
        )
      )
    },
    fields: { scene in
      let asked = Set(scene.application?.openChecks.map(\.department) ?? [])
      let missing = scene.missingFacts
      return scene.law.verifyingDepartments.enumerated()
        .filter { !asked.contains($0.element.name.english) }
        .map { place, department in
          .checks(
            "ask\(place + 1)",
            department.name,
            department.facts.map { DeskField.Choice($0.english, $0) },
            initial: department.facts.map(\.english).filter(missing.contains),
            isOptional: true
          )
        }
    },
    commands: { scene, form in
      guard let number = scene.application?.number else { return [] }
      var commands: [Command] = []
      for (place, department) in scene.law.verifyingDepartments.enumerated() {
        let facts = form.choices("ask\(place + 1)")
        if facts.isEmpty { continue }
        let name = department.name.english
        commands.append(
          .application(.askDepartment(number: number, department: name, facts: facts))
        )
      }
      if commands.isEmpty, let first = form.fields.first {
        form.fail(first.id, Bilingual("Choose at least one fact", "请至少选择一项数据"))
      }
      return commands
    }
  )

  private static let relocation = Deed(
    id: "relocation",
    name: Bilingual("Enter the relocated unit's answer", "录入疏解单位确认"),
    action: .confirmRelocation,
    topic: .application,
    key: "l",
    probe: { scene in
      guard let application = scene.application, application.relocationConfirmed == nil else {
        return .no
      }
      let number = application.number
      return .command(
        .application(.confirmRelocation(number: number, isConfirmed: true, unit: "?"))
      )
    },
    fields: { scene in
      [
        .choice(
          "confirmed",
          Bilingual("Does the unit confirm that the person is its staff?", "单位是否确认为本单位人员？"),
          [.yes, .no]
        ),
        .text(
          "unit",
          Bilingual("The unit", "单位名称"),
          initial: scene.file.person.employer?.name
        ),
      ]
    },
    commands: { scene, form in
      let answer = form.choice("confirmed")
      let unit = form.text("unit")
      guard let number = scene.application?.number, let answer, !unit.isEmpty else { return [] }
      return [
        .application(
          .confirmRelocation(number: number, isConfirmed: answer == .yes, unit: unit)
        )
      ]
    }
  )

  private static let extend = Deed(
    id: "extend",
    name: Bilingual("Extend the term", "延长办理期限"),
    action: .extendTerm,
    topic: .application,
    key: "x",
    probe: probing { .extendTerm(number: $0, reason: "?") },
    fields: { _ in [.choice("reason", Bilingual("Reason", "理由"), DeskReasons.extension)] },
    commands: { scene, form in
      let reason = form.reason()
      guard let number = scene.application?.number, !reason.isEmpty else { return [] }
      return [.application(.extendTerm(number: number, reason: reason))]
    }
  )

  private static let approve = Deed(
    id: "approve",
    name: Bilingual("Approve", "批准"),
    action: .approve,
    topic: .application,
    key: "a",
    note: Bilingual(
      "What is approved is what the measures find open, by the facts known today.",
      "批准依据的是办法按今日已知数据得出的结论。"
    ),
    probe: probing { .approve(number: $0) },
    commands: simply { .approve(number: $0) }
  )

  private static let refuse = Deed(
    id: "refuse",
    name: Bilingual("Refuse", "不予批准"),
    action: .refuse,
    topic: .application,
    key: "r",
    isGrave: true,
    note: Bilingual(
      "The reasons come from the measures, and the remedies go out with the decision.",
      "理由由办法得出，救济途径随决定书一并告知。"
    ),
    probe: probing { .refuse(number: $0) },
    commands: simply { .refuse(number: $0) }
  )

  private static let withdraw = Deed(
    id: "withdraw",
    name: Bilingual("Withdraw at the person's wish", "应申领人要求撤回"),
    action: .withdrawApplication,
    topic: .application,
    key: "w",
    isGrave: true,
    probe: probing { .withdraw(number: $0) },
    commands: simply { .withdraw(number: $0) }
  )
}

extension DeedScene {
  /// The facts that the measures miss for the application, by their stored names.
  var missingFacts: Set<String> {
    guard let number = application?.number,
      let finding = try? file.finding(of: number, on: today, by: law)
    else { return [] }
    return Set(finding.missing.map(\.name.english))
  }
}
