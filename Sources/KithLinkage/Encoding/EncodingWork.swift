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
      for record in records {
        let fault = read(record, text, &encoder, row)
        if let (feature, why) = fault {
          chunk.outcomes.append(.unfit(feature: feature, why))
        } else if let filter = encoder.encode() {
          let words = hardener.encoding(of: filter) {
            file + Array("\(isDecoy ? "decoy" : "row") \(row(record, 0))".utf8)
          }.words
          let start = (record - records.lowerBound) * width
          for place in words.indices { chunk.words[start + place] = words[place] }
          chunk.outcomes.append(.encoded)
        } else {
          chunk.outcomes.append(.empty)
        }
        guard encoder.tokenCount > 0 else { continue }
        // A record that is not encoded has tokens all the same, so that they keep their places.
        chunk.tokens += fault == nil ? encoder.tokens() : Array(repeating: 0, count: encoder.tokenCount)
      }
    }
    return chunk
  }

  private func read(
    _ record: Int, _ text: UnsafeBufferPointer<UInt8>, _ encoder: inout RecordEncoder, _ row: (Int, Int) -> Int
  ) -> (Int, ValueFault)? {
    for (feature, column) in columns {
      do throws(ValueFault) {
        let place = source.file.place(row: row(record, feature), column: column)
        try encoder.read(UnsafeBufferPointer(rebasing: text[place]), of: feature)
      } catch {
        return (feature, error)
      }
    }
    return nil
  }
}
