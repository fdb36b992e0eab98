extension Templates {
  /// The templates of the pages on the national data sets.
  static let catalogue: [String: [UInt8]] = [
    "catalogue": PackageResources.catalogue_mustache,
    "catalogue-entry": PackageResources.catalogue_entry_mustache,
    "catalogue-plan": PackageResources.catalogue_plan_mustache,
    "catalogue-picture": PackageResources.catalogue_picture_mustache,
    "catalogue-ways": PackageResources.catalogue_ways_mustache,
    "catalogue-choices": PackageResources.catalogue_choices_mustache,
    "catalogue-facts": PackageResources.catalogue_facts_mustache,
  ]
}
