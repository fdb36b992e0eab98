/// Why the rules of this theme ask what they ask, and an example of each.
let identityExplanations = #"""
  ## INT01

  An adoption is counted by the child's age and origin, which only the header gives.

  Example: AD1 has a row of child `4711`, and Header names `04711`.

  ## INT02

  A decision to place a child for adoption is counted by the child's age and origin, which only the header gives.

  Example: PlacedAdoption keeps a child's old identifier after the header got the new one.

  ## INT03

  An episode of a child without a header cannot be counted by age, sex or origin, and most rules cannot judge it.

  Example: Episodes names child `B-17`, and no header does.

  ## INT04

  Children who go missing are counted by age and origin, which only the header gives.

  Example: a child went missing in May, and the header was left out when the child left care in June.

  ## INT05

  Health and convictions are published by age and sex, which only the header gives.

  Example: OC2 was filled from another system, in which the child has another identifier.

  ## INT06

  Care leavers are counted by age and sex, so they need a header although they are no longer looked after.

  Example: a woman of 20 has a row in OC3, and Header holds only children in care now.

  ## INT07

  An earlier arrangement tells nothing about a child whom the header does not name.

  Example: PrevPerm has a row of a child of an earlier year whose header is no longer sent.

  ## INT08

  A review belongs to a child of the return, and the header lists them.

  Example: a review stands under an identifier with a mistyped digit.

  ## INT09

  Unaccompanied children are counted among all children of the return, whom the header lists.

  Example: UASC names child `C12` and the header `C-12`.

  ## INT11

  The age at adoption depends on the date of birth, so the two tables must agree on it.

  Example: DOB is `03/04/2011` in AD1 and `04/03/2011` in Header.

  ## INT12

  The age at the decision depends on the date of birth, so the two tables must agree on it.

  Example: DOB is `03/04/2012` in PlacedAdoption and `04/03/2012` in Header.

  ## INT13

  Two dates of birth of one child point to a slip, or to two children under one identifier.

  Example: DOB is `03/04/2013` in Missing and `04/03/2013` in Header.

  ## INT14

  What is asked in OC2 depends on the child's age, so its date of birth must be the header's.

  Example: DOB is `03/04/2014` in OC2 and `04/03/2014` in Header.

  ## INT15

  Which birthday the care leaver's data are about depends on the date of birth, so the two tables must agree on it.

  Example: DOB is `03/04/2015` in OC3 and `04/03/2015` in Header.

  ## INT16

  Two dates of birth of one child point to a slip, or to two children under one identifier.

  Example: DOB is `03/04/2016` in PrevPerm and `04/03/2016` in Header.

  ## INT17

  Whether a child is old enough to take part in a review depends on the date of birth, so the two tables must agree
  on it.

  Example: DOB is `03/04/2017` in Reviews and `04/03/2017` in Header.

  ## INT18

  The status ends on the 18th birthday at the latest, so the two tables must agree on the date of birth.

  Example: DOB is `03/04/2018` in UASC and `04/03/2018` in Header.

  ## INT21

  A child has one sex in the return. Two point to a slip, or to two children under one identifier.

  Example: SEX is `M` in UASC and `F` in Header.

  ## INT31

  A child is adopted once in a year, so a second row is a copy or belongs to another child.

  Example: AD1 holds a child once under each of the two adopters.

  ## INT32

  A child has one header. With two it is open which of them describes the child, and the child is counted twice.

  Example: a child left care in May and came back in October, and the system wrote a header for each time.

  ## INT33

  What OC2 asks about is the whole year, so each child has one row at most.

  Example: a child's dentist visit stands in one row and the health assessment in another.

  ## INT34

  A care leaver's data are collected once a year, around one birthday.

  Example: a care leaver has a row of the 18th and another of the 19th birthday.

  ## INT35

  The return asks for one earlier arrangement of each child, the last.

  Example: a child was adopted in 2012, came under a guardianship in 2017, and has a row for each.

  ## INT36

  A child is unaccompanied or not, so one row says all. A second one may hold another day on which the status ceased.

  Example: a child is in UASC with a blank DUC and again with `01/09/2025`.

  ## EPI

  A return holds the children who were looked after in the year, and care leavers. A header of anybody else is
  probably
  left over, or its episodes are missing.

  Example: a header was kept for a child who left care two years ago and is now 12.

  ## 1012

  Only a care leaver's own data are collected of somebody who was not looked after in the year. Any other row belongs
  to a
  child who should have an episode, or should not be sent.

  Example: a young man of 19 has a row in OC3, no episode, and a review of last year.
  """#
