/// Two data sets whose records can be joined, and by what.
public struct DataLink: Hashable, Sendable {
  /// The identifiers of the two data sets.
  public let ends: [String]
  /// What joins them.
  public let key: Key
  /// What to know of it; empty for nothing.
  public let note: String

  /// What joins two data sets.
  public enum Key: String, CaseIterable, Sendable {
    /// The unique pupil number, or DfE's reference in its place.
    case pupil
    /// The authority's own identifier of a child.
    case child
    /// A file that joins pseudonyms, made by whoever linked the data.
    case bridge
    /// The Ofsted number of a provider.
    case provider
    /// The registration number of a social worker.
    case worker
    /// A postcode or the small area that it lies in.
    case smallArea = "small-area"
    /// An authority or region, and a year.
    case area
  }

  /// The other data set; nil where the data set is neither of the two.
  public func other(than id: String) -> String? {
    ends.contains(id) ? ends.first { $0 != id } : nil
  }
}

extension DataLink.Key {
  /// The key in words.
  public var title: String {
    switch self {
    case .pupil: "pupil number or matching reference"
    case .child: "authority's child identifier"
    case .bridge: "bridging file of the linked resource"
    case .provider: "Ofsted number"
    case .worker: "social worker's number"
    case .smallArea: "postcode or small area"
    case .area: "authority or region, and year"
    }
  }
}
