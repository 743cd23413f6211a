import ArgumentParser
import Casework
import EventStore
import ExpressionLanguage
import Policy
import Registry

/// What goes wrong in an office's commands, told to the person, with the code that scripts read.
enum OfficeFailures {
  /// Another process writes; it can be tried again.
  static let busy = ExitCode(75)

  /// Does something; what it throws is told on standard error.
  static func telling<Answer>(
    _ language: Language,
    _ work: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await work()
    } catch let rejection as Rejection {
      Console.complain(text(rejection, language))
      throw ExitCode.failure
    } catch let error as StoreError {
      Console.complain("anju: \(error.text[language])\n")
      throw code(error)
    } catch let fault as OfficeFault {
      Console.complain("anju: \(fault.text[language])\n")
      throw fault.code
    } catch let error as BadInput {
      Console.complain("anju: \(error.text[language])\n")
      throw ExitCode.badData
    } catch let error as UnreadableEvent {
      Console.complain("anju: \(error.text[language])\n")
      throw ExitCode.badData
    }
  }

  /// A file that stays as it is.
  static func exists(_ path: String) -> OfficeFault {
    OfficeFault(
      .cannotWrite,
      "\(path) is there already and stays; name another with --store",
      "\(path) 已存在，保留原样；请用 --store 另取文件名"
    )
  }

  /// A master key that stays as it is.
  static func keyExists(_ path: String) -> OfficeFault {
    OfficeFault(
      .cannotWrite,
      "\(path) is there already and stays; use it without --make-key, or name another file",
      "\(path) 已存在，保留原样；请去掉 --make-key 使用该密钥，或另取文件名"
    )
  }

  /// Why a command was refused, by which article, and what can be done instead.
  static func text(_ rejection: Rejection, _ language: Language) -> String {
    let isChinese = language == .chinese
    var lines = [(isChinese ? "未予办理：" : "refused: ") + rejection.reason[language]]
    for citation in rejection.citations {
      let standing =
        citation.standing == .enacted
        ? "" : " · " + (isChinese ? citation.standing.chinese : citation.standing.word)
      lines.append(
        "  " + (isChinese ? "依据：" : "by: ") + citation.article[language]
          + " (\(citation.measure))" + standing
      )
    }
    lines.append("  " + (isChinese ? "可以：" : "instead: ") + rejection.remedy[language])
    lines.append("  [\(rejection.id)]")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func code(_ error: StoreError) -> ExitCode {
    switch error {
    case .busy: busy
    case .full, .readOnly, .device, .exists: .cannotWrite
    default: .badData
    }
  }
}
