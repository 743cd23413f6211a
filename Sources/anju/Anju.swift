import ArgumentParser

/// The command line of Anju.
@main
struct Anju: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anju",
    abstract: "Decides who may live, be served and settle in a city, by the measure as written."
  )
}
