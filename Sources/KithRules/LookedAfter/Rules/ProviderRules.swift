// Ofsted's list of providers.
import KithReturns
import KithTables

let providerRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "1008", [.urn], "Ofsted's list has no such number.",
    fix: "Correct the URN, or give XXXXXXX where Ofsted gives none.",
    needs: [.providers]
  ) { e in
    e.hasURN && e.registration == nil
  },
  .episode(
    "219", [.urn, .placement], "The type of placement is not one that Ofsted's list gives under the number.",
    fix: "Correct URN or PLACE.", needs: [.providers]
  ) { e in
    e.hasURN && e.registration?.placements.contains { $0.equals(e.placement) } != true
  },
  .episode(
    "221", [.placementPostcode], "The placement's postcode is not the one that Ofsted's list gives under the number.",
    fix: "Correct PL_POST or URN.", reads: [.in(.episodes, .urn, .legalStatus, .placement)], needs: [.providers]
  ) { e in
    guard e.hasURN, e.placementPostcode.isPresent, !e.isShortBreak,
      e.placement.isOne(of: .registeredAtPostcode(in: e.collection.year))
    else { return false }
    return e.registration.map { !e.isAtPostcode(of: $0) } ?? true
  },
  .episode(
    "224", [.provider], "The kind of provider is not one that Ofsted's list gives under the number.",
    fix: "Correct PLACE_PROVIDER or URN.", reads: [.in(.episodes, .urn)], needs: [.providers]
  ) { e in
    e.hasURN && e.registration?.providers.contains { $0.equals(e.provider) } != true
  },
  .episode(
    "227", [.urn, .start], "The provider was deregistered on or before the day on which the placement began.",
    fix: "Correct URN or DECOM.", needs: [.providers]
  ) { e in
    guard e.hasURN, let registration = e.registration else { return false }
    return e.start >= registration.closed
  },
  .episode(
    "228", [.urn, .end], "The provider was deregistered before the placement ended.", fix: "Correct URN or DEC.",
    needs: [.providers]
  ) { e in
    guard e.hasURN, let registration = e.registration else { return false }
    return e.end.or(e.collection.end) > registration.closed
  },
  .episode(
    "229", [.urn, .provider], "The kind of provider says whose provision it is, and Ofsted's list says otherwise.",
    fix: "Correct PLACE_PROVIDER or URN.", years: .until(2025), needs: [.providers, .authority]
  ) { e in
    e.contradictsProvidersAuthority
  },
  .episode(
    "229", [.urn, .provider], "The kind of provider says whose provision it is, and Ofsted's list says otherwise.",
    fix: "Correct PLACE_PROVIDER or URN.", years: .since(2026), reads: [.in(.episodes, .placement)],
    needs: [.providers, .authority]
  ) { e in
    e.contradictsProvidersAuthority
      && e.placement.isMissingOrNone(of: CodeGroup.withoutURN.union(.otherParts).union([.k3]))
  },
  .episode(
    "241", [.urn], "Supported accommodation lies outside the area of the authority that Ofsted's list gives for it.",
    fix: "Correct URN or PL_POST.", years: .since(2026), reads: [.in(.episodes, .placement, .placementAuthority)],
    needs: [.providers, .postcodes]
  ) { e in
    guard e.placement == .k3, e.hasURN else { return false }
    guard let authorities = e.registration?.authorities else { return true }
    return !authorities.isEmpty && authorities.allSatisfy { e.placementAuthority.differs(from: $0) }
  },
]

extension Episode {
  /// Whether the placement is said to be the authority's own with a provider of another's, or another authority's
  /// with one of its own. A provider whose authority is not known counts as another's.
  fileprivate var contradictsProvidersAuthority: Bool {
    guard provider.isOne(of: [.pr1, .pr2]), hasURN else { return false }
    let isOwn = registration?.authorities.contains { $0 == collection.ownAuthority } == true
    return provider == .pr1 ? !isOwn : isOwn
  }
}

extension CodeGroup<PlacementType> {
  /// Settings whose own postcode Ofsted's list gives, by collection year: children's homes and residential settings,
  /// with semi-independent accommodation in 2023/24 and supported accommodation after it.
  fileprivate static func registeredAtPostcode(in year: Int) -> Self {
    let lasting: Self = [.k1, .k2, .r3, .s1]
    switch year {
    case ...2023: return lasting
    case 2024: return lasting.union([.h5])
    default: return lasting.union([.k3])
    }
  }
}
