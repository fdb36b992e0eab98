import KithReturns

/// Reads bytes as a CIN Census; called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array("<Message".utf8) + UnsafeBufferPointer(start: start, count: count)
  _ = try? Submission.read(bytes, name: "input.xml")
  return 0
}
