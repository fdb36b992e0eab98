import Foundation
public import KithPlaces
import KithTables

/// A file of Ofsted's list of providers: an Excel workbook or CSV, in any of the layouts of recent years.
public struct ProviderFile: Sendable {
  /// Where it is.
  public let path: String

  /// The file at a path.
  public init(_ path: String) { self.path = path }

  /// The list that several files make together, such as that of children's homes and that of other providers.
  public static func list(of paths: [String]) throws(ReferenceError) -> ProviderList {
    var providers: [Provider] = []
    for path in paths { providers += try ProviderFile(path).providers() }
    return ProviderList(providers)
  }

  /// The entries of the file.
  public func providers() throws(ReferenceError) -> [Provider] {
    let entries = try sheets().compactMap(ProviderList.entries(of:))
    guard entries.contains(where: { !$0.isEmpty }) else {
      throw ReferenceError(
        path, "no sheet has a column URN with numbers under it; give Ofsted's list of providers as it was sent.")
    }
    return ProviderList.merged(entries)
  }

  private func sheets() throws(ReferenceError) -> [[[String]]] {
    guard FileManager.default.isReadableFile(atPath: path), let data = FileManager.default.contents(atPath: path) else {
      throw ReferenceError(path, "there is no such file, or it may not be read; check the path.")
    }
    if data.starts(with: "PK".utf8) { return try Workbook(path: path).sheets() }
    guard let text = try? SeparatedText(Array(data)), !data.prefix(4096).contains(0) else {
      throw ReferenceError(path, "it is neither an Excel workbook (.xlsx) nor CSV in UTF-8; save it as one of them.")
    }
    return [[text.header] + text.records]
  }
}
