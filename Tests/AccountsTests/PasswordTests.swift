import Casework
import ExpressionLanguage
import Foundation
import TestSupport
import Testing

@testable import Accounts

@Suite struct PasswordTests {
  private func fault(
    _ password: String,
    name: String = "lin-qiu",
    role: Role = .resident,
    personal: [String] = []
  ) -> PasswordFault? {
    PasswordRules.fault(password, PasswordContext(name: name, role: role, personal: personal))
  }

  @Test(arguments: [
    ("password", "NaCl", 10, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b37"),
    ("pleaseletmein", "SodiumChloride", 14, 8, 1, "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e"),
  ])
  func `scrypt gives the vectors of RFC 7914`(
    password: String,
    salt: String,
    logarithm: Int,
    blockSize: Int,
    parallelism: Int,
    start: String
  ) throws {
    let cost = ScryptCost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism)
    let key = try PasswordHash.derive(Array(password.utf8), Array(salt.utf8), cost, length: 64)
    #expect(Data(key).hexadecimal.hasPrefix(start))
  }

  @Test func `the service's cost is the one OWASP advises`() {
    #expect(ScryptCost.standard == ScryptCost(logarithm: 17, blockSize: 8, parallelism: 1))
    #expect(AccountStore.Options().cost == .standard)
  }

  @Test func `a hash matches its own password in any form of Unicode, and no other`() throws {
    let hash = try PasswordHash(of: "caf\u{e9} \u{ff11}23 蓝色", cost: .least)
    #expect(try hash.matches("cafe\u{301} 123 蓝色"))
    #expect(try !hash.matches("cafe 123 蓝色"))
    #expect(try !hash.matches(""))
    #expect(try !hash.matches(String(repeating: "x", count: 100_000)))
    #expect(PasswordHash(stored: hash.stored) == hash)
    #expect(PasswordHash(stored: Array(hash.stored.dropLast())) == nil)
  }

  @Test func `nothing matches the stand-in for a missing password`() throws {
    #expect(try !PasswordHash.dummy(.least).matches(""))
    #expect(try !PasswordHash.dummy(.least).matches("\0"))
  }

  @Test func `staff need twelve characters and residents eight, and nobody more than 128`() {
    #expect(fault("gärtn7x") == .tooShort(least: 8))
    #expect(fault("gärtn7xw") == nil)
    #expect(fault("gärtn7xwkuj", role: .clerk) == .tooShort(least: 12))
    #expect(fault("gärtn7xwkuj", role: .department) == .tooShort(least: 12))
    #expect(fault("gärtn7xwkujp", role: .clerk) == nil)
    let long = String(Rig.password.prefix(10)) + String(repeating: "ürsqt", count: 30)
    #expect(fault(long) == .tooLong(most: 128))
    #expect(fault(String(repeating: "长", count: 2_000)) == .tooLong(most: 128))
  }

  @Test func `length is counted in characters after NFKC, and Chinese is welcome`() {
    #expect(fault("蓝色的雨伞在窗边") == nil)
    #expect(fault("蓝色的雨伞在窗") == .tooShort(least: 8))
    #expect(fault("e\u{301}e\u{301}e\u{301}e\u{301}") == .tooShort(least: 8))
    #expect(fault("violet\u{7}umbrella") == .character)
  }

  @Test(arguments: [
    "my lin-qiu secret", "LIN-QIU+garden", "linqiu garden 4", "x13912345678x", "say 345678 aloud",
    "kite 19881203 hum", "110101198812031234", "moon 031234 hum",
  ])
  func `what names the person is refused`(password: String) {
    let personal = ["139 1234 5678", "110101198812031234"]
    #expect(fault(password, personal: personal) == .personal)
  }

  @Test(arguments: ["violet Anju kettle", "我在安居种的紫罗兰", "X i o n g a n kettle", "雄安的紫罗兰花开了"])
  func `what names the service is refused`(password: String) {
    #expect(fault(password) == .service)
  }

  @Test(arguments: [
    "aaaaaaaa", "abababab", "xyzxyzxyzx", "12345678", "87654321", "abcdefgh", "hgfedcba",
    "qwertyui",
    "1qaz2wsx", "zaq12wsx", "qazwsxedc", "poiuytrew", "!@#$%^&*", "abcd1234", "asdfghjkl;'",
    "ABCDEFGH", "abcdefg!", "一一一一一一一一", "4rfv5tgb", "aabbccaabbcc",
  ])
  func `repetitions, sequences and walks over the keyboard are refused`(password: String) {
    #expect(fault(password) == .pattern)
  }

  @Test(arguments: [
    "password1", "P@ssw0rd!", "iloveyou", "woaini1314", "woaini520", "wangwei123", "zhangli1988",
    "liming888", "19881203", "dragon2024", "sunshine!!", "letmein99", "Admin2024!", "admin@2025",
    "13912345678", "mima123456", "beijing2008", "zhangwei19880101", "我爱你1314520", "superman12",
    "monkeydragon1", "qq123456", "test1234", "ILoveYou2", "changeme1",
  ])
  func `what is tried first is refused`(password: String) {
    let fault = fault(password)
    #expect(fault == .common || fault == .pattern)
  }

  @Test func `what a generator of common passwords makes is refused, all of it`() {
    let words = CommonWords.all.sorted()
    let names = PinyinNames.surnames.sorted()
    let tails = ["123", "1234", "123456", "520", "1314", "888", "2024", "1990", "!", "@123", "01"]
    var made: Set<String> = []
    for tail in tails {
      for word in words + names { made.insert(word + tail) }
      for name in names.prefix(40) { made.insert(name + "wei" + tail) }
    }
    for year in 1950...2030 { made.insert("\(year)0101") }
    let long = made.filter { $0.unicodeScalars.count >= 8 }
    #expect(long.count > 4_000)
    let passed = long.filter { !PasswordPattern.isPattern($0) && !CommonPasswords.contains($0) }
    #expect(passed.isEmpty)
  }

  @Test func `random passwords and passphrases are let through`() {
    var random = SplitMix64(seed: 7)
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.")
    let refused = (0..<300).filter { _ in
      fault(
        String((0..<12).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
      )
        != nil
    }
    #expect(refused.isEmpty)
    for phrase in [
      "correct horse battery staple", Rig.password, "three green boats sail north", "秋天的第一杯茶很烫",
      "kettle-drum-orbit-7", "wo xihuan zai yushui li sanbu",
    ] { #expect(fault(phrase) == nil, "\(phrase)") }
  }

  @Test func `the popular words of another project are refused where its list is installed`() throws
  {
    let path = "/usr/share/john/password.lst"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    let words = text.split(separator: "\n").filter { $0.count >= 8 && !$0.hasPrefix("#") }
    let refused = words.filter { fault(String($0)) != nil }
    #expect(Double(refused.count) > 0.5 * Double(words.count))
  }

  @Test func `every fault is said in both languages`() {
    let faults: [PasswordFault] = [
      .tooShort(least: 8), .tooLong(most: 128), .character, .personal, .service, .pattern, .common,
      .breached,
    ]
    for fault in faults {
      #expect(!fault.text.english.isEmpty && !fault.text.chinese.isEmpty)
    }
  }
}
