import Foundation
import KithReturns
import KithStore

/// What a lake holds, for people and programs: a Frictionless data package (specs.frictionlessdata.io), a resource for each table
/// with its files, columns, types and what was done to them.
struct LakeDescriptor {
  static let name = "datapackage.json"

  private let manifest: LakeManifest
  private let recipe: LakeRecipe?
  /// The paths of each table's files.
  private let paths: [String: [String]]

  init(_ manifest: LakeManifest, _ recipe: LakeRecipe?) {
    self.manifest = manifest
    self.recipe = recipe
    paths = Dictionary(grouping: manifest.submissions.flatMap(\.files), by: \.table).mapValues { $0.map(\.path) }
  }

  struct Package: Codable {
    var profile = "data-package"
    var name: String
    let title: String
    let description: String
    let resources: [Resource]
  }

  struct Resource: Codable {
    var profile = "data-resource"
    let name: String
    let title: String
    let path: [String]
    var format = "parquet"
    var mediatype = "application/vnd.apache.parquet"
    var schema: Schema
  }

  struct Schema: Codable {
    let fields: [Field]
    let primaryKey: [String]?
    let foreignKeys: [ForeignKey]?
  }

  struct Field: Codable {
    let name: String
    let type: String
    let title: String?
    let description: String?
  }

  struct ForeignKey: Codable {
    let fields: String
    let reference: Reference

    struct Reference: Codable {
      let resource: String
      let fields: String
    }
  }

  var text: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return (try? encoder.encode(package)) ?? Data()
  }

  private var package: Package {
    let kind = manifest.isPseudonymised ? "pseudonymised, and personal data still" : "identified and encrypted"
    return Package(
      name: "kith-lake", title: (manifest.isSynthetic ? "SYNTHETIC. " : "") + "Returns on children's social care",
      description: "Tables of SSDA903 returns and CIN Censuses, \(kind). Not for release.",
      resources: StoredTable.all.map(resource).filter { !$0.path.isEmpty } + manifest.tables.map(ownResource))
  }

  private func resource(_ table: StoredTable) -> Resource {
    let structure = [
      Field(name: "submission", type: "integer", title: nil, description: "the submission, as in the table submission"),
      Field(name: "position", type: "integer", title: nil, description: "the row's place in the return, from 0"),
      Field(name: "line", type: "integer", title: nil, description: "the line of the file"),
      Field(
        name: "parent_position", type: "integer", title: nil, description: "the place of the row of the table above"),
    ]
    return Resource(
      name: table.name, title: "\(table.schema.name) of the \(table.collection.title)", path: paths[table.name] ?? [],
      schema: Schema(
        fields: structure + table.columns.map { field($0, in: table) }, primaryKey: ["submission", "position"],
        foreignKeys: [.init(fields: "submission", reference: .init(resource: "submission", fields: "id"))]))
  }

  private func field(_ column: StoredColumn, in table: StoredTable) -> Field {
    let fields = column.fields.map(\.description).joined(separator: ", ")
    let treatment =
      recipe.flatMap { $0.isPseudonymised ? ColumnTreatment.of(column, in: table, $0).words : nil }
      ?? (recipe == nil && manifest.isPseudonymised ? "pseudonymised" : nil)
    return Field(
      name: column.name, type: column.kind.frictionless, title: fields,
      description: treatment ?? (column.kind.type == "VARCHAR" ? "as returned, in capitals" : "as returned"))
  }

  private func ownResource(_ file: LakeManifest.File) -> Resource {
    Resource(
      name: file.table, title: "the store's table \(file.table)", path: [file.path],
      schema: Schema(
        fields: StoreSchema.columns(of: file.table).map {
          Field(name: $0.name, type: $0.frictionless, title: nil, description: nil)
        }, primaryKey: nil, foreignKeys: nil))
  }
}

extension StoredColumn.Kind {
  fileprivate var frictionless: String {
    switch self {
    case .day: "date"
    case .whole: "integer"
    case .number: "number"
    case .text, .mapped: "string"
    }
  }
}

extension ColumnTreatment {
  /// The treatment in words.
  var words: String {
    switch self {
    case .day: "a day, as the lake has days"
    case .number: "a number, as returned"
    case .keyed(.postcode): "a keyed postcode, which begins alike where postcodes do"
    case .keyed: "a keyed name"
    case .listed, .formed: "a code; what is none is left out"
    case .mapped: "the code that stands for it in all years"
    case .leftOut: "left out: the agreement does not name it"
    }
  }
}
