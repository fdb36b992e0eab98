extension Measure {
  /// The short name under which LAIT publishes the measure; nil where it does not.
  public var laitName: String? { Self.laitNames[id] }

  /// The measures that a director signs off, in the order of the page.
  public static let headlineNames = [
    "ref_count", "rereferral_pct", "ref_nfa_pct", "ref_notneed_pct", "assess_45d_pct", "cin_31mar_count",
    "cin_start_count", "cin_end_count", "icpc_15d_pct", "cpp_31mar_count", "cpp_start_count", "cpp_repeat_pct",
    "cpp_2y_ended_pct", "cpp_reviewed_pct", "cla_31mar_count", "cla_start_count", "cla_cease_count", "cla_uasc_count",
    "cla_3plus_pct", "cla_longterm_stable_pct", "cla_place_LAC_Foster_Placements",
    "cla_place_LAC_SecHome_And_ChildHome", "missing_pct", "sw_3plus_pct", "cease_adopted_count", "cease_sgo_count",
    "oc2_health_pct", "oc2_dental_pct", "oc2_sdq_received_pct", "oc2_sdq_mean", "cl_suitable_1921", "cl_eet_1921",
    "cl_notintouch_pct",
  ]

  private static let laitNames: [String: String] = [
    "cin_31mar_rate": "CIN", "ref_count": "CPP_Total_NumRef", "ref_rate": "CPP_Total_Rateper10,000",
    "rereferral_pct": "ReReferral", "ref_nfa_pct": "CIN_Refferals_NFA",
    "ref_notneed_pct": "Referrals_AssessedNotNeed", "ref_source_school_pct": "RefBySource_Schl_%",
    "ref_source_health_pct": "RefBySource_HealthServ_%", "ref_source_police_pct": "RefBySource_Police_%",
    "assess_45d_pct": "Continue_Assess_Comp", "s47_rate": "Section_47", "icpc_rate": "ISCP_Conf",
    "icpc_15d_pct": "CP_conf_15days", "icpc_days_10": "10_ICPC", "icpc_days_15": "15_ICPC",
    "icpc_days_20": "20_ICPC", "icpc_days_21": "21_ICPC", "cpp_31mar_count": "CPP_Num", "cpp_31mar_rate": "CPP_rate",
    "cpp_start_count": "CPP_Abuse", "cpp_start_rate": "CPP_Abuse_Rate", "cpp_end_rate": "DeRegCPR",
    "cpp_repeat_count": "ReRegCPR", "cpp_repeat_pct": "PrevRegCPR", "cpp_2y_open_pct": "CPPlans2yrsActive",
    "cpp_2y_ended_pct": "CPPlans2yrs", "cpp_reviewed_pct": "RevCP", "cin_open_dur_CINTime3months": "CINTime3months",
    "cin_open_dur_CINTime3-6": "CINTime3-6", "cin_open_dur_CINTime6-1": "CINTime6-1",
    "cin_open_dur_CINTime1-2": "CINTime1-2", "cin_open_dur_CINTime2more": "CINTime2more",
    "cin_end_dur_CINCease3months": "CINCease3months", "cin_end_dur_CINCease3-6": "CINCease3-6",
    "cin_end_dur_CINCease6-1": "CINCease6-1", "cin_end_dur_CINCease1-2": "CINCease1-2",
    "cin_end_dur_CINCease2more": "CINCease2more", "cla_31mar_count": "LACnum", "cla_31mar_rate": "LAC",
    "cla_start_count": "LACnum_Start", "cla_start_rate": "LAC_Start_Rate", "cla_cease_count": "LACceased",
    "cla_cease_rate": "LAC_Cease_Rate", "cla_uasc_count": "Unacc_Asylmn_Seek_Childn",
    "cla_uasc_pct": "Unacc_Asylmn_Seek_Childn%", "cla_start_uasc_pct": "UASC_%_Starting",
    "cla_3plus_pct": "LACStable_2016on", "cla_longterm_stable_pct": "LAC_LongStable%",
    "cla_place_LAC_Foster_Placements": "LAC_Foster_Placements",
    "cla_place_LAC_SecHome_And_ChildHome": "LAC_SecHome_And_ChildHome",
    "cla_place_LAC_Ind_SInd_Liv_Arr": "LAC_Ind_SInd_Liv_Arr",
    "cla_place_LAC_Other_Res_Settings": "LAC_Other_Res_Settings",
    "cla_place_LAC_Other_Place_Inc_Unreg": "LAC_Other_Place_Inc_Unreg",
    "cla_place_LAC_Parents_OR_Others": "LAC_Parents_OR_Others", "cla_20miles_out_pct": "LACDistance",
    "cease_adopted_count": "No_of LAC Adopted", "cease_adopted_pct": "%_of LAC Adopted",
    "cease_adopt_unopposed_pct": "LAC%_Adopt_AppUnop", "cease_adopt_consent_disp_pct": "LAC%_Adopt_ConsentDisp",
    "cease_sgo_count": "LAC_ceased_SGO", "cease_sgo_pct": "LAC_ceased_SGO%", "cease_cao_pct": "LAC_ceased_CAO%",
    "cease_home_planned_pct": "LAC_RetHome_CarePlan_%", "cease_home_unplanned_pct": "LAC_RetHome_Not_CarePlan_%",
    "oc2_convicted_pct": "LAC_Convictions", "oc2_health_pct": "LACHealth%", "oc2_imms_pct": "LACVaccinations%",
    "oc2_dental_pct": "LACDental%", "oc2_substance_pct": "LACSubstance", "oc2_sdq_mean": "Emotional_LAC",
    "cl_suitable_1921": "CareLeaverAcc", "cl_eet_1921": "CareLeaverEET", "cl_neet_1921": "CareLeaversNEET",
    "cl_he_1921": "LAC_19_HE", "cl_notintouch_pct": "CareLeavers_LA_NotInTouch", "cl_stayput_pct": "StayingPut",
    "missing_pct": "Children_missing", "away_pct": "Children_Away", "sw_3plus_pct": "Stability_SocialWorker",
  ]
}
