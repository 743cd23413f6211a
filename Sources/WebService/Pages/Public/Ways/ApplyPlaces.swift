import ExpressionLanguage

/// Where one applies, in the words of the measure, with what this service knows of the place.
///
/// The measures name kinds of places, such as the local police station; which one that is, and its
/// address, a city says in its `office names`, under the measure's English words.
struct ApplyPlaces {
  private let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  /// The place, with its name and address where they are known.
  func words(_ place: Bilingual) -> String {
    let text = visit.sentence(place)
    guard let known = known(place) else { return text }
    return text + visit.say(": ", "：") + visit.say(known)
  }

  /// What has to be said where the address of one of them is not known.
  func notes(_ places: [Bilingual]) -> [String] {
    if places.isEmpty || places.allSatisfy({ known($0) != nil }) { return [] }
    return [
      visit.say(
        "Its address is not on file in this service; the office itself publishes it.",
        "本系统没有收录具体地址，请以该机构公布的为准。"
      )
    ]
  }

  private func known(_ place: Bilingual) -> Bilingual? {
    visit.service.settings.offices[place.english]
  }
}
