import KithReturns

/// Reads bytes as a file of a return that is not XML; called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = try? Submission.read(bytes, name: "input.csv")
  return 0
}
