import ExpressionLanguage
import Scoring

/// Why a service is open to a person or not, in the terms of the permit.
struct EntitlementReasons {
  private let permit: Permit?
  private let state: Permit.State?
  private let due: CivilDate?
  private let isApplying: Bool
  private let places: [Bilingual]

  init(of file: ResidentFile, on day: CivilDate, by law: OfficeLaw) {
    permit = file.permits.permit(on: day)
    state = permit?.state(on: day)
    due = permit?.endorsementDue(on: day)
    isApplying = file.applications.open != nil
    places = law.places
  }

  /// The last day on which an active permit is good if nothing happens.
  var lastGoodDay: CivilDate? { state == .active ? due : nil }

  /// Why.
  func reason(of service: ServiceResult) -> Bilingual {
    switch service.answer {
    case .open:
      Bilingual(
        "the permit is active" + (due.map { "; endorse it by \($0.words.english)" } ?? ""),
        "居住证有效" + (due.map { "，请最迟于\($0.words.chinese)办理签注" } ?? "")
      )
    case .suspended:
      Bilingual(
        "the permit is suspended\(due.map { ": its endorsement was due by \($0.words.english)" } ?? "");"
          + " made up, the service opens again",
        "居住证使用功能中止\(due.map { "：签注已于\($0.words.chinese)到期" } ?? "")，补办签注后恢复"
      )
    case .unknown: unknown(service)
    case .closed: closed(service)
    }
  }

  /// A suspended permit does not tell whether a service that asks for more would be open.
  private func unknown(_ service: ServiceResult) -> Bilingual {
    let missing = service.missing.words
    let cure =
      state == .suspended
      ? Bilingual(
        "; and the permit is suspended until its endorsement is made up",
        "；且居住证使用功能中止，须先补办签注"
      ) : Bilingual("", "")
    return Bilingual(
      "it cannot be told yet; missing: \(missing.english)\(asked(service).english)\(cure.english)",
      "尚不能确定，缺少：\(missing.chinese)\(asked(service).chinese)\(cure.chinese)"
    )
  }

  private func closed(_ service: ServiceResult) -> Bilingual {
    switch state {
    case nil:
      isApplying
        ? Bilingual(
          "no permit was issued yet; the application is being handled",
          "尚未发给居住证，申请正在办理"
        )
        : Bilingual(
          "no permit was ever issued; apply for one\(place.english)",
          "未领取居住证，请\(place.chinese)申领"
        )
    case .cancelled:
      Bilingual(
        "the permit was cancelled\(ground.english); whoever meets the conditions may apply"
          + " anew\(place.english)",
        "居住证已注销\(ground.chinese)；符合条件的，可以\(place.chinese)重新申领"
      )
    case .confiscated:
      Bilingual(
        "the permit was confiscated; the decision tells how to seek review",
        "居住证已被收缴，救济途径见决定书"
      )
    case .active, .suspended:
      service.required.isEmpty
        ? Bilingual(
          "the article's conditions are not met",
          "不符合该条规定的条件"
        )
        : Bilingual(
          "the permit is active, but this asks for more\(asked(service).english)",
          "居住证有效，但此项服务另有要求\(asked(service).chinese)"
        )
    }
  }

  /// What the row asks for beyond the permit, and what the person has of it.
  private func asked(_ service: ServiceResult) -> Bilingual {
    if service.required.isEmpty { return Bilingual("", "") }
    let has = service.uses.filter { !$0.isFact && $0.known.isKnown }.map { used in
      Bilingual(
        "\(used.name.english) is \(used.value.english)",
        "\(used.name[.chinese])为\(used.value[.chinese])"
      )
    }
    let required = service.required
    return Bilingual(
      "; asked for: \((required + has).map(\.english).joined(separator: "; "))",
      "；要求：\((required + has).map { $0[.chinese] }.joined(separator: "；"))"
    )
  }

  private var ground: Bilingual {
    guard let ground = permit?.end?.ground?.words else { return Bilingual("", "") }
    return Bilingual(" (\(ground.english))", "（\(ground.chinese)）")
  }

  private var place: Bilingual {
    if places.isEmpty { return Bilingual("", "") }
    return Bilingual(
      " at the \(places.map(\.english).joined(separator: " or the "))",
      "到\(places.map { $0[.chinese] }.joined(separator: "或者"))"
    )
  }
}

extension Bilingual {
  /// A file that says what cannot be is mended first, never decided.
  static func contradiction(_ words: Bilingual) -> Bilingual {
    Bilingual(
      "the file contradicts itself and is put right first: \(words.english)",
      "档案数据互相矛盾，须先更正：\(words.chinese)"
    )
  }

  /// The measures fail on these facts.
  static var fault: Bilingual {
    Bilingual(
      "the measures cannot be applied to these facts; a policy officer looks into it",
      "现行办法无法适用于这些核验数据，由政策人员检查"
    )
  }
}
