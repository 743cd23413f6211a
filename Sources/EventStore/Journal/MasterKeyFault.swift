package import ExpressionLanguage

/// Why a master key is refused; never anything of the key itself.
package enum MasterKeyFault: Hashable, Sendable {
  /// The variable of that name is not set, and no file was named.
  case missing(variable: String)
  /// The file cannot be opened; `code` is the system's number of the error.
  case unopened(path: String, code: Int32)
  /// It is a folder, a link to nowhere or the like.
  case noPlainFile(path: String)
  /// Others than its owner may use the file.
  case exposed(path: String)
  /// The file holds nothing.
  case empty(path: String)
  /// It does not have 32 bytes.
  case length(Int)
  /// It is one byte over and over.
  case repeated
  /// It is neither 64 hexadecimal digits nor Base64.
  case encoding
  /// It is the key of demonstrations, which everyone knows.
  case known
  /// Keys from a seed are for demonstrations only.
  case seeded
  /// A demonstration was opened as a real store.
  case demoAsReal
  /// A real store was opened as a demonstration.
  case realAsDemo
  /// It is not the key that the store was last given.
  case other
  /// It is the key that the store has already.
  case same

  /// The reason in words.
  package var text: Bilingual {
    switch self {
    case .missing(let variable):
      Bilingual(
        "\(variable) is not set and no key file was named",
        "未设置 \(variable)，也未指定密钥文件"
      )
    case .unopened(let path, let code):
      Bilingual("\(path) cannot be opened (errno \(code))", "无法打开 \(path)（errno \(code)）")
    case .noPlainFile(let path): Bilingual("\(path) is no plain file", "\(path) 不是普通文件")
    case .exposed(let path):
      Bilingual(
        "others than its owner may use \(path); chmod 600 it first",
        "\(path) 可被所有者以外的人使用；请先执行 chmod 600"
      )
    case .empty(let path): Bilingual("\(path) is empty", "\(path) 为空")
    case .length(let count): Bilingual("it has \(count) bytes and not 32", "长度为\(count)字节，应为32字节")
    case .repeated: Bilingual("it is one byte over and over", "由同一字节重复而成")
    case .encoding:
      Bilingual(
        "it is neither 64 hexadecimal digits nor Base64 of 32 bytes",
        "既不是64位十六进制数字，也不是32字节的 Base64"
      )
    case .known:
      Bilingual(
        "it is the key of demonstrations, which everyone knows",
        "这是演示用的密钥，人人皆知"
      )
    case .seeded:
      Bilingual("keys from a seed are for demonstrations only", "由种子生成的密钥只用于演示")
    case .demoAsReal:
      Bilingual(
        "the store is a demonstration and opens only as one",
        "该库是演示库，只能作为演示打开"
      )
    case .realAsDemo:
      Bilingual(
        "the store is a real one and does not open as a demonstration",
        "该库是正式库，不能作为演示打开"
      )
    case .other:
      Bilingual("it is not the key that the store was last given", "不是该库最近一次设定的密钥")
    case .same: Bilingual("it is the key that the store has already", "就是该库现有的密钥")
    }
  }
}
