import KithReturns
import KithTables

extension ErrorKind {
  /// The ways in which returns go wrong, each with the rule that should tell.
  static let all: [ErrorKind] = lookedAfter + inNeed + identity

  private static let lookedAfter: [ErrorKind] = [
    ErrorKind(name: "sex code of another year", rule: "101", collection: "ssda903", table: .headers) { row in
      row[.sex].map { [.sex: Int($0) == nil ? "3" : "F"] }
    },
    ErrorKind(name: "date of birth unreadable", rule: "102", collection: "ssda903", table: .headers) { row in
      row[.dateOfBirth].map { [.dateOfBirth: String($0.dropLast(4)) + "20O9"] }
    },
    ErrorKind(name: "ethnic code mistyped", rule: "103", collection: "ssda903", table: .headers) { _ in
      [.ethnicity: "WBIR"]
    },
    ErrorKind(name: "pupil number cut short", rule: "168", collection: "ssda903", table: .headers) { row in
      row[.upn].flatMap { $0.hasPrefix("UN") ? nil : [.upn: String($0.dropLast())] }
    },
    ErrorKind(name: "start of episode in another month", rule: "141", collection: "ssda903", table: .episodes) { row in
      row[.start].map { [.start: $0.prefix(2) + "/13/" + $0.suffix(4)] }
    },
    ErrorKind(name: "legal status of no list", rule: "144", collection: "ssda903", table: .episodes) { _ in
      [.legalStatus: "C3"]
    },
    ErrorKind(name: "placement code of no list", rule: "146", collection: "ssda903", table: .episodes) { _ in
      [.placement: "U7"]
    },
    ErrorKind(name: "reason without an end", rule: "148", collection: "ssda903", table: .episodes) { row in
      row[.end] == nil ? nil : [.end: nil]
    },
    ErrorKind(name: "provider left out", rule: "526", collection: "ssda903", table: .episodes) { row in
      row[.provider] == nil ? nil : [.provider: nil]
    },
    ErrorKind(name: "review without how the child took part", rule: "167", collection: "ssda903", table: .reviews) {
      _ in
      [.participation: nil]
    },
    ErrorKind(name: "away ends before it starts", rule: "567", collection: "ssda903", table: .absences) { row in
      row[.missingEnd] == nil
        ? nil
        : [.missingEnd: row[.missingStart], .missingStart: row[.missingEnd]]
          .filter { _ in row[.missingStart] != row[.missingEnd] }.nilIfEmpty
    },
    ErrorKind(name: "SDQ score beyond 40", rule: "180", collection: "ssda903", table: .oc2s) { row in
      row[.sdqScore] == nil ? nil : [.sdqScore: "61"]
    },
    ErrorKind(
      name: "social worker's number without SW", rule: "SW02STG1", collection: "ssda903", table: .socialWorkers,
      years: .since(2024)
    ) { row in
      row[.worker].map { [.worker: String($0.dropFirst(2))] }
    },
    ErrorKind(name: "date of birth differs between tables", rule: "INT17", collection: "ssda903", table: .reviews) {
      row in
      guard let born = row[.dateOfBirth].flatMap(Day.init(text:)) else { return nil }
      return [.dateOfBirth: born.adding(years: -1).description]
    },
  ]

  private static let inNeed: [ErrorKind] = [
    ErrorKind(name: "ethnic code mistyped", rule: "4220", collection: "cin", table: .childCharacteristics) { _ in
      [.ethnicGroup: "WBR"]
    },
    ErrorKind(name: "assessment ends before it starts", rule: "8608", collection: "cin", table: .assessments) { row in
      guard let end = row[.assessmentAuthorised], let start = row[.assessmentStart], start != end else { return nil }
      return [.assessmentStart: end, .assessmentAuthorised: start]
    },
    ErrorKind(name: "closed without a reason", rule: "8805", collection: "cin", table: .cinDetails) { row in
      row[.closureReason] == nil ? nil : [.closureReason: nil]
    },
    ErrorKind(name: "source of no list", rule: "8866", collection: "cin", table: .cinDetails) { _ in
      [.referralSource: "3G"]
    },
    ErrorKind(name: "need left out", rule: "8610", collection: "cin", table: .cinDetails) { row in
      row[.primaryNeed] == nil ? nil : [.primaryNeed: nil]
    },
    ErrorKind(name: "category of abuse of no list", rule: "8905", collection: "cin", table: .childProtectionPlans) {
      _ in
      [.initialAbuse: "NEGL"]
    },
    ErrorKind(
      name: "identifier with a hyphen", rule: "1580", collection: "cin", table: .childIdentifiers, years: .since(2025)
    ) {
      row in
      row[.childIdentifier].map { [.childIdentifier: $0.prefix(3) + "-" + $0.dropFirst(3)] }
    },
  ]

  /// Noise in who a child is, which no rule of one return can tell.
  private static let identity: [ErrorKind] = [
    ErrorKind(
      name: "born on 1 January, as nothing else is known", rule: nil, collection: "cin", table: .childIdentifiers
    ) { row in
      guard let born = row[.birthDate], Int(born.prefix(4)).map({ $0 < 2012 }) == true else { return nil }
      return [.birthDate: born.prefix(4) + "-01-01"]
    },
    ErrorKind(name: "day and month of birth swapped", rule: nil, collection: "cin", table: .childIdentifiers) { row in
      guard let born = row[.birthDate], Int(born.suffix(2)).map({ $0 <= 12 }) == true, born < "2020" else { return nil }
      return [.birthDate: born.prefix(5) + born.suffix(2) + "-" + born.dropFirst(5).prefix(2)]
    },
    ErrorKind(name: "pupil number lost", rule: nil, collection: "cin", table: .childIdentifiers) { row in
      row[.upn] == nil ? nil : [.upn: nil, .upnUnknown: "UN5"]
    },
    ErrorKind(name: "ethnic group not yet obtained", rule: nil, collection: "cin", table: .childCharacteristics) {
      row in
      row[.ethnicGroup] == "NOBT" ? nil : [.ethnicGroup: "NOBT"]
    },
  ]
}

extension [Field: String?] {
  fileprivate var nilIfEmpty: [Field: String?]? { isEmpty ? nil : self }
}

extension Day {
  /// The day written `dd/mm/yyyy`.
  fileprivate init?(text: String) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }
}
