import KithReturns
import KithStore

/// The fields that an agreement may name for a lake.
public enum LakeFields {
  /// The guidance's names of the fields that say something of a child, each once, in the order of the tables.
  public static let all: [String] = {
    let names = StoredTable.all.flatMap { table in (table.schema.fields + table.schema.derived).map(\.description) }
    var seen: Set<String> = []
    return names.filter { !LakeRecipe.always.contains($0.lowercased()) && seen.insert($0.lowercased()).inserted }
  }()
}
