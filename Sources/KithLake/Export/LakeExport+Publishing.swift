import KithRegister
import KithStore
import KithTables

extension LakeExport {
  /// Writes the store's own tables, the descriptor and, last, the manifest; then takes away what is in no manifest.
  func publish(_ held: [LakeManifest.Submission], _ own: LakeOwnTables) throws -> LakeManifest {
    let held = held.sorted { $0.submission < $1.submission }
    let manifest = LakeManifest(
      program: program, isPseudonymised: recipe.isPseudonymised, isSynthetic: try store.isSynthetic == true,
      storeSchema: StoreSchema.version,
      agreement: recipe.permission.map {
        .init(id: $0.agreement.id, sha256: $0.hash, destroyBy: $0.agreement.destroyBy.iso)
      }, fingerprint: recipe.fingerprint, dates: recipe.dates, tables: try own.write(of: held), submissions: held)
    try files.put(LakeDescriptor(manifest, recipe).text, as: LakeDescriptor.name)
    try files.put(manifest.text, as: LakeManifest.name)
    LakeFiles.sweep(files.lake, manifest)
    return manifest
  }
}
