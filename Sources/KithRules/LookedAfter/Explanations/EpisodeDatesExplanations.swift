/// Why the rules of this theme ask what they ask, and an example of each.
let episodeDatesExplanations = #"""
  ## 302

  A child cannot be looked after before birth, so either the start or the date of birth is wrong.
  Example: DECOM is 03/05/2025 and DOB is 05/05/2025.

  ## 352

  Care is for children: nobody can start to be looked after at 18.
  Example: RNE is S, DECOM is 10/10/2025 and DOB is 10/10/2007.

  ## 353

  The return counts care under the Children Act 1989, which came into force on 14 October 1991.
  Example: DECOM is 01/05/1925, typed for 2025.

  ## 354

  A return covers a year to 31 March; an episode that starts later belongs in the next one.
  Example: DECOM is 02/04/2026 in the return for 2025/26.

  ## 355

  The return counts nights, and a stay that ends on the day it began has none.
  Example: DECOM and DEC are both 12/09/2025.

  ## 356

  An episode that ends before it starts would take days away from the time in care.
  Example: DECOM is 12/09/2025 and DEC is 12/08/2025.

  ## 358

  The age of criminal responsibility is 10, so a younger child is not remanded, detained or sentenced.
  Example: LS is J1, DECOM is 01/06/2025 and DOB is 20/02/2016.

  ## 359

  A child stops being looked after at 18. The one exception is a young adult who stays in a children's home by
  agreement.
  Example: DOB is 11/11/2007, and DEC of an episode in foster care is blank at 31 March 2026.

  ## 385

  A return covers a year to 31 March; what ends later is still going on.
  Example: DEC is 04/04/2026 in the return for 2025/26.

  ## 386

  Only a person under 18 leaves care by adoption, so the reason, the end or the date of birth is wrong.
  Example: REC is E11, DEC is 01/09/2025 and DOB is 01/08/2007.

  ## 387

  Living independently is not a plan for a child under 14, so the reason or a date is wrong; without a date of birth
  it cannot be told.
  Example: REC is E5, DEC is 01/09/2025 and DOB is 05/05/2012.

  ## 389

  Adult social care takes young people from 16 at the earliest. The age at the end must be known to be that.
  Example: REC is E7, DEC is 01/09/2025 and DOB is 05/05/2011.

  ## 407

  A special guardian has parental responsibility for a child, so the order cannot be made after the 18th birthday.
  Example: REC is E45, DEC is 03/05/2025 and DOB is 02/05/2007.

  ## 460

  This reason is for young people who stayed with their carers on turning 18; a younger one is still looked after.
  Example: REC is E17, DEC is 01/05/2025 and DOB is 02/05/2007.
  """#
