import Foundation
import TestSupport
import Testing

/// `anju accounts` from outside: the first supervisor, and what is kept by hand.
@Suite(.serialized)
struct AccountsCommandTests {
  func keys(_ scratch: borrowing Scratch) async throws -> [String] {
    let keys = scratch.url.path + "/keys"
    let made = try await Program.run(["serve", "--make-keys", keys])
    #expect(made.exitCode == 0)
    return [
      "--folder", scratch.url.path, "--set", "master key file: \(keys)/master.key",
      "--set", "service key file: \(keys)/service.key",
    ]
  }

  @Test func `the first supervisor gets a link for a password, and is listed`() async throws {
    let scratch = try Scratch()
    let keys = try await keys(scratch)
    let chen = [
      "accounts", "add-staff", "--name", "chen", "--role", "supervisor", "--office", "permits",
    ]
    let run = try await Program.run(chen + keys)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("http://127.0.0.1:8080/en/set-password/"))
    let again = try await Program.run(chen + keys)
    #expect(again.exitCode == 65)
    #expect(again.errors.contains("is taken"))
    let reset = try await Program.run(["accounts", "reset", "chen"] + keys)
    #expect(reset.output.contains("/en/set-password/"))
    #expect(try await Program.run(["accounts", "block", "chen"] + keys).exitCode == 0)
    let list = try await Program.run(["accounts", "list"] + keys)
    #expect(list.output == "chen\tsupervisor\tpermits\tblocked\tinvited\t-\n")
    let closed = try await Program.run(["accounts", "reset", "chen"] + keys)
    #expect(closed.exitCode == 65)
    #expect(try await Program.run(["accounts", "unblock", "chen"] + keys).exitCode == 0)
    #expect(try await Program.run(["accounts", "block", "nobody"] + keys).exitCode == 65)
  }

  @Test func `a role that is nobody's account is refused, and a missing folder too`() async throws {
    let scratch = try Scratch()
    let keys = try await keys(scratch)
    let agency = ["accounts", "add-staff", "--name", "x-1", "--role", "agency", "--office", "bank"]
    #expect(try await Program.run(agency + keys).exitCode == 65)
    let elsewhere = try await Program.run(
      ["accounts", "list"] + keys + ["--folder", scratch.url.path + "/nowhere"]
    )
    #expect(elsewhere.exitCode == 65)
    #expect(!FileManager.default.fileExists(atPath: scratch.url.path + "/nowhere"))
  }

  @Test func `without the service's own keys nothing is opened`() async throws {
    let scratch = try Scratch()
    let run = try await Program.run(["accounts", "list", "--folder", scratch.url.path])
    #expect(run.exitCode != 0)
    #expect(!FileManager.default.fileExists(atPath: scratch.url.path + "/accounts.sqlite"))
  }

  @Test func `an agency's program gets a client and its key`() async throws {
    let scratch = try Scratch()
    let keys = try await keys(scratch)
    let client = ["accounts", "add-client", "lib-1", "--name", "Library", "--office", "library"]
    let unknown = try await Program.run(client + ["--service", "library-cards"] + keys)
    #expect(unknown.exitCode == 65 && unknown.errors.contains("no measure in force opens"))
    #expect(unknown.errors.contains("compulsory-education"))
    let chinese = try await Program.run(
      client + ["--service", "图书证", "--language", "zh"] + keys
    )
    #expect(chinese.exitCode == 65 && chinese.errors.contains("现有服务："))
    let made = try await Program.run(client + ["--service", "compulsory-education"] + keys)
    #expect(made.exitCode == 0)
    let wrong = try scratch.file("wrong.json", "{}")
    let key = ["accounts", "add-key", "lib-1"]
    #expect(try await Program.run(key + [wrong, "--kid", "a"] + keys).exitCode == 65)
    // The base point of P-256: on the curve, and nobody's key.
    let jwk = try scratch.file(
      "key.json",
      """
      {"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",\
      "y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}
      """
    )
    #expect(try await Program.run(key + [jwk, "--kid", "a"] + keys).exitCode == 0)
    // The same point as openssl writes it.
    let pem = try scratch.file(
      "key.pem",
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt
      6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
      -----END PUBLIC KEY-----

      """
    )
    #expect(try await Program.run(key + [pem, "--kid", "b"] + keys).exitCode == 0)
    let secret = try scratch.file("own.pem", "-----BEGIN EC PRIVATE KEY-----\nMHc=\n")
    let refused = try await Program.run(key + [secret, "--kid", "c"] + keys)
    #expect(refused.exitCode == 65 && refused.errors.contains("never leaves the agency"))
    let list = try await Program.run(["accounts", "list"] + keys)
    #expect(list.output == "lib-1\tagency\tlibrary\tactive\t2 keys\tcompulsory-education\n")
    #expect(try await Program.run(["accounts", "block-client", "lib-1"] + keys).exitCode == 0)
    let remove = ["accounts", "remove-key", "lib-1", "--kid"]
    #expect(try await Program.run(remove + ["a"] + keys).exitCode == 0)
    #expect(try await Program.run(remove + ["a"] + keys).exitCode == 65)
    let shut = try await Program.run(["accounts", "list"] + keys)
    #expect(shut.output == "lib-1\tagency\tlibrary\tblocked\t1 keys\tcompulsory-education\n")
    #expect(try await Program.run(["accounts", "unblock-client", "lib-1"] + keys).exitCode == 0)
    #expect(try await Program.run(["accounts", "block-client", "nobody"] + keys).exitCode == 65)
  }
}

extension AccountsCommandTests {
  @Test func `an account is forgotten by its file, and all are copied to a new file only`()
    async throws
  {
    let scratch = try Scratch()
    let keys = try await keys(scratch)
    let forget = ["accounts", "forget"]
    #expect(try await Program.run(forget + ["张三"] + keys).exitCode == 65)
    let none = try await Program.run(forget + ["7q2m5x9k3c"] + keys)
    #expect(none.exitCode == 0 && none.output.contains("no account is bound"))
    let copy = scratch.url.path + "/copy.sqlite"
    #expect(try await Program.run(["accounts", "backup", copy] + keys).exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: copy))
    #expect(try await Program.run(["accounts", "backup", copy] + keys).exitCode == 65)
  }
}
