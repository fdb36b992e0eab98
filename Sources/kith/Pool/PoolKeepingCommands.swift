import ArgumentParser
import KithPool
import KithReports
import KithTables
import KithLake
import KithLinkage

/// `kith pool retain`: what is due to be destroyed, and its destruction.
struct PoolRetainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retain",
    abstract: "List what is due to be destroyed on a day, and destroy it with --destroy.",
    discussion: """
      Due are packages whose agreement's day of destruction is past, and with --years the returns of years longer ago. The day \
      is the one that you name: Kith asks no clock. Ends with 1 where something is due and was not destroyed.
      """)

  @OptionGroup
  var place: PoolPlace

  @Option(help: "The day, as 2027-04-01.")
  var asOf: String

  @Option(help: "How many collection years are kept, the day's own included.")
  var years: Int?

  @Flag(help: "Destroy what is due, in the packages and in the lake.")
  var destroy = false

  func run() throws {
    guard let day = Day(iso: asOf) else { throw UsageFault("--as-of is a day, written as 2027-04-01.") }
    guard years ?? 1 > 0 else { throw UsageFault("--years is one or more.") }
    let pool = try place.open()
    let due =
      destroy
      ? try pool.destroy(dueOn: day, keeping: years, program: "kith \(KithVersion.text)")
      : pool.due(on: day, keeping: years)
    guard !due.isEmpty else { return print("Nothing is due on \(asOf).") }
    for item in due {
      let returns = item.returns.map { "\($0.collection) \($0.year)" }.joined(separator: ", ")
      print("\(destroy ? "Destroyed" : "Due"): \(returns) of \(item.authority), as \(item.reason).")
    }
    if destroy {
      print(
        "On a disk that keeps old blocks, only encryption of the disk makes it certain. Copies are for you to destroy.")
    } else {
      print("kith pool retain --destroy destroys them.")
      throw ExitCode(1)
    }
  }
}

/// `kith pool status`: what a pool holds.
struct PoolStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say which packages a pool holds, whether their tokens are destroyed, and which rounds there were.")

  @OptionGroup
  var place: PoolPlace

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let pool = try place.open()
    print(json ? sortedJSON(PoolStatus(pool).json) : PoolStatus(pool).text)
  }
}

/// `kith pool log`: what was done with a pool.
struct PoolLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Print what was done with a pool, each line with its hash; no child is in it.")

  @OptionGroup
  var place: PoolPlace

  func run() throws {
    for entry in try place.open().state.log {
      print("\(entry.number)  \(entry.asOf)  \(entry.action): \(entry.detail)  \(entry.sha256.prefix(12))")
    }
  }
}

/// `kith pool verify`: whether a pool is as it was written.
struct PoolVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hash every file of a pool again, follow its log, and see that no destroyed token is left.")

  @OptionGroup
  var place: PoolPlace

  func run() throws {
    let pool = try place.open()
    let faults = try pool.faults()
    for fault in faults { print(fault) }
    guard faults.isEmpty else { throw ExitCode(1) }
    print(
      "\(pool.state.packages.count) packages, the lake and \(pool.state.log.count) lines of the log are as they were written."
    )
  }
}

/// What `kith pool status` prints.
struct PoolStatus {
  private let pool: Pool

  init(_ pool: Pool) { self.pool = pool }

  var text: String {
    let state = pool.state
    var grid = TextGrid(isLeft: [true, true, true, true, false, false])
    grid.add(["Authority", "Returns", "Tokens", "Destroy by", "Children", "With token"])
    for item in state.packages {
      let years = Set(item.returns.map(\.year)).sorted().map(String.init).joined(separator: " ")
      grid.add([
        item.authority, "\(item.returns.count) of \(years)", item.areTokensDestroyed ? "destroyed" : "held",
        item.destroyBy, "\(item.counts.children)", "\(item.counts.withToken)",
      ])
    }
    let head = state.agreement.map {
      "Pool under \($0.id)\(state.isSynthetic == true ? ", of invented children" : "")."
    }
    let rounds =
      state.rounds.last.map { "The lake is of round \($0.number), \($0.asOf)." }
      ?? "No round of matching yet, so there is no lake."
    let waiting = pool.awaitingRound
    let last = waiting.isEmpty ? nil : "Received and not in the lake yet: \(waiting.joined(separator: ", "))."
    return ([head ?? "The pool is empty."] + grid.lines(width: 120) + [rounds] + [last].compactMap { $0 })
      .joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "pool status"
    let agreement: String?
    let agreementSha256: String?
    let linkageKey: String?
    let synthetic: Bool?
    let packages: [Item]
    let rounds: Int
    let awaitingRound: [String]
    let logSha256: String?

    struct Item: Encodable {
      let authority: String
      let package: String
      let returns: [SentReturn]
      let tokensDestroyed: Bool
      let destroyBy: String
    }
  }

  var json: JSON {
    let state = pool.state
    return JSON(
      agreement: state.agreement?.id, agreementSha256: state.agreement?.sha256, linkageKey: state.linkageKey,
      synthetic: state.isSynthetic,
      packages: state.packages.map {
        .init(
          authority: $0.authority, package: $0.sha256, returns: $0.returns, tokensDestroyed: $0.areTokensDestroyed,
          destroyBy: $0.destroyBy)
      }, rounds: state.rounds.count, awaitingRound: pool.awaitingRound, logSha256: state.log.last?.sha256)
  }
}
