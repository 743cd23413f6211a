import Casework
import ExpressionLanguage
import Registry

/// Two files of one person side by side, before the second is merged into the first.
enum MergePage {
  struct View: Sendable {
    struct Row: Sendable {
      let label: String
      let left: String
      let right: String
      let isSame: Bool
    }
    let number: String
    let other: String
    let hasOther: Bool
    let rows: [Row]
    let action: String
    let key: String
    /// How many entries the file had; not `version`, which is the program's in the foot.
    let shown: Int
    let purpose: String
    let refusal: DeskDeedPage.Rejected?
  }

  static let show: Route.Handler = { visit in try await page(visit, visit.query["with"]) }

  static let send: Route.Handler = { visit in
    let resident = try visit.resident("resident")
    guard let duplicate = visit.form["with"].flatMap({ ResidentID($0) }) else {
      return try await page(visit, nil)
    }
    do {
      try await visit.office.run(
        Request(
          .person(.merge(duplicate: duplicate)),
          on: resident,
          by: visit.actor,
          for: .correction,
          key: visit.form["key"],
          shownVersion: visit.form["version"].flatMap { Int($0) }
        )
      )
    } catch let rejection as Rejection {
      return try await page(visit, duplicate.text, rejection: rejection)
    }
    return await visit.done(
      Bilingual("The files are merged.", "档案已合并。"),
      to: "/desk/files/\(resident.text)?\(Purpose.correction.query)"
    )
  }

  private static func page(
    _ visit: Visit,
    _ with: String?,
    rejection: Rejection? = nil
  ) async throws -> Reply {
    let resident = try visit.resident("resident")
    let actor = try visit.actor
    let one = try await visit.office.file(resident, by: actor, for: .correction)
    let labels = FactLabels(try visit.office.law(on: one.day))
    var other: FileView?
    var mistakes: [Layout.Mistake] = []
    if let with {
      if let id = ResidentID(with.lowercased()), id != resident {
        do {
          other = try await visit.office.file(id, by: actor, for: .correction)
        } catch let rejection as Rejection where rejection.id == "no-such-file" {
          mistakes.append(Layout.Mistake("with", visit.say(rejection.reason)))
        }
      } else {
        mistakes.append(
          Layout.Mistake(
            "with",
            visit.say("Enter the number of another file, ten characters", "请填写另一份档案的编号，共十位")
          )
        )
      }
    }
    if let rejection { mistakes.append(Layout.Mistake("", visit.say(rejection.reason))) }
    let view = View(
      number: resident.text,
      other: other?.file.id.text ?? with ?? "",
      hasOther: other != nil,
      rows: other.map { rows(visit, one, $0, labels) } ?? [],
      action: visit.link("/desk/files/\(resident.text)/merge"),
      key: visit.newKey,
      shown: one.file.version,
      purpose: Purpose.correction.rawValue,
      refusal: rejection.map { DeskDeedPage.Rejected($0, visit) }
    )
    return try visit.page(
      "desk/merge",
      title: Bilingual("Merge two files of one person", "合并同一人的两份档案"),
      view,
      mistakes: mistakes,
      back: "/desk/files/\(resident.text)?\(Purpose.correction.query)"
    )
  }

  private static func rows(
    _ visit: Visit,
    _ one: FileView,
    _ other: FileView,
    _ labels: FactLabels
  ) -> [View.Row] {
    func row(_ label: Bilingual, _ text: (FileView) -> String) -> View.Row {
      let (left, right) = (text(one), text(other))
      return View.Row(
        label: visit.say(label),
        left: left.isEmpty ? "–" : left,
        right: right.isEmpty ? "–" : right,
        isSame: left == right
      )
    }
    func list(_ texts: [String]) -> String { texts.joined(separator: visit.say("; ", "；")) }
    return [
      row(Bilingual("Name", "姓名")) { $0.file.person.identity?.name ?? "" },
      row(Bilingual("Citizen's number", "公民身份号码")) {
        $0.file.person.identity?.number.masked ?? ""
      },
      row(Bilingual("Born", "出生日期")) {
        $0.file.person.identity.map { visit.day($0.number.birthDate) } ?? ""
      },
      row(Bilingual("Registered address", "常住户口所在地住址")) {
        $0.file.person.identity?.registeredAddress ?? ""
      },
      row(Bilingual("Phone", "联系电话")) { $0.file.person.phone ?? "" },
      row(Bilingual("Addresses", "居住登记")) { view in
        list(
          view.file.person.residences.map {
            "\(visit.day($0.residence.from)) \($0.residence.address)"
          }
        )
      },
      row(Bilingual("Employer", "用人单位")) { $0.file.person.employer?.name ?? "" },
      row(Bilingual("Applications", "申请")) { view in
        list(
          view.file.applications.all.map {
            "\($0.submitted) \(visit.say($0.basis.label)) \(visit.say($0.state.label))"
          }
        )
      },
      row(Bilingual("Permit", "居住证")) { view in
        view.file.permits.last.map { visit.say($0.state(on: view.day).label) } ?? ""
      },
      row(Bilingual("Facts", "核验数据")) { view in
        list(
          view.file.facts.known(on: view.day).map {
            "\(visit.say(labels.fact($0.statement.fact))) "
              + visit.say(labels.content($0.statement))
          }
        )
      },
    ]
  }
}
