import ExpressionLanguage
import Policy
import Scoring

/// What the office takes for a person's identity and phone.
enum PersonCheck {
  /// The identity without the spaces around its texts.
  static func identity(_ identity: Identity, _ desk: Desk) throws(Rejection) -> Identity {
    let fault: IdentityNumber.Fault? =
      identity.number.birthDate > desk.today ? .bornInFuture : nil
    if let fault { throw fault.rejection }
    let place = identity.householdPlace.trimmingSpaces
    if !place.isEmpty {
      try PersonCheck.place(place, of: CaseworkFacts.householdPlace, desk.law)
    }
    return Identity(
      name: try PlainLine.read(identity.name, Bilingual("the name", "姓名"), atMost: 50),
      number: identity.number,
      registeredAddress: try PlainLine.readOptional(
        identity.registeredAddress,
        Bilingual("the registered address", "常住户口所在地住址"),
        atMost: 200
      ),
      householdPlace: place,
      ethnicity: try PlainLine.readOptional(
        identity.ethnicity,
        Bilingual("the ethnicity", "民族"),
        atMost: 50
      )
    )
  }

  /// A phone: digits with spaces between them, a plus before them, five to twenty signs in all.
  static func phone(_ phone: String?) throws(Rejection) -> String? {
    guard let phone = phone?.trimmingSpaces else { return nil }
    let signs = phone.utf8
    let rest = signs.first == UInt8(ascii: "+") ? signs.dropFirst() : signs[...]
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isSound = rest.allSatisfy { digits ~= $0 || $0 == UInt8(ascii: " ") }
    guard (5...20).contains(signs.count), isSound, rest.count(where: { digits ~= $0 }) >= 5 else {
      throw .badPhone
    }
    return phone
  }

  /// An employer's code in capitals.
  static func employerCode(_ code: String) throws(Rejection) -> String {
    do throws(EmployerCode.Fault) { return try EmployerCode(reading: code).text } catch {
      throw error.rejection
    }
  }

  /// Refuses a place that is no value of the dictionary's fact.
  ///
  /// Where the dictionary in force does not have the fact, any place is let through: what nothing
  /// can read is unknown to it.
  static func place(_ place: String, of fact: String, _ law: OfficeLaw) throws(Rejection) {
    let model = law.assessor.set.model
    let facts = model.facts + model.records.flatMap(\.attributes)
    guard let choice = facts.first(where: { NameKey.of($0.name.english) == fact })?.type.choice,
      choice.index(of: place) == nil
    else { return }
    throw .noSuchPlace(choice)
  }
}

extension Rejection {
  static var alreadyRegistered: Rejection {
    Rejection(
      "already-registered",
      Bilingual("this file has been opened already", "本档案已建立"),
      remedy: Bilingual("correct the identity, or open another file", "请更正身份信息，或者另建档案")
    )
  }

  static var hasOwnFile: Rejection {
    Rejection(
      "has-own-file",
      Bilingual("this account has a file already", "此账号已有档案"),
      remedy: Bilingual(
        "use it; for somebody else the window opens a file",
        "请使用已有档案；为他人建档的，请到窗口办理"
      )
    )
  }

  static var dateInFuture: Rejection {
    Rejection(
      "date-in-future",
      Bilingual("the date lies in the future", "日期在今天之后"),
      remedy: Bilingual("record it on the day, or put the date right", "请届时登记，或者更正日期")
    )
  }

  static var beforeBirth: Rejection {
    Rejection(
      "before-birth",
      Bilingual("the date lies before the person's birth", "日期在当事人出生之前"),
      remedy: Bilingual("put the date or the birth date right", "请更正日期或者出生日期")
    )
  }

  fileprivate static var badPhone: Rejection {
    Rejection(
      "bad-phone",
      Bilingual("this is no phone number", "不是电话号码"),
      remedy: Bilingual(
        "5 to 20 digits and spaces, with a + before them where it is from abroad",
        "请填写5至20位数字，可用空格分隔，境外号码前加+"
      )
    )
  }

  fileprivate static func noSuchPlace(_ choice: ChoiceType) -> Rejection {
    Rejection(
      "no-such-place",
      Bilingual("the dictionary has no such place", "字典中没有这个地区"),
      remedy: Bilingual(
        "one of " + choice.values.map(\.label).joined(separator: ", "),
        "请选：" + choice.values.map(\.chinese).joined(separator: "、")
      )
    )
  }

  static func employerEarlier(_ since: CivilDate) -> Rejection {
    Rejection(
      "employer-earlier",
      Bilingual(
        "the employer now on file has been so since \(since.words.english), which is later",
        "现登记的用人单位自\(since.words.chinese)起，晚于此日期"
      ),
      remedy: Bilingual("give a day that is not earlier", "请填写不早于该日的日期")
    )
  }
}
