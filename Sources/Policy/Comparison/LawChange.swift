package import ExpressionLanguage

/// One thing that differs between two versions of law, in the terms of law.
package struct LawChange: Hashable, Sendable {
  /// What it belongs to.
  package enum Subject: String, CaseIterable, Sendable {
    case measure, article, rule, condition, row, value, limit, channel, service, office, fact
    case records, check
  }

  /// What of it differs.
  package enum Aspect: String, CaseIterable, Sendable {
    /// All of it: it is in one version only.
    case whole
    case title, authority, standing, numbering, uses, sources, calendar
    case timeZone = "time zone"
    /// The citation of an article.
    case number
    /// The heading above an article.
    case moved
    /// Whether an article binds: rules, informative, repealed …
    case binding
    case prose
    /// A quotation of the official text.
    case quotation
    case name, parameters, body, joining, words, test, discretion, hit, column, input, output
    case condition, exception, from, until, value, type, key
    case verifiedBy = "verified by"
    case personal
    case canChange = "can change"
  }

  /// The measure; empty for what a dictionary declares.
  package var policy: String
  /// What it belongs to.
  package var subject: Subject
  /// What of it differs.
  package var aspect: Aspect
  /// The label of the rule, article, channel, service or fact in the older version.
  package var oldName: Bilingual
  /// The label in the newer version.
  package var newName: Bilingual
  /// Which part of it, in words of the older version: the cells of a row, the key of a channel;
  /// empty for all of it.
  package var oldPart: Bilingual
  /// Which part of it, in words of the newer version.
  package var newPart: Bilingual
  /// Where it stands in the older version; empty where it does not.
  package var oldPlace: Bilingual
  /// Where it stands in the newer version; empty where it does not.
  package var newPlace: Bilingual
  /// What the older version says; `nil` where it says nothing.
  package var old: Bilingual?
  /// What the newer version says; `nil` where it says nothing.
  package var new: Bilingual?

  /// Notes a difference.
  init(
    _ policy: String,
    _ subject: Subject,
    _ aspect: Aspect,
    _ names: (Bilingual, Bilingual),
    parts: (Bilingual, Bilingual) = (Bilingual("", ""), Bilingual("", "")),
    places: (Bilingual, Bilingual) = (Bilingual("", ""), Bilingual("", "")),
    _ old: Bilingual?,
    _ new: Bilingual?
  ) {
    self.policy = policy
    self.subject = subject
    self.aspect = aspect
    (oldName, newName) = names
    (oldPart, newPart) = parts
    (oldPlace, newPlace) = places
    self.old = old
    self.new = new
  }

  /// The label, of the newer version where it has one.
  package var name: Bilingual { newName.isEmpty ? oldName : newName }

  /// Which part, in words of the newer version where it has any.
  package var part: Bilingual { newPart.isEmpty ? oldPart : newPart }

  /// The same difference, seen from the newer version.
  package var mirrored: LawChange {
    var change = self
    (change.oldName, change.newName) = (newName, oldName)
    (change.oldPart, change.newPart) = (newPart, oldPart)
    (change.oldPlace, change.newPlace) = (newPlace, oldPlace)
    (change.old, change.new) = (new, old)
    return change
  }
}

extension Place {
  /// The citation with its clause, in both languages.
  var cited: Bilingual { Bilingual(precise(.english), precise(.chinese)) }
}

extension StandingNote {
  /// The word with its reason, in both languages.
  var text: Bilingual {
    reason.isEmpty
      ? Bilingual(standing.word, standing.chinese)
      : Bilingual("\(standing.word), \(reason)", "\(standing.chinese)（\(reason)）")
  }
}

extension Bilingual {
  /// One text for both languages, such as an expression.
  init(same text: String) { self.init(text, text) }
}
