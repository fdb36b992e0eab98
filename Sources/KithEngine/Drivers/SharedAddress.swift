/// The address of a C structure that its specification lets several threads use.
///
/// Swift cannot know what a C library promises about threads, so a pointer is never `Sendable`. ADBC does promise: a driver's
/// table does not change once loaded, a cancellation may come from any thread, and all else is safe when calls
/// do not overlap. Who holds an address of the last kind keeps it behind a lock or within one ``Connection``.
struct SharedAddress<Structure>: Sendable {
  private let bits: UInt

  init(_ pointer: UnsafeMutablePointer<Structure>) { bits = UInt(bitPattern: pointer) }

  var pointer: UnsafeMutablePointer<Structure> {
    guard let pointer = UnsafeMutablePointer<Structure>(bitPattern: bits) else {
      preconditionFailure("an address is made from a pointer, which is never null")
    }
    return pointer
  }
}
