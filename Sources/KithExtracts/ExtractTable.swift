import KithEngine

/// A table of an extract.
public struct ExtractTable: Sendable {
  /// The file's name without its ending.
  public let name: String
  /// What a row is.
  public let row: String
  /// The columns.
  public let columns: [ExtractColumn]
  /// The view of the store whose rows these are.
  let view: String

  /// The same table with the columns that an agreement's fields name, and those that every extract has; nil where it names
  /// none of them.
  func covered(by fields: Set<String>) -> ExtractTable? {
    let kept = columns.filter { column in column.fields.allSatisfy { fields.contains($0.lowercased()) } }
    guard kept.contains(where: { !$0.fields.isEmpty }) else { return nil }
    return ExtractTable(name: name, row: row, columns: kept, view: view)
  }
}

extension ExtractTable {
  private static let child = ExtractColumn.always("child_id", "the person's keyed name", .keyed, "m.keyed")
  private static let authority = ExtractColumn.always(
    "authority", "the authority that returned it, by DfE's three digits", .words, "t.authority")
  private static let year = ExtractColumn.always(
    "year", "the collection year of the latest return that has it, by the year in which it ends", .number, "t.year")
  private static let end = ExtractColumn.always(
    "end_state", "how the time ends in the store: ended; open at 31 March; lost, when later returns do not have it",
    .words, "t.end_state")

  /// All tables of an extract.
  public static func all(_ choices: ExtractChoices) -> [ExtractTable] {
    [children(choices), returns, episodes(choices), needEpisodes(choices), plans(choices)]
  }

  private static func children(_ choices: ExtractChoices) -> ExtractTable {
    let birth = ExtractColumn.day("birth", "birth", "DOB", of: "ssda903_header", "born", choices)
    return ExtractTable(
      name: "children", row: "a person",
      columns: [
        child, .always("authorities", "how many authorities have returned the person", .number, "t.authorities"),
      ]
        + (choices.dates == .month ? [birth] : [])
        + [
          .code("sex", "sex", "SEX", of: "ssda903_header", "Sex", "sex"),
          .code("ethnicity", "ethnic group", "ETHNIC", of: "ssda903_header", "Ethnicity", "ethnicity"),
        ], view: "person")
  }

  private static let returns = ExtractTable(
    name: "returns", row: "a child in a collection of an authority, as the latest return has it",
    columns: [
      child, authority, year, .always("collection", "ssda903 or cin", .words, "t.collection"),
      .code("sex", "sex", "SEX", of: "ssda903_header", "Sex", "sex"),
      .code("ethnicity", "ethnic group", "ETHNIC", of: "ssda903_header", "Ethnicity", "ethnicity"),
    ], view: "person_record")

  private static func episodes(_ choices: ExtractChoices) -> ExtractTable {
    let table = "ssda903_episodes"
    return ExtractTable(
      name: "episodes", row: "an episode of being looked after",
      columns: [
        child, authority, year, .day("started", "first day", "DECOM", of: table, "started", choices),
        .day("ended", "first day after it", "DEC", of: table, "ends", choices), end,
        .code("start_reason", "reason for a new episode", "RNE", of: table, "StartReason", "rne"),
        .code("legal_status", "legal status", "LS", of: table, "LegalStatus", "ls"),
        .code("need", "category of need", "CIN", of: table, "CategoryOfNeed", "need"),
        .code(
          "placement", "placement, codes of all years brought together", "PLACE", of: table, "PlacementType",
          "place_mapped"),
        .code(
          "provider", "who provides the placement", "PLACE_PROVIDER", of: table, "PlacementProvider", "place_provider"),
        .code("end_reason", "reason why the episode ended", "REC", of: table, "EndReason", "rec"),
        .code(
          "change_reason", "reason for a change of placement", "REASON_PLACE_CHANGE", of: table, "ChangeReason",
          "reason_place_change"),
        .code(
          "location", "whether the placement is in the authority", "PL_LOCATION", of: table, "PlacementLocation",
          "pl_location"),
        .number("distance", "miles from home to placement", "PL_DISTANCE", of: table, "pl_distance"),
      ] + ExtractColumn.places("home", "home", "HOME_POST", of: table, "home_post", choices)
        + ExtractColumn.places("placement", "placement", "PL_POST", of: table, "pl_post", choices),
      view: "looked_after_episode")
  }

  private static func needEpisodes(_ choices: ExtractChoices) -> ExtractTable {
    let table = "cin_cindetails"
    return ExtractTable(
      name: "need_episodes", row: "an episode of need, referrals without further action among them",
      columns: [
        child, authority, year,
        .day("started", "referral", "CINreferralDate", of: table, "started", choices),
        .day("ended", "closure", "CINclosureDate", of: table, "ends", choices), end,
        .code(
          "referral_source", "who referred, codes of all years brought together", "ReferralSource", of: table,
          "ReferralSource", "referralsource_mapped"),
        .code("primary_need", "primary need", "PrimaryNeedCode", of: table, "PrimaryNeed", "primaryneedcode"),
        .code(
          "closure_reason", "reason for closure, codes of all years brought together", "ReasonForClosure", of: table,
          "ClosureReason", "reasonforclosure_mapped"),
        ExtractColumn(
          name: "no_further_action", meaning: "1 where the referral led to none", fields: ["ReferralNFA"],
          source: (table, "ReferralNFA"), treatment: .number, value: "CAST(t.is_no_further_action AS INTEGER)"),
      ], view: "need_episode")
  }

  private static func plans(_ choices: ExtractChoices) -> ExtractTable {
    let table = "cin_childprotectionplans"
    return ExtractTable(
      name: "protection_plans", row: "a child protection plan",
      columns: [
        child, authority, year, .day("started", "first day", "CPPstartDate", of: table, "started", choices),
        .day("ended", "first day after it", "CPPendDate", of: table, "ends", choices), end,
        .code(
          "first_category", "initial category of abuse", "InitialCategoryOfAbuse", of: table, "CategoryOfAbuse",
          "initialcategoryofabuse"),
        .code(
          "last_category", "latest category of abuse", "LatestCategoryOfAbuse", of: table, "CategoryOfAbuse",
          "latestcategoryofabuse"),
        .number("previous_plans", "number of previous plans", "NumberOfPreviousCPP", of: table, "numberofpreviouscpp"),
      ], view: "protection_plan")
  }
}
