import CArrow
import Testing

@Suite("Structures that drivers share with Kith")
struct LayoutTests {
  private let word = MemoryLayout<UnsafeRawPointer>.size

  @Test("Sizes are those of the Arrow C interfaces and of ADBC 1.1")
  func sizes() {
    #expect(MemoryLayout<ArrowSchema>.size == 9 * word)
    #expect(MemoryLayout<ArrowArray>.size == 10 * word)
    #expect(MemoryLayout<ArrowArrayStream>.size == 5 * word)
    #expect(MemoryLayout<AdbcError>.size == 6 * word)
    #expect(MemoryLayout<AdbcStatement>.size == 2 * word)
    #expect(MemoryLayout<AdbcPartitions>.size == 5 * word)
    #expect(MemoryLayout<AdbcDriver>.size == 58 * word)
  }

  @Test("A driver's functions stand where ADBC 1.1 puts them")
  func places() {
    #expect(MemoryLayout<AdbcDriver>.offset(of: \.release) == 2 * word)
    #expect(MemoryLayout<AdbcDriver>.offset(of: \.ConnectionCommit) == 7 * word)
    #expect(MemoryLayout<AdbcDriver>.offset(of: \.StatementBind) == 18 * word)
    #expect(MemoryLayout<AdbcDriver>.offset(of: \.ErrorGetDetailCount) == 29 * word)
    #expect(MemoryLayout<AdbcDriver>.offset(of: \.ConnectionCancel) == 39 * word)
    #expect(MemoryLayout<AdbcDriver>.offset(of: \.StatementSetOptionInt) == 57 * word)
    #expect(MemoryLayout<AdbcError>.offset(of: \.release) == 3 * word)
  }
}
