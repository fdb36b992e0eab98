import KithRelease

/// A release, or why there is none, as one JSON object, whose shape docs/json.md describes.
struct ReleaseJSON: Encodable {
  let command = "release"
  let written: [String]
  let refused: String?
  let findings: [String]?
  let audit: AuditDocument?

  init(_ package: ReleasePackage, written: [String]) {
    self.written = written
    refused = nil
    findings = nil
    audit = package.audit
  }

  init(refused error: ReleaseError) {
    written = []
    refused = error.description
    findings = error.findings
    audit = nil
  }
}
