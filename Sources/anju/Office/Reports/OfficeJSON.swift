import FoundationEssentials

/// Writes the office's answers for programs: one object, keys in order of the alphabet.
enum OfficeJSON {
  /// The JSON of a value where that is what is asked for.
  static func text(_ format: OutputFormat, _ value: some Encodable) -> String? {
    guard format == .json else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return nil }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
