import KithReturns
public import KithStore

/// A table that the scripts read: rows of the returns with `authority` and `year` in place of a submission, and no more
/// columns than measures ask of.
public struct ScriptTable: Hashable, Sendable {
  /// The table's name, as in the store.
  public let name: String
  /// The columns beside `authority` and `year`, in order.
  public let columns: [Column]
  /// How many years' rows are read, the year's own among them.
  public let years: Int
  /// The stems of the columns of mapped codes that are made of it.
  let mapped: [String]

  /// A column.
  public struct Column: Hashable, Sendable {
    /// The name: the guidance's, in small letters.
    public let name: String
    /// What it holds.
    public let kind: Kind
    /// Whether any number does in place of the value, the same for the same value: who or where it is does not matter.
    public let isToken: Bool
  }

  /// What a column holds.
  public enum Kind: String, Hashable, Sendable {
    /// A code or a name.
    case text
    /// A day as 2025-03-31.
    case day
    /// A number.
    case number
  }

  /// The part of the store's table that it is.
  public var part: TablePart {
    TablePart(name, columns: columns.map(\.name), tokens: Set(columns.filter(\.isToken).map(\.name)), years: years)
  }

  /// The collection.
  var collection: CollectionKind { name.hasPrefix("cin_") ? .inNeed : .lookedAfter }

  private init(_ name: String, years: Int = 1, mapped: [String] = [], _ columns: String) {
    self.name = name
    self.years = years
    self.mapped = mapped
    self.columns = columns.split(separator: " ").map { word in
      let parts = word.split(separator: ":").map { String($0) }
      let kind = parts.count > 1 ? parts[1] : "text"
      return Column(name: parts[0], kind: Kind(rawValue: kind) ?? .text, isToken: kind == "token")
    }
  }

  /// Every table, those of the SSDA903 return first.
  public static let all: [ScriptTable] = [
    ScriptTable("ssda903_header", mapped: ["sex"], "child sex dob:day ethnic uasc"),
    ScriptTable(
      "ssda903_episodes", years: MeasureRun.years, mapped: ["place", "rec"],
      """
      position:number child decom:day rne ls cin place place_provider dec:day rec reason_place_change urn pl_post:token \
      pl_location pl_distance:number
      """),
    ScriptTable("ssda903_uasc", "child duc:day"),
    ScriptTable(
      "ssda903_oc2",
      """
      child sdq_score:number convicted health_check immunisations teeth_check health_assessment substance_misuse
      """),
    ScriptTable("ssda903_oc3", "child dob:day in_touch activ accom"),
    ScriptTable("ssda903_ad1", "child date_int:day date_match:day"),
    ScriptTable("ssda903_placedadoption", "child date_placed:day date_placed_ceased:day"),
    ScriptTable("ssda903_missing", "child missing mis_start:day mis_end:day"),
    ScriptTable("ssda903_swepisodes", "child sw_id:token sw_decom:day sw_dec:day"),
    ScriptTable(
      "cin_childidentifiers", mapped: ["sex"], "position:number lachildid personbirthdate:day gendercurrent sex"),
    ScriptTable("cin_childcharacteristics", "parent_position:number ethnicity"),
    ScriptTable(
      "cin_cindetails", years: 2, mapped: ["reasonforclosure", "referralnfa"],
      """
      position:number parent_position:number lachildid cinreferraldate:day referralsource primaryneedcode \
      cinclosuredate:day reasonforclosure dateofinitialcpc:day referralnfa
      """),
    ScriptTable(
      "cin_assessments",
      "position:number parent_position:number assessmentactualstartdate:day assessmentauthorisationdate:day"),
    ScriptTable("cin_assessmentfactorslist", "parent_position:number assessmentfactor"),
    ScriptTable("cin_section47", "parent_position:number s47actualstartdate:day dateofinitialcpc:day"),
    ScriptTable(
      "cin_childprotectionplans",
      """
      position:number parent_position:number cppstartdate:day cppenddate:day initialcategoryofabuse \
      numberofpreviouscpp:number
      """),
    ScriptTable("cin_cinplandates", "parent_position:number"),
    ScriptTable("cin_reviews", "parent_position:number cppreviewdate:day"),
  ]

  /// The name of the table of children of 0 to 17, which no return holds.
  public static let populationName = "child_population"
}

extension ScriptTable {
  /// The codes that stand for others in a column of mapped codes, by the column that they are in: the first column that has
  /// a value decides.
  func mappings(of stem: String) -> [(column: String, codes: [(code: String, mapped: String)])] {
    let own = Harmonisation.standard.mappings.filter {
      $0.collection == collection && $0.column == stem
        && name == $0.collection.rawValue + "_" + $0.table.lowercased()
    }
    let fields = own.map(\.field).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return fields.map { field in
      (
        field.lowercased(),
        own.filter { $0.field == field && $0.code != $0.mapped }.map { ($0.code, $0.mapped) }
      )
    }
  }
}
