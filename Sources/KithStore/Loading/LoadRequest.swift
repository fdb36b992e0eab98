public import KithReturns

/// A return to be loaded, and what is known of it besides its files.
public struct LoadRequest: Sendable {
  /// What was submitted.
  public var submission: Submission
  /// The calendar year in which the collection ends.
  public var year: Int
  /// The authority's three digits.
  public var authority: String
  /// What a check of it found; nil when it was not checked.
  public var check: CheckSummary?
  /// Whether the return is synthetic.
  public var isSynthetic: Bool
  /// The day or occasion to which the user says that it belongs. Kith asks no clock.
  public var asOf: String?
  /// What kind of data it is.
  public var source: Source

  /// What kind of data a submission is.
  public enum Source: String, Sendable {
    /// A return as an authority submits it.
    case authorityReturn = "return"
    /// A de-identified national extract.
    case extract
  }

  /// What a check of a return came to.
  public struct CheckSummary: Hashable, Sendable {
    /// The rule book, in words.
    public let ruleBook: String
    /// How many findings are errors.
    public let errors: Int
    /// How many are queries.
    public let queries: Int

    /// The outcome of a check.
    public init(ruleBook: String, errors: Int, queries: Int) {
      self.ruleBook = ruleBook
      self.errors = errors
      self.queries = queries
    }
  }

  /// A return to be loaded.
  public init(
    _ submission: Submission, year: Int, authority: String, check: CheckSummary? = nil, isSynthetic: Bool = false,
    asOf: String? = nil, source: Source = .authorityReturn
  ) {
    self.submission = submission
    self.year = year
    self.authority = authority
    self.check = check
    self.isSynthetic = isSynthetic
    self.asOf = asOf
    self.source = source
  }
}

/// What became of a return that was to be loaded.
public enum LoadOutcome: Hashable, Sendable {
  /// It was loaded as this submission.
  case loaded(id: Int, version: Int, rows: Int, superseded: Int?)
  /// The current submission is of the very same files, and nothing was done.
  case alreadyThere(id: Int)
}
