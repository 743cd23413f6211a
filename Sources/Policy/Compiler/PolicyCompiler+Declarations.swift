import ExpressionLanguage

extension PolicyCompiler {
  /// Declares what each heading names: rules, channels, services and terms.
  func declare(_ measure: Int) {
    for (index, section) in sections(measure).enumerated() where !section.isUnbound {
      switch section.blocks.first {
      case .table(let table):
        declareTable(table, measure, index, section)
      case .list(let list):
        if section.operators.list == .means {
          checkMeans(section, measure)
          declareTerms(list, measure, index, section)
        } else {
          declareRule(measure, index, section)
        }
      case .fence: declareRule(measure, index, section)
      case nil: if section.mark("exception to") != nil { declareRule(measure, index, section) }
      }
    }
    linkExceptions(measure)
  }

  private func declareTable(
    _ table: Table,
    _ measure: Int,
    _ index: Int,
    _ section: Section
  ) {
    guard let first = table.header.first else { return }
    let word = first.text
    if HitPolicy(rawValue: word) != nil || word == "from" {
      declareRule(measure, index, section)
    } else if word == "channel" {
      guard let name = sectionName(measure, section, isInExpressions: false) else { return }
      insert(name, .channel(channelSections.count), measure, section.heading.range)
      channelSections.append((measure, index))
    } else if word != "service", word != "office" {
      fail(.unknownTable(word, .policy, at: first.range), measure)
    }
  }

  /// What stands over a list of terms binds none of them.
  private func checkMeans(_ section: Section, _ measure: Int) {
    let words = section.operators
    let range = words.limits.first?.range ?? words.whenRange ?? words.suspendedWhenRange
    if let range { fail(.wordsOverTerms(at: range), measure) }
    for mark in section.marks where ["exception to", "before"].contains(mark.key) {
      fail(.markOverTable(mark.key, "**means**", at: mark.range), measure)
    }
  }

  private func sectionName(
    _ measure: Int,
    _ section: Section,
    isInExpressions: Bool = true
  ) -> Bilingual? {
    let name = Bilingual(section.heading.name ?? "", section.heading.chineseName ?? "")
    let range = section.heading.range
    let faults = NameKey.faults(in: name.english, isInExpressions: isInExpressions)
    for fault in faults { fail(.badName(name.english, fault, at: range), measure) }
    if faults.isEmpty, name.chinese.isEmpty {
      fail(.noChinese(name.english, at: range), measure)
    }
    return faults.isEmpty ? name : nil
  }

  /// Enters a name into the measure's one space of names.
  func insert(_ name: Bilingual, _ thing: NamedThing, _ measure: Int, _ range: SourceRange) {
    let key = NameKey.of(name.english)
    let isTaken =
      names[measure][key] != nil || dictionary(of: measure).references[key] != nil
      || key == "legal date"
    if isTaken {
      fail(.doubledName(name.english, at: range), measure)
    } else {
      names[measure][key] = thing
      checkLabel(name, thing, measure, range)
    }
    if let split = key.range(of: " in "), isName(String(key[..<split.lowerBound]), measure) {
      fail(.nameWithIn(name.english, at: range), measure)
    }
  }

  /// Two rules of a measure with one Chinese label could not be told apart in a Chinese answer.
  private func checkLabel(
    _ name: Bilingual,
    _ thing: NamedThing,
    _ measure: Int,
    _ range: SourceRange
  ) {
    guard case .rule(let rule) = thing, !name.chinese.isEmpty else { return }
    guard let other = ruleLabels[measure].updateValue(rule, forKey: name.chinese) else { return }
    fail(.doubledLabel(name.chinese, drafts[other].name.english, at: range), measure)
  }

  private func isName(_ key: String, _ measure: Int) -> Bool {
    names[measure][key] != nil || dictionary(of: measure).references[key] != nil
  }

  private func declareRule(_ measure: Int, _ index: Int, _ section: Section) {
    guard let name = sectionName(measure, section) else { return }
    var draft = RuleDraft(
      measure: measure,
      section: index,
      origin: .section,
      name: name,
      key: NameKey.of(name.english),
      range: section.heading.range
    )
    draft.records = eachOf(section, measure)
    draft.parameters = parameters(section, measure)
    let isException = section.mark("exception to") != nil
    for mark in section.marks where mark.key == "before" {
      draft.before.append((NameKey.of(mark.value), mark.valueRange))
      if !isException { fail(.beforeWithoutException(at: mark.range), measure) }
    }
    checkAttribute(draft)
    insert(name, .rule(drafts.count), measure, section.heading.range)
    drafts.append(draft)
    rules.append(nil)
  }

  /// A rule for each record is one more attribute of it, and needs a name of its own.
  private func checkAttribute(_ draft: RuleDraft) {
    if !draft.parameters.isEmpty, KnownNames.functions.contains(draft.key) {
      fail(.nameOfFunction(draft.name.english, at: draft.range), draft.measure)
    }
    guard let records = draft.records else { return }
    if let mark = sections(draft.measure)[draft.section].mark("given") {
      fail(.givenForEach(at: mark.range), draft.measure)
    }
    let attributes = model.records[records].attributes
    if attributes.contains(where: { NameKey.of($0.name.english) == draft.key }) {
      fail(.doubledName(draft.name.english, at: draft.range), draft.measure)
    }
  }

  private func eachOf(_ section: Section, _ measure: Int) -> Int? {
    guard let mark = section.mark("each of") else { return nil }
    let key = NameKey.of(mark.value)
    if case .records(let records) = dictionary(of: measure).references[key] { return records }
    let known = model.records.map { NameKey.of($0.name.english) }
    fail(.unknownRecords(mark.value, known, at: mark.valueRange), measure)
    return nil
  }

  private func parameters(
    _ section: Section,
    _ measure: Int
  ) -> [(name: String, type: ValueType)] {
    let types = dictionary(of: measure).types
    var parameters: [(name: String, type: ValueType)] = []
    for mark in section.marks where mark.key == "given" {
      let value = NameKey.of(mark.value)
      var (name, typeName) = (value, value)
      if types[value] == nil, let split = value.range(of: " as ", last: true) {
        name = String(value[..<split.lowerBound])
        typeName = String(value[split.upperBound...])
      }
      guard let type = types[typeName] else {
        fail(.unknownType(typeName, types.keys.sorted(), at: mark.valueRange), measure)
        parameters.append((name, .invalid))
        continue
      }
      if parameters.contains(where: { $0.name == name }) {
        fail(.saidTwice(name, at: mark.valueRange), measure)
      }
      if dictionary(of: measure).references[name] != nil {
        fail(.parameterHidesFact(name, at: mark.valueRange), measure)
      }
      parameters.append((name, type))
    }
    return parameters
  }

  private func declareTerms(_ list: List, _ measure: Int, _ index: Int, _ section: Section) {
    for (position, item) in list.items.enumerated() {
      let english = term(item.english?.text ?? "", ":")
      let chinese = term(term(item.chinese?.text ?? "", "："), ":")
      let name = Bilingual(english, chinese)
      let faults = NameKey.faults(in: english)
      for fault in faults { fail(.badName(english, fault, at: item.range), measure) }
      guard faults.isEmpty else { continue }
      if chinese.isEmpty { fail(.noChinese(english, at: item.range), measure) }
      let range = item.english?.ranges.first ?? item.range
      var draft = RuleDraft(
        measure: measure,
        section: index,
        origin: .term(position),
        name: name,
        key: NameKey.of(english),
        range: range
      )
      draft.records = eachOf(section, measure)
      draft.parameters = parameters(section, measure)
      checkAttribute(draft)
      insert(name, .rule(drafts.count), measure, range)
      drafts.append(draft)
      rules.append(nil)
    }
  }

  private func term(_ text: String, _ colon: Character) -> String {
    (text.firstIndex(of: colon).map { String(text[..<$0]) } ?? text).trimmingSpaces
  }

  private func linkExceptions(_ measure: Int) {
    for index in drafts.indices where drafts[index].measure == measure {
      guard case .section = drafts[index].origin,
        let mark = sections(measure)[drafts[index].section].mark("exception to")
      else { continue }
      let key = NameKey.of(mark.value)
      if case .rule(let target) = names[measure][key] {
        drafts[index].exceptionTo = target
        usedRules.insert(index)
      } else {
        // The exception stands for nothing; what it says is not judged.
        broken.insert(index)
        if names[measure][key] != nil {
          fail(.exceptionToNoRule(mark.value, at: mark.valueRange), measure)
          continue
        }
        let known = drafts.filter { $0.measure == measure }.map(\.key)
        fail(.unknownRule(mark.value, known, at: mark.valueRange), measure)
      }
    }
  }

  /// A parameter may not hide a rule of its measure.
  private func checkParameters(_ measure: Int) {
    for draft in drafts where draft.measure == measure {
      for parameter in draft.parameters where names[measure][parameter.name] != nil {
        let mark = sections(measure)[draft.section].mark("given")
        fail(
          .parameterHidesRule(parameter.name, at: mark?.valueRange ?? draft.range),
          measure
        )
      }
    }
  }

  /// Checks that every name in `uses:` is there to be taken.
  func linkUses(_ measure: Int) {
    defer { checkParameters(measure) }
    for use in files[measure].header.uses {
      guard let owner = files.firstIndex(where: { $0.header.id == use.policy }) else {
        if library.measures.contains(where: { $0.header.id == use.policy }) {
          fail(.notInForce(use.policy, day, at: use.policyRange), measure)
        }
        continue
      }
      for (name, range) in use.names {
        guard case .rule(let rule) = names[owner][name] else {
          let known = drafts.filter { $0.measure == owner }.map(\.key)
          fail(.unknownRule(name, known, at: range), measure)
          continue
        }
        let hidesFact = dictionary(of: measure).references[name] != nil
        if hidesFact || names[measure][name].map({ $0 != .rule(rule) }) ?? false {
          fail(.doubledName(name, at: range), measure)
        } else {
          names[measure][name] = .rule(rule)
        }
      }
    }
  }
}

extension String {
  /// Where `text` stands, the first time or the last.
  func range(of text: String, last: Bool = false) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        found = start..<index(start, offsetBy: text.count)
        if !last { return found }
      }
      start = index(after: start)
    }
    return found
  }
}
