import Casework
import ExpressionLanguage

/// Makes up people from a seed.
///
/// None of them is anybody: no district has the code of their numbers.
struct DemoPeople {
  /// A district code that the nation never gave out.
  private static let nowhere = "139999"
  private static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧")
  private static let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文斌雪志远晓")
  private static let roads = ["乐民街", "白洋淀大道", "剧村路", "津海大街", "悦容路", "易水路"]
  /// The districts, with how often they are drawn.
  static let districts = ["rongcheng", "rongdong", "xiongxian", "anxin"]

  private var numbers: Set<String> = []

  /// Somebody.
  mutating func person(_ index: Int, using random: inout SeededGenerator) -> DemoPerson {
    let name = DemoPeople.name(using: &random)
    let basis = DemoPeople.basis(using: &random)
    let age = basis == .study ? 18...23 : 22...58
    var number: IdentityNumber?
    while number == nil {
      let year = 2025 - Int.random(in: age, using: &random)
      let day = Int.random(in: 0..<365, using: &random)
      let birth = CivilDate(year: year, month: 1, day: 1)?.adding(days: day) ?? .earliest
      let order = Int.random(in: 100...999, using: &random)
      let text = DemoPeople.number(born: birth, order: order)
      if numbers.insert(text).inserted { number = IdentityNumber(text) }
    }
    let household = Int.random(in: 0..<10, using: &random) < (basis == .relocation ? 9 : 2)
    return DemoPerson(
      index: index,
      identity: Identity(
        name: name,
        number: number ?? DemoPeople.fallback,
        registeredAddress: household ? "北京市某区某路1号" : "某省某市某路1号",
        householdPlace: household ? "beijing" : "elsewhere"
      ),
      basis: basis,
      district: DemoPeople.district(using: &random)
    )
  }

  /// An address in a district.
  static func address(using random: inout SeededGenerator) -> String {
    let road = roads[Int.random(in: 0..<roads.count, using: &random)]
    let (house, room) = (
      Int.random(in: 1...199, using: &random), Int.random(in: 101...1_806, using: &random)
    )
    return "雄安新区\(road)\(house)号\(room)室"
  }

  /// A district; half of the people live in the new town.
  static func district(using random: inout SeededGenerator) -> String {
    let draw = Int.random(in: 0..<10, using: &random)
    return districts[draw < 5 ? 1 : draw < 7 ? 0 : draw < 9 ? 2 : 3]
  }

  private static let fallback: IdentityNumber = {
    guard
      let number = IdentityNumber(
        number(born: CivilDate(year: 1990, month: 1, day: 1) ?? .earliest, order: 100)
      )
    else { preconditionFailure("a made-up number is not sound") }
    return number
  }()

  private static func name(using random: inout SeededGenerator) -> String {
    var name = String(surnames[Int.random(in: 0..<surnames.count, using: &random)])
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      name.append(given[Int.random(in: 0..<given.count, using: &random)])
    }
    return name
  }

  private static func basis(using random: inout SeededGenerator) -> Basis {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<60: .employment
    case ..<78: .residence
    case ..<88: .study
    default: .relocation
    }
  }

  /// The number of somebody made up; `nil` where there is no such day.
  static func numberOf(born: CivilDate?, _ order: Int) -> IdentityNumber? {
    born.flatMap { IdentityNumber(number(born: $0, order: order)) }
  }

  /// A number with its check digit (GB 11643, ISO 7064 MOD 11-2).
  private static func number(born: CivilDate, order: Int) -> String {
    let digits = nowhere + born.description.filter { $0 != "-" } + String(order)
    let sum = digits.reduce(0) { ($0 * 2 + ($1.wholeNumberValue ?? 0)) % 11 }
    let check = (12 - sum * 2 % 11) % 11
    return digits + (check == 10 ? "X" : String(check))
  }
}

/// One inhabitant of the demo, and what kind of person it is.
struct DemoPerson {
  /// The place in the list.
  var index: Int
  var identity: Identity
  var basis: Basis
  var district: String
  /// The file, once there is one.
  var resident: ResidentID?
  /// The last application.
  var application = 0
  /// The papers that were left at home.
  var forgotten: [String] = []
  /// The serial number of the card in hand.
  var serial = ""
  /// How many cards there were.
  var cards = 0
  /// Whether the endorsement that comes is missed.
  var isForgetful = false
  /// Whether nothing more is planned for the person.
  var isGone = false
  /// Whether all that happens to the person was set out before.
  var isScripted = false

  /// The papers that the measure asks for.
  var papers: [String] {
    var papers = ["identity card", "photograph", "proof of address"]
    switch basis {
    case .employment: papers.append("proof of employment")
    case .study: papers.append("proof of study")
    case .relocation: papers.append("confirmation by the relocated unit")
    case .residence: break
    }
    return papers
  }
}

/// Random numbers that a seed fixes (SplitMix64).
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins with a seed.
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
