package import ExpressionLanguage
import Casework

/// What offices are called.
///
/// Accounts and the journal know an office by its code alone, such as `window 1`; what a person
/// reads is a name.
package struct OfficeNames: Sendable, ExpressibleByDictionaryLiteral {
  private var names: [String: Bilingual]

  /// Names by the offices' codes; of two for one code the later stays.
  package init(dictionaryLiteral elements: (String, Bilingual)...) {
    self.init(elements.map { (code: $0.0, name: $0.1) })
  }

  /// Names by the offices' codes; of two for one code the later stays.
  ///
  /// - Complexity: O(*n*) in the names.
  package init(_ names: [(code: String, name: Bilingual)]) {
    self.names = Dictionary(names.map { ($0.code, $0.name) }) { _, later in later }
  }

  /// The name of an office, where it has one.
  package subscript(_ code: String) -> Bilingual? { names[code] }
}

extension Visit {
  /// What an office is called: as the configuration says; a department as the dictionary calls it;
  /// else its code.
  func officeName(_ code: String, _ labels: FactLabels? = nil) -> String {
    say(service.settings.offices[code] ?? labels?.source(code) ?? Bilingual(code, code))
  }
}
