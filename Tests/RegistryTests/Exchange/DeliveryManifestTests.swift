import ExpressionLanguage
import Testing

@testable import Registry

@Suite struct DeliveryManifestTests {
  private let hash = String(repeating: "aB", count: 32)

  private func refusal(_ text: String) -> String? {
    do { _ = try DeliveryManifest(reading: Array(text.utf8)) } catch { return error.id }
    return nil
  }

  @Test func `a manifest is lines or JSON in either language`() throws {
    let lines = "部门：公共服务局\n批号: D1\n制作日期: 2026/11/1\n行数：１２\nSHA256: \(hash)\n编码: GBK\n事项: 学历学位\n"
    let json = """
      {"department": "公共服务局", "delivery": "D1", "made on": "2026-11-01", "rows": 12,
       "sha256": "\(hash)", "encoding": "gb18030", "about": "学历学位"}
      """
    let one = try DeliveryManifest(reading: Array(lines.utf8))
    let other = try DeliveryManifest(reading: Array(json.utf8))
    #expect(one == other)
    #expect(one.rows == 12 && one.hash == hash.lowercased() && one.encoding == .gb18030)
  }

  @Test func `a manifest that says too little or too much is refused`() {
    let good = "department: a\ndelivery: D1\nmade on: 2026-11-01\nrows: 1\nsha256: \(hash)\n"
    #expect(refusal(good) == nil)
    #expect(refusal("") == "unreadable-manifest")
    #expect(refusal("{\"department\": ") == "unreadable-manifest")
    #expect(refusal("nonsense") == "unreadable-manifest")
    #expect(refusal(good + "rows: 2\n") == "manifest-key")
    #expect(refusal(good + "colour: red\n") == "manifest-key")
    #expect(refusal(good.replacing("rows: 1\n", with: "")) == "manifest-lacks")
    #expect(refusal(good.replacing("rows: 1\n", with: "rows: -1\n")) == "manifest-value")
    #expect(refusal(good.replacing("rows: 1\n", with: "rows: many\n")) == "manifest-value")
    #expect(refusal(good.replacing("D1", with: "../../x")) == "manifest-value")
    #expect(refusal(good.replacing("2026-11-01", with: "2026-13-01")) == "manifest-value")
    #expect(refusal(good.replacing(hash, with: "ab")) == "manifest-value")
  }

  private func layout(_ header: [String], about: String? = nil) -> String {
    do { return try Layout.read(header, about: about, model: Exchange.model).subject.key } catch {
      return error.id
    }
  }

  @Test func `a header tells what the file is about`() {
    #expect(layout(["身份证号", "学历学位"]) == "education")
    #expect(layout(["identity number", "Education", "as of", "reference", "name"]) == "education")
    #expect(layout(["公民身份号码", "起", "止", "参保地"]) == "social insurance")
    #expect(layout(["公民身份号码", "from", "to", "住所类型", "备注"]) == "homes")
    #expect(layout(["公民身份号码", "有犯罪记录", "起", "止"]) == "criminal record")
    #expect(layout(["身份证号", "级别"], about: "表彰") == "honours")
  }

  @Test func `a header that does not tell is refused`() {
    #expect(layout(["身份证号"]) == "subject-not-clear")
    #expect(layout(["身份证号", "学历学位", "职称或技能等级"]) == "subject-not-clear")
    #expect(layout(["身份证号", "学历学位", "体重"]) == "unknown-column")
    #expect(layout(["学历学位", "姓名"]) == "missing-column")
    #expect(layout(["身份证号", "identity number", "学历学位"]) == "same-column")
    #expect(layout(["身份证号", "备注", "备注", "学历学位"]) == "same-column")
    #expect(layout(["身份证号", "起", "参保地"], about: "社会保险缴费") == "missing-column")
    #expect(layout(["身份证号", "x"], about: "nothing") == "unknown-subject")
  }
}
