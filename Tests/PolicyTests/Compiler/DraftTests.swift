import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

/// The three systems in which the grammar was first written check without an error.
///
/// They lie beside the package where it is developed, and nowhere else.
@Suite struct DraftTests {
  private static let folder = PackageRoot.file("../shared/design/drafts")
  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(
    .enabled(if: isThere, "the drafts lie beside the package only where it is developed"),
    arguments: ["beijing", "canada", "xiongan"]
  ) func `a draft checks without an error`(system: String) {
    let files = ShippedPolicies.files(in: DraftTests.folder.appending(path: system))
      .filter { !$0.path.hasPrefix("scenarios/") }
    #expect(files.count >= 2)
    let report = PolicyChecker(PolicyLibrary(files: files)).report
    let words = report.text(DiagnosticFormatter(language: .english), from: .error)
    #expect(!report.hasErrors, "\(words)")
  }
}
