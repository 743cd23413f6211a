import Casework

/// The pages of a person about their own file, or that of whom they act for.
///
/// Whoever comes is a resident; whose file they may see and change, the office says each time.
enum ResidentRoutes {
  private static let residents: Audience = .roles([.resident])

  static let all: [Route] = start + reading + person + applying + permit

  private static let start: [Route] = [
    .page("/me/start", for: residents, StartPage.show),
    .page("/me/start/register", for: residents, RegisterPage.show),
    .form("/me/start/register", for: residents, RegisterPage.send),
    .page("/me/start/code", for: residents, CodePage.show),
    .form("/me/start/code", for: residents, CodePage.send),
  ]

  private static let reading: [Route] = [
    .page("/me", for: residents, OverviewPage.show),
    .page("/me/facts", for: residents, FactsPage.show),
    .page("/me/facts/{fact}/dispute", for: residents, DisputePage.show),
    .form("/me/facts/{fact}/dispute", for: residents, DisputePage.send),
    .page("/me/points", for: residents, PointsPage.show),
    .page("/me/services", for: residents, MyServicesPage.show),
    .page("/me/papers", for: residents, PapersPage.show),
    .page("/me/papers/{paper}", for: residents, PaperPage.show),
    .page("/me/notices", for: residents, NoticesPage.show),
    .page("/me/access", for: residents, AccessPage.show),
  ]

  private static let person: [Route] = [
    .page("/me/address", for: residents, AddressPage.show),
    .form("/me/address", for: residents, AddressPage.send),
    .page("/me/address/{residence}/leave", for: residents, LeavePage.show),
    .form("/me/address/{residence}/leave", for: residents, LeavePage.send),
    .page("/me/employer", for: residents, EmployerPage.show),
    .form("/me/employer", for: residents, EmployerPage.send),
    .page("/me/contact", for: residents, ContactPage.show),
    .form("/me/contact", for: residents, ContactPage.send),
    .page("/me/people", for: residents, PeoplePage.show),
    .form("/me/people", for: residents, PeoplePage.send),
    .page("/me/acting", for: residents, PeoplePage.back),
  ]

  private static let applying: [Route] = [
    .page("/me/apply", for: residents, ApplyPage.show),
    .page("/me/apply/basis", for: residents, BasisPage.show),
    .form("/me/apply/basis", for: residents, BasisPage.send),
    .page("/me/apply/conditions", for: residents, ConditionsPage.show),
    .form("/me/apply/conditions", for: residents, ConditionsPage.send),
    .page("/me/apply/papers", for: residents, ApplyPapersPage.show),
    .form("/me/apply/papers", for: residents, ApplyPapersPage.send),
    .page("/me/apply/contact", for: residents, ApplyContactPage.show),
    .form("/me/apply/contact", for: residents, ApplyContactPage.send),
    .page("/me/apply/check", for: residents, ApplyCheckPage.show),
    .form("/me/apply/check", for: residents, ApplyCheckPage.send),
    .page("/me/apply/done/{application}", for: residents, ApplyDonePage.show),
    .page("/me/applications", for: residents, ApplicationsPage.show),
    .page("/me/applications/{application}", for: residents, ApplicationPage.show),
    .form(
      "/me/applications/{application}/supplement",
      for: residents,
      ApplicationPage.supplement
    ),
    .page("/me/applications/{application}/withdraw", for: residents, WithdrawPage.show),
    .form("/me/applications/{application}/withdraw", for: residents, WithdrawPage.send),
  ]

  private static let permit: [Route] = [
    .page("/me/permit", for: residents, PermitPage.show),
    .page("/me/endorse", for: residents, EndorsePage.show),
    .form("/me/endorse", for: residents, EndorsePage.send),
    .page("/me/loss", for: residents, LossPage.show),
    .form("/me/loss", for: residents, LossPage.send),
    .page("/me/damage", for: residents, DamagePage.show),
    .form("/me/damage", for: residents, DamagePage.send),
    .page("/me/give-up", for: residents, GiveUpPage.show),
    .form("/me/give-up", for: residents, GiveUpPage.send),
  ]
}
