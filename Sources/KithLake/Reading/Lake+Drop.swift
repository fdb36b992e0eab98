import Foundation
import KithEngine
public import KithStore

extension LakeManifest {
  /// The submissions that a store still holds with as many rows.
  func submissions(stillIn store: Store) throws -> [Submission] {
    let held = Set(try store.submissions.filter { ["current", "superseded"].contains($0.state) }.map(\.id))
    let counts = try store.rowCounts
    return submissions.filter { item in
      held.contains(item.submission) && item.files.allSatisfy { counts[item.submission]?[$0.table] == $0.rows }
    }
  }
}

extension Lake {
  /// How many submissions a lake holds that a store no longer holds, or no longer with as many rows.
  public static func countOfErased(in path: String, _ store: Store) throws -> Int {
    let manifest = try LakeManifest(of: path)
    return manifest.submissions.count - (try manifest.submissions(stillIn: store).count)
  }

  /// Takes out of a lake the submissions that a store no longer holds, or no longer as they were written: after children or
  /// submissions were erased. The links of persons go with them, as only the key could tell whose they are. The next export
  /// brings back what may be there. Returns how many submissions were taken out.
  public static func drop(from path: String, whatIsNotIn store: Store, key: StoreKey?) throws -> Int {
    // What an export that was killed left behind may hold the rows too.
    guard FileManager.default.fileExists(atPath: path + "/" + LakeManifest.name) else {
      LakeFiles.sweep(path, nil)
      return 0
    }
    var manifest = try LakeManifest(of: path)
    LakeFiles.sweep(path, manifest)
    let stays = try manifest.submissions(stillIn: store)
    let gone = manifest.submissions.count - stays.count
    guard gone > 0 else { return 0 }
    let files = try LakeFiles(path, on: store.connection, key: manifest.isPseudonymised ? nil : key)
    let ids = stays.map { String($0.submission) }.joined(separator: ", ")
    manifest.submissions = stays
    manifest.tables = try manifest.tables.map { file in
      let kept: SQL? =
        switch file.table {
        case "submission": ids.isEmpty ? "FALSE" : "id IN (\(raw: ids))"
        case "submission_table", "submission_field", "submission_rule", "unreadable", "file":
          ids.isEmpty ? "FALSE" : "submission IN (\(raw: ids))"
        case "person_link", "link_evidence", "link_decision", "access_log": "FALSE"
        default: nil
        }
      guard let kept else { return file }
      return try files.write(
        own: file.table, "SELECT * FROM \(sql: files.rows(file.path)) WHERE \(sql: kept)")
    }
    try files.put(LakeDescriptor(manifest, nil).text, as: LakeDescriptor.name)
    try files.put(manifest.text, as: LakeManifest.name)
    LakeFiles.sweep(path, manifest)
    return gone
  }
}
