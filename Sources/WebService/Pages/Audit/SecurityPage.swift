import Accounts
import Casework
import ExpressionLanguage
import Registry

/// The log of security of all accounts: never a name, an address or a secret.
enum SecurityPage {
  struct Row: Sendable {
    let number: Int64
    let moment: String
    let kind: String
    /// Whose account; not `account`, for which a template would take whoever has signed in.
    let who: String?
    let whoHref: String
    let by: String?
    let address: String?
    let isWarning: Bool

    init(_ event: SecurityEvent, _ visit: Visit) {
      number = event.number
      moment = DeskLabels.moment(event.moment)
      kind = visit.say(SecurityPage.label(event.kind))
      who = event.account
      whoHref = event.account.map { visit.link("/audit/accounts/\(Form.escaped($0))") } ?? ""
      by = event.by
      address = event.address
      isWarning = SecurityPage.warnings.contains(event.kind)
    }
  }

  struct View: Sendable {
    let rows: [Row]
    let isEmpty: Bool
    let next: String?
    let isFirst: Bool
  }

  private static let most = 100

  private static let warnings: Set<SecurityEventKind> = [
    .wrongPassword, .wrongCode, .locked, .addressLocked, .refusedBlocked, .recoveryCodeUsed,
    .assertionReplayed,
  ]

  static let show: Route.Handler = { visit in
    let after = visit.query["after"].flatMap { Int64($0) } ?? 0
    let events = try await visit.service.accounts.securityEvents(after: after, limit: most)
    let next = events.count == most ? events.last?.number : nil
    return try visit.page(
      "audit/security",
      title: Bilingual("Security log", "安全日志"),
      View(
        rows: events.map { Row($0, visit) },
        isEmpty: events.isEmpty,
        next: next.map { visit.link("/audit/security?after=\($0)") },
        isFirst: after == 0
      ),
      back: "/audit"
    )
  }

  static func label(_ kind: SecurityEventKind) -> Bilingual {
    let chinese =
      switch kind {
      case .signedIn: "登录"
      case .wrongPassword: "名称或密码错误"
      case .wrongCode: "验证码错误"
      case .locked: "账户暂时锁定"
      case .addressLocked: "网络地址暂时锁定"
      case .refusedBlocked: "已停用账户尝试登录"
      case .signedOut: "退出"
      case .sessionsEnded: "其他会话被终止"
      case .created: "建立账户"
      case .passwordChanged: "更改密码"
      case .resetOffered: "发出密码设置链接"
      case .secondFactorPassed: "通过二次验证"
      case .secondFactorAdded: "绑定身份验证器"
      case .secondFactorRemoved: "解除身份验证器"
      case .recoveryCodeUsed: "使用恢复码"
      case .recoveryCodesMade: "生成恢复码"
      case .identityBound: "绑定外部身份"
      case .identityUnbound: "解除外部身份"
      case .codeMade: "生成激活码"
      case .residentBound: "账户绑定档案"
      case .residentUnbound: "账户解除绑定档案"
      case .blocked: "停用"
      case .unblocked: "启用"
      case .roleChanged: "变更角色或者机构"
      case .forgotten: "账户已销毁"
      case .clientMade: "建立客户端"
      case .clientKeysChanged: "客户端密钥变更"
      case .clientBlocked: "停用客户端"
      case .clientUnblocked: "启用客户端"
      case .clientToken: "客户端取得令牌"
      case .assertionReplayed: "重复使用客户端凭据"
      }
    return Bilingual(kind.rawValue, chinese)
  }
}
