package import ExpressionLanguage
package import Policy

/// A folder through which departments send tables: `incoming`, `done`, `refused`, `returned`.
///
/// A table is only taken when its manifest is there and both fit, so half a file is never read. A
/// delivery is recorded first, its receipt written then, and only after that it leaves `incoming`:
/// stopped anywhere, the next pass does the rest and nothing twice.
package actor WatchedFolder {
  let folders: ExchangeFolders
  let desk: any FactDesk
  let rules: ExchangeRules
  let model: @Sendable (CivilDate) throws -> FactModel
  let book: FolderBook
  let probe: ExchangeProbe
  var settled = SettledFiles()

  /// Watches a folder, made if it is not there.
  ///
  /// - Parameters:
  ///   - root: Its path.
  ///   - desk: Where statements go.
  ///   - rules: Sizes and patience.
  ///   - model: The dictionaries in force on a day.
  package init(
    at root: String,
    desk: any FactDesk,
    rules: ExchangeRules = ExchangeRules(),
    model: @escaping @Sendable (CivilDate) throws -> FactModel
  ) {
    self.init(at: root, desk: desk, rules: rules, probe: ExchangeProbe(), model: model)
  }

  init(
    at root: String,
    desk: any FactDesk,
    rules: ExchangeRules,
    probe: ExchangeProbe,
    model: @escaping @Sendable (CivilDate) throws -> FactModel
  ) {
    folders = ExchangeFolders(root: root)
    self.desk = desk
    self.rules = rules
    self.model = model
    self.probe = probe
    book = FolderBook(at: root)
  }

  /// One pass over the folder: everything that is whole is taken or refused, in the order in which
  /// it was made.
  ///
  /// - Throws: `FileFault` where the folder itself cannot be used; `CancellationError`. What goes
  ///   wrong with one delivery is told in the report, and the others go on.
  package func poll(at now: ExchangeMoment) async throws -> PollReport {
    try folders.make()
    var report = PollReport()
    guard let lock = try FolderLock(folders.root + "/.lock") else {
      report.isBusy = true
      return report
    }
    try await pass(now, into: &report)
    _ = consume lock
    return report
  }

  /// Passes over the folder again and again until the task is cancelled.
  ///
  /// - Parameters:
  ///   - interval: How long to rest between passes.
  ///   - now: The clock.
  ///   - tell: What to do with each report.
  /// - Throws: `CancellationError` in the end; `FileFault` where the folder cannot be used.
  package func watch(
    every interval: Duration,
    now: @Sendable () -> ExchangeMoment,
    tell: @Sendable (PollReport) async -> Void
  ) async throws {
    while true {
      await tell(try await poll(at: now()))
      try await Task.sleep(for: interval)
    }
  }

  private func pass(_ now: ExchangeMoment, into report: inout PollReport) async throws {
    let (all, unreadable) = try FolderFiles.names(in: folders.incoming)
    report.unreadableNames = unreadable
    settled.keep(only: Set(all.map { folders.incoming + "/" + $0 }))
    let names = FolderNames(all)
    for stray in names.strays { report.add(stray, .stray) }
    var arrivals: [FolderArrival] = []
    for pair in names.pairs {
      do {
        switch try look(at: pair, now) {
        case .arrived(let arrival): arrivals.append(arrival)
        case .news(let news): report.add(pair.name, news)
        case .finished: break
        }
      } catch let stop as ExchangeProbe.Stop {
        throw stop
      } catch {
        report.add(pair.name, .postponed(String(describing: type(of: error))))
      }
    }
    for arrival in arrivals.sorted(by: FolderArrival.isBefore) {
      do {
        report.add(arrival.name, try await receive(arrival, now))
      } catch let stop as ExchangeProbe.Stop {
        throw stop
      } catch let cancelled as CancellationError {
        throw cancelled
      } catch {
        report.add(arrival.name, .postponed(String(describing: type(of: error))))
      }
    }
  }
}
