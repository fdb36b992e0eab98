/// A geographic level of the Department for Education's open data standards, with the columns in which its places stand.
struct EESLevel: Sendable {
  let name: String
  /// The columns of code, name and second code; nil where the level has none.
  let code: String?
  let nameColumn: String?
  let secondCode: String?
  /// The other levels in whose rows these columns may be filled.
  let below: Set<String>

  var columns: [String] { [code, nameColumn, secondCode].compactMap { $0 } }

  private init(_ name: String, _ code: String?, _ nameColumn: String?, second: String? = nil, below: Set<String> = []) {
    self.name = name
    self.code = code
    self.nameColumn = nameColumn
    self.secondCode = second
    self.below = below.union(["School", "Provider", "Institution"])
  }

  /// The levels, largest first.
  static let all: [EESLevel] = [
    EESLevel("National", "country_code", "country_name"),
    EESLevel(
      "Regional", "region_code", "region_name",
      below: [
        "Local authority", "Local authority district", "Parliamentary constituency", "Ward", "Opportunity area",
        "Local skills improvement plan area", "Local enterprise partnership", "English devolved area", "Planning area",
        "Police force area",
      ]),
    EESLevel(
      "Local authority", "new_la_code", "la_name", second: "old_la_code",
      below: ["Local authority district", "Parliamentary constituency", "Ward", "Planning area", "Police force area"]),
    EESLevel("Local authority district", "lad_code", "lad_name", below: ["Ward", "Police force area"]),
    EESLevel("RSC region", nil, "rsc_region_lead_name"),
    EESLevel("Parliamentary constituency", "pcon_code", "pcon_name"),
    EESLevel(
      "Local skills improvement plan area", "lsip_code", "lsip_name",
      below: ["Local authority district", "Planning area"]),
    EESLevel(
      "Local enterprise partnership", "local_enterprise_partnership_code", "local_enterprise_partnership_name"),
    EESLevel("English devolved area", "english_devolved_area_code", "english_devolved_area_name"),
    EESLevel("Opportunity area", "opportunity_area_code", "opportunity_area_name"),
    EESLevel("Ward", "ward_code", "ward_name"),
    EESLevel("MAT", "trust_id", "trust_name"),
    EESLevel("Sponsor", "sponsor_id", "sponsor_name"),
    EESLevel("School", "school_urn", "school_name", second: "school_laestab"),
    EESLevel("Provider", "provider_ukprn", "provider_name"),
    EESLevel("Institution", "institution_id", "institution_name"),
    EESLevel("Planning area", "planning_area_code", "planning_area_name"),
    EESLevel("Police force area", "pfa_code", "pfa_name"),
  ]

  /// Columns that every file has.
  static let required = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]

  /// Every column of time and place, with those that files have had, which are neither filter nor indicator.
  static let allColumns = Set(
    required + all.flatMap(\.columns) + [
      "geographical_level", "lep_name", "mayoral_combined_authority_code", "mayoral_combined_authority_name",
    ])

  /// A name that only a column of places has: the standard's pattern, read by its words.
  static func isPlaceName(_ column: String) -> Bool {
    let name = column.lowercased()
    let wholes: Set<String> = [
      "laestab", "estab", "sch", "school", "schools", "prov", "provider", "providers", "inst", "institution",
      "institutions", "name", "code", "urn", "ukprn", "number", "upin", "id", "region", "la", "lad", "rsc", "pcon",
      "lep",
      "mca", "oa", "ward", "mat",
    ]
    let starts = [
      "sch", "prov", "inst", "estab", "reg", "la", "local", "rsc", "pfa", "pcon", "lep", "mca", "oa", "ward", "mat",
    ]
    let ends = ["name", "code", "urn", "ukprn", "number", "upin", "id"]
    return wholes.contains(name)
      || (starts.contains(where: name.hasPrefix) && ends.contains(where: name.hasSuffix))
  }
}
