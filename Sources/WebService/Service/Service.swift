package import Accounts
package import Crypto
package import Logging
package import Policy
package import Registry

/// What the handlers work on: the office, the accounts, the pages and the settings.
package struct Service: Sendable {
  /// The office behind the window.
  package let office: Office
  /// Who somebody is.
  package let accounts: AccountStore
  /// What signs permits.
  package let permits: PermitProofs
  /// The measures, for the pages that show and compare them.
  package let library: PolicyLibrary
  /// The templates.
  package let pages: PageLibrary
  /// How it is run.
  package let settings: ServiceSettings
  /// What keeps the browser's own answers and what forms carry from being read or changed.
  package let sealKey: SymmetricKey
  /// The provider by which people may sign in, if there is one.
  package let openID: OpenIDProvider?
  /// Counts of requests by address.
  package let limits: RateLimits
  /// What the service counts about itself.
  package let metrics: Metrics
  /// The verification of the journal that auditors start.
  package let journalCheck: JournalCheck
  /// The status lists of all permits.
  package let statusLists: StatusLists
  /// What visitors are asked after the same answers.
  let inquiries: InquiryShelf
  /// Where it tells what it does; never with personal data.
  package let logger: Logger

  /// Puts the service together.
  ///
  /// `fetcher` asks the provider; over the network where none is given.
  package init(
    office: Office,
    accounts: AccountStore,
    permits: PermitProofs,
    library: PolicyLibrary,
    pages: PageLibrary,
    settings: ServiceSettings,
    sealKey: SymmetricKey,
    logger: Logger,
    fetcher: (any WebFetching)? = nil
  ) {
    self.office = office
    self.accounts = accounts
    self.permits = permits
    self.library = library
    self.pages = pages
    self.settings = settings
    self.sealKey = sealKey
    self.logger = logger
    openID = settings.openID.map { OpenIDProvider($0, fetcher: fetcher ?? WebFetcher()) }
    limits = RateLimits()
    metrics = Metrics()
    journalCheck = JournalCheck()
    statusLists = StatusLists()
    inquiries = InquiryShelf()
  }
}

/// Printed as a name.
///
/// What runs beside the answering is printed when it starts, with all that it holds: keys and every
/// template would be among it.
extension Service: CustomStringConvertible, CustomReflectable {
  /// The name.
  package var description: String { "the service" }
  /// Shows nothing of what is inside.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
