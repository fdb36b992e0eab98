extension Feature {
  init(_ object: SchemaObject) throws(LinkageError) {
    identifier = try object.needed("identifier")
    let isIgnored = try object.flag("ignored") ?? false
    encoding = isIgnored ? nil : try FeatureEncoding(object)
  }
}

extension FeatureEncoding {
  init(_ object: SchemaObject) throws(LinkageError) {
    let hashing = try object.object("hashing")
    try hashing.allow("hash", "strategy", "comparison", "missingValue")
    format = try ValueFormat(try object.object("format"))
    comparison = try Comparison(try hashing.object("comparison"))
    strategy = try BitStrategy(try hashing.object("strategy"))
    hash = hashing.members["hash"] == nil ? .blake : try FilterHash(try hashing.object("hash"))
    missing = hashing.members["missingValue"] == nil ? nil : try MissingValue(try hashing.object("missingValue"))
  }
}

extension MissingValue {
  init(_ object: SchemaObject) throws(LinkageError) {
    sentinel = try object.needed("sentinel")
    replacement = try object.string("replaceWith")
  }
}

extension FilterHash {
  init(_ object: SchemaObject) throws(LinkageError) {
    switch try object.needed("type") {
    case "blakeHash": self = .blake
    case "doubleHash": self = .double(preventsSingularity: try object.flag("prevent_singularity") ?? false)
    default: throw object.fault("type", "is to be blakeHash or doubleHash")
    }
  }
}

extension BitStrategy {
  init(_ object: SchemaObject) throws(LinkageError) {
    try object.allow("bitsPerToken", "bitsPerFeature")
    switch (try object.integer("bitsPerToken", 1...65_535), try object.integer("bitsPerFeature", 1...65_535)) {
    case (let bits?, nil): self = .perToken(bits)
    case (nil, let bits?): self = .perFeature(bits)
    default: throw SchemaObject.fault(object.path, "is to have bitsPerToken or bitsPerFeature, and not both")
    }
  }
}

extension Comparison {
  init(_ object: SchemaObject) throws(LinkageError) {
    switch try object.needed("type") {
    case "exact": self = .exact
    case "ngram":
      guard let length = try object.integer("n", 1...20) else { throw object.fault("n", "is missing") }
      self = .ngram(length, positional: try object.flag("positional") ?? false)
    case "numeric":
      guard let threshold = try object.number("thresholdDistance"), let resolution = try object.integer("resolution"),
        let grid = NumericGrid(
          threshold: threshold, resolution: resolution, places: try object.integer("fractional_precision") ?? 0)
      else {
        throw SchemaObject.fault(
          object.path,
          "is to have a thresholdDistance above 0 and a resolution; see that fractional_precision can tell the distance"
        )
      }
      self = .numeric(grid)
    default: throw object.fault("type", "is to be ngram, exact or numeric")
    }
  }
}

extension ValueFormat {
  init(_ object: SchemaObject) throws(LinkageError) {
    switch try object.needed("type") {
    case "string": self = try Self.string(object)
    case "integer":
      try object.allow("type", "minimum", "maximum", "description")
      self = .integer(atLeast: try object.integer("minimum"), atMost: try object.integer("maximum"))
    case "date":
      try object.allow("type", "format", "description")
      guard let pattern = DatePattern(try object.needed("format")) else {
        throw object.fault(
          "format", "is to be written with %d %m %Y %y %j %b %B %H %M %S, each once, and to have a year")
      }
      self = .date(pattern)
    case "enum":
      try object.allow("type", "values", "description")
      guard let values = try object.strings("values") else { throw object.fault("values", "is missing") }
      self = .values(values)
    default: throw object.fault("type", "is to be string, integer, date or enum")
    }
  }

  private static func string(_ object: SchemaObject) throws(LinkageError) -> ValueFormat {
    let coding = try object.choice("encoding", TextCoding.self) ?? .utf8
    if let pattern = try object.string("pattern") {
      try object.allow("type", "encoding", "pattern", "description")
      guard (try? Regex(pattern)) != nil else { throw object.fault("pattern", "is not a regular expression") }
      return .pattern(coding, pattern)
    }
    try object.allow("type", "encoding", "case", "minLength", "maxLength", "description")
    return .text(
      coding, letters: try object.choice("case", LetterCase.self) ?? .mixed,
      atLeast: try object.integer("minLength", 0...Int.max), atMost: try object.integer("maxLength", 1...Int.max))
  }
}
