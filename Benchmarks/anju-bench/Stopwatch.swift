import Foundation

/// What some work took: on the clock, and of the processors, user and system.
struct Elapsed {
  /// Nanoseconds on a clock that never goes back.
  var wall: UInt64
  /// Nanoseconds that this process computed, on all processors together.
  var processor: UInt64
}

/// Measures work by the clock and by the operating system's own account of this process.
struct Stopwatch {
  private let start = Stopwatch.now()

  /// What was taken since the stopwatch was made.
  var elapsed: Elapsed {
    let end = Stopwatch.now()
    return Elapsed(wall: end.wall - start.wall, processor: end.processor - start.processor)
  }

  private static func now() -> Elapsed {
    Elapsed(
      wall: nanoseconds(of: CLOCK_MONOTONIC),
      processor: nanoseconds(of: CLOCK_PROCESS_CPUTIME_ID)
    )
  }

  private static func nanoseconds(of clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
