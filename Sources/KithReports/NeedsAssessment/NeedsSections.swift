import KithMeasures
import KithStudies

/// The sections of a strategic needs assessment: who the children are, then the way through the service, then what follows from it.
let needsSections: [NeedsSection] = [
  NeedsSection(
    "Child population and context",
    [
      .population, .trend("ChildPov"),
      .spine(
        "Population and economy",
        ["PriFSM", "SecFSM", "EALPri", "EALSec", "16-17_not known_NEET", "%_2yr_olds", "SEN_TotStat", "SEN_TotSENSuP"]),
    ]),
  NeedsSection(
    "Risk context",
    [
      .factors,
      .spine(
        "Health and safety of all children",
        [
          "InfMort", "Low_Birth_Weight_Babies", "Under18concep", "CMH_0-17yrs", "Hosp_Adm_Alc_<18yrs", "RTA",
          "FirstYJS",
        ]),
    ]),
  NeedsSection(
    "Front door: referrals",
    [
      .trend("CPP_Total_Rateper10,000"), .trend("ReReferral"),
      .parts(
        "Source of referrals, the three largest",
        [("RefBySource_Schl_%", "School"), ("RefBySource_HealthServ_%", "Health"), ("RefBySource_Police_%", "Police")]),
      .trend("Referrals_AssessedNotNeed"), .monthly(.referrals),
      .ownYears(
        "Referrals",
        ["ref_count", "ref_rate", "rereferral_pct", "ref_nfa_pct", "ref_notneed_pct", "ref_source_police_pct"]),
    ]),
  NeedsSection(
    "Assessment and children in need",
    [
      .trend("CIN"), .trend("Continue_Assess_Comp"),
      .parts(
        "How long cases open at 31 March had been open",
        [
          ("CINTime3months", "Under 3 months"), ("CINTime3-6", "3 to 6 months"), ("CINTime6-1", "6 months to a year"),
          ("CINTime1-2", "1 to 2 years"), ("CINTime2more", "2 years or more"),
        ]),
      .ownYears(
        "Children in need", ["cin_31mar_count", "cin_31mar_rate", "cin_start_count", "cin_end_count", "assess_45d_pct"]),
      .ownGroups("cin_31mar_count", .age, "age"), .ownGroups("cin_31mar_count", .need, "primary need"),
    ]),
  NeedsSection(
    "Child protection",
    [
      .trend("Section_47"), .enquiries, .trend("CPP_rate"), .funnel(rate: "CPP_rate", count: "CPP_Num"),
      .trend("PrevRegCPR"),
      .spine(
        "Timeliness and repeat plans", ["CP_conf_15days", "RevCP", "PrevRegCPR", "CPPlans2yrs", "CPPlans2yrsActive"]),
      .ownYears(
        "Child protection",
        ["cpp_31mar_count", "cpp_31mar_rate", "cpp_start_count", "cpp_repeat_pct", "cpp_2y_ended_pct", "icpc_15d_pct"]),
      .ownGroups("cpp_31mar_count", .abuse, "category of abuse"),
    ]),
  NeedsSection(
    "Children in care",
    [
      .trend("LAC"), .funnel(rate: "LAC", count: "LACnum"), .tiles("LAC"), .trend("LAC_Start_Rate"),
      .trend("LAC_Cease_Rate"),
      .count("Unacc_Asylmn_Seek_Childn"), .monthly(.careStarts),
      .ownYears(
        "Children in care",
        ["cla_31mar_count", "cla_31mar_rate", "cla_start_count", "cla_cease_count", "cla_uasc_count"]),
      .ownGroups("cla_31mar_count", .age, "age"), .ownGroups("cla_31mar_count", .ethnicity, "ethnic group"),
      .ownGroups("cla_31mar_count", .legalStatus, "legal status"),
    ]),
  NeedsSection(
    "Placements and sufficiency",
    [
      .parts(
        "Where children looked after live",
        [
          ("LAC_Foster_Placements", "Foster care"), ("LAC_SecHome_And_ChildHome", "Children's homes"),
          ("LAC_Ind_SInd_Liv_Arr", "Supported accommodation"), ("LAC_Parents_OR_Others", "Parents"),
          ("LAC_Other_Res_Settings", "Other residential"), ("LAC_Other_Place_Inc_Unreg", "Other"),
        ]),
      .trend("LACStable_2016on"), .trend("LAC_LongStable%"), .trend("LACDistance"), .count("Number_Foster_Places(New)"),
      .count("Number_Foster_Places_Filled(New)"), .ownGroups("cla_31mar_count", .placement, "placement"),
      .slot(.sufficiency),
    ]),
  NeedsSection(
    "Health of children looked after",
    [
      .spine(
        "Health", ["LACHealth%", "LACDental%", "LACVaccinations%", "LACSubstance", "Emotional_LAC", "LAC_Convictions"]),
      .trend("Emotional_LAC"),
    ]),
  NeedsSection(
    "Education",
    [
      .spine(
        "Children looked after and in need at school",
        [
          "LAC_KS2_ExpStd_RWM", "LAC_KS4_AVG_Attain8", "LAC_Over_Abs", "LAC_Pers_Abs", "LAC_Fixed_ Ex",
          "CIN_KS2_ExpStd_RWM",
          "CIN_Avg_Attain8_KS4", "CINTotalAb_3Term", "CINPermAbsent_3Term", "CINFixedExclusion",
        ]),
      .trend("LAC_KS4_AVG_Attain8"), .outcomes,
    ]),
  NeedsSection(
    "Permanence and leaving care",
    [
      .count("No_of LAC Adopted"), .trend("LAC_ceased_SGO%"), .trend("CareLeaverEET"), .trend("CareLeaverAcc"),
      .spine(
        "Care leavers",
        ["CareLeaverEET", "CareLeaversNEET", "CareLeaverAcc", "LAC_19_HE", "StayingPut", "CareLeavers_LA_NotInTouch"]),
      .ownYears(
        "Leaving care",
        ["cease_adopted_count", "cease_sgo_count", "cl_suitable_1921", "cl_eet_1921", "cl_notintouch_pct"]),
    ]),
  NeedsSection("Journeys: first contact by age", [.incidence]),
  NeedsSection("Inequality", [.inequality, .trend("FSM_AVG_Attain8_Score"), .trend("NonFSM_AVG_Attain8_Score")]),
  NeedsSection(
    "Demand and cost",
    [
      .forecast, .cost, .trend("RescareFinance"), .trend("FosteringFinance"), .count("TotalLACFinance"),
      .count("SafeguardingFinance"),
    ]),
  NeedsSection(
    "Comparison with neighbours",
    [
      .spine(
        "Headlines",
        [
          "CPP_Total_Rateper10,000", "ReReferral", "CIN", "Section_47", "CPP_rate", "LAC", "LACStable_2016on",
          "CareLeaverEET",
        ]),
      .spine(
        "Workforce",
        [
          "Work_Force_Vac_Rate", "Work_Force_TO_Rate", "Work_Force_Agecy_Rate", "Work_Force_AvgNumCase_SW",
          "Stability_SocialWorker",
        ]),
      .slot(.reasons),
    ]),
  NeedsSection("Voice, services and evidence", [.slot(.voice), .slot(.services), .slot(.evidence)]),
]

/// The measures that a summary begins with.
let needsHeadlines = ["CPP_Total_Rateper10,000", "ReReferral", "CPP_rate", "LAC", "CareLeaverEET"]
