import Testing

@testable import Registry

struct NameTermsTests {
  @Test func `a name is found from each of its characters on, by pinyin and by initials`() {
    let terms = NameTerms.terms(of: "陈志远")
    #expect(
      terms == ["陈志远", "志远", "远", "chenzhiyuan", "zhiyuan", "yuan", "czy", "zy"]
    )
  }

  @Test(arguments: [
    ("陈志远", "陈志远"), ("志远", "志远"), ("chenzhiyuan", "chenzhiyuan"),
    ("chen zhiyuan", "chenzhiyuan"), (" Chen  Zhi-Yuan ", "chenzhiyuan"), ("czy", "czy"),
    ("陈zhi", "chenzhi"), ("Chén Zhìyuǎn", "chenzhiyuan"), ("", ""), ("…", ""),
  ])
  func `a query is brought into the form of terms`(query: String, term: String) {
    #expect(NameTerms.query(query) == term)
  }

  @Test(arguments: [
    // ü is written v on keyboards and u on cards.
    ("吕芳", "lvfang"), ("吕芳", "lü fang"), ("吕芳", "lufang"), ("吕芳", "lf"),
    ("欧阳建国", "ouyang jianguo"), ("欧阳建国", "oyjg"), ("欧阳建国", "建国"),
    ("阿卜杜拉·买买提", "买买提"), ("阿卜杜拉·买买提", "maimaiti"), ("Ivan Petrov", "petrov"),
    ("Ivan Petrov", "IvanP"), ("José García", "jose garcia"), ("王O一", "wango"),
  ])
  func `somebody is found by what people type`(name: String, query: String) {
    let term = NameTerms.query(query)
    let end = NameTerms.end(ofTermsBeginningWith: term)
    let terms = NameTerms.terms(of: name)
    #expect(
      terms.contains { bytes($0, precede: end) && !bytes($0, precede: term) },
      "\(query) → \(term) among \(terms.sorted())"
    )
  }

  @Test func `names without any letter, and endless ones, make no trouble`() {
    #expect(NameTerms.terms(of: "").isEmpty)
    #expect(NameTerms.terms(of: "··  ").isEmpty)
    #expect(NameTerms.terms(of: String(repeating: "陈", count: 300)).count == 300)
    #expect(Pinyin.syllables(of: "\u{0}陈").last == "chen")
  }

  @Test(arguments: [
    ("单芳", "shan fang"), ("尉迟恭", "yu chi gong"), ("万俟卨", "mo qi xie"),
    ("曾国藩", "zeng guo fan"), ("仇英", "qiu ying"), ("张单", "zhang dan"),
  ])
  func `surnames are read as surnames, and only at the beginning`(name: String, pinyin: String) {
    #expect(Pinyin.syllables(of: name).joined(separator: " ") == pinyin)
  }

  // The store compares texts byte by byte.
  private func bytes(_ left: String, precede right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
