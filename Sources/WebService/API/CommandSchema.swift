import Casework

/// The schema of every command, as `CommandBody` reads it.
enum CommandSchema {
  /// The body of the one operation that carries out commands.
  static let schema: APIValue = .object([
    ("type", "object"),
    (
      "oneOf",
      .list([
        area("person", person), area("fact", fact), area("application", application),
        area("permit", permit),
      ])
    ),
  ])

  private static func area(_ name: String, _ commands: [APIValue]) -> APIValue {
    .object([
      ("type", "object"),
      (
        "properties",
        .object([
          ("on", ["const": .text(name)]),
          ("do", .object([("oneOf", .list(commands))])),
          ("purpose", APISchema.purpose),
        ])
      ),
      ("required", .list(["on", "do", "purpose"])),
      ("additionalProperties", false),
    ])
  }

  /// One command: an object with its name and what it is given.
  private static func command(
    _ name: String,
    _ fields: KeyValuePairs<String, APIValue> = [:]
  ) -> APIValue {
    .object([
      ("type", "object"),
      ("properties", .object([(name, APISchema.object(fields))])),
      ("required", .list([.text(name)])),
      ("additionalProperties", false),
    ])
  }

  private static func choice<Choice: CaseIterable & RawRepresentable>(
    _ type: Choice.Type
  ) -> APIValue where Choice.RawValue == String {
    APISchema.choice(type.allCases.map(\.rawValue))
  }

  private static let reason = APISchema.string
  private static let serial = APISchema.string
  private static let number: APIValue = ["type": "integer", "minimum": 1]
  private static let papers = APISchema.list(APISchema.string)
  private static let identity = APISchema.object([
    "name": APISchema.string, "number": APISchema.string, "registeredAddress": APISchema.string,
    "householdPlace": APISchema.string, "ethnicity?": APISchema.string,
  ])
  private static let statement = APISchema.object([
    "fact": APISchema.string, "content": APISchema.anything, "source": APISchema.string,
    "asOf": APISchema.day, "from?": APISchema.day, "until?": APISchema.day,
    "reference": APISchema.string,
  ])

  private static let person: [APIValue] = [
    command("correctIdentity", ["identity": identity, "reason": reason]),
    command("changePhone", ["phone?": APISchema.string]),
    command(
      "registerResidence",
      [
        "residence": APISchema.object([
          "address": APISchema.string, "district": APISchema.string, "place": APISchema.string,
          "from": APISchema.day, "proof": APISchema.string,
        ])
      ]
    ),
    command("endResidence", ["residence": number, "last": APISchema.day]),
    command(
      "changeEmployer",
      [
        "employer?": APISchema.object([
          "code": [
            "type": "string", "description": "a unified social credit code (GB 32100)",
          ],
          "name": APISchema.string,
        ]),
        "from": APISchema.day,
      ]
    ),
    command(
      "linkRelative",
      ["relative": APISchema.resident, "relation": choice(FamilyRelation.self)]
    ),
    command("unlinkRelative", ["relative": APISchema.resident, "reason": reason]),
    command(
      "appointGuardian",
      ["guardian": APISchema.resident, "ground": choice(GuardianGround.self)]
    ),
    command("endGuardian", ["guardian": APISchema.resident, "reason": reason]),
    command("protect", ["reason": reason]),
    command("unprotect", ["reason": reason]),
    command("merge", ["duplicate": APISchema.resident]),
  ]

  private static let fact: [APIValue] = [
    command("state", ["statement": statement]),
    command("withdraw", ["fact": number, "reason": reason]),
    command("dispute", ["fact": number, "why": reason]),
    command(
      "answerDispute",
      ["fact": number, "isUpheld": APISchema.truth, "reason": reason, "replacement?": statement]
    ),
  ]

  private static let application: [APIValue] = [
    command(
      "submit",
      ["basis": choice(Basis.self), "medium": choice(Medium.self), "papers": papers]
    ),
    command("giveNotice", ["number": number]),
    command("supplement", ["number": number, "papers": papers]),
    command("accept", ["number": number]),
    command("decline", ["number": number, "reason": reason, "rightOffice": APISchema.string]),
    command("withdraw", ["number": number]),
    command(
      "askDepartment",
      ["number": number, "department": APISchema.string, "facts": APISchema.list(APISchema.string)]
    ),
    command("answerCheck", ["number": number, "department": APISchema.string]),
    command(
      "confirmRelocation",
      ["number": number, "isConfirmed": APISchema.truth, "unit": APISchema.string]
    ),
    command("extendTerm", ["number": number, "reason": reason]),
    command("approve", ["number": number]),
    command("refuse", ["number": number]),
  ]

  private static let permit: [APIValue] = [
    command("issue", ["application": number, "serial": serial]),
    command("endorse"),
    command("refuseEndorsement"),
    command("reportLoss"),
    command("reportDamage"),
    command(
      "replaceCard",
      ["serial": serial, "isOldHandedIn": APISchema.truth, "paidFen": APISchema.integer]
    ),
    command("cancel", ["ground": choice(CancellationGround.self), "from": APISchema.day]),
    command(
      "proposeConfiscation",
      ["ground": choice(ConfiscationGround.self), "evidence": APISchema.string]
    ),
    command("confirmConfiscation"),
    command("dropConfiscation", ["reason": reason]),
    command("restore", ["reason": reason]),
  ]
}
