package import ExpressionLanguage

extension AccountFault {
  /// What is refused and what to do; names nobody.
  package var text: Bilingual {
    switch self {
    case .name(let fault): fault.text
    case .password(let fault): fault.text
    case .client(let fault): fault.text
    case .nameTaken:
      Bilingual(
        "this sign-in name is taken; choose another, or sign in if it is yours",
        "该登录名已被使用；请另选一个，若是您本人的请直接登录"
      )
    case .wrongPassword:
      Bilingual("the password is wrong; type it again", "密码不正确；请重新输入")
    case .unknownAccount:
      Bilingual("there is no such account; look for it again", "没有此账号；请重新查找")
    case .blocked:
      Bilingual("the account is shut; ask the office", "账号已停用；请向管理机构查询")
    case .wait:
      Bilingual(
        "there were too many wrong tries; wait a while and try again",
        "错误次数过多；请稍后再试"
      )
    case .busy:
      Bilingual(
        "very many people are signing in; try again in a moment",
        "当前登录人数很多；请稍候再试"
      )
    case .role:
      Bilingual(
        "the role or its office does not fit; choose a role for people, with an office unless it is a resident's",
        "角色或所属机构不符；请选择供人员使用的角色，除居民外须填写所属机构"
      )
    case .sessionEnded:
      Bilingual("the session has ended; sign in again", "会话已结束；请重新登录")
    case .notSignedIn:
      Bilingual("this needs a whole sign-in; finish signing in", "此操作须先完成登录；请完成登录")
    case .mustReauthenticate:
      Bilingual(
        "this needs your password once more; give it and go on",
        "此操作须再次验证密码；请输入密码后继续"
      )
    case .wrongCode:
      Bilingual(
        "the code is wrong or was used; wait for the next one and type that",
        "验证码不正确或已使用；请等待下一个验证码再输入"
      )
    case .secondFactor:
      Bilingual(
        "no authenticator is there for this; set one up first",
        "没有可用的验证器；请先设置"
      )
    case .secondFactorNeeded:
      Bilingual(
        "your role may not be without an authenticator; set up another in its place",
        "您的角色必须使用验证器；可改设新的验证器"
      )
    case .draftChanged:
      Bilingual(
        "the draft was saved elsewhere meanwhile; look at that version first",
        "草稿已在别处保存；请先查看新的版本"
      )
    case .draftTooLarge:
      Bilingual(
        "the draft is too large, or there are too many; hand some in or delete them",
        "草稿过大或过多；请提交或删除部分草稿"
      )
    case .codeInvalid:
      Bilingual(
        "the code is wrong, used or too old; check it, or ask for a new one",
        "代码不正确、已使用或已过期；请核对，或申请新的代码"
      )
    case .residentBound:
      Bilingual(
        "the file or the account is bound already; sign in with the other account, or ask the office",
        "该档案或账号已绑定；请用已绑定的账号登录，或向管理机构查询"
      )
    case .lastWayIn:
      Bilingual(
        "nobody could get into the account any more; set a password first",
        "解绑后将无法登录；请先设置密码"
      )
    case .identityBound:
      Bilingual(
        "this identity is bound to another account; sign in with it",
        "该身份已绑定其他账号；请用该身份登录"
      )
    }
  }
}

extension ClientFault {
  /// What is refused and what to do.
  package var text: Bilingual {
    switch self {
    case .unknown: Bilingual("there is no such client; check its id", "没有此客户端；请核对其标识")
    case .exists: Bilingual("the client's id is taken; choose another", "客户端标识已被使用；请另选")
    case .blocked: Bilingual("the client is shut; ask the office", "客户端已停用；请向管理机构查询")
    case .id:
      Bilingual(
        "use 3 to 40 of a to z, 0 to 9 and hyphens for a client's id",
        "客户端标识请用3至40个小写字母、数字或连字符"
      )
    case .key:
      Bilingual(
        "this is no public key of P-256 with a name; give the public half as PEM, a JSON web key or X9.63",
        "不是带名称的 P-256 公钥；请提供 PEM、JWK 或 X9.63 格式的公钥"
      )
    case .privateKey:
      Bilingual(
        "this is a private key, which never leaves the agency: let it make another pair and give the public half",
        "这是私钥，不应离开用证单位；请其重新生成密钥对，只提供公钥"
      )
    case .keyExists:
      Bilingual("a key of that name is there; choose another name", "已有同名密钥；请另取名称")
    case .scope:
      Bilingual(
        "the client may not ask about this service; ask for one of its own",
        "客户端无权查询该服务；请只申请已获准的服务"
      )
    }
  }
}
