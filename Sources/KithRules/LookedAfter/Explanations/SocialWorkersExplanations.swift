/// Why the rules of this theme ask what they ask, and an example of each.
let socialWorkersExplanations = #"""
  ## SW01STG1

  Every child looked after at the end of the year has a social worker, so that changes of worker can be counted.
  Example: A child with an open episode under C2 has no row in SWEpisodes.

  ## SW01aSTG1

  A worker's row has a start and, also where it is from before April 2023, says who the worker is.
  Example: SW_DECOM is 12/01/2022 and SW_ID is blank.

  ## SW01bSTG1

  From April 2023 a worker's row has a start, says who the worker is and why the last one changed.
  Example: SW_DECOM is 12/05/2023 and SW_REASON is blank.

  ## SW02STG1

  Workers are told apart by their number in the register, which starts with SW; one without a number is given an
  identifier that starts with XX.
  Example: SW_ID is 104522.

  ## SW03STG1

  A worker's row says who the worker is, since when and why the last one changed.
  Example: SW_ID is blank.

  ## SW04STG1

  A start that cannot be read leaves the row without a place among the child's workers. Unknown parts (ZZ) are not
  allowed here.
  Example: SW_DECOM is ZZ/06/2024.

  ## SW05STG1

  An end that cannot be read is not the same as none, which means that the worker still has the case.
  Example: SW_DEC is 31/06/2025.

  ## SW06STG2

  The return is of the year to 31 March; a worker who began later belongs to the next.
  Example: SW_DECOM is 02/04/2026 in the return to 31 March 2026.

  ## SW07STG2

  The return has the workers of the year, and from 2024/25 those of the year before; one who ended earlier is not
  asked for, and one who had the case on 31 March has no end yet.
  Example: SW_DEC is 12/02/2024 in the return to 31 March 2026.

  ## SW08STG2

  A child has one lead worker at a time, so a worker whom another follows has an end.
  Example: One worker began on 01/05/2025 and has no end; another began on 01/09/2025.

  ## SW09STG2

  Cover of less than three days (to 2024/25, less than one) is not a change of worker, and would inflate the count of
  changes.
  Example: SW_DECOM is 01/05/2025 and SW_DEC is 02/05/2025.

  ## SW10STG2

  One worker hands over to the next, with at most a week between or together. From 2025/26 SW10aSTG2 asks the same,
  and SW10bSTG2 looks at first contacts.
  Example: A worker ended on 01/06/2024 and the next began on 20/06/2024.

  ## SW10aSTG2

  One worker hands over to the next, with at most a week between or together; a first contact (FCONTA) may come
  later, since the case was closed.
  Example: A worker ended on 01/06/2025 and the next began on 20/06/2025 for MANAGE.

  ## SW10bSTG2

  A first contact (FCONTA) begins a case that had no worker, so the last worker had ended before.
  Example: A worker ended on 01/06/2025 and another began on 28/05/2025 for FCONTA.

  ## SW11aSTG2

  While a child stays in care, a worker who ends is followed by another within five days.
  Example: The only worker ended on 01/06/2023, and the child is in care to this day.

  ## SW11bSTG2

  A worker who ended in the last days of the year may have been followed after it; as the child is still in care,
  check that the end is right and that nobody was left out.
  Example: The last worker ended on 28/03/2026, and the child's episode is open.

  ## SW12STG2

  Changes of worker are counted from the time when care began to the time when it ended, so the return has the
  workers of those days. A worker from before care counts, if still there when it began.
  Example: Care began on 01/05/2025, and the child's only worker ended on 30/04/2025.

  ## SW13STG1

  Why workers change is counted by ten codes; the reason may be blank only where the worker began before April 2023
  (not at all in 2023/24).
  Example: SW_REASON is LEFT.

  ## SW14STG2

  A child has one lead worker at a time, so only the last may be without an end.
  Example: One worker began on 01/05/2023 and has no end; another began on 01/09/2023.

  ## SW17STG2

  A child who is looked after on 31 March has a worker on that day. A child who left care needs none any more.
  Example: The last worker ended on 01/07/2025, and the child's episode is open.

  ## SW18STG2

  A worker ends after the day on which the worker began.
  Example: SW_DECOM is 02/05/2025 and SW_DEC is 02/05/2025.

  ## SW19STG2

  A child has one lead worker at a time, so two who began on one day are one entered twice, or one date is wrong.
  Example: Two rows of a child have SW_DECOM 01/05/2025.
  """#
