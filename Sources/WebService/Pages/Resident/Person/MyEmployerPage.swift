import Casework
import ExpressionLanguage

/// 用人单位: for whom the person works, from which day.
enum MyEmployerPage {
  struct View: Sendable {
    let current: Current?
    let name: String
    let code: String
    let isNone: Bool
    let from: DayField
    let nameError: String?
    let codeError: String?
    let fromError: String?
    let key: String
  }

  struct Current: Sendable {
    let name: String
    let code: String
    let from: ShownDay?
  }

  static let show = MyFile.handler { mine in try page(mine) }

  static let send = MyFile.handler { mine in
    let (visit, form) = (mine.visit, mine.visit.form)
    let isNone = form["none"] != nil
    var mistakes: [Layout.Mistake] = []
    if !isNone {
      if form["name"] == nil {
        let text = visit.say("Enter the employer's name", "请填写用人单位名称")
        mistakes.append(Layout.Mistake("name", text))
      }
      if form["code"] == nil {
        let text = visit.say("Enter the employer's code", "请填写统一社会信用代码")
        mistakes.append(Layout.Mistake("code", text))
      }
    }
    guard let from = form.day("from") else {
      let text = visit.say("Enter the day as year, month and day", "请按年、月、日填写日期")
      return try page(mine, mistakes + [Layout.Mistake("from-year", text)])
    }
    if !mistakes.isEmpty { return try page(mine, mistakes) }
    let employer = isNone ? nil : Employer(code: form["code"] ?? "", name: form["name"] ?? "")
    switch try await mine.attempt(.person(.changeEmployer(employer: employer, from: from))) {
    case .success:
      return await visit.done(
        Bilingual("Your employer has been noted.", "用人单位已登记。"),
        to: "/me/employer"
      )
    case .failure(let rejection):
      let field =
        switch rejection.id {
        case "date-in-future", "before-birth", "employer-earlier": "from-year"
        case "bad-employer-code": "code"
        default: "name"
        }
      return try page(mine, [Layout.Mistake(field, rejection.message(visit))])
    }
  }

  private static func page(_ mine: MyFile, _ mistakes: [Layout.Mistake] = []) throws -> Reply {
    let (visit, form, person) = (mine.visit, mine.visit.form, mine.file.person)
    func error(_ field: String) -> String? { mistakes.first { $0.field == field }?.text }
    return try mine.page(
      "resident/employer",
      title: Bilingual("My employer", "用人单位"),
      View(
        current: person.employer.map {
          Current(
            name: $0.name,
            code: $0.code,
            from: person.employerFrom.map { ShownDay($0, visit) }
          )
        },
        name: form["name"] ?? "",
        code: form["code"] ?? "",
        isNone: form["none"] != nil,
        from: DayField("from", mine.today, form, error: error("from-year")),
        nameError: error("name"),
        codeError: error("code"),
        fromError: error("from-year"),
        key: visit.keyToSend
      ),
      mistakes: mistakes
    )
  }
}
