import Casework

/// The pages of a person about their own file, or that of whom they act for.
///
/// Whoever comes is a resident; whose file they may see and change, the office says each time.
enum ResidentRoutes {
  private static let residents: Audience = .roles([.resident])

  static let all: [Route] = start + reading + person + applying + permit

  private static let start: [Route] = [
    .page("/me/start", for: residents, MyStartPage.show),
    .page("/me/start/register", for: residents, MyRegisterPage.show),
    .form("/me/start/register", for: residents, MyRegisterPage.send),
    .page("/me/start/code", for: residents, MyCodePage.show),
    .form("/me/start/code", for: residents, MyCodePage.send),
  ]

  private static let reading: [Route] = [
    .page("/me", for: residents, MyOverviewPage.show),
    .page("/me/facts", for: residents, MyFactsPage.show),
    .page("/me/facts/{fact}/dispute", for: residents, MyDisputePage.show),
    .form("/me/facts/{fact}/dispute", for: residents, MyDisputePage.send),
    .page("/me/points", for: residents, MyPointsPage.show).takingLong(),
    .page("/me/services", for: residents, MyServicesPage.show),
    .page("/me/papers", for: residents, MyPapersPage.show),
    .page("/me/papers/{paper}", for: residents, MyPaperPage.show),
    .page("/me/notices", for: residents, MyNoticesPage.show),
    .page("/me/access", for: residents, MyAccessPage.show),
  ]

  private static let person: [Route] = [
    .page("/me/address", for: residents, MyAddressPage.show),
    .form("/me/address", for: residents, MyAddressPage.send),
    .page("/me/address/{residence}/leave", for: residents, MyLeavePage.show),
    .form("/me/address/{residence}/leave", for: residents, MyLeavePage.send),
    .page("/me/employer", for: residents, MyEmployerPage.show),
    .form("/me/employer", for: residents, MyEmployerPage.send),
    .page("/me/contact", for: residents, MyContactPage.show),
    .form("/me/contact", for: residents, MyContactPage.send),
    .page("/me/people", for: residents, MyPeoplePage.show),
    .form("/me/people", for: residents, MyPeoplePage.send),
    .page("/me/acting", for: residents, MyPeoplePage.back),
  ]

  private static let applying: [Route] = [
    .page("/me/apply", for: residents, MyApplyPage.show),
    .page("/me/apply/basis", for: residents, MyBasisPage.show),
    .form("/me/apply/basis", for: residents, MyBasisPage.send),
    .page("/me/apply/conditions", for: residents, MyConditionsPage.show),
    .form("/me/apply/conditions", for: residents, MyConditionsPage.send),
    .page("/me/apply/papers", for: residents, MyApplyPapersPage.show),
    .form("/me/apply/papers", for: residents, MyApplyPapersPage.send),
    .page("/me/apply/contact", for: residents, MyApplyContactPage.show),
    .form("/me/apply/contact", for: residents, MyApplyContactPage.send),
    .page("/me/apply/check", for: residents, MyApplyCheckPage.show),
    .form("/me/apply/check", for: residents, MyApplyCheckPage.send),
    .page("/me/apply/done/{application}", for: residents, MyApplyDonePage.show),
    .page("/me/applications", for: residents, MyApplicationsPage.show),
    .page("/me/applications/{application}", for: residents, MyApplicationPage.show),
    .page("/me/applications/{application}/supplement", for: residents, MyApplicationPage.back),
    .form(
      "/me/applications/{application}/supplement",
      for: residents,
      MyApplicationPage.supplement
    ),
    .page("/me/applications/{application}/withdraw", for: residents, MyWithdrawPage.show),
    .form("/me/applications/{application}/withdraw", for: residents, MyWithdrawPage.send),
  ]

  private static let permit: [Route] = [
    .page("/me/permit", for: residents, MyPermitPage.show),
    .page("/me/endorse", for: residents, MyEndorsePage.show),
    .form("/me/endorse", for: residents, MyEndorsePage.send),
    .page("/me/loss", for: residents, MyLossPage.show),
    .form("/me/loss", for: residents, MyLossPage.send),
    .page("/me/damage", for: residents, MyDamagePage.show),
    .form("/me/damage", for: residents, MyDamagePage.send),
    .page("/me/give-up", for: residents, MyGiveUpPage.show),
    .form("/me/give-up", for: residents, MyGiveUpPage.send),
  ]
}
