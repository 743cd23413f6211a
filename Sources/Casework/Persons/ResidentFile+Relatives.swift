import ExpressionLanguage

extension ResidentFile {
  /// Links a relative, on both files: `relation` is what the other is to this person.
  func link(
    _ relative: ResidentID,
    _ relation: FamilyRelation,
    _ desk: Desk
  ) throws(Rejection) -> Decided {
    let other = try otherFile(relative, desk)
    if let known = person.relatives[relative] {
      if known == relation { return Decided([]) }
      throw .alreadyRelated
    }
    switch relation {
    case .spouse:
      let married = [person, other.person].contains { $0.relatives.values.contains(.spouse) }
      if married { throw .secondSpouse }
    case .child: try checkOlder(self, than: other)
    case .parent: try checkOlder(other, than: self)
    case .sibling: break
    }
    return Decided(
      [.person(.relativeLinked(relative: relative, relation: relation))],
      others: [
        FileEvents(
          relative,
          [.person(.relativeLinked(relative: id, relation: relation.inverse))]
        )
      ]
    )
  }

  func unlink(
    _ relative: ResidentID,
    _ reason: String,
    _ desk: Desk
  ) throws(Rejection) -> Decided {
    let reason = try PlainLine.reason(reason)
    guard person.relatives[relative] != nil else { throw .notRelated }
    let other = try otherFile(relative, desk)
    let isMutual = other.person.relatives[id] != nil
    return Decided(
      [.person(.relativeUnlinked(relative: relative, reason: reason))],
      others: isMutual
        ? [FileEvents(relative, [.person(.relativeUnlinked(relative: id, reason: reason))])] : []
    )
  }

  /// Another person's file that a command names.
  func otherFile(_ other: ResidentID, _ desk: Desk) throws(Rejection) -> ResidentFile {
    if other == id { throw .samePerson }
    guard let file = desk.files[other], !file.isEmpty else { throw .noSuchFile }
    if let survivor = file.person.mergedInto { throw .merged(into: survivor) }
    return file
  }

  private func checkOlder(
    _ parent: ResidentFile,
    than child: ResidentFile
  ) throws(Rejection) {
    guard let older = parent.person.identity, let younger = child.person.identity,
      older.number.birthDate >= younger.number.birthDate
    else { return }
    throw .parentNotOlder
  }
}

extension Rejection {
  fileprivate static var samePerson: Rejection {
    Rejection(
      "same-person",
      Bilingual("both files are the same person's", "两份档案系同一人"),
      remedy: Bilingual("name the other person's file", "请指明另一人的档案")
    )
  }

  fileprivate static var alreadyRelated: Rejection {
    Rejection(
      "already-related",
      Bilingual("the two are linked as something else", "两人已按其他关系关联"),
      remedy: Bilingual("undo that link first", "请先解除原关联")
    )
  }

  fileprivate static var notRelated: Rejection {
    Rejection(
      "not-related",
      Bilingual("the two are not linked", "两人没有关联"),
      remedy: Bilingual("nothing needs to be done", "无需办理")
    )
  }

  fileprivate static var secondSpouse: Rejection {
    Rejection(
      "second-spouse",
      Bilingual("one of the two has a spouse on file", "其中一人已登记有配偶"),
      remedy: Bilingual("undo that link first, with its reason", "请先说明理由解除原关联")
    )
  }

  fileprivate static var parentNotOlder: Rejection {
    Rejection(
      "parent-not-older",
      Bilingual("the parent would not be older than the child", "父母并不比子女年长"),
      remedy: Bilingual("check which is which, and both birth dates", "请核对谁是父母以及双方出生日期")
    )
  }
}
