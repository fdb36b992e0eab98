// Times when a child was missing or away without authorisation.
import KithReturns
import KithTables

let absenceRules: [Rule<LookedAfterReturn>] = [
  .absence("1004", [.missingStart], "The start is blank or is not a date.", fix: "Write MIS_START as dd/mm/yyyy.") {
    m in
    m.start.hasNoValue
  },
  .absence("567", [.missingStart, .missingEnd], "It ends before it starts.", fix: "Correct MIS_START or MIS_END.") {
    m in
    m.start > m.end
  },
]
