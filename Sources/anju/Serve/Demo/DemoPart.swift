import Casework
import ExpressionLanguage

/// A situation in which a resident of the demo is; its name is that of the account.
enum DemoPart: String, CaseIterable {
  /// Nothing to do for a while.
  case active
  /// With a child for whom they act.
  case parent
  /// Whose endorsement is due soon.
  case endorse
  /// Whose endorsement was missed.
  case suspended
  /// With an application that the office has.
  case applicant
  /// With an application on which the departments have answered.
  case reviewed
  /// Whose application lacks papers.
  case supplement
  /// Registered, without an application.
  case waiting

  /// Who it is, in words.
  var words: Bilingual {
    switch self {
    case .active: Bilingual("holds a permit", "持有有效居住证")
    case .parent: Bilingual("a permit holder with a child of eight", "持证人，有一个八岁的孩子")
    case .endorse: Bilingual("endorsement is due soon", "即将到签注期限")
    case .suspended: Bilingual("endorsement was missed: suspended", "逾期未签注，居住证功能已中止")
    case .applicant: Bilingual("has applied, the office decides", "已提交申请，正在审核")
    case .reviewed: Bilingual("the departments have answered, a decision is near", "部门已答复，即将作出决定")
    case .supplement: Bilingual("has a one-time notice to answer", "收到一次性告知书，需补交材料")
    case .waiting: Bilingual("has registered an address, may apply later", "已办居住登记，尚未申领")
    }
  }

  /// The made-up name, and the year and order of the made-up number.
  var person: (name: String, born: Int, order: Int) {
    switch self {
    case .active: ("陈守正", 1988, 131)
    case .parent: ("王小兰", 1990, 162)
    case .endorse: ("李建国", 1985, 173)
    case .suspended: ("赵明远", 1992, 184)
    case .applicant: ("孙晓文", 1995, 195)
    case .reviewed: ("郑云舟", 1991, 239)
    case .supplement: ("周雪莲", 1993, 206)
    case .waiting: ("吴志强", 1998, 217)
    }
  }

  /// The papers left at home.
  var forgotten: [String] { self == .supplement ? ["photograph"] : [] }

  /// What happened, each so many days before yesterday.
  var deeds: [(before: Int, deed: DemoDeed)] {
    switch self {
    case .active: Self.permit(issued: 120)
    case .parent: Self.permit(issued: 60)
    // Endorsement is due at each full year: one is near, the other went by.
    case .endorse: Self.permit(issued: 365 - 16)
    case .suspended: Self.permit(issued: 365 + 20)
    case .applicant: Self.arrival(230) + [(6, .submit), (5, .clerkLooks), (4, .askDepartment)]
    case .reviewed:
      Self.arrival(232) + [
        (8, .submit), (7, .clerkLooks), (6, .askDepartment),
        (3, .stateFact("stable employment", "true", by: "public service")),
        (2, .departmentAnswers),
      ]
    case .supplement: Self.arrival(225) + [(5, .submit), (4, .clerkLooks)]
    case .waiting: Self.arrival(90)
    }
  }

  private static func arrival(_ day: Int) -> [(before: Int, deed: DemoDeed)] {
    // What is asked on one day is asked at once, and a file has a name only when it is opened.
    [
      (day, .register), (day - 1, .moveIn),
      (day - 2, .stateFact("stable employment", "true", by: "public service")),
    ]
  }

  private static func permit(issued day: Int) -> [(before: Int, deed: DemoDeed)] {
    arrival(day + 220) + [
      (day + 12, .submit), (day + 11, .clerkLooks), (day + 10, .askDepartment),
      (day + 9, .stateFact("stable employment", "true", by: "public service")),
      (day + 8, .departmentAnswers), (day + 6, .reviewerApproves), (day, .issue),
    ]
  }
}
