package import ExpressionLanguage

/// Who a person is, by the identity card.
package struct Identity: Hashable, Sendable, Codable {
  /// The name as on the card.
  package var name: String
  /// The citizen's number, which tells birth date and sex (GB 11643).
  package var number: IdentityNumber
  /// The registered address, as on the card; empty where it isn't told.
  package var registeredAddress: String
  /// Where the household is registered: a value of the dictionary's `household place`, such as
  /// `beijing`; empty where it isn't told.
  package var householdPlace: String
  /// The ethnicity, as on the card; empty where it isn't told.
  package var ethnicity: String

  /// Creates an identity.
  package init(
    name: String,
    number: IdentityNumber,
    registeredAddress: String = "",
    householdPlace: String = "",
    ethnicity: String = ""
  ) {
    self.name = name
    self.number = number
    self.registeredAddress = registeredAddress
    self.householdPlace = householdPlace
    self.ethnicity = ethnicity
  }

  /// Reads an identity; one that was kept before ethnicity was asked for has none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      number: try container.decode(IdentityNumber.self, forKey: .number),
      registeredAddress: try container.decode(String.self, forKey: .registeredAddress),
      householdPlace: try container.decode(String.self, forKey: .householdPlace),
      ethnicity: try container.decodeIfPresent(String.self, forKey: .ethnicity) ?? ""
    )
  }
}

extension Identity: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Dots: a log has no use for who it is.
  package var description: String { "•••" }
  /// Dots.
  package var debugDescription: String { description }
  /// Nothing within.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// One residence registration: living at an address from a day on.
package struct Residence: Hashable, Sendable, Codable {
  /// The address.
  package var address: String
  /// The district or community, for queues and statistics; empty where it isn't told.
  package var district: String
  /// The dictionary's value for the place, such as `xiongan`.
  package var place: String
  /// The first day.
  package var from: CivilDate
  /// What proves it, such as `lease`; a name of a paper.
  package var proof: String

  /// Creates a registration.
  package init(
    address: String,
    district: String = "",
    place: String,
    from: CivilDate,
    proof: String = ""
  ) {
    self.address = address
    self.district = district
    self.place = place
    self.from = from
    self.proof = proof
  }
}

/// An employer as a file names it.
package struct Employer: Hashable, Sendable, Codable {
  /// The unified social credit code; in files of long ago perhaps another.
  package var code: String
  /// The name.
  package var name: String

  /// Creates an employer.
  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// How one resident is related to another.
package enum FamilyRelation: String, CaseIterable, Hashable, Sendable, Codable {
  case spouse, child, parent, sibling

  /// What the other is to the one.
  package var inverse: FamilyRelation {
    switch self {
    case .spouse: .spouse
    case .child: .parent
    case .parent: .child
    case .sibling: .sibling
    }
  }
}

/// Why somebody may act for another, by article 9 of the Regulations.
package enum GuardianGround: String, CaseIterable, Hashable, Sendable, Codable {
  /// The person is under sixteen; it ends by itself on that birthday.
  case minor
  /// The person is elderly, disabled or the like, and moves with difficulty.
  case limitedMobility = "limited mobility"
}
