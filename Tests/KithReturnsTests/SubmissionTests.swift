import Foundation
import KithTables
import KithTesting
import Testing

@testable import KithReturns

@Suite("Reading what was submitted")
struct SubmissionTests {
  private let uasc = "CHILD,SEX,DOB,DUC\nA1,M,01/01/2009,\nA2,F,02/02/2010,03/03/2026\n"

  private func error(_ read: () throws(ReadError) -> Submission) -> ReadError? {
    do {
      _ = try read()
      return nil
    } catch { return error }
  }

  @Test("a folder's top level is this year's return and its prev folder last year's")
  func folder() throws {
    let folder = try ScratchFolder()
    try folder.write(uasc, "any name.csv")
    try folder.write(uasc, "prev/uasc.csv")
    try folder.write(uasc, "else/uasc.csv")
    let submission = try Submission.read([folder.path])
    #expect(submission.tables.keys.map(\.description) == ["UASC"])
    #expect(submission.lastYear?.keys.map(\.description) == ["UASC"])
    #expect(submission.files.map(\.rows) == [2, 2])
  }

  @Test("two files with one header are an error that names both")
  func sameTable() throws {
    let folder = try ScratchFolder()
    try folder.write(uasc, "a.csv")
    try folder.write(uasc, "b.csv")
    let path = folder.path
    let error = error { () throws(ReadError) in try Submission.read([path]) }
    #expect(error?.description == "b.csv and a.csv both hold the table UASC; leave one of them out.")
  }

  @Test("columns in another order, in lower case, with spaces, and more than the table has are read")
  func columns() throws {
    let folder = try ScratchFolder()
    try folder.write("Team, duc ,Dob,sex,child\nx,,01/01/2009,M,A1\n", "uasc.csv")
    let submission = try Submission.read([folder.path])
    #expect(submission.files[0].extraColumns == ["Team"])
    #expect(submission.problems.isEmpty)
    #expect(submission.tables[.uascs]?.text(.dateOfBirth, row: 0) == "01/01/2009")
  }

  @Test("a table without one of its columns is read, and the column is named")
  func missingColumn() throws {
    let folder = try ScratchFolder()
    try folder.write("CHILD,DOB,DUC\nA1,01/01/2009,\n", "uasc.csv")
    let submission = try Submission.read([folder.path])
    #expect(submission.problems.map(\.kind) == [.missingColumn])
    #expect(submission.problems.map(\.field) == [.sex])
  }

  @Test(
    "UTF-8 with and without a mark, UTF-16 both ways and Windows-1252 are read alike",
    arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252])
  func encodings(encoding: TextEncoding) throws {
    let text = "CHILD,SEX,DOB,DUC\r\nÉ1,M,01/01/2009,\r\n"
    let units = Array(text.utf16)
    let bytes: [UInt8] =
      switch encoding {
      case .utf8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .utf16LittleEndian: [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      case .utf16BigEndian: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      case .windows1252: text.unicodeScalars.map { UInt8($0.value) }
      }
    let folder = try ScratchFolder()
    try folder.write(bytes, "uasc.csv")
    let submission = try Submission.read([folder.path])
    #expect(submission.files[0].encoding == encoding)
    #expect(submission.tables[.uascs]?.text(.child, row: 0) == "É1")
    #expect(submission.problems.isEmpty)
  }

  @Test("a header without rows is a table without rows")
  func headerOnly() throws {
    let folder = try ScratchFolder()
    try folder.write("CHILD,SEX,DOB,DUC", "uasc.csv")
    #expect(try Submission.read([folder.path]).tables[.uascs]?.rowCount == 0)
  }

  @Test("white space around values is left out, and named once for each column")
  func whiteSpace() throws {
    let folder = try ScratchFolder()
    try folder.write("CHILD,SEX,DOB,DUC\n A1,M ,01/01/2009,\n A2,F ,01/01/2009,\n", "uasc.csv")
    let submission = try Submission.read([folder.path])
    #expect(submission.problems.map(\.kind) == [.whiteSpace, .whiteSpace])
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: submission.tables)
    #expect(collection.childIDs.map { collection.texts[$0] } == ["A1", "A2"])
  }

  @Test("what cannot be read is an error that names the file and what to do")
  func unreadable() throws {
    let folder = try ScratchFolder()
    try folder.write("", "empty.csv")
    try folder.write("PK\u{3}\u{4} not a zip", "broken.zip")
    try folder.write([0, 1, 2, 3, 0, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1], "binary.csv")
    try folder.write("one,two\n1,2\n", "other.csv")
    let path = folder.path
    for (name, reason) in [
      ("nothing.csv", ReadError.Reason.notFound), ("empty.csv", .emptyFile), ("broken.zip", .damagedArchive),
      ("binary.csv", .notText), ("other.csv", .unknownHeader),
    ] {
      let error = error { () throws(ReadError) in try Submission.read([path + "/" + name]) }
      #expect(error?.reason == reason, "\(name)")
    }
  }

  @Test("the mark of the synthetic in a folder or archive, or in a file's name, is known, and is no table")
  func synthetic() throws {
    let folder = try ScratchFolder()
    try folder.write(uasc, "marked/uasc.csv")
    try folder.write("SYNTHETIC DATA.", "marked/SYNTHETIC.txt")
    try folder.write("CHILD\nSYN1", "marked/synthetic_truth.csv")
    try folder.write(uasc, "named/synthetic_uasc.csv")
    try folder.write(uasc, "real/uasc.csv")
    let zip = Process()
    zip.executableURL = URL(filePath: "/usr/bin/env")
    zip.arguments = ["python3", "-m", "zipfile", "-c", folder.path + "/marked.zip", folder.path + "/marked/"]
    try zip.run()
    zip.waitUntilExit()
    for path in ["marked", "marked/uasc.csv", "marked.zip", "named", "named/synthetic_uasc.csv"] {
      let submission = try Submission.read([folder.path + "/" + path])
      #expect(submission.files.map(\.isSynthetic) == [true])
      #expect(submission.leftAside == [])
    }
    #expect(try Submission.read([folder.path + "/real"]).files.map(\.isSynthetic) == [false])
  }

  @Test("a zip archive is read as its folder would be, and a truncated one is refused")
  func archive() throws {
    let folder = try ScratchFolder()
    try folder.write(uasc, "in/uasc.csv")
    try folder.write(uasc, "in/prev/uasc.csv")
    let path = folder.path
    let zip = Process()
    zip.executableURL = URL(filePath: "/usr/bin/env")
    zip.arguments = ["python3", "-m", "zipfile", "-c", path + "/return.zip", path + "/in/"]
    try zip.run()
    zip.waitUntilExit()
    let submission = try Submission.read([path + "/return.zip"])
    #expect(submission.files.map(\.isLastYear) == [false, true])
    let whole = try Data(contentsOf: URL(filePath: path + "/return.zip"))
    try Data(whole.prefix(whole.count / 3)).write(to: URL(filePath: path + "/short.zip"))
    let error = error { () throws(ReadError) in try Submission.read([path + "/short.zip"]) }
    #expect(error?.reason == .damagedArchive || error?.reason == .nothingRecognised)
  }
}
