/// What each step of a script is, in words.
enum StepWords {
  /// The words for a step; nil for a name that no step has.
  static func about(_ step: String) -> String? { words[step] }

  private static let words: [String: String] = [
    "submission_as_of":
      "The returns of the year and of the years before that measures look back to, and none of a later year.",
    "held_as_of": "The first and last of those years of each authority and collection.",
    "child_as_of": """
    The children of the year's own SSDA903 returns, care leavers among them, and whoever has a day of the year in an earlier one: of \
    no other is anything counted in the year.
    """,
    "episode_as_of": """
    Each episode of care of these children once, told by authority, child and first day: of several years' rows the latest year's. An episode \
    without an end that a later return of the authority no longer holds is taken to end after its own return's last day.
    """,
    "run_as_of": """
    Each episode with the number of its period of care and of its placement among the child's. A period is made of episodes \
    that follow each other to the day. A placement goes on through a change of legal status only (RNE L) and through one of \
    the placement's status with the same carers (T, U). Short breaks in a series (V3, V4) are a sequence of their own.
    """,
    "care_submission": "The SSDA903 returns of the year, and whether each says in its header who is unaccompanied.",
    "care_held": "The authorities of the SSDA903 return, and of which years there are returns.",
    "care_child": "Each child of the year's SSDA903 return: date of birth, sex, ethnicity.",
    "care_unaccompanied": "Until when a child counts as an unaccompanied asylum-seeking child.",
    "care_run": "The episodes without short breaks, which are no time looked after.",
    "care_period":
      "Each period of care: its start, its end, and its start again where the return says that the child came into care.",
    "care_placement": "Each placement: its first episode's place, and its last one's place and end.",
    "care_at_end": "The episode in which each child is on 31 March.",
    "placements_counted": """
    How many placements of a day or longer each child was in, in the year and in two years, temporary ones (T0 to T4) as the edges say.
    """,
    "care_stay": """
    The placements that are not temporary (in SQL those of the period of 31 March), with the number of the stay with the same \
    carers: a temporary placement between two in one place (its kind, provider, number and postcode) does not end it.
    """,
    "stay_start": "When each stay began.",
    "lasting_placement": """
    The placement that counts on 31 March, which for a child away for a time (T0 to T4) is the one before: since when the child \
    has been with the same carers, and since when with those before them.
    """,
    "absence_in_year": "Children who were missing or away without authorisation in the year.",
    "workers_in_year": "How many social workers each child had in the year.",
    "outcome_in_year": "What OC2 says of each child.",
    "looked_after": "Children looked after at any time in the year, and what is known of each.",
    "started": "Children who started to be looked after in the year, each once, at the first start in it.",
    "adoption_placed": "The first day on which a child was placed for adoption in each period of care (A3 to A6).",
    "adoption_decision": "The decision that a child should be placed for adoption, where it has not been reversed.",
    "adoption_match": "The decision and the match with the adopters, of children adopted in the year.",
    "ceased": """
    Children who ceased to be looked after in the year, each once, at the last end in it, and not where care went on the same \
    day; with the days between the steps of an adoption.
    """,
    "new_placements": "Placements that began in the year, without temporary ones.",
    "placement_changes": "Placements that ended in the year in a change of placement, without temporary ones.",
    "foster_end": "The days on which a time in foster care ended and the child left care.",
    "care_leavers": "Care leavers of 17 to 21 in OC3.",
    "care_stated": "Whether each return says in its header who is unaccompanied: the XML layout does.",
    "care_status": "What the header says of each child: 1 for an unaccompanied asylum-seeking child.",
    "care_in_year": "Children looked after at any time in the year.",
    "stay_before": "When the stay before each stay began.",
    "foster_end_at_birthday": "The birthdays on which, or on whose eve, foster care ended and the child left care.",
    "plan_case": "The cases with a child protection plan.",
    "plan_dates_case": "The cases with a child in need plan.",
    "enquiry_case": "The cases with an enquiry under section 47.",
    "assessment_in_year": "The assessments authorised in the year.",
    "conference_on_transfer": "Conferences of children who moved in with a plan.",
    "need_submission": "The CIN Censuses of the year.",
    "need_held": "The authorities of the CIN Census, and of which years there are censuses.",
    "child_ethnicity": "The ethnicity of each child of the year's census.",
    "need_child": "Each child of the year's census: sex, age at 31 March, ethnicity.",
    "need_acted": "The cases with a plan or an enquiry.",
    "need_case": """
    Each case of need of the year's census. A case not in need is one closed by the end of the year after assessment (RC8, RC9), \
    with neither a plan nor an enquiry under section 47.
    """,
    "referral_before": "Referrals with the day of the child's one before, where two years' censuses have one.",
    "referrals": "Referrals dated in the year, no further action among them.",
    "episodes_of_need":
      "Episodes of need open at any time in the year; no further action and assessed as not in need are none.",
    "working_day":
      "The calendar: each day with the number of working days up to it (no weekends, no bank holidays of England).",
    "working_day_from": "The same calendar for the days on which something started.",
    "working_day_to": "The same calendar for the days on which something ended.",
    "assessments": "Assessments authorised in the year, and how many working days they took.",
    "assessment_factor": "The factors found by the assessments authorised in the year, by case.",
    "assessed_episodes": "Cases with an assessment authorised in the year, and the factors found.",
    "enquiries": "Section 47 enquiries that started in the year.",
    "conference_held":
      "Conferences after an enquiry, and those of children who moved in with a plan, which follow none here.",
    "conferences":
      "Initial child protection conferences held in the year, and how many working days after the enquiry.",
    "plan_reviews": """
    The reviews of each plan: the first, the last, and whether one came more than six months after the one before.
    """,
    "protection_plans": "Child protection plans open at any time in the year.",
  ]
}
