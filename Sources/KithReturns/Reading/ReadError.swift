/// Why something submitted could not be read, and what to do about it.
///
/// Its description names the file and never shows a value from it.
public struct ReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why it could not be read.
  public struct Reason: Hashable, Sendable {
    /// What a person is told, after the file's name.
    public let text: String

    /// The path leads to nothing.
    public static let notFound = Reason(text: "is not there; check the path")
    /// The file or folder may not be read.
    public static let noPermission = Reason(text: "may not be read by this user; ask for permission to read it")
    /// The file has no bytes.
    public static let emptyFile = Reason(text: "is empty; export it again")
    /// Nothing in the place is a table of a return.
    public static let nothingRecognised = Reason(
      text: "holds no SSDA903 return and no CIN Census; give its XML, or tables whose first line names their columns")
    /// The header fits no table.
    public static let unknownHeader = Reason(
      text: "is no table of a return; its first line must name the table's columns")
    /// The archive is damaged or is not one.
    public static let damagedArchive = Reason(text: "is not a whole zip archive; copy or export it again")
    /// The XML declares a document type.
    public static let documentType = Reason(
      text: "declares a document type or an entity, which a return never does; take the line out")
    /// The archive or file is beyond what can be a return.
    public static let tooLarge = Reason(text: "is larger than any return (2 GB); check that it is the right file")
    /// The header has more columns than a list may have.
    public static let tooManyColumns = Reason(
      text: "has more than \(DelimitedReader.mostColumns) columns; take out those that are not needed")
    /// The bytes are not text.
    public static let notText = Reason(text: "is not a text file; export it as CSV in UTF-8")

    /// A list lacks a heading.
    public static func headings(_ names: String) -> Reason {
      Reason(text: "is not such a list; its first line must have the headings \(names)")
    }

    /// The XML is not well formed.
    public static func damagedXML(line: Int) -> Reason {
      Reason(text: "is not well-formed XML at line \(line); export it again")
    }

    /// Another file holds the same table.
    public static func sameTable(as other: String, table: TableName) -> Reason {
      Reason(text: "and \(other) both hold the table \(table); leave one of them out")
    }
  }

  /// Why.
  public let reason: Reason
  /// The file or folder, as the user named it.
  public let file: String

  /// The error of a file for a reason.
  public init(_ reason: Reason, _ file: String) {
    self.reason = reason
    self.file = file
  }

  /// The file and why it could not be read.
  public var description: String { "\(file) \(reason.text)." }
}
