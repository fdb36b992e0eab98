import ArgumentParser
import Foundation
import KithLake
import KithLinkage
import KithPool
import KithRegister
import KithReports
import KithStore

/// What an authority sends to a pool, and under which agreement: the same for the preview and for the package.
struct PoolSendOptions: ParsableArguments {
  @OptionGroup
  var source: StorePlace

  @Option(help: "The authority whose returns are sent, by its three digits.")
  var la: String

  @Option(help: "The first year whose returns are sent, as 2024 for 2023/24. All, if left out.")
  var since: Int?

  @Option(help: "The authority's own key, by which children are named (kith link key new). It stays with you.")
  var key: String

  @Option(help: "The region's linkage key, which the authorities share and the pool never has.")
  var linkageKey: String

  @Option(help: "A list of the identifiers, in its first column, of children who are left out because of an objection.")
  var optOuts: String?

  @Option(
    help: "How days stand: birth-month (days of birth as the first of the month, others as they are), or month.",
    transform: Self.pooled)
  var dates = LakeRecipe.Dates.birthMonth

  private static func pooled(_ text: String) throws -> LakeRecipe.Dates {
    guard let dates = LakeRecipe.Dates(rawValue: text), dates != .day else {
      throw ValidationError("Write birth-month or month.")
    }
    return dates
  }

  @OptionGroup(title: "Agreement")
  var agreement: AgreementOptions

  /// What is to be sent; refused where the agreement does not hold, the list of objections is another, or a key is no key.
  func request() throws -> PoolPackage.Request {
    let permission = try agreement.permission()
    let objections = try OptOutList(optOuts, permission, hasNames: true)
    return PoolPackage.Request(
      authority: la, since: since ?? 0, objectors: objections.names, ownKey: try KeyFile(key).key,
      linkageKey: try KeyFile(linkageKey).key, permission: permission, dates: dates,
      program: "kith \(KithVersion.text)")
  }
}
