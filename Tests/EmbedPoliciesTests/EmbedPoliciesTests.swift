import Foundation
import TestSupport
import Testing
import anju

/// The plugin embeds this target's own folder `Policies`, which holds what is hard to embed.
@Suite struct EmbedPoliciesTests {
  @Test func `hard texts come back byte for byte, and in the order of their bytes`() throws {
    let files = EmbeddedPolicies.files
    try expect(files, equal: PackageRoot.file("Tests/EmbedPoliciesTests/Policies"))
    let paths = [
      "B.md", "a-b.md", "a/blank-lines.md", "a/last-line.md", "crlf.md", "empty.md", "quotes.md",
      "unseen.md", "京/积分 落户.md",
    ]
    #expect(files.map(\.path) == paths)
  }

  @Test func `the program carries every measure byte for byte`() throws {
    try expect(anju.EmbeddedPolicies.files, equal: PackageRoot.file("Policies"))
  }

  @Test func `a file that is not UTF-8 stops the build and says where`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let measure = folder.appending(path: "gb.md")
    try Data([0x61, 0x0A, 0x62, 0xBB, 0xFD, 0x0A]).write(to: measure)
    let run = try await embed(folder)
    #expect(run.exitCode == 1)
    #expect(
      run.errors == """
        \(measure.path):2:2: error: byte 3 is not UTF-8; \
        save the measure as UTF-8 (for example, iconv -f GB18030 -t UTF-8)

        """
    )
  }

  @Test func `a missing folder stops the build and is named`() async throws {
    let folder = PackageRoot.file("no-such-folder")
    let run = try await embed(folder)
    #expect(run.exitCode == 1)
    #expect(run.errors == "\(folder.path): error: there is no such folder of policies\n")
  }

  private func embed(_ folder: URL) async throws -> ProgramRun {
    let output = folder.appending(path: "output.swift").path
    let stamp = folder.appending(path: "stamp").path
    return try await ProgramRun.of(
      ProgramRun.product("EmbedPoliciesTool"),
      [folder.path, output, stamp]
    )
  }

  private func expect(_ files: [(path: String, text: String)], equal folder: URL) throws {
    #expect(!files.isEmpty)
    for (path, text) in files {
      let onDisk = try Data(contentsOf: folder.appending(path: path))
      #expect(Data(text.utf8) == onDisk, "\(path) did not come back as it is")
    }
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let measures = (paths ?? []).filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
    #expect(Set(files.map(\.path)) == Set(measures))
  }
}
