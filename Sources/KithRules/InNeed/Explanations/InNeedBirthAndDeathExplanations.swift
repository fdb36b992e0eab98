/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedBirthAndDeathExplanations = #"""
  ## 4008

  Nothing is planned for a child who has died.
  Example: PersonDeathDate is 2025-06-01 and CINPlanStartDate 2025-06-10.

  ## 4009Q

  A plan ends on the day of death at the latest, though the paper may say otherwise.
  Example: PersonDeathDate is 2025-06-01 and CINPlanEndDate 2025-06-10.

  ## 8530Q

  A child expected long before the year's end will have been born, and one expected later than nine months after it
  could not be known of. The 30 days and the 9 months are themselves allowed.
  Example: in the census to 31 March 2026, ExpectedPersonBirthDate is 2025-12-24.

  ## 8535Q

  A child who died was born, and not after the death.
  Example: PersonBirthDate is 2025-06-02 and PersonDeathDate 2025-06-01.

  ## 8545Q

  A child who died before the year was not in need in it, and the census knows nothing after 31 March.
  Example: in the census to 31 March 2026, PersonDeathDate is 2025-03-20.

  ## 8585Q

  RC2 says that the child died, so the day should be known.
  Example: ReasonForClosure is RC2 and PersonDeathDate is blank.

  ## 8606

  A child not yet born may be referred, but not before the pregnancy: 280 days at most.
  Example: PersonBirthDate is 2025-12-01 and CINreferralDate 2025-01-15.
  """#
