/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedInitialConferencesExplanations = #"""
  ## 2884

  A conference stands once: with the enquiry that led to it or, where there was none, with the time in need. One given
  in both places is counted twice.
  Example: DateOfInitialCPC is 2025-06-10 in Section47 and in CINdetails.

  ## 2885

  The initial conference decides on a child protection plan, which begins that day. The conference is that of an
  enquiry or, where no enquiry may lead to one, that of the time in need.
  Example: DateOfInitialCPC is 2025-06-10 and CPPstartDate 2025-06-12.

  ## 8615

  The conference looks at what the enquiry found.
  Example: S47ActualStartDate is 2025-06-10 and DateOfInitialCPC 2025-06-01.
  """#
