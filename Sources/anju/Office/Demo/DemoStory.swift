import Casework
import ExpressionLanguage
import Registry

/// What happened in the demo: how often, and the first of each kind as it was.
struct DemoStory {
  private var counts: [String: Int] = [:]
  private var rejections: [String: Int] = [:]
  private var scenes: [(day: CivilDate, words: Bilingual)] = []
  private var told: Set<String> = []

  /// How many commands the office took.
  private(set) var commands = 0

  mutating func add(_ deed: DemoDeed, _ person: DemoPerson, _ receipt: Receipt, on day: CivilDate) {
    commands += 1
    for event in receipt.events { counts[event, default: 0] += 1 }
    guard let words = DemoStory.words(deed), told.insert(words.english).inserted else { return }
    scenes.append(
      (
        day,
        Bilingual(
          "\(person.identity.name) (\(receipt.resident.text)) \(words.english)",
          "\(person.identity.name)（\(receipt.resident.text)）\(words.chinese)"
        )
      )
    )
  }

  mutating func add(_ rejection: Rejection) {
    commands += 1
    rejections[rejection.id, default: 0] += 1
  }

  mutating func add(_ report: DayReport) {
    for (event, count) in report.events { counts[event, default: 0] += count }
    for (id, count) in report.rejections { rejections[id, default: 0] += count }
  }

  /// The story as a page.
  func text(_ language: Language) -> String {
    let isChinese = language == .chinese
    var lines = [isChinese ? "这一城的故事（每类事只记第一件）" : "The story of the city, the first of each kind"]
    lines += scenes.map { "  \($0.day)  \($0.words[language])" }
    lines.append("")
    lines.append(isChinese ? "发生的事" : "What happened")
    lines += table(counts) { EventLabels.label(ofType: $0)[language] }
    if !rejections.isEmpty {
      lines.append("")
      lines.append(isChinese ? "未予办理（按理由）" : "What was refused, by reason")
      lines += table(rejections) { $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ counts: [String: Int], _ name: (String) -> String) -> [String] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { "  \(DisplayWidth.padLeft("\($0.value)", to: 7))  \(name($0.key))" }
  }

  private static func words(_ deed: DemoDeed) -> Bilingual? {
    switch deed {
    case .register: Bilingual("arrives and is registered", "到来并登记")
    case .submit: Bilingual("applies for the permit", "申领居住证")
    case .supplement: Bilingual("brings what the one-time notice asked for", "按一次性告知补齐材料")
    case .reviewerApproves: Bilingual("meets the conditions and is approved", "符合条件，获得批准")
    case .reviewerRefuses:
      Bilingual("is refused, with reasons and ways to seek review", "不符合条件，收到附理由和救济途径的决定")
    case .issue: Bilingual("has a permit", "领到居住证")
    case .endorse: Bilingual("has it endorsed", "办理签注")
    case .lose: Bilingual("loses the card", "丢失证件并挂失")
    case .replace: Bilingual("gets a new card", "补领、换领新证")
    case .moveInside: Bilingual("moves inside the area", "在新区内搬家")
    case .dispute: Bilingual("disputes what a department says", "对部门数据提出异议")
    case .cancel(.movedAway): Bilingual("moves away, the permit ends", "迁离，居住证注销")
    case .cancel(.died): Bilingual("has died, the permit ends", "去世，居住证注销")
    case .cancel(.issuedInError): Bilingual("loses the permit by the office's error", "居住证被误注销")
    case .restore: Bilingual("has it back, by the supervisor", "由主管更正恢复")
    case .proposeConfiscation: Bilingual("is suspected of false papers", "涉嫌以虚假材料骗领")
    case .confirmConfiscation:
      Bilingual("loses the permit by the word of two officers", "经两名人员确认，居住证被收缴")
    case .withdraw: Bilingual("withdraws the application", "撤回申请")
    default: nil
    }
  }
}
