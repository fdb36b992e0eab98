// Codes and formats of the header.
import KithReturns
import KithTables

let headerCodeRules: [Rule<LookedAfterReturn>] = [
  .header(
    "101", [.sex], "The sex is blank or is not one of the year's codes.",
    fix: "Write M, F or U in SEX (1 or 2 to 2023/24)."
  ) { h in
    h.sex.isMissingOrNone(of: Sex.codes(in: h.collection.year))
  },
  .header("102", [.dateOfBirth], "The date of birth is blank or is not a date.", fix: "Write DOB as dd/mm/yyyy.") { h in
    h.dateOfBirth.hasNoValue
  },
  .header(
    "103", [.ethnicity], "The ethnic origin is blank or is not one of the codes.",
    fix: "Write one of the 20 codes in ETHNIC; NOBT where it is not yet known."
  ) { h in
    h.ethnicity.isMissingOrNone(of: .all)
  },
  .header("301", [.dateOfBirth], "The child was born after the year ended.", fix: "Correct DOB.") { h in
    h.dateOfBirth > h.collection.end
  },
]
