import KithAggregates
import Testing

/// A pair that passes, and what can be done to it.
struct PairText: Sendable {
  var data = """
    time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,children_count,children_percent
    2025,Reporting year,National,E92000001,England,,,,,,Total,100,12.5
    2025,Reporting year,National,E92000001,England,,,,,,Female,c,c
    2025,Reporting year,Regional,E92000001,England,E12000003,Yorkshire and The Humber,,,,Total,50,z
    2025,Reporting year,Local authority,E92000001,England,E13000002,Outer London,301,E09000002,Barking and Dagenham,Total,7,k

    """
  var metadata = """
    col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
    sex,Filter,Sex,,,,Filter by sex,
    children_count,Indicator,Number of children,,,0,,
    children_percent,Indicator,Percentage of children,,%,1,,

    """
  var name = "children.csv"
  var metadataName = "children.meta.csv"

  func screened() throws -> EESScreening {
    try EESScreening(
      data: Array(data.utf8), named: name, metadata: Array(metadata.utf8), named: metadataName)
  }
}

/// A change to a pair, and the rule that should then object to it.
struct Spoiling: Sendable, CustomTestStringConvertible {
  let rule: String
  let change: @Sendable (inout PairText) -> Void
  var testDescription: String { rule }

  static func data(_ rule: String, _ old: String, _ new: String) -> Spoiling {
    Spoiling(rule: rule) { $0.data = $0.data.replacing(old, with: new) }
  }

  static func metadata(_ rule: String, _ old: String, _ new: String) -> Spoiling {
    Spoiling(rule: rule) { $0.metadata = $0.metadata.replacing(old, with: new) }
  }

  /// Adds a column to every line of the data and the metadata a row for it.
  static func column(_ rule: String, _ name: String, _ values: [String], _ row: String) -> Spoiling {
    Spoiling(rule: rule) { pair in
      let lines = pair.data.split(separator: "\n")
      pair.data = zip(lines, [name] + values).map { "\($0),\($1)\n" }.joined()
      pair.metadata += row + "\n"
    }
  }

  static let failures: [Spoiling] = [
    Spoiling(rule: "spaces in a file name") {
      ($0.name, $0.metadataName) = ("the children.csv", "the children.meta.csv")
    },
    Spoiling(rule: "special characters in a file name") {
      ($0.name, $0.metadataName) = ("child+.csv", "child+.meta.csv")
    },
    Spoiling(rule: "names that do not match") { $0.metadataName = "metadata.csv" },
    .metadata("columns of the metadata", "filter_hint", "hint"),
    .metadata("other columns in the metadata", "filter_hint", "filter_hint,colour"),
    .data("columns of the data", "geographic_level", "geographical_level"),
    Spoiling(rule: "more metadata than data") { pair in
      pair.metadata += (1...9).map { "more_\($0),Indicator,More \($0),,,0,,\n" }.joined()
    },
    Spoiling(rule: "no rows") { $0.data = $0.data.split(separator: "\n")[0] + "\n" },
    .data("uneven lines", "Total,7,k", "Total,7"),
    .data("column names twice", "children_percent", "children_count"),
    .metadata("metadata without data", "children_count", "child_count"),
    .column("spaces in column names", "of whom", ["1", "2", "3", "4"], "of whom,Indicator,Of whom,,,0,,"),
    .column("groups in indicators", "female_count", ["1", "2", "3", "4"], "female_count,Indicator,Girls,,,0,,"),
    .metadata("types", "children_count,Indicator", "children_count,Count"),
    .metadata("columns of time and place", "sex,Filter", "la_name,Filter"),
    Spoiling(rule: "blank names") { $0.metadata += ",Indicator,Blank,,,0,,\n" },
    Spoiling(rule: "names twice") { $0.metadata += "sex,Filter,The sex,,,,,\n" },
    .metadata("labels", "Number of children", ""),
    .metadata("labels twice", "Percentage of children", "Number of children"),
    .metadata("filter columns of indicators", "children,,,0,,", "children,,,0,Choose,"),
    .metadata("indicator columns of filters", "sex,Filter,Sex,,,,", "sex,Filter,Sex,,%,,"),
    .column("groups listed as rows", "topic", ["Total", "Sex", "Total", "Total"], "topic,Filter,Topic,,,,,topic"),
    Spoiling(rule: "groups twice") { pair in
      pair.data = zip(
        pair.data.split(separator: "\n"), ["age,topic", "Total,Total", "1,Age", "Total,Total", "Total,Total"]
      )
      .map { "\($0),\($1)\n" }.joined()
      pair.metadata =
        pair.metadata.replacing("Filter by sex,", with: "Filter by sex,topic") + "age,Filter,Age,,,,,topic\n"
    },
    .column("places as filters", "region", ["Total", "B", "C", "D"], "region,Filter,Region,,,,,"),
    .metadata("units", ",%,", ",percent,"),
    .metadata("decimals", ",%,1", ",%,one"),
    .metadata("no indicators", ",Indicator,", ",Filter,"),
    .data("digits", "2025,", "2025a,"),
    .data("identifiers", "Reporting year", "Collection year"),
    .data("one kind of time", "2025,Reporting year,Regional", "2025,Calendar year,Regional"),
    .data("length", "2025,Reporting", "202425,Reporting"),
    .data("consecutive years", "2025,Reporting year", "202426,Financial year"),
    .data("single values", "Female", "Total"),
    .data("blanks", "Female", ""),
    .data("spaces around", "Female", " Female"),
    .column("more groups than items", "topic", ["Total", "B", "C", "D"], "")
      .also { $0.metadata = $0.metadata.replacing("Filter by sex,", with: "Filter by sex,topic") },
    .data("totals of time and place", "Barking and Dagenham", "Total"),
    .data("levels", "Regional", "Region"),
    .data("columns of a level", "Regional", "Ward"),
    .data("some columns of authorities", "new_la_code", "la_code"),
    .data("some columns of regions", "region_code", "area_code"),
    .data("countries", ",England,", ",Angleterre,"),
    .data("regions", "Yorkshire and The Humber", "Yorkshire"),
    .data("authorities", "Barking and Dagenham", "Barking"),
    .data("authorities", "301,E09000002", "301,E09000003"),
    .data("blanks in a level's own columns", "301,E09000002,Barking and Dagenham", ",,"),
    .data("columns of other levels", "England,,,,,,Total,100", "England,E12000001,North East,,,,Total,100"),
    .data("places not available", "E12000003,Yorkshire and The Humber,", "x,Yorkshire and The Humber,"),
    .data("rows twice", "Female,c,c", "Total,c,c").also { $0.data = $0.data.replacing("Total,7", with: "Female,7") },
    .data("words for nothing", ",7,k", ",NULL,k"),
    .data("blanks", ",7,k", ",,k"),
    .data("obsolete symbols", ",7,k", ",~,k"),
    .column(
      "columns of ethnicity", "ethnic_group", ["Total", "White", "Total", "Total"], "ethnic_group,Filter,Ethnicity,,,,,"
    ),
    .column(
      "ethnic groups", "ethnicity_major", ["Total", "Pink", "Total", "Total"], "ethnicity_major,Filter,Ethnicity,,,,,"),
  ]

  static let warnings: [Spoiling] = [
    Spoiling(rule: "capitals in a file name") { ($0.name, $0.metadataName) = ("Children.csv", "Children.meta.csv") },
    .column("data without metadata", "notes", ["a", "b", "c", "d"], ""),
    Spoiling(rule: "snake case") { pair in
      pair.data = pair.data.replacing("children_percent", with: "children_percent_%")
      pair.metadata = pair.metadata.replacing("children_percent", with: "children_percent_%")
    },
    Spoiling(rule: "first letter") { pair in
      pair.data = pair.data.replacing("children_count", with: "1_children")
      pair.metadata = pair.metadata.replacing("children_count", with: "1_children")
    },
    .column("characteristic", "characteristic", ["Total", "B", "C", "D"], "characteristic,Filter,Group,,,,,"),
    .metadata("no decimals", ",%,1", ",%,"),
    .data("defaults", "Total", "Everyone"),
    .data("regions of authorities", "E13000002,Outer London", ","),
    .data("old symbols", ",7,k", ",-,k"),
    .data("text", ",7,k", ",about 7,k"),
    .column("gender", "gender", ["Total", "B", "C", "D"], "gender,Filter,Gender,,,,,"),
    .metadata("length of labels", "Number of children", String(repeating: "Number ", count: 20)),
    .column(
      "length of column names", String(repeating: "count_", count: 9), ["1", "2", "3", "4"],
      String(repeating: "count_", count: 9) + ",Indicator,Long,,,0,,"),
    .data("length of filter items", "Female", String(repeating: "Female", count: 21)),
  ]

  func also(_ change: @escaping @Sendable (inout PairText) -> Void) -> Spoiling {
    Spoiling(rule: rule) { pair in
      self.change(&pair)
      change(&pair)
    }
  }
}

@Suite("The screening of EES pairs")
struct EESScreeningTests {
  @Test("a pair that keeps the standard has no findings, and every stage is looked at")
  func clean() throws {
    let screening = try PairText().screened()
    #expect(screening.findings == [])
    #expect(screening.passes && screening.lastStage == .limits && screening.rowCount == 4)
  }

  @Test("each failing rule finds its own example, and no stage after it is looked at", arguments: Spoiling.failures)
  func failure(spoiling: Spoiling) throws {
    var pair = PairText()
    spoiling.change(&pair)
    let screening = try pair.screened()
    let found = screening.findings.filter { $0.severity == .failure }
    #expect(found.contains { $0.rule == spoiling.rule }, "\(screening.findings)")
    #expect(found.allSatisfy { $0.stage == screening.lastStage })
    #expect(!screening.passes)
  }

  @Test("each warning finds its own example, and the pair passes", arguments: Spoiling.warnings)
  func warning(spoiling: Spoiling) throws {
    var pair = PairText()
    spoiling.change(&pair)
    let screening = try pair.screened()
    #expect(screening.findings.map(\.rule) == [spoiling.rule], "\(screening.findings)")
    #expect(screening.passes)
  }

  @Test("every rule of the screening has an example here")
  func complete() {
    let examples = Set((Spoiling.failures + Spoiling.warnings).map(\.rule))
    let untried = Set(EESScreening.ruleNames).subtracting(examples)
    // These have tests of their own below.
    #expect(
      untried == [
        "too many items", "invented authorities", "levels that tables leave out", "schools and providers",
        "length of location codes",
      ])
  }

  @Test("a filter of more than 25,000 items fails")
  func manyItems() throws {
    var pair = PairText()
    let items = (0...25_000).map { "2025,Reporting year,National,E92000001,England,\($0 == 0 ? "Total" : "\($0)"),1\n" }
    pair.data = EESScreeningTests.shortHeader + "item,children_count\n" + items.joined()
    pair.metadata = EESScreeningTests.shortMetadata
    #expect(try pair.screened().findings.map(\.rule) == ["too many items"])
  }

  @Test("a location's code of more than 30 characters is a warning")
  func longCodes() throws {
    var pair = PairText()
    let code = String(repeating: "W", count: 31)
    let rows = ["Total", "Other"].map { "2025,Reporting year,Ward,E92000001,England,\(code),A ward,\($0),1\n" }
    pair.data = EESScreeningTests.shortHeader + "ward_code,ward_name,item,children_count\n" + rows.joined()
    pair.metadata = EESScreeningTests.shortMetadata
    #expect(try pair.screened().findings.map(\.rule) == ["length of location codes"])
  }

  private static let shortHeader = "time_period,time_identifier,geographic_level,country_code,country_name,"
  private static let shortMetadata = """
    col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
    item,Filter,Item,,,,,
    children_count,Indicator,Number of children,,,0,,

    """

  @Test("a file without metadata fails for that, and the rest is looked at by what the columns hold")
  func withoutMetadata() throws {
    let pair = PairText()
    let screening = try EESScreening(
      data: Array(pair.data.utf8), named: pair.name, metadata: nil, named: pair.metadataName)
    #expect(screening.findings.map(\.rule) == ["metadata file"])
    #expect(screening.lastStage == .limits)
  }

  @Test("levels below authorities are known, and pass where they are as the standard has them")
  func otherLevels() throws {
    var pair = PairText()
    pair.data = """
      time_period,time_identifier,geographic_level,country_code,country_name,school_urn,school_name,school_laestab,provider_ukprn,provider_name,children_count
      202425,Academic year,National,E92000001,England,,,,,,5
      202425,Academic year,School,E92000001,England,100000,A school,3014000,,,5
      202425,Academic year,Provider,E92000001,England,,,,10000000,A provider,5

      """
    pair.metadata = pair.metadata.split(separator: "\n").filter { $0.hasPrefix("col") || $0.contains("count") }
      .joined(separator: "\n")
    let rules = try pair.screened().findings.map(\.rule)
    #expect(rules == ["levels that tables leave out", "schools and providers"])
  }

  @Test("invented authorities pass in a file that says it is synthetic, with a warning")
  func synthetic() throws {
    var pair = PairText()
    Spoiling.column("", "synthetic", ["y", "y", "y", "y"], "").change(&pair)
    pair.data = pair.data.replacing("301,E09000002,Barking and Dagenham", with: "011,x,Nowhere (synthetic)")
    #expect(try !pair.screened().passes)
    (pair.name, pair.metadataName) = ("synthetic_children.csv", "synthetic_children.meta.csv")
    let screening = try pair.screened()
    #expect(screening.findings.map(\.rule) == ["invented authorities"])
  }

  @Test("what is not comma-separated text cannot be screened")
  func unreadable() {
    #expect(throws: AggregatesError.self) {
      try EESScreening(data: Array("a,\"b".utf8), named: "a.csv", metadata: nil, named: "a.meta.csv")
    }
    #expect(throws: AggregatesError.self) { try EESScreening(path: "/nowhere/at/all.csv") }
  }
}
