/// What computing a password's hash costs; kept with each hash.
package struct ScryptCost: Hashable, Sendable {
  /// N = 2^17, r = 8, p = 1, 128 MB: the least that OWASP's password storage sheet advises.
  package static let standard = ScryptCost(logarithm: 17, blockSize: 8, parallelism: 1)
  /// 8 MB, for a demonstration, whose passwords everybody may read.
  package static let demonstration = ScryptCost(logarithm: 13, blockSize: 8, parallelism: 1)
  /// Next to nothing, for tests.
  package static let least = ScryptCost(logarithm: 4, blockSize: 8, parallelism: 1)

  /// The logarithm of N to the base of 2.
  package let logarithm: Int
  /// r.
  package let blockSize: Int
  /// p.
  package let parallelism: Int

  /// Creates a cost.
  package init(logarithm: Int, blockSize: Int, parallelism: Int) {
    self.logarithm = logarithm
    self.blockSize = blockSize
    self.parallelism = parallelism
  }
}
