import FoundationEssentials

/// Reads whole files, never more than a program can hold.
enum FileBytes {
  /// The most bytes read of one file; readers refuse far less, with a better message.
  static let most = 16 << 20

  /// The bytes of the file at `path`.
  static func read(_ path: String) throws(BadInput) -> [UInt8] {
    let size: Int
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      size = (attributes[.size] as? Int) ?? 0
      guard attributes[.type] as? FileAttributeType != .typeDirectory else {
        throw BadInput(english: "\(path) is a folder", chinese: "\(path) 是文件夹")
      }
    } catch let bad as BadInput {
      throw bad
    } catch {
      throw BadInput(english: "there is no file \(path)", chinese: "没有文件 \(path)")
    }
    if size > most {
      throw BadInput(
        english: "\(path) has \(size) bytes; \(most) are the most",
        chinese: "\(path) 有 \(size) 字节，最多 \(most)"
      )
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BadInput(english: "\(path) cannot be read", chinese: "无法读取 \(path)")
    }
    return Array(data)
  }
}
