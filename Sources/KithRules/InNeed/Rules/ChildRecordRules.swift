// A child's record: how it is named, and what every record has.
import KithReturns
import KithTables

let childRecordRules: [Rule<InNeedReturn>] = [
  .child(
    "1570", [.childIdentifier], "The child's identifier has more than 20 characters.",
    fix: "Give LAchildID 20 characters or fewer.", years: .since(2025)
  ) { c in
    c.identifierLength > 20
  },
  .child(
    "1580", [.childIdentifier], "The child's identifier has a character that is neither a letter nor a digit.",
    fix: "Leave spaces, hyphens and the like out of LAchildID.", years: .since(2025)
  ) { c in
    c.childID.isPresent && c.identifierHasOtherCharacters
  },
  .child(
    "8540", [.birthDate],
    links: [
      .ofChild([.noFurtherAction]) { (_: ChildIdentifiers, d: CINDetails) in d.noFurtherAction.isOne(of: .no) },
      .ofChild([.disability]) { (_: ChildIdentifiers, d: ChildDisability) in d.disability.isMissingOrNone(of: .all) },
    ],
    "The child is in need and has no disability code, or one that is blank or is not one of the codes.",
    fix: "Write one of the 13 codes in Disability; NONE where the child has no disability."
  ) { c in
    c.birthDate.isPresent && c.hasDisabilitiesAtFault
      && c.child.details.contains { $0.noFurtherAction.isOne(of: .no) }
  },
  .child(
    "8590", [.childIdentifier], "The child has no time in need.",
    fix: "Add CINdetails, or take the child out.", reads: [.in(.cinDetails, .childIdentifier)]
  ) { c in
    c.child.details.isEmpty
  },
]

extension ChildIdentifiers {
  /// How many characters the identifier has.
  fileprivate var identifierLength: Int {
    collection.texts.bytes(of: childID.id).count { $0 & 0b1100_0000 != 0b1000_0000 }
  }

  /// Whether the identifier has a character besides letters, accented ones included, and digits.
  fileprivate var identifierHasOtherCharacters: Bool {
    let bytes = collection.texts.bytes(of: childID.id)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.contains { $0 &- UInt8(ascii: "A") >= 26 && $0 &- UInt8(ascii: "0") >= 10 }
    }
    return collection.texts[childID].contains { $0.isLetter == false && $0.isNumber == false }
  }

  /// Whether the child has no disability code, or one that is none.
  fileprivate var hasDisabilitiesAtFault: Bool {
    child.disabilities.isEmpty || child.disabilities.contains { $0.disability.isMissingOrNone(of: .all) }
  }
}
