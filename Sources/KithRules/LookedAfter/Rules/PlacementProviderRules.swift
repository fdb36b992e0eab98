// Who provides a placement.
import KithReturns
import KithTables

let placementProviderRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "178", [.provider], "The provider is not one of the codes, or is given for a placement that has none.",
    fix: "Write PR0 to PR5 in PLACE_PROVIDER, or leave it blank for T0 to T4 and Z1.", years: .until(2025),
    reads: [.in(.episodes, .placement)]
  ) { e in
    e.provider.isUnknown || e.provider.isPresent && e.placement.isOne(of: .temporaryOrFormerOther)
  },
  .episode(
    "178", [.provider], "The provider is not one of the codes, or is given for a placement that has none.",
    fix: "Write PR0 to PR5 in PLACE_PROVIDER, or leave it blank for T0 to T3 and Z11 to Z14.", years: .since(2026),
    reads: [.in(.episodes, .placement)]
  ) { e in
    e.provider.isUnknown
      || e.provider.isPresent && e.placement.isOne(of: .temporaryOrOther) && e.placement != .t4
  },
  .episode(
    "213", [.provider], "A provider is given for a temporary move.", fix: "Leave PLACE_PROVIDER blank.",
    years: .until(2025), reads: [.in(.episodes, .placement)]
  ) { e in
    e.provider.isPresent && e.isTemporaryMove
  },
  .episode(
    "213", [.provider], "A provider is given for a temporary move or another placement that has none.",
    fix: "Leave PLACE_PROVIDER blank.", years: .since(2026), reads: [.in(.episodes, .placement)]
  ) { e in
    e.provider.isPresent && e.placement.isOne(of: .temporaryOrOther)
  },
  .episode(
    "526", [.placement, .provider], "The placement has no provider.", fix: "Write PR0 to PR5 in PLACE_PROVIDER.",
    years: .until(2025)
  ) { e in
    e.provider.isMissing && e.placement.isMissingOrNone(of: .temporaryOrFormerOther)
  },
  .episode(
    "526", [.placement, .provider], "The placement has no provider.", fix: "Write PR0 to PR5 in PLACE_PROVIDER.",
    years: .since(2026)
  ) { e in
    e.provider.isMissing && e.placement.isMissingOrNone(of: .temporaryOrOther)
  },
  .episode(
    "527", [.placement, .provider],
    "The authority itself is said to provide a placement with parents, in health or in custody.",
    fix: "Correct PLACE or PLACE_PROVIDER."
  ) { e in
    e.provider == .pr1 && e.placement.isOne(of: [.p1, .r2, .r5])
  },
  .episode(
    "528", [.placement, .provider],
    "Another authority is said to provide a placement with parents, in health or in custody.",
    fix: "Correct PLACE or PLACE_PROVIDER."
  ) { e in
    e.provider == .pr2 && e.placement.isOne(of: [.p1, .r2, .r5])
  },
  .episode(
    "529", [.placement, .provider],
    "A public body other than an authority is said to provide a family, a children's home or the parents.",
    fix: "Correct PLACE or PLACE_PROVIDER."
  ) { e in
    e.provider == .pr3 && (e.placement.isOne(of: .familyBased) || e.placement.isOne(of: [.k1, .k2, .p1]))
  },
  .episode(
    "530", [.placement, .provider], "A private body is said to provide a placement with the parents.",
    fix: "Write PR0 in PLACE_PROVIDER, or correct PLACE."
  ) { e in
    e.provider == .pr4 && e.placement == .p1
  },
  .episode(
    "531", [.placement, .provider], "A voluntary body is said to provide a placement with the parents.",
    fix: "Write PR0 in PLACE_PROVIDER, or correct PLACE."
  ) { e in
    e.provider == .pr5 && e.placement == .p1
  },
  .episode(
    "550", [.placement, .provider], "The parents are said to provide a placement that is not with them.",
    fix: "Write P1 in PLACE, or correct PLACE_PROVIDER."
  ) { e in
    e.provider == .pr0 && e.placement.isMissingOrNot(.p1)
  },
]
