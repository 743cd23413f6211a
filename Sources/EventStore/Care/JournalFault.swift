package import ExpressionLanguage

/// Something that is not as it was written.
package struct JournalFault: Hashable, Sendable {
  /// Where in the journal.
  package enum Place: Hashable, Sendable {
    /// The file as a whole.
    case file
    /// One event; stream and version as they stand there now.
    case event(position: Int64, stream: String, version: Int64)
    /// One subject's key, by the number of its row.
    case subject(number: Int64)
    /// The note of where the journal ends.
    case head
  }

  /// What is wrong.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// SQLite finds the file's own structure damaged.
    case structure
    /// Positions are not one after another.
    case positionGap = "position-gap"
    /// The versions of a stream are not one after another.
    case versionGap = "version-gap"
    /// The time goes back.
    case timeGoesBack = "time-goes-back"
    /// The hash does not follow from the event and the hash before it.
    case hash
    /// The payload is not the one that was committed to.
    case payload
    /// A subject has no key and no destruction.
    case missingSubject = "missing-subject"
    /// A destroyed subject's payload is still there, or one is gone without a destruction.
    case destruction
    /// A wrapped key does not open.
    case subjectKey = "subject-key"
    /// The note of the end is not where the journal ends: events are missing, or were added.
    case headMoved = "head-moved"
    /// The note of the end was not written by a holder of the keys.
    case headSeal = "head-seal"
    /// A row does not hold what its columns may hold.
    case malformed
  }

  /// Where.
  package var place: Place
  /// What.
  package var kind: Kind
  /// What SQLite says, for `structure`.
  package var detail: String

  init(_ kind: Kind, at place: Place, detail: String = "") {
    self.kind = kind
    self.place = place
    self.detail = detail
  }
}

extension JournalFault {
  /// One line: the place, what is wrong, and what it means.
  package var text: Bilingual {
    Bilingual(
      "\(placeText.english): \(meaning.english)" + (detail.isEmpty ? "" : ": \(detail)"),
      "\(placeText.chinese)：\(meaning.chinese)" + (detail.isEmpty ? "" : "：\(detail)")
    )
  }

  private var placeText: Bilingual {
    switch place {
    case .file:
      Bilingual("the file", "文件")
    case .event(let position, let stream, let version):
      Bilingual(
        "event \(position) (\(stream), version \(version))",
        "第\(position)号事件（\(stream)，第\(version)版）"
      )
    case .subject(let number):
      Bilingual("the key of subject number \(number)", "第\(number)号主体的密钥")
    case .head:
      Bilingual("the note of the journal's end", "日志末端记录")
    }
  }

  private var meaning: Bilingual {
    switch kind {
    case .structure:
      Bilingual("SQLite finds it damaged; restore a backup", "SQLite 发现损坏；请恢复备份")
    case .positionGap:
      Bilingual(
        "it does not follow the one before it; events are missing or were put in",
        "与前一事件不相接；有事件缺失或被插入"
      )
    case .versionGap:
      Bilingual(
        "it does not follow the one before it in its stream; its stream or version was changed",
        "在其流中与前一事件不相接；流名或版本被改动"
      )
    case .timeGoesBack:
      Bilingual("it was recorded before the one ahead of it", "记录时间早于前一事件")
    case .hash:
      Bilingual(
        "its hash does not follow; the event, its commitment or its hash was changed",
        "哈希不符；事件、承诺值或哈希被改动"
      )
    case .payload:
      Bilingual("what it says is not what was written", "内容与写入时不符")
    case .missingSubject:
      Bilingual(
        "its subject has no key and was not destroyed; nobody can read what it says",
        "其主体既无密钥也无销毁记录；内容无法读取"
      )
    case .destruction:
      Bilingual(
        "the destruction of its subject is not whole, or its payload was taken away without one",
        "其主体的销毁不完整，或内容未经销毁程序即被移除"
      )
    case .subjectKey:
      Bilingual(
        "it does not open with the master key; what was said about the subject is lost",
        "无法用主密钥打开；该主体的内容已无法读取"
      )
    case .headMoved:
      Bilingual(
        "the journal ends elsewhere; events were cut off or added",
        "与日志实际末端不符；有事件被截去或添加"
      )
    case .headSeal:
      Bilingual(
        "no holder of the master key wrote it; the journal was rewritten",
        "并非由主密钥持有者写入；日志被改写"
      )
    case .malformed:
      Bilingual("a column holds what it cannot hold", "某列的内容不合规定")
    }
  }
}
