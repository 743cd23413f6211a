import Crypto
import EventStore
import ExpressionLanguage
import Foundation
import Registry

/// Where a service keeps what it knows: the journal, the accounts, the keys that sign permits.
struct ServeFolder {
  /// The folder.
  let path: String

  /// The journal.
  var journal: String { path + "/office.anju" }
  /// The accounts.
  var accounts: String { path + "/accounts.sqlite" }
  /// The keys that sign permits.
  var permitKeys: String { path + "/permit-keys" }
  /// The made-up people of a demo.
  var demoPeople: String { path + "/demo-people.json" }

  /// The keys that open what is kept.
  struct Keys {
    /// The journal's.
    var master: MasterKeys
    /// The service's own, from which those of accounts and cookies are derived.
    var service: MasterKeys

    /// The key of the accounts.
    var accounts: SymmetricKey { derived("accounts") }
    /// The key of what browsers carry.
    var seal: SymmetricKey { derived("seal") }

    private func derived(_ label: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: service.key,
        info: Array("anju service \(label) 1".utf8),
        outputByteCount: 32
      )
    }
  }

  /// The environment variable that may hold the service's key.
  static let serviceVariable = "ANJU_SERVICE_KEY"

  /// Reads the keys; outside a demo none may be missing or known.
  ///
  /// - Throws: `StoreError.masterKey`, `BadInput`.
  static func keys(
    _ configuration: ServeConfiguration,
    environment: [String: String],
    isDemo: Bool
  ) throws -> Keys {
    if isDemo { return Keys(master: .demo, service: .demo) }
    let master = try MasterKeys.chosen(
      file: configuration["master key file"],
      environment: environment,
      isDemo: false
    )
    if let file = configuration["service key file"] {
      return Keys(master: master, service: try MasterKeys(file: file))
    }
    guard let text = environment[serviceVariable], !text.isEmpty else {
      throw BadInput(
        english: """
          the service has no key; make one with `anju serve --make-keys FOLDER`, and name its file \
          in `service key file`, or put the key into \(serviceVariable)
          """,
        chinese: """
          缺少服务密钥；可用 `anju serve --make-keys 文件夹` 生成，并在“service key file”中指明，\
          或写入 \(serviceVariable)
          """
      )
    }
    return Keys(master: master, service: try MasterKeys(text: Array(text.utf8)))
  }

  /// Makes the two keys in a folder, each in a file that only its owner may read.
  ///
  /// - Throws: `BadInput` where one is there already.
  static func makeKeys(in folder: String) throws {
    try PrivateFile.makeFolder(folder)
    for name in ["master.key", "service.key"] {
      let bytes = Array(MasterKeys.makeText().utf8)
      try PrivateFile.write(bytes, to: folder + "/" + name, replacing: false)
    }
  }
}
