import KithReturns

/// What became of some records, as many as are encoded at once.
struct EncodedChunk: Sendable {
  /// How many records there are, but in the last.
  static let size = 1024

  /// What became of one record.
  enum Outcome: Sendable {
    case encoded
    case empty
    case unfit(feature: Int, ValueFault)
  }

  var outcomes: [Outcome] = []
  /// The encodings, one after another; noughts for a record that is not encoded.
  var words: [UInt64]
  /// The blocking tokens, record by record.
  var tokens: [UInt64] = []
}

/// The work of encoding, shared out to tasks.
struct EncodingWork: Sendable {
  private let source: RecordSource
  private let schema: LinkageSchema
  private let key: LinkageKey
  private let hardener: Hardener
  private let file: [UInt8]
  private let width: Int
  /// The features that are not ignored, with their columns.
  private let columns: [(feature: Int, column: Int)]

  init(_ source: RecordSource, _ schema: LinkageSchema, key: LinkageKey, file: [UInt8]) {
    self.source = source
    self.schema = schema
    self.key = key
    self.file = file
    hardener = Hardener(schema, key: key)
    width = (schema.encodedLength + 63) / 64
    columns = schema.features.indices.compactMap { feature in
      guard schema.features[feature].encoding != nil, let column = source.columns[feature] else { return nil }
      return (feature, column)
    }
  }

  /// The records as they are encoded, in chunks; each is given as the row from which each feature is taken.
  func encode(_ count: Int, isDecoy: Bool, tasks: Int, _ row: @escaping @Sendable (Int, Int) -> Int) async
    -> [EncodedChunk]
  {
    let size = EncodedChunk.size
    let chunks = (count + size - 1) / size
    let tasks = max(1, min(tasks, chunks))
    return await withTaskGroup(of: [(Int, EncodedChunk)].self) { group in
      for task in 0..<tasks {
        group.addTask {
          var encoder = RecordEncoder(schema, key: key)
          return stride(from: task, to: chunks, by: tasks).map { number in
            (number, chunk(number * size..<min(number * size + size, count), isDecoy, &encoder, row))
          }
        }
      }
      var parts = Array(repeating: EncodedChunk(words: []), count: chunks)
      for await found in group {
        for (number, chunk) in found { parts[number] = chunk }
      }
      return parts
    }
  }

  private func chunk(
    _ records: Range<Int>, _ isDecoy: Bool, _ encoder: inout RecordEncoder, _ row: (Int, Int) -> Int
  ) -> EncodedChunk {
    var chunk = EncodedChunk(words: Array(repeating: 0, count: records.count * width))
    chunk.outcomes.reserveCapacity(records.count)
    source.file.text.withUnsafeBufferPointer { text in
      for first in stride(from: records.lowerBound, to: records.upperBound, by: RecordEncoder.records) {
        let few = first..<min(first + RecordEncoder.records, records.upperBound)
        add(few, at: (first - records.lowerBound) * width, of: text, isDecoy, &encoder, row, to: &chunk)
      }
    }
    return chunk
  }

  /// Encodes a few records, and adds what becomes of them to a chunk whose words of them begin at a place.
  private func add(
    _ records: Range<Int>, at start: Int, of text: UnsafeBufferPointer<UInt8>, _ isDecoy: Bool,
    _ encoder: inout RecordEncoder, _ row: (Int, Int) -> Int, to chunk: inout EncodedChunk
  ) {
    let faults = records.map { record in
      let own = isDecoy ? nil : row(record, 0)
      return read(text, at: record - records.lowerBound, &encoder) { own ?? row(record, $0) }
    }
    let filters = encoder.encode(records.count)
    for place in 0..<records.count {
      let own = start + place * width
      if let (feature, why) = faults[place] {
        chunk.outcomes.append(.unfit(feature: feature, why))
      } else if !filters.isFilled[place] {
        chunk.outcomes.append(.empty)
      } else {
        let encoded =
          hardener.isNone
          ? filters.words[place * width..<(place + 1) * width]
          : hardener.encoding(of: filters.filter(place)) {
            file + Array("\(isDecoy ? "decoy" : "row") \(row(records.lowerBound + place, 0))".utf8)
          }.words[...]
        chunk.words.replaceSubrange(own..<own + width, with: encoded)
        chunk.outcomes.append(.encoded)
      }
    }
    // A record that is not encoded has tokens all the same, so that they keep their places.
    for (place, tokens) in encoder.tokens(records.count).enumerated() {
      chunk.tokens += faults[place] == nil ? tokens : Array(repeating: 0, count: tokens.count)
    }
  }

  @inline(__always) private func read(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int, _ encoder: inout RecordEncoder, _ row: (Int) -> Int
  ) -> (Int, ValueFault)? {
    for (feature, column) in columns {
      do throws(ValueFault) {
        let cell = source.file.place(row: row(feature), column: column)
        try encoder.read(UnsafeBufferPointer(rebasing: text[cell]), of: feature, record: place)
      } catch {
        encoder.forget(place)
        return (feature, error)
      }
    }
    return nil
  }
}
