/// Why the rules of this theme ask what they ask, and an example of each.
let legalStatusLengthsExplanations = #"""
  ## 361

  Section 46 of the Children Act 1989 allows police protection for 72 hours. Episodes under it that follow one
  another without a gap count together.
  Example: LS is L1 from 01/05/2025 to 06/05/2025.

  ## 362

  An emergency protection order lasts eight days and may be extended once by seven; the return allows 21 days in all.
  Episodes that follow one another count together.
  Example: LS is L2 from 01/05/2025 to 30/05/2025.

  ## 363

  Section 43 of the Children Act 1989 allows a child assessment order seven days. Episodes under it that touch count
  together.
  Example: LS is L3 from 01/05/2025 to 05/05/2025 and from then to 12/05/2025.

  ## 364

  The Police and Criminal Evidence Act 1984 lets the police detain a child only briefly; the return questions more
  than 21 days. Episodes that touch count together.
  Example: LS is J2 from 01/05/2025 to 30/06/2025.
  """#
