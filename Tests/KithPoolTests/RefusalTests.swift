import Foundation
import KithEngine
import KithLinkage
import KithPool
import KithRegister
import KithStore
import KithTesting
import Testing

@Suite("What a pool refuses")
struct RefusalTests {
  private let region: PoolRegion

  init() throws {
    region = try PoolRegion()
    try region.need(2025, [Returned(id: "KID0001", upn: pupilNumber(7))], "301")
    try region.care(2025, [Returned(id: "KID0001", upn: pupilNumber(7)), Returned(id: "KID0002")], "301")
    try region.need(2025, [Returned(id: "OTHER01", upn: pupilNumber(7))], "302")
  }

  private func faults(_ name: String, _ permission: Permission? = nil) throws -> String {
    let reception = try region.receive(name, permission)
    #expect(!reception.isAccepted)
    let report = reception.report
    for value in ["KID0001", pupilNumber(7), "ZZ1 2AB", "2012-05-17"] { #expect(!report.contains(value)) }
    return report.replacing("\"", with: "")
  }

  @Test("an agreement that is not there, has expired, is not in force or does not name UPN makes no package")
  func agreement() throws {
    #expect(throws: RegisterError.self) { try region.permission(on: "2027-01-01") }
    #expect(throws: RegisterError.self) { try region.permission(on: "2025-12-31") }
    #expect(throws: RegisterError.self) { try Register().permission(by: "region", on: day("2026-11-30")) }
    let narrow = try region.request("301", region.permission(fields: ["DECOM"]))
    #expect(throws: LinkageError.self) { try region.prepare("301", "narrow", narrow) }
  }

  @Test("a package of another agreement, of another linkage key, or of another authority's key")
  func keys() throws {
    try region.prepare("301")
    #expect(try region.receive("from-301").isAccepted)
    let other = try region.permission("other")
    try region.prepare("302", "other", region.request("302", other))
    #expect(try faults("other").contains("is not the agreement of this pool"))
    #expect(try faults("other", other).contains("of another agreement than the pool"))
    let key = LinkageKey(secret: Array("another linkage key here".utf8))
    try region.prepare("302", "key", region.request("302", linkageKey: key))
    #expect(try faults("key").contains("another linkage key"))
    try region.prepare("302", "same", region.request("302", key: "301"))
    #expect(try faults("same").contains("a key of its own"))
    #expect(throws: PoolError.self) {
      try region.prepare(
        "302", "one", region.request("302", linkageKey: LinkageKey(secret: Array("a key of the authority 302".utf8))))
    }
    #expect(try region.pool().state.packages.map(\.authority) == ["301"])
  }

  @Test("a package that is there already, and one with fewer returns than the one it would take the place of")
  func duplicate() throws {
    try region.prepare("301")
    #expect(try region.receive("from-301").isAccepted)
    #expect(try faults("from-301").contains("received already"))
    try region.need(2026, [Returned(id: "KID0001", upn: pupilNumber(7), from: "2025-06-01")], "301")
    try region.prepare("301", "later", region.request("301", since: 2026))
    #expect(try faults("later").contains("send all years"))
    try region.prepare("301", "more")
    let more = try region.receive("more")
    #expect(more.isAccepted && more.supersedes)
    #expect(try region.pool().state.packages.map(\.returns.count) == [3])
    #expect(try FileManager.default.contentsOfDirectory(atPath: region.path("pool/packages")).count == 1)
  }

  @Test("a file that was changed, that is missing, or that the manifest does not name")
  func files() throws {
    try region.prepare("301")
    let tokens = region.path("from-301/tokens.csv")
    let before = try Data(contentsOf: URL(filePath: tokens))
    try (before + Data("x".utf8)).write(to: URL(filePath: tokens))
    #expect(try faults("from-301").contains("tokens.csv,,,,is missing or not as it was prepared"))
    try before.write(to: URL(filePath: tokens))
    try Data("kith1-key".utf8).write(to: URL(filePath: region.path("from-301/region.key")))
    #expect(try faults("from-301").contains("region.key,,,,is not named by the manifest"))
    try FileManager.default.removeItem(atPath: region.path("from-301/region.key"))
    try FileManager.default.removeItem(atPath: region.path("from-301/lake/datapackage.json"))
    #expect(try faults("from-301").contains("lake/datapackage.json,,,,is missing"))
    try FileManager.default.removeItem(atPath: region.path("from-301/package.json"))
    #expect(try faults("from-301").contains("is no manifest"))
    #expect(try region.pool().state.packages.isEmpty)
    #expect(try region.pool().state.log.allSatisfy { $0.action == "reject" })
  }

  /// Changes a table of a package, and every hash on the way, as whoever wanted to could.
  private func spoil(_ table: String, _ change: SQL) throws {
    let package = region.path("from-301")
    try? FileManager.default.removeItem(atPath: package)
    try region.prepare("301")
    let files = FileManager.default.subpaths(atPath: package) ?? []
    let file = try #require(files.first { $0.contains("table=\(table)/") && $0.hasSuffix(".parquet") })
    let place = package + "/" + file
    let old = try sha256(place)
    let connection = try Engine(.duckDB()).connect()
    try connection.execute(
      "COPY (SELECT \(sql: change) FROM read_parquet(\(literal: place), hive_partitioning = false)) TO \(literal: place + ".new") (FORMAT parquet)"
    )
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.moveItem(atPath: place + ".new", toPath: place)
    try replace([old: try sha256(place)], in: package + "/lake/manifest.json")
    let manifest = package + "/package.json"
    let hashes = try PackageHashes(manifest)
    try replace(
      [old: try sha256(place), hashes.lake: try sha256(package + "/lake/manifest.json")], in: manifest)
  }

  private func replace(_ texts: [String: String], in file: String) throws {
    var text = try String(contentsOfFile: file, encoding: .utf8)
    for (old, new) in texts { text = text.replacing(old, with: new) }
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  private struct PackageHashes {
    let lake: String

    init(_ manifest: String) throws {
      let read = try JSONDecoder().decode(
        PackageManifest.self, from: try Data(contentsOf: URL(filePath: manifest)))
      lake = try #require(read.files.first { $0.path == "lake/manifest.json" }?.sha256)
    }
  }

  private func sha256(_ path: String) throws -> String {
    let connection = try Engine(.duckDB()).connect()
    return try #require(
      try connection.query("SELECT sha256(content) AS h FROM read_blob(\(literal: path))").text("h")[0])
  }

  @Test(
    "cells that look like identifiers, postcodes, days of birth or words, and columns that are not agreed, by place")
  func cells() throws {
    let cases: [(table: String, change: SQL, said: String)] = [
      (
        "header", "* REPLACE ('\(raw: pupilNumber(7))' AS upn)",
        ",0,2,upn,is of a field that the agreement does not name"
      ),
      ("header", "* REPLACE ('KID0001' AS child)", ",0,2,child,is no keyed name"),
      ("header", "* REPLACE (DATE '2012-05-17' AS dob)", ",0,2,dob,is a day where only a month may stand"),
      ("header", "* REPLACE ('Jane' AS ethnic)", ",0,2,ethnic,is no code of the guidance"),
      ("episodes", "* REPLACE ('ZZ1 2AB' AS home_post)", "home_post,is no postcode sector"),
      ("episodes", "* REPLACE ('1234567' AS urn)", "urn,is no keyed name"),
      ("episodes", "*, 'Jane' AS surname", ",,,surname,is no column of the table"),
      ("episodes", "* EXCLUDE (rec)", ",,,rec,is to be there"),
      ("episodes", "* REPLACE (CAST(decom AS VARCHAR) AS decom)", ",,,decom,is to be there"),
      ("episodes", "* REPLACE (CAST(0 AS BIGINT) AS position)", ",,,position,is the same in two rows"),
      ("episodes", "* REPLACE (CAST(99 AS BIGINT) AS submission)", ",,,submission,is of another return"),
    ]
    for item in cases {
      try spoil(item.table, item.change)
      let report = try faults("from-301")
      #expect(report.contains(item.said), "\(item.change.text): \(report)")
    }
    try spoil("header", "*")
    #expect(try region.receive("from-301").isAccepted)
    let reports = try FileManager.default.contentsOfDirectory(atPath: region.path("pool/reports"))
    #expect(reports.count == cases.count && reports.allSatisfy { $0.hasPrefix("rejected-301-") })
  }

  @Test("tokens that are none, or that stand twice")
  func tokens() throws {
    let package = region.path("from-301")
    for (change, said) in [
      ("\(pupilNumber(7)),,cin,0,\(String(repeating: "a", count: 32))", "token,is no token"),
      ("\(String(repeating: "b", count: 32)),,cin,0,KID0001", "child,is no token"),
      (
        "\(String(repeating: "b", count: 32)),2012-05-17,cin,0,\(String(repeating: "a", count: 32))",
        "birth,is no token"
      ),
    ] {
      try? FileManager.default.removeItem(atPath: package)
      try region.prepare("301")
      let old = try sha256(package + "/tokens.csv")
      let text = try String(contentsOfFile: package + "/tokens.csv", encoding: .utf8)
      try Data((text + change + "\n").utf8).write(to: URL(filePath: package + "/tokens.csv"))
      try replace([old: try sha256(package + "/tokens.csv")], in: package + "/package.json")
      #expect(try faults("from-301").contains(said))
    }
  }
}
