/// Why the rules of this theme ask what they ask, and an example of each.
let episodeSequencesExplanations = #"""
  ## 142

  A child has one episode at a time, so all but the last must have ended and must say why.
  Example: DEC is blank on an episode from 01/05/2025, and another starts on 01/06/2025.

  ## 225

  The stability of placements is judged by why they change, so each change needs a reason; temporary moves do not.
  Example: REC is X1, the next episode has RNE P and another placement, and REASON_PLACE_CHANGE is blank.

  ## 357

  A return holds every episode of the year and the one open on 1 April. The first one that starts within the year is
  therefore the start of care, unless one was left out.
  Example: the only episode has DECOM 12/09/2025 and RNE P.

  ## 388

  X1 says that care goes on with an episode from the same day, and every other reason says that it ended. The episode
  that follows, or the lack of one, must agree.
  Example: REC is X1 and DEC is 12/09/2025, and the next episode starts on 15/09/2025.

  ## 431

  Care that starts anew on the day on which it ended never ended.
  Example: RNE is S and DECOM is 12/09/2025, the DEC of the episode before.

  ## 432

  After a child left care, only a new period of care can follow.
  Example: REC is E4A, and the next episode has RNE P.

  ## 433

  An episode that goes on with care begins where the last one ended; a gap would leave days unaccounted for.
  Example: RNE is L and DECOM is 14/09/2025, and the episode before has DEC 12/09/2025.

  ## 434

  L says that the legal status changed and nothing else, so the status must differ and the placement must not.
  Example: RNE is L, and LS is C2 on both episodes.

  ## 435

  P and T say that the placement changed and the legal status did not, so something about the placement must differ,
  and the status must not.
  Example: RNE is P, and PLACE, PL_POST, URN and PLACE_PROVIDER are as before.

  ## 436

  B and U say that the legal status and the placement both changed, so both must differ.
  Example: RNE is B, LS went from C1 to C2, and the placement is as before.

  ## 437

  Nobody is looked after once dead, or once found to be an adult, so a later episode or the reason is wrong.
  Example: REC is E2 on 01/06/2025, and another episode starts on 15/07/2025.

  ## 501

  A child is in one episode at a time, so episodes may touch and may not overlap.
  Example: DEC is 01/06/2025, and the next episode has DECOM 31/05/2025.

  ## 504

  The category of need is the main reason why the child came into care, and stays as it is until the child leaves.
  Example: CIN is N1, and on the next episode of the same period N4.
  """#
