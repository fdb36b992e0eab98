extension Templates {
  /// The templates of the pages on comparisons, and of tables, which other pages share.
  static let compare: [String: [UInt8]] = [
    "compare": PackageResources.compare_mustache,
    "compare-empty": PackageResources.compare_empty_mustache,
    "compare-view": PackageResources.compare_view_mustache,
    "compare-form": PackageResources.compare_form_mustache,
    "shown-table": PackageResources.shown_table_mustache,
  ]
}
