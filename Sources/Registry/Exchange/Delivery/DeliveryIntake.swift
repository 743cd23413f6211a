import Casework
import Crypto
import ExpressionLanguage
import Policy

/// The way of a delivery from its rows to the office, whether it came as a file or through the
/// door: rows are checked alone, then against the files, then against each other, then stated.
struct DeliveryIntake: Sendable {
  /// A delivery that was taken.
  struct Taken: Sendable {
    /// What became of it.
    var receipt: DeliveryReceipt
    /// The reasons of the returned rows, by row number.
    var reasons: [Int: [RowReason]]
  }

  let desk: any FactDesk
  let rules: ExchangeRules
  let model: FactModel
  let today: CivilDate
  let probe: ExchangeProbe

  /// Takes a delivery: every row is recorded, a repetition, or returned.
  ///
  /// - Throws: `DeliveryRefusal` before anything is recorded; whatever the desk throws.
  func take(
    _ sheet: Sheet,
    _ manifest: DeliveryManifest,
    encoding: String,
    account: String
  ) async throws -> Taken {
    if manifest.madeOn > today { throw DeliveryRefusal.madeInTheFuture }
    let layout = try Layout.read(sheet.header, about: manifest.about, model: model)
    let department = try department(manifest, layout.subject)
    let checked = try checkedRows(of: sheet, layout, manifest)
    var rows = try await addressed(checked)
    let statements = statements(&rows, layout.subject, department, manifest)
    var verdicts = [RowVerdict](repeating: .taken, count: rows.count)
    for (index, addressed) in rows.enumerated() where !addressed.row.reasons.isEmpty {
      verdicts[index] = .returned(addressed.row.reasons)
    }
    let actor = Actor(account: account, role: .department, office: department)
    try await state(statements, by: actor, manifest, department, into: &verdicts)
    let receipt = receipt(manifest, layout.subject, department, encoding, checked, verdicts)
    return Taken(receipt: receipt, reasons: reasons(verdicts))
  }

  /// The department's name in the dictionary, where it may send this.
  private func department(
    _ manifest: DeliveryManifest,
    _ subject: DeliverySubject
  ) throws(DeliveryRefusal) -> String {
    guard let name = subject.verifier(manifest.department),
      rules.departments?.contains(name) ?? true
    else { throw .notItsFact }
    return name
  }

  private func checkedRows(
    of sheet: Sheet,
    _ layout: Layout,
    _ manifest: DeliveryManifest
  ) throws(DeliveryRefusal) -> [CheckedRow] {
    let checker = RowChecker(
      layout: layout,
      rules: rules,
      madeOn: manifest.madeOn,
      today: today
    )
    var checked: [CheckedRow] = []
    try sheet.forEachRow { row throws(DeliveryRefusal) in
      if checked.count == rules.mostRows { throw .tooManyRows(rules.mostRows) }
      checked.append(checker.check(row))
    }
    if checked.count != manifest.rows { throw .otherCount(checked.count, said: manifest.rows) }
    return checked
  }

  /// Finds whose each row is, and compares names.
  private func addressed(_ checked: [CheckedRow]) async throws -> [AddressedRow] {
    var known: [IdentityNumber: KnownResident?] = [:]
    var rows: [AddressedRow] = []
    rows.reserveCapacity(checked.count)
    for row in checked {
      guard let number = row.identity else {
        rows.append(AddressedRow(row: row))
        continue
      }
      let resident: KnownResident?
      if let found = known[number] {
        resident = found
      } else {
        resident = try await desk.resident(numbered: number)
        known[number] = .some(resident)
      }
      var addressed = AddressedRow(row: row, resident: resident?.id)
      if let resident {
        let isOther = !row.name.isEmpty && !PersonName.isSame(row.name, resident.name)
        if isOther { addressed.row.reasons.append(.otherName) }
      } else {
        addressed.row.reasons.append(.unknownPerson)
      }
      rows.append(addressed)
    }
    return rows
  }

  private func statements(
    _ rows: inout [AddressedRow],
    _ subject: DeliverySubject,
    _ department: String,
    _ manifest: DeliveryManifest
  ) -> [StatedRows] {
    let reference = { (row: CheckedRow) in
      row.reference.isEmpty
        ? "\(department)/\(manifest.delivery)/\(DeliveryIntake.padded(row.number))"
        : "\(department)#\(row.reference)"
    }
    switch subject {
    case .fact:
      return FactRows.statements(
        &rows,
        fact: subject.key,
        source: department,
        reference: reference
      )
    case .records(let kind):
      return ListRows.statements(
        &rows,
        fact: subject.key,
        most: kind.most,
        source: department,
        reference: reference
      )
    }
  }

  /// A row's number at one length, so that what ranks references ranks deliveries first.
  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private func state(
    _ statements: [StatedRows],
    by actor: Actor,
    _ manifest: DeliveryManifest,
    _ department: String,
    into verdicts: inout [RowVerdict]
  ) async throws {
    var start = 0
    var batches = 0
    while start < statements.count {
      try Task.checkCancellation()
      let batch = statements[start..<min(start + rules.batch, statements.count)]
      start += batch.count
      let addressed = batch.map(\.statement)
      let key = "\(department)/\(manifest.delivery)/" + DeliveryIntake.digest(of: addressed)
      let outcomes = try await desk.state(addressed, by: actor, key: key)
      guard outcomes.count == batch.count else { throw DeskAnswerFault() }
      for (stated, outcome) in zip(batch, outcomes) {
        for number in stated.doubles { verdicts[number - 1] = .repeated }
        switch outcome {
        case .recorded: break
        case .known(let reference):
          // Its own reference: an interrupted run of this delivery has recorded it.
          let isOwn = reference == stated.statement.statement.reference && !stated.hasOwnReference
          if !isOwn { for number in stated.rows { verdicts[number - 1] = .repeated } }
        case .rejected(let rejection):
          for number in stated.rows + stated.doubles {
            verdicts[number - 1] = .returned([.rejected(rejection)])
          }
        }
      }
      batches += 1
      try probe.reach(.stated(batches))
    }
  }

  /// The same for the same statements and for no others.
  private static func digest(of statements: [AddressedStatement]) -> String {
    var hasher = SHA256()
    for addressed in statements {
      let statement = addressed.statement
      let said =
        switch statement.content {
        case .value(let text): "v" + text
        case .records(let rows): "r" + rows.map(CheckedRow.order).joined(separator: "\u{4}")
        case .none: "n"
        }
      let parts = [
        addressed.resident.text, statement.fact, said, statement.source,
        statement.asOf.description, statement.from?.description ?? "",
        statement.until?.description ?? "", statement.reference,
      ]
      hasher.update(data: Array(parts.joined(separator: "\u{5}").utf8) + [0])
    }
    return String(Hexadecimal.text(hasher.finalize()).prefix(32))
  }

  private func reasons(_ verdicts: [RowVerdict]) -> [Int: [RowReason]] {
    var reasons: [Int: [RowReason]] = [:]
    for (index, verdict) in verdicts.enumerated() {
      if case .returned(let why) = verdict { reasons[index + 1] = why }
    }
    return reasons
  }

  private func receipt(
    _ manifest: DeliveryManifest,
    _ subject: DeliverySubject,
    _ department: String,
    _ encoding: String,
    _ checked: [CheckedRow],
    _ verdicts: [RowVerdict]
  ) -> DeliveryReceipt {
    var receipt = DeliveryReceipt(
      department: department,
      delivery: manifest.delivery,
      about: subject.name,
      madeOn: manifest.madeOn,
      takenOn: today,
      hash: manifest.hash,
      encoding: encoding,
      rows: verdicts.count,
      taken: 0,
      repeated: 0,
      returned: 0,
      returnedRows: []
    )
    for (row, verdict) in zip(checked, verdicts) {
      switch verdict {
      case .taken: receipt.taken += 1
      case .repeated: receipt.repeated += 1
      case .returned(let reasons):
        receipt.returned += 1
        // Whoever sent no file gets none back, so the receipt tells all.
        if receipt.returnedRows.count < DeliveryReceipt.mostRows || encoding == "json" {
          receipt.returnedRows.append(
            DeliveryReceipt.ReturnedRow(row: row.number, line: row.line, reasons: reasons)
          )
        }
      }
    }
    return receipt
  }
}

/// The desk gave another number of outcomes than it was asked for.
struct DeskAnswerFault: Error {}
