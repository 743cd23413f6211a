import Casework
import ExpressionLanguage

/// A situation in which a resident of the demo is; its name is that of the account.
enum DemoPart: String, CaseIterable {
  /// With a child for whom they act; chosen first, so that somebody is left for the others.
  case parent
  /// Whose endorsement is due soon.
  case endorse
  /// Whose endorsement was missed.
  case suspended
  /// With an application that the office has.
  case applicant
  /// Whose application lacks papers.
  case supplement
  /// Registered, without an application.
  case waiting
  /// Nothing to do for a while.
  case active

  /// Who it is, in words.
  var words: Bilingual {
    switch self {
    case .parent: Bilingual("a permit holder with a child of eight", "持证人，有一个八岁的孩子")
    case .endorse: Bilingual("endorsement is due soon", "即将到签注期限")
    case .suspended: Bilingual("endorsement was missed: suspended", "逾期未签注，居住证功能已中止")
    case .applicant: Bilingual("has applied, the office decides", "已提交申请，正在审核")
    case .supplement: Bilingual("has a one-time notice to answer", "收到一次性告知书，需补交材料")
    case .waiting: Bilingual("has registered an address, may apply later", "已办居住登记，尚未申领")
    case .active: Bilingual("holds a permit", "持有有效居住证")
    }
  }

  /// Whether a file is in it on a day.
  func fits(_ file: ResidentFile, on day: CivilDate) -> Bool {
    if file.person.mergedInto != nil { return false }
    let permit = file.permits.live
    let open = file.applications.open
    let due = permit?.endorsementDue.map { $0.day - day.day }
    switch self {
    case .endorse: return permit?.state == .active && due.map { (3...28).contains($0) } == true
    case .suspended: return permit?.state == .suspended
    case .supplement: return permit == nil && open?.state == .supplementNeeded
    case .applicant:
      return permit == nil && open.map { [.accepted, .reviewed].contains($0.state) } == true
    case .waiting:
      return file.applications.all.isEmpty && file.person.residence(on: day) != nil
    case .active, .parent:
      return permit?.state == .active && due.map { $0 > 60 } == true && open == nil
    }
  }
}
