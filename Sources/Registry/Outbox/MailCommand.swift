import Glibc

/// A command that is running and takes a mail on its standard input.
struct MailCommand {
  private let process: pid_t
  private let input: Int32
  private let limit: Duration

  /// Starts a command; what it prints is thrown away.
  init(path: String, arguments: [String], limit: Duration) throws(NoticeFailure) {
    self.limit = limit
    // A socket, not a pipe: writing to a command that has ended must not end this process too.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .system("no socket can be made") }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    // Nothing of our environment, which may hold the master key.
    var surroundings: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin")
    ]
    surroundings.append(nil)
    defer { for word in surroundings { free(word) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, path, &actions, nil, words, surroundings)
    guard fault == 0 else {
      close(ends[0])
      throw NoticeFailure("\(path) cannot be started: \(String(cString: strerror(fault)))")
    }
    self.process = process
    input = ends[0]
  }

  /// Gives the command its input and waits until it ends.
  func finish(with bytes: [UInt8]) async throws(NoticeFailure) {
    let end = ContinuousClock.now + limit
    var isOpen = true
    var left = bytes[...]
    while true {
      if isOpen {
        let count = left.withUnsafeBytes {
          Glibc.send(
            input,
            $0.baseAddress,
            $0.count,
            Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
          )
        }
        if count > 0 { left = left.dropFirst(count) }
        // It may end without reading everything: its exit code tells what that means.
        let hasFailed = count < 0 && errno != EAGAIN && errno != EINTR
        if left.isEmpty || hasFailed {
          close(input)
          isOpen = false
        }
      }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        if isOpen { close(input) }
        if status == 0 { return }
        let code = (status >> 8) & 0xFF
        throw NoticeFailure(
          status & 0x7F == 0 ? "the command ended with code \(code)" : "the command was killed"
        )
      }
      if ContinuousClock.now >= end || Task.isCancelled {
        if isOpen { close(input) }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw NoticeFailure("the command took too long")
      }
      // Cancelling cuts the pause short, and the next round ends the command.
      try? await Task.sleep(for: .milliseconds(5))
    }
  }
}
