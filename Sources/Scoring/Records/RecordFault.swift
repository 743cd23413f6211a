package import ExpressionLanguage

/// Why a record cannot be read.
package struct RecordFault: Error {
  /// What is wrong, for people.
  package var text: Bilingual
}

extension RecordFault {
  static func unlike(_ path: String) -> RecordFault {
    let path = path.isEmpty ? "{" : path
    return RecordFault(
      text: Bilingual(
        "what stands at \(path) is not what a record of this format has there",
        "\(path) 处的内容不符合这一格式的记录"
      )
    )
  }

  static func otherFact(_ id: String, wanted: String) -> RecordFault {
    RecordFault(
      text: Bilingual(
        "the dictionaries have the fact \(wanted) where the record has another",
        "字典此处为事实“\(wanted)”，记录却不同"
      )
    )
  }

  static let otherFacts = RecordFault(
    text: Bilingual(
      "its facts are not those that its dictionaries declare",
      "其中的事实与所依据的字典不一致"
    )
  )

  static func noSuchValue(_ name: Bilingual) -> RecordFault {
    RecordFault(
      text: Bilingual(
        "what it says of \(name.english) is no value that the dictionary allows",
        "其中“\(name[.chinese])”的取值不是字典允许的取值"
      )
    )
  }
}
