// Who a child is: identifiers, birth, death, sex and ethnic group.
import KithReturns
import KithTables

let childRules: [Rule<InNeedReturn>] = [
  .child("8500", [.childIdentifier], "The child has no identifier.", fix: "Give LAchildID.") { c in
    c.childID.isMissing
  },
  .child(
    "8510", [.childIdentifier], "Another child of the return has the same identifier.",
    fix: "Give each child an LAchildID of its own, or make the two records one."
  ) { c in
    c.collection.repeatedIdentifiers.contains(c.childID)
  },
  .child("8520", [.birthDate], "The child was born after the year ended.", fix: "Correct PersonBirthDate.") { c in
    c.birthDate > c.collection.end
  },
  .child(
    "8525Q", [.birthDate, .expectedBirthDate], "The child has both a date of birth and an expected one, or neither.",
    fix: "Give PersonBirthDate, or ExpectedPersonBirthDate of a child not yet born.", severity: .query
  ) { c in
    c.birthDate.isMissing && c.expectedBirthDate.isMissing || c.birthDate.isPresent && c.expectedBirthDate.isPresent
  },
  .child(
    "4180", [.gender], "The gender is blank or is not one of the codes.", fix: "Write 1, 2, 0 or 9 in GenderCurrent.",
    years: .until(2024)
  ) { c in
    c.gender.isMissingOrNone(of: .all)
  },
  .child(
    "4180", [.personSex], "The sex is blank or is not one of the codes.", fix: "Write M, F or U in Sex.",
    years: .since(2025)
  ) { c in
    c.sex.isMissingOrNone(of: Sex.codes(in: c.collection.year))
  },
  .characteristics(
    "4220", [.ethnicGroup], "The ethnic group is blank or is not one of the codes.",
    fix: "Write one of the 20 codes in Ethnicity; NOBT where it is not yet known."
  ) { c in
    c.ethnicity.isMissingOrNone(of: .all)
  },
]
