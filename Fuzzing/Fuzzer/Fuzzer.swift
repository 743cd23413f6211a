import FuzzChecks
import Glibc

/// The door that is tried, by the name in `ANJU_FUZZ_TARGET`.
private let target: FuzzTarget = {
  let name = getenv("ANJU_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    print("ANJU_FUZZ_TARGET wants one of: \(names)")
    exit(64)
  }
  return target
}()

/// What libFuzzer calls with each text; a text for which something does not hold ends the run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if let fault = target.fault(in: bytes) {
    print("\(target.rawValue): \(fault)")
    fflush(nil)
    abort()
  }
  return 0
}
