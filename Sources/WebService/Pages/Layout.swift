/// What every page has around its content; the names are those of `Templates/layout.mustache`.
package struct Layout: Sendable {
  /// Who has signed in.
  package struct Person: Sendable {
    /// What the page calls them.
    package var name: String
    /// Whether they come for themselves.
    package var isResident: Bool
    /// Whether they are of the office.
    package var isStaff: Bool
    /// Whether they look over the office.
    package var isAuditor: Bool
    /// For whom they act, where it is somebody else.
    package var actsFor: String?
  }

  /// One link.
  package struct Link: Sendable {
    /// Where it leads.
    package var href: String
    /// What it says.
    package var text: String
    /// Whether it is the page that is shown.
    package var isCurrent: Bool

    /// A link.
    package init(_ href: String, _ text: String, isCurrent: Bool = false) {
      self.href = href
      self.text = text
      self.isCurrent = isCurrent
    }
  }

  /// Something that the person has to mend, with the field where it is.
  package struct Mistake: Sendable, Hashable {
    /// The field's name in the form; empty where it is about the whole.
    package let field: String
    /// What is wrong, and what to do.
    package let text: String
    /// The link to the field; kept, for a template sees nothing that is computed.
    package let href: String

    /// A mistake.
    package init(_ field: String, _ text: String) {
      self.field = field
      self.text = text
      self.href = field.isEmpty ? "#main" : "#\(field)"
    }
  }

  /// The mistakes of a form.
  package struct Mistakes: Sendable {
    /// Each of them.
    package var list: [Mistake]
  }

  /// The addresses of the style sheets that only some pages have.
  package struct Sheets: Sendable {
    /// For the text of a measure.
    package let measure = Asset.named("measure.css")?.address ?? ""
    /// For charts.
    package let chart = Asset.named("chart.css")?.address ?? ""
    /// For papers and the certificate.
    package let paper = Asset.named("paper.css")?.address ?? ""
  }

  /// The language tag of the page.
  package var lang: String
  /// Whether the page is in Chinese.
  package var isChinese: Bool
  /// Whether the page is in English.
  package var isEnglish: Bool
  /// The page's title.
  package var title: String
  /// The path without the language.
  package var path: String
  /// The query with its question mark; empty where there is none.
  package var query: String
  /// The prefix of every link, `/zh` or `/en`.
  package var home: String
  /// The address of the style sheet.
  package var css: String
  /// The addresses of the sheets beside it.
  package var sheets = Sheets()
  /// The address of the script.
  package var js: String
  /// The address of the icon.
  package var icon: String
  /// Whether everything is made up.
  package var isDemo: Bool
  /// Who has signed in.
  package var account: Person?
  /// The main places.
  package var nav: [Link]
  /// The token against forged forms.
  package var csrf: String
  /// A word of the last page.
  package var flash: String?
  /// What has to be mended.
  package var errors: Mistakes?
  /// Where the link back leads.
  package var back: String?
  /// Whether the page shows values that are samples.
  package var sample: Bool
  /// The seconds until the session ends unused; 0 without one.
  package var idleSeconds: Int
  /// What follows the program's name in the foot.
  package var version: String
}
