package import ExpressionLanguage

extension PasswordFault {
  /// What is wrong with the password, and what to do.
  package var text: Bilingual {
    switch self {
    case .tooShort(let least):
      Bilingual(
        "the password is too short; use at least \(least) characters, such as a few words",
        "密码太短；请至少使用\(least)个字符，例如几个词"
      )
    case .tooLong(let most):
      Bilingual(
        "the password is too long; use at most \(most) characters",
        "密码太长；最多使用\(most)个字符"
      )
    case .character:
      Bilingual(
        "the password has a control character; type it again",
        "密码含有控制字符；请重新输入"
      )
    case .personal:
      Bilingual(
        "your sign-in name, phone or identity number is in the password; leave it out",
        "密码中含有您的登录名、手机号或身份证号；请去掉"
      )
    case .service:
      Bilingual(
        "the name of this service or its city is in the password; leave it out",
        "密码中含有本系统或本市的名称；请去掉"
      )
    case .pattern:
      Bilingual(
        "the password only repeats, counts or walks over the keyboard; use words that do not belong together",
        "密码只是重复、连号或键盘上相邻的键；请用几个互不相关的词"
      )
    case .common:
      Bilingual(
        "the password is one of those that are tried first; use words that do not belong together",
        "该密码属于最先被猜到的密码；请用几个互不相关的词"
      )
    case .breached:
      Bilingual(
        "the password has leaked from another service; choose one that you use nowhere else",
        "该密码已在其他网站泄露；请换一个从未在别处使用的密码"
      )
    }
  }
}

extension SignInName.Fault {
  /// What is wrong with the name, and what to do.
  package var text: Bilingual {
    switch self {
    case .length:
      Bilingual("use 3 to 64 characters for the sign-in name", "登录名请用3至64个字符")
    case .character:
      Bilingual(
        "use letters, figures and signs without spaces for the sign-in name",
        "登录名只能使用文字、数字和符号，不能有空格"
      )
    case .identityNumber:
      Bilingual(
        "do not use an identity number as the sign-in name; use a mobile number or another name",
        "请勿用身份证号作登录名；请用手机号或其他名称"
      )
    }
  }
}
