import ArgumentParser

/// How results are shown.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
