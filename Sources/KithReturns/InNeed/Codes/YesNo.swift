public import KithTables

/// A yes or a no, in each spelling that files use; capitals and small letters are alike.
///
/// Rules ask for ``KithTables/CodeGroup/yes`` and ``KithTables/CodeGroup/no``, never for a spelling.
public enum YesNo: String, CodeSet {
  /// No.
  case no = "0"
  /// Yes.
  case yes = "1"
  /// No, in a word.
  case noInWords = "FALSE"
  /// Yes, in a word.
  case yesInWords = "TRUE"

  /// TRUE, True and true are one.
  public static let ignoresCase = true

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

extension CodeGroup<YesNo> {
  /// Yes, in either spelling.
  public static let yes: Self = [.yes, .yesInWords]
  /// No, in either spelling.
  public static let no: Self = [.no, .noInWords]
}
