/// The characters that a person's file may not hold, because nobody can see what they do.
enum HiddenCharacter: Sendable {
  /// NUL, a bell and the like.
  case control
  /// A line ending that programs do not agree about, such as CR alone or U+2028.
  case lineEnding
  /// Something of no width, which makes two equal-looking texts differ.
  case invisible

  /// What `scalar` is, if it is forbidden in a file; `next` is the byte after it.
  init?(_ scalar: Unicode.Scalar, before next: UInt8) {
    switch scalar.value {
    case 0x09, 0x0A: return nil
    case 0x0D where next == 0x0A: return nil
    case 0x0D, 0x85, 0x2028, 0x2029: self = .lineEnding
    case 0x00..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: self = .control
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      self = .invisible
    default: return nil
    }
  }

  /// The first forbidden scalar in `text`, which came there by an escape such as `\u0000`.
  static func first(in text: String) -> (scalar: Unicode.Scalar, kind: HiddenCharacter)? {
    for scalar in text.unicodeScalars where scalar != "\r" {
      if let kind = HiddenCharacter(scalar, before: 0) { return (scalar, kind) }
    }
    return nil
  }
}
