extension Templates {
  /// The templates of the pages on checks.
  static let check: [String: [UInt8]] = [
    "check": PackageResources.check_mustache,
    "check-summary": PackageResources.check_summary_mustache,
    "check-rule": PackageResources.check_rule_mustache,
    "check-child": PackageResources.check_child_mustache,
    "check-reason": PackageResources.check_reason_mustache,
    "check-note": PackageResources.check_note_mustache,
    "check-children": PackageResources.check_children_mustache,
    "page-links": PackageResources.page_links_mustache,
  ]
}
