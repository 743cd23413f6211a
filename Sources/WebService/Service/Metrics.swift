import Synchronization

/// What the service counts about itself, in the text format of Prometheus.
package final class Metrics: Sendable {
  /// The upper ends of the classes of times, in milliseconds.
  private static let bounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000]

  private struct Key: Hashable {
    var route: String
    var status: Int
  }

  private struct Times {
    var classes = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var microseconds: Int64 = 0

    mutating func add(_ time: Int64) {
      count += 1
      microseconds += time
      for (index, bound) in Metrics.bounds.enumerated() where time <= Int64(bound) * 1_000 {
        classes[index] += 1
      }
    }
  }

  private struct Counts {
    var answers: [Key: Int] = [:]
    var times: [String: Times] = [:]
  }

  private let counts = Mutex(Counts())

  init() {}

  /// Counts an answer; the route is its pattern, so that no name or number comes in.
  package func count(route: String, status: Int, took: Duration) {
    let parts = took.components
    let microseconds = parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
    counts.withLock { counts in
      counts.answers[Key(route: route, status: status), default: 0] += 1
      counts.times[route, default: Times()].add(microseconds)
    }
  }

  /// Everything counted so far.
  package var text: String {
    let now = counts.withLock { $0 }
    var lines = [
      "# HELP anju_http_requests_total Answers by route and status.",
      "# TYPE anju_http_requests_total counter",
    ]
    let answers = now.answers.sorted {
      ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
    }
    for (key, count) in answers {
      lines.append(
        "anju_http_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
      )
    }
    lines += [
      "# HELP anju_http_request_seconds How long answers took.",
      "# TYPE anju_http_request_seconds histogram",
    ]
    for (route, times) in now.times.sorted(by: { $0.key < $1.key }) {
      for (index, bound) in Self.bounds.enumerated() {
        lines.append(
          "anju_http_request_seconds_bucket{route=\"\(route)\",le=\"\(Double(bound) / 1_000)\"} "
            + "\(times.classes[index])"
        )
      }
      lines.append(
        "anju_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(times.count)"
      )
      lines.append(
        "anju_http_request_seconds_sum{route=\"\(route)\"} \(Double(times.microseconds) / 1_000_000)"
      )
      lines.append("anju_http_request_seconds_count{route=\"\(route)\"} \(times.count)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
