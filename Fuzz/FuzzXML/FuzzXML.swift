import KithReturns

/// Reads bytes as a return in the XML layout; called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array("<EXPSSDA903".utf8) + UnsafeBufferPointer(start: start, count: count)
  _ = try? Submission.read(bytes, name: "input.xml")
  return 0
}
