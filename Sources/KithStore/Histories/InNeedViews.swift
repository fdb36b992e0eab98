import KithEngine

/// Times in need and child protection plans across years.
enum InNeedViews {
  static let all = [needEpisode, protectionPlan, needPlan]

  private static let needEpisode = NamedQuery(
    "need_episode",
    HistoryViews.once(
      "cin_cindetails", collection: "cin", child: "lachildid", day: "cinreferraldate", end: "cinclosuredate",
      columns: """
        r.referralsource, r.referralsource_mapped, r.primaryneedcode, r.reasonforclosure, r.reasonforclosure_mapped,
        r.dateofinitialcpc, coalesce(r.referralnfa_mapped, '') = '1' AS is_no_further_action
        """))

  private static let protectionPlan = NamedQuery(
    "protection_plan",
    HistoryViews.once(
      "cin_childprotectionplans", collection: "cin", child: "lachildid", day: "cppstartdate", end: "cppenddate",
      columns: "r.initialcategoryofabuse, r.latestcategoryofabuse, r.numberofpreviouscpp"))

  private static let needPlan = NamedQuery(
    "need_plan",
    HistoryViews.once(
      "cin_cinplandates", collection: "cin", child: "lachildid", day: "cinplanstartdate", end: "cinplanenddate",
      columns: "r.cindetailsid"))
}
