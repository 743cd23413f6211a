package import ExpressionLanguage

extension AccountStoreFault {
  /// What is wrong with the file, and what to do.
  package var text: Bilingual {
    switch self {
    case .key:
      Bilingual("the key of the accounts must have 256 bits", "账号库的密钥须为256位")
    case .wrongKey(let path):
      Bilingual(
        "\(path) was made under another key; give the one it was made with",
        "\(path) 由另一密钥创建；请使用创建时的密钥"
      )
    case .foreign(let path):
      Bilingual(
        "\(path) is no store of accounts; give another path",
        "\(path) 不是账号库；请改用其他路径"
      )
    case .newer(let path):
      Bilingual(
        "\(path) was written by a newer version of the program; use that one",
        "\(path) 由更新版本的程序写入；请使用该版本"
      )
    case .damaged(let path, let why):
      Bilingual(
        "\(path) is damaged (\(why)); put a backup in its place",
        "\(path) 已损坏（\(why)）；请用备份恢复"
      )
    case .exists(let path):
      Bilingual("\(path) is there already; give another name", "\(path) 已存在；请改用其他名称")
    case .unusable(let path, let why):
      Bilingual(
        "\(path) cannot be used: \(why); see that its folder may be written and has room",
        "\(path) 无法使用：\(why)；请检查其文件夹的权限和空间"
      )
    case .breachedPasswords(let path, let why):
      Bilingual(
        "\(path) cannot be used as leaked passwords: \(why); give a sorted file of lines SHA-1:count",
        "\(path) 不能用作泄露密码库：\(why)；请提供按 SHA-1:次数 逐行排序的文件"
      )
    case .closed:
      Bilingual("the accounts are closed; start the service again", "账号库已关闭；请重新启动服务")
    }
  }
}
