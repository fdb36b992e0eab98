extension Templates {
  /// The templates of the pages on an authority's own measures.
  static let measures: [String: [UInt8]] = [
    "measures": PackageResources.measures_mustache,
    "measures-change": PackageResources.measures_change_mustache,
    "measures-reason": PackageResources.measures_reason_mustache,
    "measures-children": PackageResources.measures_children_mustache,
  ]
}
