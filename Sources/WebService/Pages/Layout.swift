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

  package var lang: String
  package var isChinese: Bool
  package var isEnglish: Bool
  package var title: String
  package var path: String
  package var query: String
  package var home: String
  package var css: String
  package var js: String
  package var icon: String
  package var isDemo: Bool
  package var account: Person?
  package var nav: [Link]
  package var csrf: String
  package var flash: String?
  package var errors: Mistakes?
  package var back: String?
  package var sample: Bool
  package var idleSeconds: Int
  package var version: String
}
