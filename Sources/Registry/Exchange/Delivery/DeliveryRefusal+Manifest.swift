import ExpressionLanguage

extension DeliveryRefusal {
  static let unreadableManifest = DeliveryRefusal(
    "unreadable-manifest",
    "the manifest is neither JSON nor lines of “key: value”",
    "清单既非 JSON，也非“键: 值”各行"
  )

  static func manifestKey(_ line: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "manifest-key",
      "entry \(line) of the manifest is unknown or stands twice",
      "清单第 \(line) 项的名称不认识或重复"
    )
  }

  static func manifestLacks(_ key: Bilingual) -> DeliveryRefusal {
    DeliveryRefusal(
      "manifest-lacks",
      "the manifest does not say \(key.english)",
      "清单没有写明“\(key.chinese)”"
    )
  }

  static func manifestValue(_ key: Bilingual, _ english: String, _ chinese: String)
    -> DeliveryRefusal
  {
    DeliveryRefusal(
      "manifest-value",
      "the manifest's \(key.english) must be \(english)",
      "清单的“\(key.chinese)”须为\(chinese)"
    )
  }

  static let madeInTheFuture = DeliveryRefusal(
    "made-in-the-future",
    "the manifest says that the file was made after today",
    "清单所写制作日期晚于今天"
  )

  static let otherHash = DeliveryRefusal(
    "other-hash",
    "the file is not the one that the manifest describes: the SHA-256 differs",
    "文件与清单不符：SHA-256 不一致"
  )

  static let otherSize = DeliveryRefusal(
    "other-size",
    "the file is not the one that the manifest describes: the size differs",
    "文件与清单不符：字节数不一致"
  )

  static func otherCount(_ count: Int, said: Int) -> DeliveryRefusal {
    DeliveryRefusal(
      "other-count",
      "the manifest says \(said) rows, and the file has \(count)",
      "清单写明 \(said) 行，文件有 \(count) 行"
    )
  }

  static let notItsFact = DeliveryRefusal(
    "not-its-fact",
    "the dictionary does not name this department as the one that verifies this",
    "数据字典没有把该事项交由这个部门核验"
  )

  static let numberTaken = DeliveryRefusal(
    "number-taken",
    "another file came under this delivery number; give this one a number of its own",
    "这一批号已用于另一文件；请另编批号"
  )
}
