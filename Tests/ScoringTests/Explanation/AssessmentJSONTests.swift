import ExpressionLanguage
import Foundation
import Policy
import TestSupport
import Testing

@testable import Scoring

struct AssessmentJSONTests {
  typealias Object = [String: Any]

  func object(_ assessment: Assessment, file: String? = nil) throws -> Object {
    let text = AssessmentJSON.text(assessment, file: file)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  @Test func `the keys are those of the guide, in one order`() throws {
    let text = AssessmentJSON.text(Samples.everything, file: "a.yaml")
    let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(
      top == [
        "schema", "file", "name", "jurisdiction", "on", "begun", "policies", "channels", "services",
      ]
    )
    #expect(
      text.hasPrefix(
        """
        {
          "schema": 1,
          "file": "a.yaml",
          "name": "陈志远",
          "jurisdiction": "city",
          "on": "2026-11-23",
          "begun": null,
          "policies": [
            {
              "id": "city/points",
              "version": "2021-01-01",

        """
      )
    )
    #expect(text == AssessmentJSON.text(Samples.everything, file: "a.yaml"))
  }

  @Test func `every key of the output is in the guide`() throws {
    let guide = try String(
      contentsOf: PackageRoot.url.appending(path: "Documentation/Guides/assessment-json.md"),
      encoding: .utf8
    )
    var keys: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? Object {
        keys.formUnion(object.keys)
        object.values.forEach(collect)
      } else if let list = value as? [Any] {
        list.forEach(collect)
      }
    }
    collect(try object(Samples.everything))
    #expect(keys.filter { !guide.contains("`\($0)`") }.sorted() == [])
  }

  @Test func `decimals are texts, and what is not known is null with the names of what is missing`()
    throws
  {
    let known = Samples.channel("a", "甲", total: Samples.line("total", "总积分", -8750))
    let unknown = Samples.channel("b", "乙", total: Samples.line("total", "总积分", nil))
    let plain = Samples.channel("c", "丙")
    let object = try object(Samples.assessment(name: nil, [known, unknown, plain]))
    let channels = try #require(object["channels"] as? [Object])
    #expect(channels.map { $0["total"] as? String } == ["-87.50", nil, nil])
    #expect(channels[1]["total"] is NSNull && object["name"] is NSNull)
    #expect(channels.map { $0["ranked"] as? Bool } == [true, true, false])
    let lines = channels.map { $0["lines"] as? [Object] ?? [] }
    #expect(lines.map(\.count) == [1, 1, 0])
    let missing = try #require(lines[1][0]["missing"] as? [Object])
    #expect(missing.map { $0["id"] as? String } == ["social-insurance"])
  }

  @Test func `statuses, outcomes and answers are the words of the model`() throws {
    let object = try object(Samples.everything)
    let channels = try #require(object["channels"] as? [Object])
    #expect(
      channels.map { $0["outcome"] as? String } == ["open", "undetermined", "closed", "closed"]
    )
    let conditions = try #require(channels[0]["conditions"] as? [Object])
    #expect(conditions.map { $0["status"] as? String } == ["met", "waived", "met", "met"])
    #expect(conditions[0]["joining"] as? String == "any of")
    #expect(conditions[1]["exception"] is Object && conditions[2]["exception"] is NSNull)
    #expect(conditions[2]["discretion"] as? Bool == true)
    #expect(conditions[2]["standing"] as? String == "sample")
    let services = try #require(object["services"] as? [Object])
    #expect(
      services.map { $0["answer"] as? String }
        == ["open", "open", "suspended", "closed", "unknown"]
    )
    let use = try #require((services[0]["uses"] as? [Object])?.first)
    #expect(use["canonical"] as? String == "active" && use["asOf"] as? String == "2026-10-01")
  }

  @Test func `several assessments are an array`() throws {
    let text = AssessmentJSON.text([("a", Samples.everything), ("b", Samples.assessment())])
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Object]
    )
    #expect(list.map { $0["file"] as? String } == ["a", "b"])
    #expect(AssessmentJSON.text([]) == "[]\n")
  }

  @Test(arguments: 0..<30)
  func `any tree is valid JSON`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let channel = Samples.channel(
      "Way",
      "渠道",
      .open,
      [RandomTrees.condition(&random, depth: 5)],
      total: RandomTrees.line(&random, depth: 5)
    )
    _ = try object(Samples.assessment([channel]))
  }
}
