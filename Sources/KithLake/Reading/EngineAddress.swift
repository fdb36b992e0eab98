public import KithRegister

/// The address of an engine that is not within this program, as `sc://127.0.0.1:15002`.
public struct EngineAddress: Hashable, Sendable {
  /// The address as the driver takes it.
  public let uri: String
  /// The machine.
  public let host: String
  /// Whether what is sent is encrypted on its way.
  public let isEncrypted: Bool

  /// Reads an address.
  public init(_ uri: String) throws(LakeError) {
    guard uri.hasPrefix("sc://") else {
      throw LakeError(.notAllowed, "An address of Spark Connect is written as sc://127.0.0.1:15002.")
    }
    let rest = uri.dropFirst(5)
    let place = rest.prefix { $0 != "/" && $0 != ";" }
    let name = place.hasPrefix("[") ? place.dropFirst().prefix { $0 != "]" } : place.prefix { $0 != ":" }
    guard !name.isEmpty, !place.contains("@") else {
      throw LakeError(.notAllowed, "An address of Spark Connect is written as sc://127.0.0.1:15002.")
    }
    self.uri = uri
    host = name.lowercased()
    let settings = rest.dropFirst(place.count).split { $0 == ";" || $0 == "/" }.map { $0.lowercased() }
    isEncrypted = settings.contains("use_ssl=true") || settings.contains { $0.hasPrefix("token=") }
  }

  /// Whether it is this machine. A name is never looked up, so of names only `localhost` is.
  public var isThisMachine: Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return parts.count == 4 && parts[0] == 127 && !parts.contains(nil)
  }

  /// Refuses another machine without an agreement and without encryption; what is said of one that is allowed.
  public func notice(under permission: Permission?, lake: LakeManifest, place: String) throws(LakeError) -> String? {
    guard !isThisMachine else { return nil }
    guard let permission else {
      throw LakeError(
        .notAllowed,
        "\(host) is not this machine: name the agreement under which the lake may be read there (--engine-register, --engine-entry, --as-of)."
      )
    }
    guard isEncrypted else {
      throw LakeError(
        .notAllowed, "What is sent to \(host) would not be encrypted: write the address as \(uri)/;use_ssl=true.")
    }
    guard lake.agreement?.sha256 == permission.hash else {
      throw LakeError(
        .notAllowed,
        "The lake was not written under the agreement \(permission.agreement.id); export it under that one.")
    }
    return """
      Left this machine under \(permission.agreement.id): the text of the queries, to \(host), which reads the pseudonymised lake \
      at \(place). Figures and the rows asked for came back.
      """
  }
}
