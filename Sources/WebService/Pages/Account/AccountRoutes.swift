import Casework

/// The pages of signing up, in and out, and of one's own account.
enum AccountRoutes {
  static let all: [Route] = entering + secondFactor + own + window

  private static let window: [Route] = [
    .page(
      "/desk/files/{resident}/password",
      for: .roles([.clerk]),
      Confirmed.fresh(WindowPasswordPage.show)
    ),
    .form(
      "/desk/files/{resident}/password",
      for: .roles([.clerk]),
      Confirmed.fresh(WindowPasswordPage.send)
    ),
  ]

  private static let entering: [Route] = [
    .page("/sign-in", for: .everyone, SignInPage.show),
    .form("/sign-in", for: .everyone, SignInPage.send),
    .page("/sign-in/openid", for: .everyone, OpenIDPage.begin),
    .page("/sign-in/openid/callback", for: .everyone, OpenIDPage.back),
    .form("/sign-out", for: .signedIn, SignOutPage.send),
    .page("/signed-out", for: .everyone, SignOutPage.show),
    .page("/sign-up", for: .everyone, SignUpPage.show),
    .form("/sign-up", for: .everyone, SignUpPage.send),
    .page("/set-password", for: .everyone, SetPasswordPage.show),
    .page("/set-password/{token}", for: .everyone, SetPasswordPage.show),
    .form("/set-password", for: .everyone, SetPasswordPage.send),
    .page("/forgot", for: .everyone, ForgotPage.show),
    .form("/session", for: .signedIn, SessionPage.send),
  ]

  private static let secondFactor: [Route] = [
    .page("/account/second-factor", for: .signedIn, SecondFactorPage.show),
    .form("/account/second-factor", for: .signedIn, SecondFactorPage.send),
    .page("/account/second-factor/enrol", for: .signedIn, EnrolPage.show),
    .form("/account/second-factor/enrol", for: .signedIn, EnrolPage.send),
    .page("/account/second-factor/remove", for: .signedIn, RemoveFactorPage.show),
    .form("/account/second-factor/remove", for: .signedIn, RemoveFactorPage.send),
  ]

  private static let own: [Route] = [
    .page("/account", for: .signedIn, AccountPage.show),
    .form("/account/language", for: .signedIn, AccountPage.setLanguage),
    .form("/account/sessions", for: .signedIn, AccountPage.endSessions),
    .form("/account/identities", for: .signedIn, AccountPage.unbind),
    .page("/account/openid", for: .signedIn, OpenIDPage.bind),
    .page("/account/password", for: .signedIn, PasswordPage.show),
    .form("/account/password", for: .signedIn, PasswordPage.send),
    .page("/account/recovery-codes", for: .signedIn, RecoveryCodesPage.show),
    .form("/account/recovery-codes", for: .signedIn, RecoveryCodesPage.send),
    .page("/account/confirm", for: .signedIn, ConfirmPage.show),
    .form("/account/confirm", for: .signedIn, ConfirmPage.send),
  ]
}
