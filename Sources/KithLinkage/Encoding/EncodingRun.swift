/// Records that have been encoded, in an order that the key decides, and what became of each record of the source.
public struct EncodingRun: Sendable {
  /// The encodings with their blocking tokens, true records and decoys, in the order in which they are sent.
  public let records: BlockedRecords
  /// What each encoding is of.
  public let origins: [Origin]
  /// How many records there were of each kind.
  public let counts: Counts

  /// What an encoding is of.
  public enum Origin: Hashable, Sendable {
    /// The record in this row of the source.
    case row(Int)
    /// Nobody.
    case decoy
  }

  /// How many records there were of each kind.
  public struct Counts: Hashable, Sendable {
    /// Records of the source.
    public internal(set) var rows = 0
    /// Records that were encoded.
    public internal(set) var encoded = 0
    /// Records of which nothing could be encoded.
    public internal(set) var empty = 0
    /// Records of those who have objected.
    public internal(set) var optedOut = 0
    /// Records with a value that does not fit the schema, which were left out.
    public internal(set) var unfit = 0
    /// Records that were made up.
    public internal(set) var decoys = 0
  }
}

extension EncodingRun {
  /// Encodes the records of a source.
  ///
  /// - Parameters:
  ///   - isOut: Whether the record of a row is left out, because the person has objected.
  ///   - leavesUnfitOut: Whether records with a value that does not fit the schema are left out; else they are refused.
  ///   - tasks: How many tasks share the work; the encodings do not depend on it.
  public init(
    _ source: RecordSource, _ schema: LinkageSchema, key: LinkageKey, isOut: (Int) -> Bool = { _ in false },
    leavesUnfitOut: Bool = false, tasks: Int = 1
  ) async throws(LinkageError) {
    let file = Array(source.hash.utf8)
    let work = EncodingWork(source, schema, key: key, file: file)
    let rows = (0..<source.count).filter { !isOut($0) }
    let chunks = await work.encode(rows.count, isDecoy: false, tasks: tasks) { record, _ in rows[record] }
    let outcomes = chunks.flatMap(\.outcomes)
    if !leavesUnfitOut { try Self.refuseUnfit(outcomes, rows, source, schema) }
    let filled = Self.encoded(outcomes)
    let empty = outcomes.count { if case .empty = $0 { true } else { false } }
    let plan = DecoyPlan(schema, key: key, file: file, among: filled.map { rows[$0] })
    let decoys = await work.encode(plan.count, isDecoy: true, tasks: tasks, plan.row)
    let made = Self.encoded(decoys.flatMap(\.outcomes))
    counts = Counts(
      rows: source.count, encoded: filled.count, empty: empty, optedOut: source.count - rows.count,
      unfit: rows.count - filled.count - empty, decoys: made.count)
    var stream = KeyedStream(key.derived(for: .order, context: schema.keyContext + file))
    let order = stream.order(filled.count + made.count)
    let places = filled + made.map { chunks.count * EncodedChunk.size + $0 }
    records = Self.ordered(order.map { places[$0] }, of: chunks + decoys, schema)
    origins = order.map { $0 < filled.count ? .row(rows[filled[$0]]) : .decoy }
  }

  /// The places of those that were encoded.
  private static func encoded(_ outcomes: [EncodedChunk.Outcome]) -> [Int] {
    outcomes.indices.filter { if case .encoded = outcomes[$0] { true } else { false } }
  }

  /// The records at some places, in their order.
  private static func ordered(_ places: [Int], of chunks: [EncodedChunk], _ schema: LinkageSchema) -> BlockedRecords {
    var encodings = Encodings(length: schema.encodedLength, count: places.count)
    let width = encodings.width
    let settings = schema.settings ?? .none
    let rules = settings.blocking.count + (settings.lambdaFold?.tables ?? 0)
    encodings.words.withUnsafeMutableBufferPointer { words in
      for (number, place) in places.enumerated() {
        let (chunk, record) = place.quotientAndRemainder(dividingBy: EncodedChunk.size)
        for word in 0..<width { words[number * width + word] = chunks[chunk].words[record * width + word] }
      }
    }
    let tokens = (0..<rules).map { rule in
      places.map { chunks[$0 / EncodedChunk.size].tokens[$0 % EncodedChunk.size * rules + rule] }
    }
    return BlockedRecords(encodings, tokens: tokens)
  }

  private static func refuseUnfit(
    _ outcomes: [EncodedChunk.Outcome], _ rows: [Int], _ source: RecordSource, _ schema: LinkageSchema
  ) throws(LinkageError) {
    var found: [Int: (why: ValueFault, lines: [Int])] = [:]
    for (record, outcome) in outcomes.enumerated() {
      guard case .unfit(let feature, let why) = outcome else { continue }
      found[feature, default: (why, [])].lines.append(source.line(rows[record]))
    }
    guard !found.isEmpty else { return }
    let sentences = found.sorted { $0.key < $1.key }.map { feature, fault in
      "\(schema.features[feature].identifier) \(fault.why.advice): \(RecordSource.lines(fault.lines).lowercased())"
    }
    throw LinkageError(
      .records,
      "The records do not fit the schema. \(sentences.joined(separator: "; ")). --leave-out-unfit leaves them out.")
  }
}

/// Records that are made up: each feature is taken from another true record.
private struct DecoyPlan: Sendable {
  let count: Int
  private let rows: [Int]
  private let features: Int

  init(_ schema: LinkageSchema, key: LinkageKey, file: [UInt8], among rows: [Int]) {
    features = schema.features.count
    count = rows.count > 1 ? rows.count * (schema.settings?.decoys ?? 0) / 100 : 0
    var stream = KeyedStream(key.derived(for: .decoys, context: schema.keyContext + file))
    self.rows = (0..<count * features).map { _ in rows[stream.below(rows.count)] }
  }

  /// The row from which a decoy's feature is taken.
  @Sendable func row(_ decoy: Int, _ feature: Int) -> Int { rows[decoy * features + feature] }
}
