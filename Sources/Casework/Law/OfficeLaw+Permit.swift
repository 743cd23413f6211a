import ExpressionLanguage
import Policy
import Scoring

/// What the measures say of one person and the permit.
struct PermitResult {
  /// All that they say.
  var assessment: Assessment
  /// What the permit's channel says.
  var channel: ChannelResult
}

extension OfficeLaw {
  /// Asks the measures about one person and the permit.
  ///
  /// Values in `given` stand in for rules, by rule.
  ///
  /// - Throws: `no-permit-channel`, `cannot-be-computed`.
  func assessPermit(
    _ facts: Facts,
    on day: CivilDate,
    given: [Int: Value] = [:]
  ) throws(Rejection) -> PermitResult {
    guard let permitChannel else { throw .noWayToPermit }
    let channel = assessor.set.channels[permitChannel]
    let policy = assessor.set.measures[channel.measure].id
    let assessment: Assessment
    do throws(EvaluationFault) {
      assessment = try permitAssessor.assess(facts, on: day, given: given)
    } catch {
      throw cannotBeComputed(error)
    }
    let found = assessment.channels.first { $0.policy == policy && $0.name == channel.name }
    guard let found else { throw .noWayToPermit }
    return PermitResult(assessment: assessment, channel: found)
  }

  /// What cannot be true of these facts, in the words of the dictionaries.
  ///
  /// - Throws: `cannot-be-computed`.
  func impossible(_ facts: Facts, on day: CivilDate) throws(Rejection) -> [Bilingual] {
    do throws(EvaluationFault) {
      return try assessor.impossible(facts, on: day)
    } catch {
      throw cannotBeComputed(error)
    }
  }

  private func cannotBeComputed(_ fault: EvaluationFault) -> Rejection {
    let rules = assessor.set.rules
    // A check of a dictionary stands in no rule.
    guard rules.indices.contains(fault.definition) else {
      return .cannotBeComputed(Bilingual("of the dictionary", "字典校验"))
    }
    return .cannotBeComputed(rules[fault.definition].name)
  }

  /// How to seek review of what is decided about the permit, by the law of a day.
  ///
  /// It hangs on no person: what a measure lists for some only is told to nobody here.
  func permitRemedies(on day: CivilDate) -> [Bilingual] {
    guard let permitChannel else { return [] }
    switch assessor.set.channels[permitChannel].steps.remedy {
    case nil: return []
    case .texts(let texts): return texts
    case .listed(let formula):
      guard case .list(let base) = formula.type.base else { return [] }
      let type = ValueType(base)
      let model = assessor.set.model
      let facts = Facts(factCount: model.facts.count, recordsCount: model.records.count)
      let evaluator = Evaluator(
        program: assessor.set.program,
        facts: facts.values,
        records: facts.records,
        legalDate: day
      )
      guard case .list(let values)? = try? evaluator.evaluate(formula.node, Evaluator.Frame())
      else { return [] }
      return values.filter(\.isKnown).map {
        Bilingual(type.text($0, .english), type.text($0, .chinese))
      }
    }
  }
}

extension Rejection {
  static var noWayToPermit: Rejection {
    Rejection(
      "no-permit-channel",
      Bilingual(
        "no measure in force on this day leads to a residence permit",
        "当日没有现行办法规定居住证的申领"
      ),
      remedy: Bilingual(
        "wait for the measure to come into force, or turn to the policy officer",
        "待办法施行后办理，或者联系政策人员"
      )
    )
  }

  static func cannotBeComputed(_ rule: Bilingual) -> Rejection {
    Rejection(
      "cannot-be-computed",
      Bilingual(
        "the rule \(rule.english) cannot be computed for these facts",
        "按现有数据无法计算“\(rule[.chinese])”"
      ),
      remedy: Bilingual(
        "check the facts for impossible days and numbers, then tell the policy officer",
        "核对数据中不可能的日期和数字，再告知政策人员"
      )
    )
  }
}
