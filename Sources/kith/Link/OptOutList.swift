import KithLinkage
import KithRegister
import KithReturns

/// The names of those who have objected, by which their records are left out.
struct OptOutList {
  /// The names of those who have objected.
  let names: Set<String>
  /// The list's file, for the protocol; nil where there is none.
  let file: ProtocolRecord.File?

  /// Reads the list that an agreement asks for; refused where there is another, or none.
  init(_ path: String?, _ permission: Permission, hasNames: Bool) throws {
    let asked = permission.agreement.optOuts
    guard let path else {
      guard asked == nil else {
        throw UsageFault(
          "The agreement \(permission.agreement.id) has a list of those who have objected: give it with --opt-outs.")
      }
      (names, file) = ([], nil)
      return
    }
    guard hasNames else {
      throw UsageFault("Say which column names the records (--id), so that objections can be kept to.")
    }
    let text = try RecordText(path)
    let file = ProtocolRecord.File("opt-outs", text.bytes)
    if let asked, asked.sha256 != file.sha256 {
      throw UsageFault("\(path) is not the list of objections that the agreement \(permission.agreement.id) has.")
    }
    names = Set((0..<text.count).map { text.text(row: $0, column: 0) })
    self.file = file
  }

  var isEmpty: Bool { names.isEmpty }

  func holds(_ name: String) -> Bool { names.contains(name) }
}
