extension Templates {
  /// The templates of the pages on studies.
  static let studies: [String: [UInt8]] = [
    "studies": PackageResources.studies_mustache,
    "study": PackageResources.study_mustache,
  ]
}
