package import ExpressionLanguage

/// Why keys are refused; never anything of a private key itself.
package enum KeyFault: Error, Hashable, Sendable {
  /// The variable of that name is not set.
  case missing(variable: String)
  /// The file or folder cannot be opened; `code` is the system's number of the error.
  case unopened(path: String, code: Int32)
  /// It is not a plain file, or not a folder where one is needed.
  case kind(path: String)
  /// Others than its owner may read the file, or write to the folder.
  case exposed(path: String)
  /// The file is longer than any key.
  case long(path: String)
  /// The file cannot be written.
  case unwritten(path: String, code: Int32)
  /// There is no key in it.
  case empty(place: String)
  /// It does not say when it was made.
  case undated(place: String)
  /// It is no private key on the curve P-256 in PEM.
  case unreadable(place: String)
  /// Two keys have one name, or one instant.
  case twice(kid: String)
  /// The public keys are not JSON of the right form.
  case publicKeys
  /// A private key stands among the public ones.
  case privateAmongPublic(kid: String)
  /// The key does not have the name that it should have.
  case misnamed(kid: String)
  /// The key that shuffles the status lists is not there, though signing keys may be.
  case shuffleMissing(path: String)
  /// The key that shuffles the status lists is too short.
  case shuffleKey(place: String)

  /// The reason in words, with what to do.
  package var text: Bilingual {
    switch self {
    case .missing(let variable):
      Bilingual(
        "\(variable) is not set and no folder of keys was named",
        "未设置 \(variable)，也未指定密钥文件夹"
      )
    case .unopened(let path, let code):
      Bilingual("\(path) cannot be opened (errno \(code))", "无法打开 \(path)（errno \(code)）")
    case .kind(let path):
      Bilingual(
        "\(path) is not what it should be: keys are plain files in a folder",
        "\(path) 类型不符：密钥应为文件夹中的普通文件"
      )
    case .exposed(let path):
      Bilingual(
        "others than its owner may use \(path); chmod 600 the file, or 700 the folder, and think"
          + " whether the key was seen",
        "\(path) 可被所有者以外的人使用；请将文件设为 600 或者将文件夹设为 700，并查明密钥是否已经泄露"
      )
    case .long(let path):
      Bilingual("\(path) is too long to be a key", "\(path) 过长，不是密钥")
    case .unwritten(let path, let code):
      Bilingual("\(path) cannot be written (errno \(code))", "无法写入 \(path)（errno \(code)）")
    case .empty(let place):
      Bilingual("\(place) holds no key; make one by rotating", "\(place) 中没有密钥；请先轮换以生成密钥")
    case .undated(let place):
      Bilingual(
        "a key in \(place) does not say when it was made; put a line such as"
          + " \"Created: 2026-11-23T05:21:15Z\" above it",
        "\(place) 中有密钥未注明生成时间；请在其上方加一行，例如“Created: 2026-11-23T05:21:15Z”"
      )
    case .unreadable(let place):
      Bilingual(
        "\(place) holds something that is no private key on P-256 in PEM",
        "\(place) 中有内容不是 PEM 格式的 P-256 私钥"
      )
    case .twice(let kid):
      Bilingual(
        "the key \(kid) is there twice, or as old as another; take one away",
        "密钥 \(kid) 重复，或者与另一密钥生成时间相同；请移除其一"
      )
    case .publicKeys:
      Bilingual(
        "the public keys are no JSON Web Key Set with keys on P-256 for ES256",
        "公钥文件不是含有 P-256（ES256）公钥的 JSON Web Key Set"
      )
    case .privateAmongPublic(let kid):
      Bilingual(
        "the key \(kid) among the public keys is a private one: take it away and rotate at once",
        "公钥中的密钥 \(kid) 含有私钥：请立即移除并轮换密钥"
      )
    case .misnamed(let kid):
      Bilingual(
        "the key \(kid) is not the one of that name; fetch the public keys anew",
        "密钥 \(kid) 与其名称不符；请重新获取公钥"
      )
    case .shuffleMissing(let path):
      Bilingual(
        "\(path) is not there: put back the copy of it, since with a new one codes on paper point"
          + " at other cards; only where no permit was ever signed, make 64 hexadecimal digits",
        "没有 \(path)：请恢复其备份，因为换用新密钥会使纸面验证码指向他人证件的状态；从未签发过的，方可新建（64位十六进制数字）"
      )
    case .shuffleKey(let place):
      Bilingual(
        "\(place) does not hold 32 bytes for shuffling, as 64 hexadecimal digits",
        "\(place) 未含32字节的置换密钥（64位十六进制数字）"
      )
    }
  }
}
