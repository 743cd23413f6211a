/// A small random generator whose whole sequence follows from its seed, so that a run can be
/// repeated person by person.
///
/// Sebastiano Vigna's SplitMix64: https://prng.di.unimi.it/splitmix64.c
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Creates the generator that always gives the sequence of `seed`.
  init(seed: UInt64) { state = seed }

  /// The next number of the sequence.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
