import ArgumentParser
import KithPool
import KithReports

/// `kith pool match`: who is who, and then no token is left.
struct PoolMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Find the children whom several authorities know, write the pool's lake, and destroy the tokens.",
    discussion: """
      Children are joined by equal tokens of their pupil numbers, unless days of birth have too little in common, one return \
      would name the person twice, or an authority knows of an adoption order. The lake (POOL/lake) is then read as any: kith \
      measures --lake, kith lake import, R, Python, Spark. The tokens are destroyed, always; each authority sends its package \
      again for another round. On a disk that keeps old blocks, only encryption of the disk makes it certain that they are gone.
      """)

  @OptionGroup
  var place: PoolPlace

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let permission = try agreement.permission()
    let pool = try place.open()
    Progress.say("Matching")
    let round = try pool.match(under: permission, program: "kith \(KithVersion.text)")
    Progress.clear()
    print(json ? sortedJSON(RoundJSON(round)) : RoundText(round, place.pool).text)
  }
}

/// What `kith pool match --json` prints.
struct RoundJSON: Encodable {
  let command = "pool match"
  let round: PoolRound

  init(_ round: PoolRound) { self.round = round }
}

/// What `kith pool match` prints.
struct RoundText {
  private let round: PoolRound
  private let pool: String

  init(_ round: PoolRound, _ pool: String) {
    self.round = round
    self.pool = pool
  }

  var text: String {
    let links = round.evidence
    let refused = round.refused
    return
      ([
        "Round \(round.number): \(round.persons) children are known to two authorities or more. Counts for those who run the pool; not for release.",
        "Links: \(links.sameBirth) by pupil number and day of birth, \(links.usualBirth) where the day differs in a usual way, \(links.numberOnly) where it is not known.",
        "Refused: \(refused.births) as days of birth have too little in common, \(refused.sameReturn) as one return would name the person twice, \(refused.adoption) as an adoption order may stand between.",
        "",
      ] + table + [
        "",
        "Unresolvable: handed over to another authority without a number that gives a token. Not found: with one, and no other authority of the pool has it.",
        "The tokens are destroyed. The tables are in \(pool)/\(Pool.lakeName).",
      ]).joined(separator: "\n")
  }

  private var table: [String] {
    var grid = TextGrid(isLeft: [true] + Array(repeating: false, count: 7))
    grid.add([
      "Authority", "Children", "Linked", "Single", "No token", "Moved: found", "not found", "unresolvable",
    ])
    for row in round.authorities {
      grid.add(
        [row.authority]
          + [
            row.children, row.linked, row.single, row.withoutToken, row.movedLinked, row.movedNotFound,
            row.movedUnresolvable,
          ].map(String.init))
    }
    return grid.lines(width: 120)
  }
}
