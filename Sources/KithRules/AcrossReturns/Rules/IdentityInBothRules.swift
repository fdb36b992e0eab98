// Who a child is, in the CIN Census and in the SSDA903 return.
import KithReturns
import KithTables

let identityInBothRules: [Rule<BothReturns>] = [
  .child(
    "X205", [.birthDate], with: [.dateOfBirth], "The date of birth differs from that in the SSDA903 return.",
    fix: "Correct PersonBirthDate or DOB.", reads: Reading.identity
  ) { (c: Beside<ChildIdentifiers>, h: Beside<Header>) in
    c.birthDate != h.dateOfBirth && c.child.isOneIdentity
  },
  sexDiffers([.gender], .until(2024)),
  sexDiffers([.personSex], .since(2025)),
  .child(
    "X207", [.upn], with: [.upn], "The unique pupil number differs from that in the SSDA903 return.",
    fix: "Correct UPN in one of the returns, or give the former number in FormerUPN.",
    reads: [.inNeed(.childIdentifiers, .formerUPN)] + Reading.identity
  ) { (c: Beside<ChildIdentifiers>, h: Beside<Header>) in
    c.upn != h.upn && c.formerUPN.differs(from: h.upn) && c.own.hasUPN && h.own.upnContent == .number
      && c.child.isOneIdentity
  },
  .characteristics(
    "X208", [.ethnicGroup], with: [.ethnicity], "The ethnic group differs from that in the SSDA903 return.",
    fix: "Correct Ethnicity or ETHNIC.", severity: .query, reads: Reading.identity
  ) { (c: Beside<ChildCharacteristics>, h: Beside<Header>) in
    c.ethnicity.differs(from: h.ethnicity) && c.ethnicity.isOne(of: .all) && h.ethnicity.isOne(of: .all)
      && c.child.isOneIdentity
  },
  .child(
    "X209", [.childIdentifier], with: [.child],
    "The SSDA903 return has a child of the same unique pupil number and birth date under another identifier.",
    fix: "Use one identifier for the child in both returns.", severity: .query,
    reads: [
      .inNeed(.childIdentifiers, .upn, .birthDate), .lookedAfter(.headers, .upn, .dateOfBirth),
      .inNeed(.cinDetails, .referred, .closed), .lookedAfter(.episodes, .start, .end),
    ] + Reading.identity
  ) { (c: Beside<ChildIdentifiers>, h: Beside<Header>) in
    c.childID != h.childID && c.child.isOneIdentity
  },
  .child(
    "X210", [.upn],
    links: [
      .found([.upn]) { (c: Beside<ChildIdentifiers>) -> Beside<Header>? in
        guard c.upn.isPresent, let row = c.collection.headersByUPN[c.upn] else { return nil }
        let header = Beside<Header>(c.collection, row: row)
        let isAnother = header.child.number != c.child.number && c.birthDate != header.dateOfBirth
        return isAnother && c.own.hasUPN && c.child.isOneIdentity && header.child.isOneIdentity ? header : nil
      }
    ],
    "In the SSDA903 return another child, of another birth date, has the unique pupil number.",
    fix: "Correct UPN in the return that has it wrong.", severity: .query,
    reads: [.inNeed(.childIdentifiers, .birthDate), .lookedAfter(.headers, .dateOfBirth)] + Reading.identity),
  .uasc(
    "X211", [.child], with: [.factors],
    "The child is an unaccompanied asylum-seeking child, and an assessment found factors without that (9A).",
    fix: "Add factor 9A, or take the child out of UASC.", severity: .query,
    reads: [.inNeed(.identifiedFactors, .factor), .inNeed(.assessments, .assessmentAuthorised)] + Reading.identity
  ) { (u: Beside<UASC>, a: Beside<Assessment>) in
    a.authorised.hasValue && !a.factors.isEmpty && u.own.isOfUnaccompanied
      && !a.own.child.assessments.contains { $0.found(.factor9A) } && u.child.isOneIdentity
  },
  .factor(
    "X212", [.factor], with: [.child],
    "An assessment found that the child is an unaccompanied asylum-seeking child (9A), and UASC says otherwise.",
    fix: "Put the child into UASC, or take out factor 9A.", severity: .query,
    reads: [
      .inNeed(.assessments, .assessmentAuthorised), .lookedAfter(.headers, .unaccompanied),
    ] + Reading.identity
  ) { (f: Beside<IdentifiedFactor>, h: Beside<Header>) in
    f.factor == .factor9A && h.own.unaccompanied == .no && f.own.collection.isInYear(f.own.assessment.authorised)
      && f.child.isOneIdentity
  },
]

/// The rule on a sex that differs, in the years in which the CIN Census holds it in a field.
private func sexDiffers(_ fields: [Field], _ years: YearSpan) -> Rule<BothReturns> {
  .child(
    "X206", fields, with: [.sex], "The sex differs from that in the SSDA903 return.",
    fix: "Correct it in one of the returns.", years: years, reads: Reading.identity
  ) { (c: Beside<ChildIdentifiers>, h: Beside<Header>) in
    c.own.sexAsNow.contradicts(h.sex) && c.child.isOneIdentity
  }
}
