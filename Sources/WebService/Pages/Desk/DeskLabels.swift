import Casework
import ExpressionLanguage
import Registry

/// What queues, districts and days left are called at the desk.
enum DeskLabels {
  /// What is to be done; where an application waits without a term, its state says it.
  static func task(_ task: String) -> Bilingual {
    switch task {
    case "notify": Bilingual("Look through the papers", "审查材料，一次性告知或者受理")
    case "supplement": Bilingual("Missing papers are awaited", "等待补正")
    case "accept": Bilingual("Accept what was completed", "受理补齐的申请")
    case "issue": Bilingual("Decide and issue", "审核、制证并发放")
    case "check": Bilingual("Check the facts asked for", "答复核查")
    case "confirm relocation":
      Bilingual("Confirm or deny the relocation", "确认是否疏解单位人员")
    case "confirm confiscation":
      Bilingual("Confirm or drop the confiscation", "确认或者撤销收缴")
    case "replacement": Bilingual("Make a new card", "换领、补领证件")
    default:
      task.hasPrefix("dispute")
        ? Bilingual("Answer the dispute", "答复异议")
        : Application.State(rawValue: task)?.label ?? Bilingual(task, task)
    }
  }

  /// The districts that can be chosen; others are shown as they were entered.
  static let districts: [DeskField.Choice] = [
    DeskField.Choice("rongdong", Bilingual("Rongdong", "容东片区")),
    DeskField.Choice("rongxi", Bilingual("Rongxi", "容西片区")),
    DeskField.Choice("xiongdong", Bilingual("Xiongdong", "雄东片区")),
    DeskField.Choice("zangang", Bilingual("Zangang", "昝岗片区")),
    DeskField.Choice("qidong", Bilingual("Start-up area", "启动区")),
    DeskField.Choice("rongcheng", Bilingual("Rongcheng County", "容城县")),
    DeskField.Choice("xiongxian", Bilingual("Xiong County", "雄县")),
    DeskField.Choice("anxin", Bilingual("Anxin County", "安新县")),
  ]

  /// What a district is called; empty where none is told.
  static func district(_ name: String) -> Bilingual {
    districts.first { $0.value == name }?.label ?? Bilingual(name, name)
  }

  /// How many days are left to a deadline, in words.
  static func left(_ due: CivilDate, _ today: CivilDate) -> Bilingual {
    let days = Int(due.day - today.day)
    switch days {
    case ..<(-1): return Bilingual("\(-days) days over", "已超期\(-days)天")
    case -1: return Bilingual("1 day over", "已超期1天")
    case 0: return Bilingual("today", "今天到期")
    case 1: return Bilingual("1 day", "1天")
    default: return Bilingual("\(days) days", "\(days)天")
    }
  }

  /// A moment as the office's clocks show it, to the minute.
  static func moment(_ milliseconds: Int64) -> String {
    let moment = OfficeClock.Moment(milliseconds: milliseconds)
    let minutes = (milliseconds + 8 * 3_600_000) / 60_000 % 1_440
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(moment.date) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
