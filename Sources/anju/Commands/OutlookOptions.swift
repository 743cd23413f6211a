import ArgumentParser
import ExpressionLanguage
import Policy
import Scoring

/// What is asked beyond the assessment: what would change it, and what time brings.
struct OutlookOptions: ParsableArguments {
  @Flag(help: "Say what would change the answer: what can be done, and from which day on.")
  var changes = false

  @Option(help: "The points to reach, such as 97.13; with --changes or --forecast.")
  var line: String?

  @Option(help: "Only this channel, by its name or id; with --changes or --forecast.")
  var channel: String?

  @Option(help: "What time brings within, such as \"5 years\", 5年 or \"18 months\".")
  var forecast: String?

  func validate() throws {
    if let forecast, OutlookOptions.months(forecast) == nil {
      throw ValidationError(
        "--forecast wants a time from 1 month to \(LawCourse.mostYears) years, such as \"5 years\", "
          + "5年 or \"18 months\", not '\(forecast)'"
      )
    }
    if let line, DecimalLiteral(line) == nil {
      throw ValidationError("--line wants points such as 97.13, not '\(line)'")
    }
    if !changes, forecast == nil, line != nil || channel != nil {
      let option = line == nil ? "--channel" : "--line"
      throw ValidationError("\(option) goes with --changes or --forecast")
    }
  }

  /// The months that a text such as `5 years` or 5年 says; `nil` where it cannot be read.
  static func months(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Int(digits), digits.count <= 4 else { return nil }
    let months: Int
    switch Unit.named(String(rest)) {
    case .years?: months = 12 * number
    case .months?: months = number
    default: return nil
    }
    return (1...12 * LawCourse.mostYears).contains(months) ? months : nil
  }

  /// Whether anything beyond the assessment is asked for.
  var isAsked: Bool { changes || forecast != nil }

  /// Prepares what everybody shares: the law to come, and the channel that is asked for.
  func prepare(_ options: LawOptions) throws -> OutlookMaker {
    guard isAsked else { return OutlookMaker(asked: nil, language: options.language) }
    let law = try options.prepare()
    var only: Int?
    if let channel {
      only = try Console.reading(options.language) { () throws(BadInput) in
        try OutlookOptions.channel(channel, of: law.assessor.set)
      }
    }
    func course(_ months: Int) -> LawCourse {
      LawCourse(law.assessor, in: law.library, from: law.day, months: months)
    }
    let asked = OutlookMaker.Asked(
      law: law,
      line: line.flatMap { DecimalLiteral($0) },
      channel: only,
      changes: changes ? course(12 * LawCourse.mostYears) : nil,
      forecast: forecast.flatMap(OutlookOptions.months).map(course)
    )
    return OutlookMaker(asked: asked, language: options.language)
  }

  private static func channel(
    _ name: String,
    of set: PolicySet
  ) throws(BadInput) -> Int {
    let index = set.channels.firstIndex { channel in
      NameKey.of(channel.name.english) == NameKey.of(name) || channel.name.chinese == name
        || NameKey.identifier(channel.name.english) == name
    }
    if let index { return index }
    let known = set.channels.flatMap { [$0.name.english, $0.name.chinese] }
    let near = Spelling.nearest(to: name, among: known)
    throw BadInput(
      english: "there is no channel \(name); there are: "
        + set.channels.map(\.name.english).joined(separator: "; ")
        + (near.map { "; did you mean \($0)?" } ?? ""),
      chinese: "没有“\(name)”这一渠道；现有："
        + set.channels.map { $0.name[.chinese] }.joined(separator: "、")
        + (near.map { "；是否应为“\($0)”？" } ?? "")
    )
  }
}
