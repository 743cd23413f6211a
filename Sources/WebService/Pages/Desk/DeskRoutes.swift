import Casework

/// The pages of the office's own people and of departments.
enum DeskRoutes {
  private static let office: Set<Role> = [
    .clerk, .reviewer, .supervisor, .auditor, .department, .policyOfficer, .publisher, .employer,
  ]
  /// Who changes files at all; which deeds each may do, the access table tells.
  private static let hands: Audience = .roles([.clerk, .reviewer, .supervisor])
  private static let departments: Audience = .roles([.department])
  private static let supervisors: Audience = .roles([.supervisor])
  private static let checks = "/desk/checks/{resident}"
  private static let file = "/desk/files/{resident}"

  static let all: [Route] = [
    .page("/desk", for: .roles(office), DeskPage.show),
    .page("/desk/search", for: .allowed(.search), SearchFormPage.show),
    .form("/desk/search", for: .allowed(.search), SearchFormPage.send),
    .page("/desk/register", for: .roles([.clerk]), DeskRegisterPage.show),
    .form("/desk/register", for: .roles([.clerk]), DeskRegisterPage.send),
    .page(file, for: .allowed(.readFile), FilePage.show),
    .page("\(file)/applications/{number}", for: .allowed(.readFile), CasePage.show),
    .page("\(file)/do/{deed}", for: hands, DeskDeedPage.show),
    .form("\(file)/do/{deed}", for: hands, DeskDeedPage.send),
    .page("\(file)/merge", for: .allowed(.mergeFiles), MergePage.show),
    .form("\(file)/merge", for: .allowed(.mergeFiles), MergePage.send),
    .page("\(file)/code", for: .roles([.clerk]), Confirmed.fresh(DeskCodePage.show)),
    .form("\(file)/code", for: .roles([.clerk]), Confirmed.fresh(DeskCodePage.send)),
    .page(checks, for: departments, ChecksPage.show),
    .form("\(checks)/answer", for: departments, ChecksPage.answer),
    .page("\(checks)/state", for: departments, CheckFormPage.showState),
    .form("\(checks)/state", for: departments, CheckFormPage.sendState),
    .page("\(checks)/dispute", for: departments, CheckFormPage.showDispute),
    .form("\(checks)/dispute", for: departments, CheckFormPage.sendDispute),
    .page("/desk/statistics", for: .allowed(.readStatistics), StatisticsPage.show),
    .page("/desk/staff", for: supervisors, Confirmed.fresh(StaffPage.show)),
    .form("/desk/staff", for: supervisors, Confirmed.fresh(StaffPage.create)),
    .form(
      "/desk/staff/{account}",
      for: supervisors,
      Confirmed.fresh(back: "/desk/staff", StaffPage.change)
    ),
  ]
}
