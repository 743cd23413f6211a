package import Casework
package import ExpressionLanguage
import TestSupport

extension Identity {
  private static let surnames = ["陈", "李", "王", "张", "欧阳", "吕", "单", "曾"]
  private static let given = ["志远", "芳", "秀英", "建国", "磊", "思雨", "梓涵", "伟"]

  /// Somebody whom there is not: no district has the code 139999.
  ///
  /// - Parameters:
  ///   - seed: What else is made up follows from it.
  ///   - name: The name, where it matters.
  ///   - born: The day of birth, where it matters.
  ///   - isMale: The sex, where it matters.
  /// - Returns: The identity, with a number that is sound.
  package static func madeUp(
    _ seed: UInt64,
    name: String? = nil,
    born: CivilDate? = nil,
    isMale: Bool? = nil
  ) -> Identity {
    var generator = SplitMix64(seed: seed &+ 1_000)
    let birth = born ?? CivilDate(day: Int.random(in: -3_653...11_000, using: &generator))
    let isMan = isMale ?? Bool.random(using: &generator)
    let order = Int(seed % 449) * 2 + 100 + (isMan ? 1 : 0)
    let date = (birth ?? .earliest).description.filter { $0 != "-" }
    let digits = "139999\(date)\(order)"
    var sum = 0
    for digit in digits { sum = (sum * 2 + (digit.wholeNumberValue ?? 0)) % 11 }
    // ISO 7064, MOD 11-2: the check digit brings the whole to 1.
    let check = (12 - sum * 2 % 11) % 11
    guard let number = IdentityNumber(digits + (check == 10 ? "X" : String(check))) else {
      preconditionFailure("the made-up number is not sound")
    }
    let surname = surnames[Int(generator.next() % 8)]
    return Identity(
      name: name ?? surname + given[Int(generator.next() % 8)],
      number: number,
      registeredAddress: "某市某路\(seed)号",
      householdPlace: "beijing"
    )
  }
}
