import KithMeasures

/// One A4 page of an overview: a stage of the service.
struct OverviewSheet {
  let title: String
  /// Words that stand first.
  let note: String
  /// The measures of its table.
  let measures: [String]
  /// The count that is drawn by groups, and by what.
  let groups: (measure: String, by: Breakdown, words: String)?
  /// The measure of LAIT that is drawn over time.
  let trend: String?

  init(
    _ title: String, note: String = "", measures: [String],
    groups: (measure: String, by: Breakdown, words: String)? = nil, trend: String? = nil
  ) {
    self.title = title
    self.note = note
    self.measures = measures
    self.groups = groups
    self.trend = trend
  }
}

/// The pages, in the order of the Annex A lists that inspectors know.
///
/// Source: Ofsted, "Annex A" child-level data request; the order of pages is that of the Children's Services Analysis Tool.
let overviewSheets: [OverviewSheet] = [
  OverviewSheet(
    "Contacts and early help",
    note:
      "Neither return holds contacts or early help, so nothing is shown of them here. They stand in lists 1 and 2 of Annex A.",
    measures: []),
  OverviewSheet(
    "Referrals",
    measures: [
      "ref_count", "ref_rate", "rereferral_pct", "ref_nfa_pct", "ref_notneed_pct", "ref_source_school_pct",
      "ref_source_health_pct", "ref_source_police_pct",
    ], trend: "CPP_Total_Rateper10,000"),
  OverviewSheet(
    "Assessments",
    measures: ["assess_count", "assess_45d_pct", "s47_count", "s47_rate", "icpc_count", "icpc_rate", "icpc_15d_pct"],
    trend: "Continue_Assess_Comp"),
  OverviewSheet(
    "Children in need",
    measures: [
      "cin_31mar_count", "cin_31mar_rate", "cin_start_count", "cin_end_count", "cin_open_dur_CINTime3months",
      "cin_open_dur_CINTime2more",
    ], groups: ("cin_31mar_count", .need, "primary need")),
  OverviewSheet(
    "Child protection",
    measures: [
      "cpp_31mar_count", "cpp_31mar_rate", "cpp_start_count", "cpp_end_count", "cpp_repeat_pct", "cpp_2y_open_pct",
      "cpp_2y_ended_pct", "cpp_reviewed_pct",
    ], groups: ("cpp_31mar_count", .abuse, "category of abuse")),
  OverviewSheet(
    "Children looked after",
    measures: [
      "cla_31mar_count", "cla_31mar_rate", "cla_start_count", "cla_cease_count", "cla_uasc_count", "cla_3plus_pct",
      "cla_longterm_stable_pct", "cla_20miles_out_pct", "missing_pct", "oc2_health_pct", "oc2_dental_pct",
      "oc2_sdq_mean",
    ], groups: ("cla_31mar_count", .placement, "placement")),
  OverviewSheet(
    "Care leavers",
    measures: ["cl_suitable_1921", "cl_eet_1921", "cl_neet_1921", "cl_he_1921", "cl_notintouch_pct", "cl_stayput_pct"],
    trend: "CareLeaverEET"),
  OverviewSheet(
    "Adoption and other permanence",
    measures: [
      "cease_adopted_count", "cease_adopted_pct", "cease_sgo_count", "cease_sgo_pct", "cease_cao_pct",
      "cease_home_planned_pct",
    ], trend: "%_of LAC Adopted"),
]

/// The ten headlines of the director's page.
let directorHeadlines = [
  "ref_rate", "rereferral_pct", "assess_45d_pct", "cin_31mar_rate", "cpp_31mar_rate", "cpp_repeat_pct",
  "cla_31mar_rate",
  "cla_3plus_pct", "cla_place_LAC_Foster_Placements", "cl_eet_1921",
]
