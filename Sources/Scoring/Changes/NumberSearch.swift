/// Finds the nearest number that passes a test, passing over spans in which none can.
struct NumberSearch {
  /// Whether a number passes.
  let test: (Int64) -> Bool
  /// Whether any number from the first to the second may pass; no is certain.
  let isPossible: (Int64, Int64) -> Bool

  /// The first number from `near` towards `far`, both in, that passes.
  ///
  /// - Complexity: O(*k* · log *n*) for *k* spans that cannot be told from one that passes.
  func first(from near: Int64, to far: Int64) -> Int64? {
    if !isPossible(min(near, far), max(near, far)) { return nil }
    if near == far { return test(near) ? near : nil }
    // Halfway, rounded towards `near`, without leaving the range of the numbers.
    let middle =
      near < far
      ? near + Int64((far.subtractingReportingOverflow(near).partialValue.magnitudeBits) / 2)
      : near - Int64((near.subtractingReportingOverflow(far).partialValue.magnitudeBits) / 2)
    return first(from: near, to: middle)
      ?? first(from: near < far ? middle + 1 : middle - 1, to: far)
  }
}

extension Int64 {
  /// The bits read without a sign: how far apart two numbers are whose difference this is.
  fileprivate var magnitudeBits: UInt64 { UInt64(bitPattern: self) }
}
