import ArgumentParser
import Foundation
import KithLinkage
import KithReports

/// `kith link match`: matches what parties have encoded.
struct LinkMatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Match encodings of two parties or more.",
    discussion: """
      Each PARTY is a folder to-send of kith link encode, or a JSON file of clks. Encodings that were made with different \
      schemas, keys or agreements are refused, and what differs is named. Without --threshold one is estimated from how alike \
      strangers are. OUT has the links by the records' labels, and a protocol of the run.

      Encodings whose schema keeps features apart are weighed feature by feature instead, among records that share a \
      blocking token: --threshold then is the least probability of a link (0.5), --blocking is tokens, and --similarity and \
      --top have no meaning.

      EXAMPLE
        kith link match health/to-send care/to-send --register register.json --entry early-help \
      --as-of 2026-11-30 --out links
      """)

  @Argument(help: ArgumentHelp("The parties' folders or files.", valueName: "party"))
  var parties: [String]

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  @Option(help: "The folder to write.")
  var out: String

  @Option(help: "How alike a pair must be, 0 to 1; estimated where it is not given.")
  var threshold: Double?

  @Option(help: "How pairs are compared: dice, jaccard or hamming.", transform: choice)
  var similarity = Similarity.dice

  @Option(help: "How many candidates a record may have with each other party.")
  var top: Int?

  @Option(
    help: """
      Which pairs are compared: all; tokens (those that came with the encodings); samples (of the encodings' bits); or both, \
      tokens and samples.
      """)
  var blocking = BlockingChoice.all

  @Option(help: "For samples: how many, and of how many bits each, as 20,24.")
  var samples = "20,24"

  @Option(help: "What decides the samples' bits.")
  var seed = "1"

  @Option(
    help: """
      What becomes of candidates: greedy (the most alike first; groups of any number of parties), optimal (links of two \
      parties that are most alike over all), or all.
      """, transform: choice)
  var links = MatchRequest.Solving.greedy

  @Option(help: "The share of the pairs between two groups that must be candidates for them to become one.")
  var share = 1.0

  @Flag(help: "Match encodings that came without a manifest, so that what they were made with cannot be checked.")
  var withoutManifest = false

  @Flag(help: "Write to a folder that is there already.")
  var replace = false

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  @Flag(help: .hidden)
  var timings = false

  /// Which pairs are compared.
  enum BlockingChoice: String, CaseIterable, ExpressibleByArgument {
    case all, tokens, samples, both
  }

  func validate() throws {
    guard parties.count >= 2 else { throw ValidationError("Give the encodings of two parties or more.") }
    guard threshold.map({ (0...1).contains($0) }) ?? true, (0.0...1).contains(share), top ?? 1 > 0 else {
      throw ValidationError("A threshold and a share are 0 to 1, and --top is 1 or more.")
    }
    _ = try sampling()
  }

  func run() async throws {
    let permission = try agreement.permission()
    let folder = try RunFolder(out, replace: replace)
    var time = ProcessorTime(timings)
    let sent = try parties.map { try LinkageParty($0) }
    if let bare = sent.first(where: { $0.manifest == nil }), !withoutManifest {
      throw UsageFault(
        "\(bare.name) has no manifest, so what it was encoded with cannot be checked; --without-manifest matches it all the same."
      )
    }
    try LinkageParty.check(sent, permission)
    time.end("read")
    Progress.say("Matching \(sent.map { String($0.file.labels.count) }.joined(separator: " × ")) records")
    let run = try await match(sent)
    time.end("match")
    let outcome = MatchedParties(run, sent, permission, self)
    try folder.write(outcome.files, others: ["groups.csv", "thresholds.csv", "weights.csv"])
    time.end("write")
    Progress.clear()
    print(json ? sortedJSON(outcome.json) : outcome.text)
  }

  private func match(_ sent: [LinkageParty]) async throws -> MatchRun {
    let records = sent.map(\.file.records)
    guard let first = sent.first, let apart = try first.manifest?.apart(first.name) else {
      return try await MatchRun(records, try request())
    }
    guard [.all, .tokens].contains(blocking), top == nil, similarity == .dice else {
      throw UsageFault(
        "The schema keeps features apart, so records that share a token are weighed; leave out --blocking, --similarity and --top."
      )
    }
    return try await MatchRun(records, apart, try request())
  }

  private func request() throws -> MatchRequest {
    let (tables, bits) = try sampling()
    let choice: MatchRequest.Blocking =
      switch blocking {
      case .all: .none
      case .tokens: .tokens
      case .samples: .samples(tables: tables, bits: bits, seed: seed)
      case .both: .tokensAndSamples(tables: tables, bits: bits, seed: seed)
      }
    return MatchRequest(
      similarity, threshold: threshold, most: top, blocking: choice, solving: links, share: share)
  }

  private func sampling() throws -> (tables: Int, bits: Int) {
    let numbers = samples.split(separator: ",").compactMap { Int($0) }
    guard numbers.count == 2, (1...1000).contains(numbers[0]), (1...63).contains(numbers[1]) else {
      throw ValidationError("Write samples as 20,24: up to 1,000 samples of up to 63 bits.")
    }
    return (numbers[0], numbers[1])
  }
}

/// One of a closed list, by its name.
func choice<Value: RawRepresentable & CaseIterable>(_ name: String) throws -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: name) else {
    throw ValidationError("\(name) is not one of \(Value.allCases.map(\.rawValue).joined(separator: ", ")).")
  }
  return value
}
