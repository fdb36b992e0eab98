/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedEnquiriesExplanations = #"""
  ## 8675Q

  A conference is to be held within 15 working days of the start of the enquiry. The days are counted back from 31 March,
  which is the first of them.
  Example: S47ActualStartDate is 2026-03-10, DateOfInitialCPC is blank and ICPCnotRequired is false.

  ## 8715

  The census holds the conferences of the year; those of other years belong to other censuses.
  Example: DateOfInitialCPC is 2025-03-31 in the census to 31 March 2026.

  ## 8740

  An enquiry that waits for its conference began in the year; one from before has been decided on long since.
  Example: S47ActualStartDate is 2025-03-03, DateOfInitialCPC is blank and ICPCnotRequired is false.

  ## 8839

  One enquiry at a time is made for a child, so at most one waits for a conference.
  Example: two enquiries of a time in need have no DateOfInitialCPC, and ICPCnotRequired is false in both.

  ## 8868

  Before a case is closed each enquiry has led to a conference, or to the decision that none was needed, but not to both.
  Example: CINclosureDate is given, DateOfInitialCPC is blank and ICPCnotRequired is false.

  ## 8870Q

  The target is a working day, as it is counted in working days.
  Example: InitialCPCtarget is 2025-06-14, a Saturday.

  ## 8875

  Conferences are held on working days.
  Example: DateOfInitialCPC is 2025-06-15, a Sunday.

  ## 8890

  What becomes known while an enquiry goes on is part of that enquiry. It goes on until the conference, or until none is
  needed.
  Example: an enquiry lasts from 2025-06-01 to the conference of 2025-06-15, and another S47ActualStartDate is
  2025-06-10.
  """#
