package import Casework
package import ExpressionLanguage

/// What a card's number answers to anybody who holds it up.
package enum CardAnswer: String, CaseIterable, Hashable, Sendable, Codable {
  /// The card is the one in use of an active permit.
  case valid
  /// Endorsement is late (Reg. Art. 10).
  case suspended
  /// The permit has ended, or another card took this one's place.
  case cancelled
  /// No card has this number.
  case unknown
}

/// A resident's whole file, as it is shown.
package struct FileView: Sendable {
  /// One entry of the file, with where the journal keeps it.
  package struct Entry: Hashable, Sendable {
    /// The place in the journal.
    package var position: Int64
    /// When it was recorded, in milliseconds since 1970 UTC.
    package var recordedAt: Int64
    /// What happened, on which legal date, by whose hand.
    package var entry: FileEntry
  }

  /// The folded state.
  package var file: ResidentFile
  /// Every entry, in order.
  package var entries: [Entry]
  /// The legal date on which it is shown.
  package var day: CivilDate
  /// The measures of that day.
  let law: OfficeLaw
  /// The terms that run, the nearest end first.
  package var clocks: [CaseClock]
  /// Whether one of the person's notices has gone out, by its number in the file from 1.
  package var delivered: Set<Int>

  /// What the person may have of each service, worked out when it is asked for.
  package var entitlements: [Entitlement] { file.entitlements(on: day, by: law) }
}

/// One person found.
package struct SearchHit: Hashable, Sendable {
  /// What is shown of a person who is not protected.
  package struct Summary: Hashable, Sendable, Codable {
    /// The name.
    package var name: String
    /// The number with the middle hidden.
    package var maskedNumber: String
    /// The birth date.
    package var birthDate: CivilDate
  }

  /// The file.
  package var resident: ResidentID
  /// Whether the person is protected: found, and no more is shown.
  package var isProtected: Bool
  /// Who it is; `nil` for a protected person.
  package var summary: Summary?
  /// The district of the residence now; empty for a protected person.
  package var district: String
  /// Where the last permit stands by what was recorded; `nil` where there is none, and for a
  /// protected person.
  package var permit: Permit.State?
  /// The file that took this one in.
  package var mergedInto: ResidentID?
}

/// Some of the people found.
package struct SearchPage: Hashable, Sendable {
  /// Where the next page begins.
  package struct Cursor: Hashable, Sendable {
    var term: String
    var resident: String
  }

  /// The people.
  package var hits: [SearchHit]
  /// Where the next page begins; `nil` where there is none.
  package var next: Cursor?
}

/// What is asked of a queue.
package struct QueueQuery: Hashable, Sendable {
  /// Whose turn it is.
  package var role: Role
  /// The department or employer for which it waits; `nil` for all.
  package var office: String?
  /// The district of the person; `nil` for all.
  package var district: String?
  /// The most items.
  package var limit: Int
  /// Where the page begins.
  package var after: QueuePage.Cursor?

  /// Creates a query.
  package init(
    _ role: Role,
    office: String? = nil,
    district: String? = nil,
    limit: Int = 50,
    after: QueuePage.Cursor? = nil
  ) {
    self.role = role
    self.office = office
    self.district = district
    self.limit = limit
    self.after = after
  }
}

/// Some of what waits.
package struct QueuePage: Hashable, Sendable {
  /// Where the next page begins.
  package struct Cursor: Hashable, Sendable {
    var due: String
    var resident: String
    var task: String
  }

  /// One thing that waits.
  package struct Item: Hashable, Sendable {
    /// The file.
    package var resident: ResidentID
    /// What is to be done: the name of the clock, such as `issue`, or of the state.
    package var task: String
    /// The application, where it is one's.
    package var application: Int?
    /// The state of the application; empty where it is none's.
    package var state: String
    /// The department for which it waits; empty where it is none.
    package var office: String
    /// The district of the person.
    package var district: String
    /// The legal deadline; `nil` where none runs.
    package var due: CivilDate?
    /// Whether the deadline was counted past the last published working days.
    package var isProvisional: Bool
  }

  /// What waits, the nearest deadline first, what has none last.
  package var items: [Item]
  /// Where the next page begins; `nil` where there is none.
  package var next: Cursor?
}

/// How much waits, counted as far as it is worth it: a queue is looked at often.
package struct QueueCount: Hashable, Sendable {
  /// So many, or more than were counted.
  package struct Number: Hashable, Sendable {
    /// How many were counted.
    package var count: Int
    /// Whether there are more than that.
    package var isMore: Bool

    /// Takes what a count gave that stopped one beyond `most`.
    init(_ found: Int, upTo most: Int) {
      count = min(found, most)
      isMore = found > most
    }
  }

  /// Everything.
  package var all: Number
  /// What is past its legal deadline.
  package var overdue: Number
}

/// One reading of a file.
package struct AccessEntry: Hashable, Sendable {
  /// The place in the journal.
  package var position: Int64
  /// Whose file.
  package var resident: ResidentID
  /// Who read it.
  package var by: Hand
  /// What for.
  package var purpose: Purpose
  /// What was asked for.
  package var action: Action
  /// The legal date.
  package var on: CivilDate
  /// The moment, in milliseconds since 1970 UTC.
  package var recordedAt: Int64
}

/// How many people there are, by what they have in common.
package struct Population: Hashable, Sendable {
  /// People who have all of this in common.
  package struct Cell: Hashable, Sendable {
    /// Where the last permit stands by what was recorded; `nil` where there is none.
    package var permit: Permit.State?
    /// The district; empty where none is told.
    package var district: String
    /// Whether they are men.
    package var isMale: Bool
    /// The first year of the age band of five years, of whole years of age by birth year.
    package var ageFrom: Int
    /// The basis of the application of the last permit, or of the last application.
    package var basis: Basis?
    /// How many.
    package var count: Int
  }

  /// The day on which ages were taken.
  package var day: CivilDate
  /// Everyone with a file of their own, in cells.
  package var cells: [Cell]

  /// How many there are.
  package var count: Int { cells.reduce(0) { $0 + $1.count } }

  /// How many there are by one of the features.
  package func counts<Feature: Hashable>(by feature: (Cell) -> Feature) -> [Feature: Int] {
    cells.reduce(into: [:]) { $0[feature($1), default: 0] += $1.count }
  }
}

/// How often something happened in a month.
package struct Flow: Hashable, Sendable {
  /// What happened.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case arrival, application, issue, refusal
    case endorsementOnTime = "endorsement on time"
    case endorsementLate = "endorsement late"
    case endorsementRefused = "endorsement refused"
    case suspension, cancellation, confiscation, restoration, loss
  }

  /// The month.
  package var month: CivilMonth
  /// What happened.
  package var kind: Kind
  /// More exactly: the ground of a cancellation, the basis of an application; else empty.
  package var detail: String
  /// The district in which the person then lived; empty where none was told.
  package var district: String
  /// How often.
  package var count: Int
}

/// What the day's work did.
package struct DayReport: Hashable, Sendable {
  /// The legal date.
  package var day: CivilDate
  /// How many files had something due.
  package var files: Int
  /// How often each type of event happened.
  package var events: [String: Int]
  /// How often each rejection was given, by its name; their files stay due.
  package var rejections: [String: Int]
}

/// What the outbox did.
package struct DeliveryReport: Hashable, Sendable {
  /// How many were delivered.
  package var delivered = 0
  /// How many failed and will be tried again.
  package var failed = 0
  /// How many are still queued.
  package var waiting = 0

  /// Creates a report; of nothing, unless told otherwise.
  package init(delivered: Int = 0, failed: Int = 0, waiting: Int = 0) {
    self.delivered = delivered
    self.failed = failed
    self.waiting = waiting
  }
}

/// What a rebuild did.
package struct RebuildReport: Hashable, Sendable {
  /// How many events were read.
  package var events: Int
  /// How many files were folded.
  package var files: Int
  /// How many files are of people whose data were destroyed.
  package var destroyed: Int
}
