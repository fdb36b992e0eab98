/// Why the rules of this theme ask what they ask, and an example of each.
let placementProvidersExplanations = #"""
  ## 178

  Provision is counted by who runs it, and some placements have nobody who does.
  Example: PLACE_PROVIDER is "PR7", or PR1 beside T1.

  ## 213

  A temporary move has no provider of its own; from 2025/26 neither have the other placements Z11 to Z14.
  Example: PLACE is T3 and PLACE_PROVIDER is PR4.

  ## 526

  Spending and supply are studied by provider, so each placement that has one must name its kind.
  Example: PLACE is U6 and PLACE_PROVIDER is blank.

  ## 527

  An authority runs no hospital or prison, and parents provide their own home.
  Example: PLACE is R5 and PLACE_PROVIDER is PR1.

  ## 528

  Another authority runs no hospital or prison either, and parents provide their own home.
  Example: PLACE is R2 and PLACE_PROVIDER is PR2.

  ## 529

  Bodies such as the NHS run neither foster homes nor children's homes, and arrange no adoptions.
  Example: PLACE is U4 and PLACE_PROVIDER is PR3.

  ## 530

  Parents provide their own home, so no private body does.
  Example: PLACE is P1 and PLACE_PROVIDER is PR4.

  ## 531

  Parents provide their own home, so no voluntary body does.
  Example: PLACE is P1 and PLACE_PROVIDER is PR5.

  ## 550

  PR0 says that the parents provide the placement, which is then P1.
  Example: PLACE is U6 and PLACE_PROVIDER is PR0.
  """#
