import Casework
import ExpressionLanguage
import Policy

extension Deed {
  /// What can be done to what the file says of the person alone.
  static let persons: [Deed] = [
    residence, endResidence, employer, phone, identity, protect, unprotect,
  ]

  private static let residence = Deed(
    id: "residence",
    name: Bilingual("Register an address", "居住登记、变更住址"),
    action: .registerResidence,
    topic: .person,
    key: "m",
    fields: { DeskField.residence($0.law, $0.today) },
    commands: { _, form in
      form.residence().map { [.person(.registerResidence(residence: $0))] } ?? []
    }
  )

  private static let endResidence = Deed(
    id: "end-residence",
    name: Bilingual("End the registration of an address", "注销居住登记"),
    action: .registerResidence,
    topic: .person,
    probe: { scene in scene.openResidences.isEmpty ? .no : .form },
    fields: { scene in
      [
        .choice(
          "residence",
          Bilingual("Address", "住址"),
          scene.openResidences.map {
            DeskField.Choice(
              String($0.number),
              Bilingual($0.residence.address, $0.residence.address)
            )
          }
        ),
        .date("last", Bilingual("Last day there", "居住至"), initial: scene.today),
      ]
    },
    commands: { _, form in
      let number = form.choice("residence").flatMap { Int($0.value) }
      let last = form.date("last")
      guard let number, let last else { return [] }
      return [.person(.endResidence(residence: number, last: last))]
    }
  )

  private static let employer = Deed(
    id: "employer",
    name: Bilingual("Change the employer", "变更用人单位"),
    action: .changeEmployer,
    topic: .person,
    fields: { scene in
      [
        .text(
          "code",
          Bilingual("Unified social credit code", "统一社会信用代码"),
          hint: Bilingual(
            "Leave code and name empty where there is no employer any more.",
            "已无用人单位的，代码和名称留空。"
          ),
          isOptional: true
        ),
        .text("employer", Bilingual("Name of the employer", "单位名称"), isOptional: true),
        .date("from", Bilingual("Since", "自何日起"), initial: scene.today),
      ]
    },
    commands: { _, form in
      let (code, name) = (form.text("code"), form.text("employer"))
      let from = form.date("from")
      if code.isEmpty != name.isEmpty {
        form.fail(
          code.isEmpty ? "code" : "employer",
          Bilingual("Enter both code and name, or neither", "代码和名称应同时填写或者同时留空")
        )
      }
      if !code.isEmpty { form.check(employer: code) }
      guard let from, form.mistakes.isEmpty else { return [] }
      let employer = code.isEmpty ? nil : Employer(code: code, name: name)
      return [.person(.changeEmployer(employer: employer, from: from))]
    }
  )

  private static let phone = Deed(
    id: "phone",
    name: Bilingual("Change the phone", "变更联系电话"),
    action: .changeContact,
    topic: .person,
    fields: { scene in
      [
        .text(
          "phone",
          Bilingual("Phone", "联系电话"),
          hint: Bilingual("Empty: there is none.", "留空表示没有。"),
          initial: scene.file.person.phone,
          isOptional: true
        )
      ]
    },
    commands: { _, form in
      let phone = form.text("phone")
      return [.person(.changePhone(phone: phone.isEmpty ? nil : phone))]
    }
  )

  private static let identity = Deed(
    id: "identity",
    name: Bilingual("Correct the identity", "更正身份信息"),
    action: .correctIdentity,
    topic: .person,
    isGrave: true,
    fields: { scene in
      let known = scene.file.person.identity
      return DeskField.identity(scene.law, known: known) + [
        .choice("reason", Bilingual("Reason", "更正理由"), DeskReasons.correction)
      ]
    },
    commands: { scene, form in
      let identity = form.identity(on: scene.today)
      let reason = form.reason()
      guard let identity, form.mistakes.isEmpty else { return [] }
      return [.person(.correctIdentity(identity: identity, reason: reason))]
    }
  )

  private static let protect = Deed(
    id: "protect",
    name: Bilingual("Protect the file", "列入保护"),
    action: .protectPerson,
    topic: .person,
    isGrave: true,
    note: Bilingual(
      "The person is still found and served, and nobody reads the file but the person and a supervisor.",
      "仍可查找和办理，但除本人和主管外，任何人不能查看档案。"
    ),
    probe: { scene in scene.file.person.isProtected ? .no : .form },
    fields: { _ in [.choice("reason", Bilingual("Reason", "理由"), DeskReasons.protection)] },
    commands: { _, form in
      let reason = form.reason()
      return reason.isEmpty ? [] : [.person(.protect(reason: reason))]
    }
  )

  private static let unprotect = Deed(
    id: "unprotect",
    name: Bilingual("Lift the protection", "解除保护"),
    action: .protectPerson,
    topic: .person,
    probe: { scene in scene.file.person.isProtected ? .form : .no },
    fields: { _ in [.choice("reason", Bilingual("Reason", "理由"), DeskReasons.unprotection)] },
    commands: { _, form in
      let reason = form.reason()
      return reason.isEmpty ? [] : [.person(.unprotect(reason: reason))]
    }
  )
}

extension DeedScene {
  /// The registrations that have no end.
  var openResidences: [PersonState.RegisteredResidence] {
    file.person.residences.filter { $0.last == nil }
  }
}
