package import ExpressionLanguage

/// Why a text is no permit, or no status list, that can be believed.
package enum PermitFault: Error, Hashable, Sendable {
  /// It is longer than any that is issued.
  case long
  /// It is not three parts of unpadded Base64url.
  case form
  /// Its header is not exactly `ES256`, the key's name and, for a list, its type.
  case header
  /// No public key at hand has this name.
  case key(String)
  /// The signature is not that key's.
  case signature
  /// What is signed does not read as what it should be.
  case content
  /// Another issuer vouches for it, or the one named is not the one asked for.
  case issuer(String)
  /// It is from a day, or an instant, that has not come.
  case early
  /// What was to be signed is not sound.
  case unsound

  /// The reason in words.
  package var text: Bilingual {
    switch self {
    case .long: Bilingual("it is longer than any permit's code", "长度超过任何居住证验证码")
    case .form:
      Bilingual(
        "it is not the text of a permit's code; read the whole code again",
        "不是居住证验证码的内容；请重新完整读取"
      )
    case .header:
      Bilingual(
        "its header is not that of a permit: signed by ES256, the key's name, nothing else",
        "头部不符合居住证验证码的要求：只能写明 ES256 签名和密钥名称"
      )
    case .key(let name):
      Bilingual(
        "the key \(name) that it names is not known; fetch the public keys anew",
        "其所称密钥 \(name) 不在已知公钥之内；请重新获取公钥"
      )
    case .signature:
      Bilingual(
        "its signature is not genuine: it was altered, or forged",
        "签名不符：内容被改动，或者系伪造"
      )
    case .content:
      Bilingual(
        "what is signed is not what it should be",
        "签名之内的内容不合规定"
      )
    case .issuer(let name):
      Bilingual("its issuer is \(name), which is not the one asked for", "签发方为 \(name)，并非所查的签发方")
    case .early:
      Bilingual(
        "it is dated in the future; check this machine's clock",
        "其日期尚未到来；请核对本机时钟"
      )
    case .unsound:
      Bilingual(
        "the issuer, the serial number or the days are not such as a permit can have",
        "签发方、证件编号或者日期不符合居住证的要求"
      )
    }
  }

  /// A word for programs, which never changes.
  package var code: String {
    switch self {
    case .long: "too-long"
    case .form: "malformed"
    case .header: "wrong-header"
    case .key: "unknown-key"
    case .signature: "wrong-signature"
    case .content: "wrong-content"
    case .issuer: "other-issuer"
    case .early: "from-the-future"
    case .unsound: "unsound"
    }
  }
}
