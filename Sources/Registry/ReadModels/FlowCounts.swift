import Casework
import EventStore
import ExpressionLanguage

/// What happened in each month, counted as it happens.
struct FlowCounts {
  /// One row of the table.
  struct Key: Hashable {
    let month: CivilMonth
    let kind: Flow.Kind
    let detail: String
    let district: String
  }

  static let table = "flows"

  static let schema = [
    """
    CREATE TABLE flows (
      month TEXT NOT NULL,
      kind TEXT NOT NULL,
      detail TEXT NOT NULL,
      district TEXT NOT NULL,
      number INTEGER NOT NULL,
      PRIMARY KEY (month, kind, detail, district)
    )
    """
  ]

  private(set) var counts: [Key: Int] = [:]

  /// Counts what entries say; `file` is the file before them.
  mutating func count(_ entries: [FileEntry], on file: ResidentFile, times: Int = 1) {
    var file = file
    for entry in entries {
      // Most of a file is facts, which neither are counted nor change how others are.
      switch entry.event {
      case .fact, .notice: continue
      case .person, .application, .permit: break
      }
      let isNewcomer = file.person.residences.isEmpty
      let (basis, open) = (file.basis, file.applications.open)
      file.apply(entry)
      let movement = entry.event.movement(isNewcomer: isNewcomer, basis: open?.basis ?? basis)
      guard let (kind, detail) = movement else { continue }
      let key = Key(month: entry.on.month, kind: kind, detail: detail, district: file.district)
      counts[key, default: 0] += times
    }
  }

  /// Adds the counts to the table.
  func add(_ transaction: any JournalTransaction) throws {
    for (key, number) in counts where number != 0 {
      try transaction.execute(
        """
        INSERT INTO flows (month, kind, detail, district, number) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (month, kind, detail, district) DO UPDATE
        SET number = flows.number + excluded.number
        """,
        [
          .text(key.month.description), .text(key.kind.rawValue), .text(key.detail),
          .text(key.district), .integer(Int64(number)),
        ]
      )
    }
  }
}

extension Event {
  /// What the event is to the statistics, with what says it more exactly.
  fileprivate func movement(isNewcomer: Bool, basis: Basis?) -> (Flow.Kind, String)? {
    switch self {
    case .person(.residenceRegistered): isNewcomer ? (.arrival, "") : nil
    case .application(.submitted(let basis, _, _, _)): (.application, basis.rawValue)
    case .application(.decided(_, let decision)):
      decision.isApproval ? nil : (.refusal, basis?.rawValue ?? "")
    case .permit(let event): event.movement(basis: basis)
    case .person, .fact, .application, .notice: nil
    }
  }
}

extension PermitEvent {
  fileprivate func movement(basis: Basis?) -> (Flow.Kind, String)? {
    switch self {
    case .issued: (.issue, basis?.rawValue ?? "")
    case .endorsed(let endorsement, _, _):
      (endorsement.isLate ? .endorsementLate : .endorsementOnTime, "")
    case .endorsementRefused: (.endorsementRefused, "")
    case .suspended: (.suspension, "")
    case .cardLost: (.loss, "")
    case .cancelled(let ground, _): (.cancellation, ground.rawValue)
    case .confiscated(let ground, _): (.confiscation, ground.rawValue)
    case .restored: (.restoration, "")
    case .cardDamaged, .cardReplaced, .confiscationProposed, .confiscationSeconded,
      .confiscationDropped:
      nil
    }
  }
}
