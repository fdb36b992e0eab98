/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedPupilNumbersExplanations = #"""
  ## 1510

  The first letter of a UPN is worked out from the twelve digits after it, so that a digit copied wrongly shows. A
  temporary number, which ends with a letter, is not tested.
  Example: UPN is B801200001001, and the letter of these digits is another.

  ## 1520

  The number joins the census with the records of schools, so it belongs to one child.
  Example: two children have UPN H801200001001.

  ## 1530

  A school's authority gives out the numbers, and its own number is the first part of each. Numbers of former
  authorities stay in use; 942 and 943 came with 2023/24.
  Example: the second to the fourth characters of UPN are 999.

  ## 1540

  After the authority come the school, the year and a serial number, all of them digits.
  Example: UPN is H80120O001001, with the letter O among the digits.

  ## 1550

  A permanent number ends with a digit, a temporary one with a letter. I, O and S are not used, as they look like
  digits.
  Example: UPN is H80120000100O.

  ## 1560Q

  A former number is a number too, and often a temporary one.
  Example: FormerUPN is UNKNOWN.
  """#
