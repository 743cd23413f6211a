import ExpressionLanguage
import Policy

extension Conversation {
  /// Hears a line while records are told.
  mutating func hear(
    _ line: TypedLine,
    to question: Question,
    _ dialogue: RecordsDialogue
  ) -> String {
    switch dialogue.turn {
    case .any: return hearWhetherAny(line, question, dialogue)
    case .attribute(let attribute): return hear(line, attribute, question, dialogue)
    case .more: return hearWhetherMore(line, question, dialogue)
    }
  }

  private var yesOrNoWanted: Bilingual {
    Bilingual("answer yes or no, or 1 or 2", "请回答“有”或“没有”，也可以回答1或2")
  }

  private mutating func hearWhetherAny(
    _ line: TypedLine,
    _ question: Question,
    _ dialogue: RecordsDialogue
  ) -> String {
    switch YesOrNo(line.plain.lowercased()) {
    case nil: return complain(yesOrNoWanted) + asked
    case .no?: return finish(question, dialogue)
    case .yes?:
      remember()
      var dialogue = dialogue
      dialogue.begin(attributes: assessor.set.model.records[dialogue.kind].attributes.count)
      stage = .records(question, dialogue)
      return asked
    }
  }

  private mutating func hear(
    _ line: TypedLine,
    _ attribute: Int,
    _ question: Question,
    _ dialogue: RecordsDialogue
  ) -> String {
    let kind = assessor.set.model.records[dialogue.kind]
    switch reader(of: dialogue.key(attribute)).read(line) {
    case .failure(let failure): return complain(failure.text) + asked
    case .success(let value):
      if kind.grain != nil, attribute == 1, case .date(let to) = value,
        case .date(let from) = dialogue.row[0], to < from
      {
        return complain(Misunderstanding.backwards.text) + asked
      }
      remember()
      skips[dialogue.key(attribute)] = nil
      var dialogue = dialogue
      dialogue.take(value, of: attribute)
      stage = .records(question, dialogue)
      if dialogue.turn == .more, dialogue.rows.count >= kind.most {
        return finish(question, dialogue)
      }
      return asked
    }
  }

  private mutating func hearWhetherMore(
    _ line: TypedLine,
    _ question: Question,
    _ dialogue: RecordsDialogue
  ) -> String {
    var dialogue = dialogue
    let attributes = assessor.set.model.records[dialogue.kind].attributes.count
    if let change = RecordChange(line.plain) {
      guard dialogue.rows.indices.contains(change.place - 1) else {
        return complain(
          Bilingual(
            "there is no number \(change.place)",
            "没有第\(change.place)条"
          )
        ) + asked
      }
      remember()
      switch change.kind {
      case .change: dialogue.begin(at: change.place - 1, attributes: attributes)
      case .remove: dialogue.remove(change.place - 1)
      }
      stage = .records(question, dialogue)
      return asked
    }
    switch YesOrNo(line.plain.lowercased()) {
    case nil:
      return complain(
        Bilingual(
          "answer yes or no, or change 1, or remove 1",
          "请回答“有”或“没有”，或者“更改 1”“删除 1”"
        )
      ) + asked
    case .no?: return finish(question, dialogue)
    case .yes?:
      remember()
      dialogue.begin(attributes: attributes)
      stage = .records(question, dialogue)
      return asked
    }
  }

  /// Takes all records; where they cannot be, they can still be changed.
  private mutating func finish(_ question: Question, _ dialogue: RecordsDialogue) -> String {
    if let refusal = take(.records(dialogue.rows), to: question) { return refuse(refusal) }
    next()
    return ask()
  }
}

/// A wish to change or remove one of the records told so far.
struct RecordChange: Sendable {
  enum Kind: Sendable { case change, remove }

  let kind: Kind
  /// The number of the record, from 1.
  let place: Int

  init?(_ line: String) {
    let line = line.lowercased()
    let words: [(String, Kind)] = [
      ("change", .change), ("remove", .remove), ("delete", .remove), ("更改", .change),
      ("修改", .change), ("删除", .remove),
    ]
    guard let (word, kind) = words.first(where: { line.hasPrefix($0.0) }) else { return nil }
    let number = line.dropFirst(word.count).filter { $0 != " " && $0 != "第" && $0 != "条" }
    guard let place = Int(number) else { return nil }
    self.kind = kind
    self.place = place
  }
}
