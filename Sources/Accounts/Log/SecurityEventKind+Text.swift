package import ExpressionLanguage

extension SecurityEventKind {
  /// What happened, for the account's owner and for auditors.
  package var text: Bilingual {
    switch self {
    case .signedIn: Bilingual("signed in", "登录")
    case .wrongPassword: Bilingual("wrong password", "密码错误")
    case .wrongCode: Bilingual("wrong code", "验证码错误")
    case .locked: Bilingual("sign-in paused after wrong tries", "多次错误，暂停登录")
    case .addressLocked: Bilingual("address paused after wrong tries", "多次错误，暂停该网络地址")
    case .refusedBlocked: Bilingual("sign-in to a shut account refused", "账号已停用，拒绝登录")
    case .signedOut: Bilingual("signed out", "退出")
    case .sessionsEnded: Bilingual("sessions ended", "结束会话")
    case .created: Bilingual("account made", "创建账号")
    case .passwordChanged: Bilingual("password changed", "更改密码")
    case .resetOffered: Bilingual("new password offered", "发出密码重设凭证")
    case .secondFactorPassed: Bilingual("authenticator's code accepted", "验证器验证通过")
    case .secondFactorAdded: Bilingual("authenticator set up", "设置验证器")
    case .secondFactorRemoved: Bilingual("authenticator taken away", "移除验证器")
    case .recoveryCodeUsed: Bilingual("recovery code used", "使用恢复码")
    case .recoveryCodesMade: Bilingual("recovery codes made", "生成恢复码")
    case .identityBound: Bilingual("outside identity bound", "绑定外部身份")
    case .identityUnbound: Bilingual("outside identity unbound", "解绑外部身份")
    case .codeMade: Bilingual("activation code made", "生成激活码")
    case .residentBound: Bilingual("bound to a person's file", "绑定居民档案")
    case .residentUnbound: Bilingual("taken off a person's file", "解绑居民档案")
    case .blocked: Bilingual("account shut", "停用账号")
    case .unblocked: Bilingual("account opened again", "启用账号")
    case .roleChanged: Bilingual("role changed", "更改角色")
    case .forgotten: Bilingual("account destroyed", "销毁账号")
    case .clientMade: Bilingual("client made", "创建客户端")
    case .clientKeysChanged: Bilingual("client's keys changed", "更改客户端密钥")
    case .clientServicesChanged: Bilingual("client's services changed", "更改客户端服务范围")
    case .clientBlocked: Bilingual("client shut", "停用客户端")
    case .clientUnblocked: Bilingual("client opened again", "启用客户端")
    case .clientToken: Bilingual("client got a token", "客户端取得令牌")
    case .assertionReplayed: Bilingual("client's assertion came twice", "客户端断言被重放")
    case .assertionUnreadable: Bilingual("client's assertion unreadable", "客户端断言无法读取")
    case .assertionOfNobody: Bilingual("assertion of an unknown client", "未知客户端的断言")
    case .assertionOfShutClient: Bilingual("assertion of a shut client", "已停用客户端的断言")
    case .assertionKey:
      Bilingual("client's assertion under an unknown key", "客户端断言的密钥未知或已过期")
    case .assertionSignature: Bilingual("client's assertion wrongly signed", "客户端断言签名不符")
    case .assertionAudience: Bilingual("client's assertion for another", "客户端断言的受众不符")
    case .assertionTimes: Bilingual("client's assertion out of time", "客户端断言的时间不符")
    case .assertionsUnnoted:
      Bilingual("more wrong assertions, not noted this hour", "错误断言过多，本小时内不再逐条记录")
    }
  }
}
