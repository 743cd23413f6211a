package import Casework
package import ExpressionLanguage

extension Residence {
  /// An address in the area at which nobody lives.
  package static func madeUp(_ seed: UInt64 = 1, from day: CivilDate) -> Residence {
    Residence(
      address: "某路\(seed)号",
      district: ["rongcheng", "anxin", "xiongxian"][Int(seed % 3)],
      place: "xiongan",
      from: day,
      proof: "lease"
    )
  }
}
