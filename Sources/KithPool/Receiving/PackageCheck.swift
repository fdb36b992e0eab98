import Foundation
import KithLake
import KithRegister
import KithTables

/// Whether a package may be taken into a pool: what stands against it, from the manifest to the last cell.
struct PackageCheck {
  private let path: String
  private let permission: Permission
  private let state: PoolState
  let manifest: PackageManifest?

  init(_ path: String, _ permission: Permission, _ state: PoolState) {
    self.path = path
    self.permission = permission
    self.state = state
    manifest = PackageManifest(of: path)
  }

  /// What stands against the package. Later checks are left out where an earlier one fails, as they would tell nothing.
  func faults() -> [CellFault] {
    guard let manifest else {
      return [fault("is no manifest of a package that reads; let kith pool prepare write it again")]
    }
    for step in [agreementFaults, fileFaults, lakeFaults, standingFaults] {
      let faults = step(manifest)
      if !faults.isEmpty { return faults }
    }
    return []
  }

  private func fault(_ remedy: String, _ field: String? = nil) -> CellFault {
    CellFault(file: PackageManifest.name, column: field, remedy: remedy)
  }

  /// Whether it was made under the pool's agreement, with the region's key, and as the pool's other packages.
  private func agreementFaults(_ manifest: PackageManifest) -> [CellFault] {
    let (agreement, hash) = (permission.agreement, permission.hash)
    var faults: [CellFault] = []
    func expect(_ holds: Bool, _ field: String, _ remedy: String) { if !holds { faults.append(fault(remedy, field)) } }
    expect(
      manifest.authority.utf8.count == 3 && Int(manifest.authority) != nil, "authority", "is to be three digits")
    expect(
      manifest.agreement.sha256 == hash && manifest.agreement.id == agreement.id, "agreement",
      "is not the agreement of this pool; prepare it under \(agreement.id)")
    expect(
      manifest.agreement.destroyBy == agreement.destroyBy.iso, "agreement",
      "has another day of destruction than the agreement")
    expect(
      (state.agreement?.sha256 ?? hash) == hash, "agreement",
      "is of another agreement than the pool; give it to a pool of its own")
    expect(
      (state.linkageKey ?? manifest.linkageKey) == manifest.linkageKey, "linkageKey",
      "is the fingerprint of another linkage key than the pool's other packages have; use the region's")
    let others = state.packages.filter { $0.authority != manifest.authority }
    expect(
      others.allSatisfy { $0.pseudonyms != manifest.pseudonyms }, "pseudonyms",
      "is the fingerprint of another authority's key; each authority names its children by a key of its own")
    return faults + likenessFaults(manifest)
  }

  /// Whether it was made in the way of the pool's other packages.
  private func likenessFaults(_ manifest: PackageManifest) -> [CellFault] {
    var faults: [CellFault] = []
    func expect(_ holds: Bool, _ field: String, _ remedy: String) { if !holds { faults.append(fault(remedy, field)) } }
    expect(["birth-month", "month"].contains(manifest.dates), "dates", "is to be birth-month or month")
    expect(
      (state.dates ?? manifest.dates) == manifest.dates, "dates",
      "is another way of writing days than the pool's other packages have")
    expect(
      (state.storeSchema ?? manifest.storeSchema) == manifest.storeSchema, "storeSchema",
      "is another version of the tables; use the pool's version of Kith")
    expect(
      (state.isSynthetic ?? manifest.isSynthetic) == manifest.isSynthetic, "isSynthetic",
      "would mix invented children with others")
    return faults
  }

  /// Whether the files are those of the manifest, whole, and no others.
  private func fileFaults(_ manifest: PackageManifest) -> [CellFault] {
    guard let found = try? PoolPackage.files(in: path) else { return [fault("cannot be read, with all its files")] }
    let present = Dictionary(found.map { ($0.path, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    let named = Set(manifest.files.map(\.path))
    let extra = present.keys.filter { !named.contains($0) }.sorted().map {
      CellFault(file: $0, remedy: "is not named by the manifest; leave it out")
    }
    let links = manifest.files.filter { !isPlain($0.path) }.map {
      CellFault(file: $0.path, remedy: "is to be a plain file of the package")
    }
    let others = manifest.files.filter { present[$0.path] != $0.sha256 }.map {
      CellFault(file: $0.path, remedy: "is missing or not as it was prepared; send the package again")
    }
    return extra + links + others
  }

  private func isPlain(_ name: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)[.type] as? FileAttributeType
    return type == .typeRegular && !name.split(separator: "/").contains("..")
  }

  /// Whether the tables are those of the manifest's returns, and no cell of them or of the tokens is an identifier.
  private func lakeFaults(_ manifest: PackageManifest) -> [CellFault] {
    do {
      let lake = try Lake(path + "/" + PackageManifest.lakeName)
      let structure = lakeStructureFaults(lake.manifest, manifest)
      guard structure.isEmpty else { return structure }
      let broken = try lake.faults()
      guard broken.isEmpty else { return broken.map { CellFault(file: PackageManifest.lakeName, remedy: $0) } }
      return try PooledLakeCheck(lake, fields: permission.agreement.fields).faults() + tokenFaults(manifest)
        + textFaults()
    } catch {
      return [CellFault(file: PackageManifest.lakeName, remedy: "\(error)")]
    }
  }

  private func lakeStructureFaults(_ lake: LakeManifest, _ manifest: PackageManifest) -> [CellFault] {
    let sent = lake.submissions.map { item in
      let own = SentReturn(collection: item.collection, year: item.year, authority: manifest.authority)
      return own.submission == item.submission && item.authority == manifest.authority ? own : nil
    }
    let isLike =
      lake.isPseudonymised && lake.agreement == manifest.agreement && lake.dates == manifest.dates
      && lake.isSynthetic == manifest.isSynthetic && lake.fingerprint == manifest.pseudonyms
      && lake.storeSchema == manifest.storeSchema
    let named = Set(manifest.files.map(\.path)).subtracting([PackageManifest.tokensName])
    let expected = Set((lake.files.map(\.path) + ["manifest.json", "datapackage.json"]).map { "lake/" + $0 })
    guard isLike, !sent.contains(nil), sent.compactMap({ $0 }).sorted() == manifest.returns, named == expected,
      manifest.files.contains(where: { $0.path == PackageManifest.tokensName })
    else {
      return [
        CellFault(
          file: "lake/manifest.json",
          remedy: "does not describe the returns of the package; let kith pool prepare write it again")
      ]
    }
    return []
  }

  private func tokenFaults(_ manifest: PackageManifest) -> [CellFault] {
    guard let bytes = FileManager.default.contents(atPath: path + "/" + PackageManifest.tokensName) else { return [] }
    return TokenFile.read(bytes).faults
  }

  /// Descriptions hold no text that looks like a pupil number or a key.
  private func textFaults() -> [CellFault] {
    ["lake/manifest.json", "lake/datapackage.json", PackageManifest.name].compactMap { name in
      guard
        let text = FileManager.default.contents(atPath: path + "/" + name).map({ String(decoding: $0, as: UTF8.self) }),
        text.contains(/[A-Z][0-9]{11}[0-9A-Z]/) || text.contains("kith1-")
      else { return nil }
      return CellFault(
        file: name, remedy: "holds what looks like a pupil number or a key; let kith pool prepare write it again")
    }
  }

  /// Whether the pool has it already, or more of the authority than it holds.
  private func standingFaults(_ manifest: PackageManifest) -> [CellFault] {
    guard let held = state.packages.first(where: { $0.authority == manifest.authority }) else { return [] }
    if held.sha256 == manifest.sha256, !held.areTokensDestroyed {
      return [fault("was received already; nothing is to be done")]
    }
    let missing = held.returns.filter { !manifest.returns.contains($0) }
    return missing.map {
      fault(
        "has not the return \($0.collection) of \($0.year) that it would take the place of; send all years of the authority in one package",
        "returns")
    }
  }
}
