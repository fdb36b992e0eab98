import Foundation
import KithPlaces
import KithReturns

/// What the path of a return in a folder of many says: the year and the authority.
struct ReturnPlace {
  /// The year, from a part of four digits.
  let year: Int?
  /// The authority, from a part of three digits, an ONS code or a name.
  let authority: String?

  /// Reads the parts of a path below the folder of many, the last folder's first.
  init(_ path: String) {
    let folders = path.split(separator: "/").reversed().map { String($0) }
    let parts = folders.flatMap { folder in
      (folder as NSString).deletingPathExtension.split { "_- ".contains($0) }.map { String($0) }
    }
    year = parts.lazy.compactMap { $0.count == 4 ? Int($0) : nil }.first { (2000...2100).contains($0) }
    let isCode = { (part: String) in
      (part.count == 3 && Int(part) != nil) || (part.count == 9 && part.uppercased().hasPrefix("E"))
    }
    authority =
      parts.first(where: isCode)
      ?? folders.lazy.compactMap { AuthorityRegister.england.named($0) }.first
      .map(\.code.description)
  }

  /// Whether a folder itself holds files that may be tables.
  static func holdsTables(_ folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains(where: mayBeTable)
  }

  /// The returns in a folder of many: each folder that holds tables, and each archive, by its path.
  static func returns(below root: String) -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] else { return [] }
    let found = paths.compactMap { path -> String? in
      let name = (path as NSString).lastPathComponent
      if name.lowercased().hasSuffix(".zip") { return path }
      guard mayBeTable(name) else { return nil }
      let folder = (path as NSString).deletingLastPathComponent
      let isLastYear = ["prev", "previous"].contains((folder as NSString).lastPathComponent.lowercased())
      return isLastYear || folder.isEmpty ? nil : folder
    }
    return Set(found).sorted()
  }

  private static func mayBeTable(_ name: String) -> Bool {
    [".csv", ".txt", ".tsv", ".xml"].contains(where: name.lowercased().hasSuffix) && !SyntheticFiles.contain(name)
  }
}
