public import KithTables

/// An authority's child, and the person who the child is.
public struct PersonLink: Hashable, Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The authority's identifier of the child.
  public let child: String
  /// The person, as linkage names persons.
  public let person: String
  /// The collection in which it holds, `ssda903` or `cin`; nil where in both.
  public let collection: String?
  /// The day of an adoption order after which it holds; nil where it holds from the first day on.
  public let after: Day?
  /// The day of an adoption order up to which it holds; nil where it holds to the last day.
  public let until: Day?

  /// A link of a child to a person.
  public init(
    authority: String, child: String, person: String, collection: String? = nil, after: Day? = nil, until: Day? = nil
  ) {
    self.authority = authority
    self.child = child
    self.person = person
    self.collection = collection
    self.after = after
    self.until = until
  }
}

/// A child of an authority as one collection knows the child.
public struct CollectedChild: Hashable, Sendable {
  /// The collection: `ssda903` or `cin`.
  public let collection: String
  /// The authority's three digits.
  public let authority: String
  /// The authority's identifier of the child.
  public let child: String

  /// A child of a collection.
  public init(collection: String, authority: String, child: String) {
    self.collection = collection
    self.authority = authority
    self.child = child
  }
}

/// Why two records are taken for one child, or are to be looked at by a person.
public struct LinkEvidence: Hashable, Sendable {
  /// What became of the pair.
  public enum State: String, CaseIterable, Sendable {
    /// They are one person.
    case linked
    /// A person is to decide.
    case review
    /// They were not linked, because something speaks against it.
    case refused
  }

  /// Its number in the run, from 1.
  public let number: Int
  /// The one child.
  public let first: CollectedChild
  /// The other.
  public let second: CollectedChild
  /// What became of the pair.
  public let state: State
  /// The rule that links them, in words.
  public let rule: String
  /// The rule's rank; nil for a link by weight.
  public let rank: Int?
  /// The weight in bits; nil where the pair was not weighed.
  public let weight: Double?
  /// The probability that they are one child; nil where the pair was not weighed.
  public let probability: Double?
  /// How they agree: `born=exact; sex=exact; upn=missing`. It holds no value of a record.
  public let agreement: String
  /// Why a person is to decide, or why they were not linked; nil for a link.
  public let reason: String?

  /// Evidence about a pair.
  public init(
    number: Int, first: CollectedChild, second: CollectedChild, state: State, rule: String, rank: Int?,
    weight: Double?, probability: Double?, agreement: String, reason: String?
  ) {
    self.number = number
    self.first = first
    self.second = second
    self.state = state
    self.rule = rule
    self.rank = rank
    self.weight = weight
    self.probability = probability
    self.agreement = agreement
    self.reason = reason
  }
}

/// A run of linkage, as it was noted.
public struct LinkRunRecord: Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// Its settings and what it came to, in counts, as it wrote them.
  public let settings: String
  /// The day or occasion that the user named.
  public let asOf: String?
}

/// What a person decided about two records.
public struct LinkDecision: Hashable, Sendable {
  /// The one child.
  public let first: CollectedChild
  /// The other.
  public let second: CollectedChild
  /// Whether they are one child.
  public let isSame: Bool
  /// Why, without a name or an identifier.
  public let reason: String

  /// A decision about two children.
  public init(first: CollectedChild, second: CollectedChild, isSame: Bool, reason: String) {
    self.first = first
    self.second = second
    self.isSame = isSame
    self.reason = reason
  }
}
