import Casework
import ExpressionLanguage

/// What the tasks of a queue are called.
enum TaskLabels {
  /// What is to be done; where an application waits without a term, its state says it.
  static func label(ofTask task: String) -> Bilingual {
    switch task {
    case "notify": Bilingual("look through the papers", "审查材料，一次性告知或者受理")
    case "supplement": Bilingual("missing papers are awaited", "等待补正")
    case "accept": Bilingual("accept what was completed", "受理补齐的申请")
    case "issue": Bilingual("decide and issue", "审核、制证并发放")
    case "check": Bilingual("check the facts asked for", "答复核查")
    case "confirm relocation": Bilingual("confirm or deny the relocation", "确认是否疏解单位人员")
    case "confirm confiscation": Bilingual("confirm or drop the confiscation", "确认或者撤销收缴")
    case "dispute": Bilingual("answer the dispute", "答复异议")
    case "replacement": Bilingual("make a new card", "换领、补领证件")
    default:
      task.hasPrefix("dispute/")
        ? label(ofTask: "dispute") : state(task) ?? Bilingual(task, task)
    }
  }

  /// What the state of an application is called.
  static func state(_ name: String) -> Bilingual? { Application.State(rawValue: name)?.label }
}
