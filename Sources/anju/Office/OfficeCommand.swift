import ArgumentParser

/// The office behind the window: files, applications, the permit's life.
struct OfficeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office",
    abstract: "Run an office: files, facts, applications, permits.",
    discussion: """
      Everything is kept in one journal, which only grows. Make one with anju office init, then \
      say who you are: --as clerk --account li --office "window 1", or once for all in \
      ANJU_ROLE, ANJU_ACCOUNT and ANJU_OFFICE.

      A command is carried out whole or refused with the reason, the article and what can be done \
      instead. Identity numbers are read from files or standard input, never from the command line.

      Exit codes: 0 done, 1 refused, 64 usage, 65 bad data, 73 the journal cannot be written, \
      75 another process writes.
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "The office",
        subcommands: [
          OfficeInit.self, OfficeDay.self, OfficeDeliver.self, OfficeInbox.self, OfficeRebuild.self,
          OfficeDemo.self,
        ]
      ),
      CommandGroup(
        name: "Reading",
        subcommands: [
          OfficeSearch.self, OfficeShow.self, OfficeQueue.self, OfficeServices.self,
          OfficeCheckCard.self, OfficeAccess.self, OfficeStatistics.self,
        ]
      ),
      CommandGroup(
        name: "People",
        subcommands: [
          OfficeRegister.self, OfficeCorrect.self, OfficePhone.self, OfficeResidence.self,
          OfficeLeave.self, OfficeEmployer.self, OfficeLink.self, OfficeUnlink.self,
          OfficeGuardian.self, OfficeEndGuardian.self, OfficeProtect.self, OfficeMerge.self,
          OfficeDestroy.self,
        ]
      ),
      CommandGroup(
        name: "Facts",
        subcommands: [
          OfficeState.self, OfficeWithdrawFact.self, OfficeDispute.self, OfficeAnswerDispute.self,
        ]
      ),
      CommandGroup(
        name: "Applications",
        subcommands: [
          OfficeSubmit.self, OfficeNotice.self, OfficeSupplement.self, OfficeAccept.self,
          OfficeDecline.self, OfficeWithdraw.self, OfficeAsk.self, OfficeAnswer.self,
          OfficeConfirmRelocation.self, OfficeExtend.self, OfficeApprove.self, OfficeRefuse.self,
        ]
      ),
      CommandGroup(
        name: "Permits",
        subcommands: [
          OfficeIssue.self, OfficeEndorse.self, OfficeLoss.self, OfficeDamage.self,
          OfficeReplace.self, OfficeCancel.self, OfficeConfiscate.self, OfficeRestore.self,
        ]
      ),
    ]
  )
}
