import Foundation
import KithEngine
import KithLake
import KithLinkage
import KithPool
import KithRegister
import KithReturns
import KithStore
import KithTables
import KithTesting
import Testing

/// A child as one return has the child. All are invented; pupil numbers are of an authority that cannot be.
struct Returned {
  var id: String
  var born = "2012-05-17"
  var sex = "F"
  var upn: String?
  var former: String?
  var from = "2023-06-01"
  var until: String?
  /// The reason for closure, or why the episode ended.
  var because = ""
}

/// A pupil number with the right check letter, of the authority 000, which is none.
func pupilNumber(_ serial: Int) -> String {
  let digits = "000" + String(String(1_000_000_000 + serial).dropFirst())
  let sum = zip(2..., digits.utf8).reduce(0) { $0 + $1.0 * Int($1.1 - 48) }
  return String(Array("ABCDEFGHJKLMNPQRTUVWXYZ")[sum % 23]) + digits
}

func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// A region in a folder: authorities with stores in memory and keys of their own, one linkage key, one agreement, one pool.
final class PoolRegion {
  private let scratch: ScratchFolder
  private var stores: [String: Store] = [:]
  let linkageKey = LinkageKey(secret: Array("a linkage key of the region".utf8))

  init() throws { scratch = try ScratchFolder() }

  func path(_ name: String) -> String { scratch.path + "/" + name }

  /// An authority's store.
  func store(_ authority: String) throws -> Store {
    if let store = stores[authority] { return store }
    let store = try Store.inMemory()
    stores[authority] = store
    return store
  }

  /// Loads a CIN Census into an authority's store, or into another's.
  func need(_ year: Int, _ children: [Returned], _ authority: String, into owner: String? = nil) throws {
    let text = """
      <?xml version="1.0"?>
      <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>\(year)</Year>
      <ReferenceDate>\(year)-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
      <LEA>\(authority)</LEA></Source></Header><Children>\(children.map(\.element).joined())</Children></Message>
      """
    let name = "returns/cin-\(owner ?? authority)-\(authority)-\(year)/census.xml"
    try scratch.write(text, name)
    try load(name, .inNeed, year, authority, owner)
  }

  /// Loads an SSDA903 return into an authority's store.
  func care(_ year: Int, _ children: [Returned], _ authority: String) throws {
    let place = "returns/ssda903-\(authority)-\(year)"
    let headers = children.map { "\($0.id),\($0.sex),\(Self.written($0.born)),WBRI,\($0.upn ?? "UN1"),," }
    let episodes = children.map {
      "\($0.id),\(Self.written($0.from)),S,C2,N1,U6,PR1,\(Self.written($0.until)),\($0.because),,ZZ1 2AB,ZZ3 4CD,"
    }
    try scratch.write(
      (["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"] + headers).joined(separator: "\n") + "\n", place + "/header.csv")
    let heading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
    try scratch.write(([heading] + episodes).joined(separator: "\n") + "\n", place + "/episodes.csv")
    try load(place, .lookedAfter, year, authority, nil)
  }

  private func load(
    _ name: String, _ kind: CollectionKind, _ year: Int, _ authority: String, _ owner: String?
  ) throws {
    let request = LoadRequest(
      try Submission.read([path(name)], of: kind), year: year, authority: authority, asOf: "loaded by A Person")
    _ = try store(owner ?? authority).load(request)
  }

  private static func written(_ iso: String?) -> String {
    iso.map { $0.split(separator: "-").reversed().joined(separator: "/") } ?? ""
  }

  /// The permission of the region's agreement on a day.
  func permission(
    _ id: String = "region", fields: [String] = LakeFields.all, on iso: String = "2026-11-30",
    acrossAdoption: String? = nil
  ) throws -> Permission {
    var register = Register()
    try register.add(
      Agreement(
        id: id, purpose: "Regional pool", controllers: ["Alderton Council"], legalBasis: "UK GDPR 6(1)(e)",
        impactAssessment: "D7", sharingAgreement: "I3", fields: fields, from: day("2026-01-01"),
        expires: day("2026-12-31"), destroyBy: day("2027-03-31"), acrossAdoption: acrossAdoption))
    return try register.permission(by: id, on: day(iso))
  }

  /// What an authority sends.
  func request(
    _ authority: String, since: Int = 0, without: Set<String> = [], key: String? = nil, linkageKey: LinkageKey? = nil,
    _ permission: Permission? = nil
  ) throws -> PoolPackage.Request {
    PoolPackage.Request(
      authority: authority, since: since, objectors: without,
      ownKey: LinkageKey(secret: Array("a key of the authority \(key ?? authority)".utf8)),
      linkageKey: linkageKey ?? self.linkageKey, permission: try permission ?? self.permission(), program: "test")
  }

  /// Makes a package in the folder of a name.
  @discardableResult
  func prepare(_ authority: String, _ name: String? = nil, _ request: PoolPackage.Request? = nil) throws -> PoolPackage
  {
    try PoolPackage(
      of: try store(authority), try request ?? self.request(authority), at: path(name ?? "from-" + authority))
  }

  /// The pool.
  func pool() throws -> Pool { try Pool(path("pool"), make: true) }

  /// Takes in a package.
  @discardableResult
  func receive(_ name: String, _ permission: Permission? = nil) throws -> Reception {
    try pool().receive(path(name), under: try permission ?? self.permission())
  }

  /// Prepares and takes in a package of each authority, and matches.
  func round(_ authorities: [String], _ permission: Permission? = nil) throws -> PoolRound {
    for authority in authorities {
      let package = "sent-\(authority)"
      try? FileManager.default.removeItem(atPath: path(package))
      try prepare(authority, package, try request(authority, permission))
      let reception = try receive(package, permission)
      #expect(reception.isAccepted, "\(reception.faults)")
    }
    return try pool().match(under: try permission ?? self.permission(), program: "test")
  }

  /// Rows of a query on the pool's lake.
  func lake(_ query: SQL) throws -> ResultTable {
    let connection = try Engine(.duckDB()).connect()
    let store = try Lake(path("pool/lake")).store(on: connection)
    return try store.connection.query(query)
  }

  /// The files of the pool that hold any of some texts, as bytes.
  func files(holding texts: [String], in folder: String = "pool") throws -> [String] {
    let needles = texts.map { Data($0.utf8) }
    return try (FileManager.default.subpaths(atPath: path(folder)) ?? []).filter { name in
      guard let bytes = FileManager.default.contents(atPath: path(folder) + "/" + name), !bytes.isEmpty else {
        return false
      }
      var readable = bytes
      if name.hasSuffix(".parquet") { readable.append(try Self.text(ofParquet: path(folder) + "/" + name)) }
      return needles.contains { readable.range(of: $0) != nil }
    }
  }

  /// The cells of a Parquet file as text, as its bytes are compressed.
  private static func text(ofParquet path: String) throws -> Data {
    let connection = try Engine(.duckDB()).connect()
    let out = path + ".csv"
    defer { try? FileManager.default.removeItem(atPath: out) }
    try connection.execute("COPY (SELECT * FROM \(parquet: path)) TO \(literal: out) (FORMAT csv, HEADER)")
    return FileManager.default.contents(atPath: out) ?? Data()
  }
}

extension Returned {
  fileprivate var element: String {
    let numbers =
      (upn.map { "<UPN>\($0)</UPN>" } ?? "<UPNunknown>UN1</UPNunknown>")
      + (former.map { "<FormerUPN>\($0)</FormerUPN>" } ?? "")
    let closed =
      until.map { "<CINclosureDate>\($0)</CINclosureDate><ReasonForClosure>\(because)</ReasonForClosure>" } ?? ""
    return """
      <Child><ChildIdentifiers><LAchildID>\(id)</LAchildID>\(numbers)<PersonBirthDate>\(born)</PersonBirthDate>
      <Sex>\(sex)</Sex></ChildIdentifiers>
      <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails>
      <CINreferralDate>\(from)</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
      \(closed)<ReferralNFA>false</ReferralNFA></CINdetails></Child>
      """
  }
}
