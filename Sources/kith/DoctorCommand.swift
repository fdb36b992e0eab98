import ArgumentParser
import Foundation
import KithEngine
import KithReports

/// `kith doctor`: what Kith finds on this machine, what is missing, and how to get it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what Kith finds on this machine, what is missing and how to get it.",
    discussion: "It changes nothing, asks nothing of a network, and ends with 0 whatever it finds.")

  @Flag(help: "Print one JSON object (docs/json.md).")
  var json = false

  func run() throws {
    let findings = Examination(environment: ProcessInfo.processInfo.environment).findings
    print(json ? sortedJSON(DoctorDocument(findings).json) : DoctorDocument(findings).text)
  }
}

/// What was looked for and found.
struct DoctorFinding: Encodable, Sendable {
  /// What it is.
  let what: String
  /// What it is for.
  let serves: String
  /// Whether nothing works without it.
  let needed: Bool
  /// Where it is, or which; nil where it is missing.
  let found: String?
  /// How to get it.
  let remedy: String
}

/// A look at the machine.
struct Examination {
  let environment: [String: String]

  var findings: [DoctorFinding] {
    [
      duckDB, memory, ext(.httpfs, "encrypted stores and lakes"), ext(.excel, "published workbooks"), scratch,
      file(
        "postcodes", "distances and places in checks", environment["KITH_POSTCODES"] ?? near("postcodes.parquet"),
        "run scripts/setup-postcodes, or give --postcodes FILE"),
      file("pages' styles and charts", "kith serve and reports", near("web"), "run scripts/setup in Kith's folder"),
      file("Spark's driver", "--engine spark", DriverLibrary.sparkPath, "run scripts/setup-spark"),
      program("java", "a Spark server on this machine", "apt-get install openjdk-17-jre-headless"),
      program("Rscript", "running the scripts in R that kith emit writes", "apt-get install r-base-core"),
    ]
  }

  private var duckDB: DoctorFinding {
    let version = try? connection().query("SELECT version() AS v").text("v")[0]
    let library = try? DriverLibrary.duckDB()
    let found = version.flatMap { $0 }.map { "\($0) in \(library?.path ?? "the system")" }
    return DoctorFinding(
      what: "DuckDB", serves: "everything but kith check", needed: true, found: found,
      remedy: "run scripts/setup in Kith's folder, or set KITH_DUCKDB to the path of a libduckdb.so")
  }

  /// A connection whatever KITH_MEMORY says, which has a finding of its own.
  private func connection() throws -> Connection {
    try Engine(.duckDB(options: ["memory_limit": "256MB"])).connect()
  }

  /// How much memory the engine may take before it puts work aside in files.
  private var memory: DoctorFinding {
    let limit = try? Engine(.duckDB()).connect().query("SELECT current_setting('memory_limit') AS v").text("v")[0]
    return DoctorFinding(
      what: "memory for DuckDB", serves: "everything but kith check", needed: true, found: limit.flatMap { $0 },
      remedy: "set KITH_MEMORY to a number with MB or GB, such as 4GB, or unset it")
  }

  private func ext(_ name: Connection.DuckDBExtension, _ serves: String) -> DoctorFinding {
    let isThere = (try? connection().load(name)) != nil
    return DoctorFinding(
      what: "DuckDB's extension \(name.rawValue)", serves: serves, needed: false, found: isThere ? "loads" : nil,
      remedy: "run scripts/setup in Kith's folder")
  }

  private var scratch: DoctorFinding {
    let folder = NSTemporaryDirectory()
    let isWritable = FileManager.default.isWritableFile(atPath: folder)
    return DoctorFinding(
      what: "a folder for what is aside", serves: "work larger than memory", needed: true,
      found: isWritable ? folder : nil, remedy: "set TMPDIR to a folder that this user may write to")
  }

  private func file(_ what: String, _ serves: String, _ path: String?, _ remedy: String) -> DoctorFinding {
    let found = path.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    return DoctorFinding(what: what, serves: serves, needed: false, found: found, remedy: remedy)
  }

  private func program(_ name: String, _ serves: String, _ remedy: String) -> DoctorFinding {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    return DoctorFinding(what: name, serves: serves, needed: false, found: found, remedy: remedy)
  }

  /// A file or folder that set-up put in place, near this program or in the folder that it is run from.
  private func near(_ name: String) -> String? {
    let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    let above = sequence(first: program.deletingLastPathComponent().path()) { path in
      path == "/" || path.isEmpty ? nil : (path as NSString).deletingLastPathComponent
    }
    return (["."] + Array(above)).map { $0 + "/.deps/" + name }.first { FileManager.default.fileExists(atPath: $0) }
  }
}

/// What `kith doctor` prints.
struct DoctorDocument {
  private let findings: [DoctorFinding]

  init(_ findings: [DoctorFinding]) { self.findings = findings }

  private var isReady: Bool { findings.allSatisfy { !$0.needed || $0.found != nil } }

  var text: String {
    let lines = findings.map { finding -> String in
      if let found = finding.found { return "there     \(finding.what): \(found)" }
      return (finding.needed ? "MISSING   " : "not there ")
        + "\(finding.what), for \(finding.serves): \(finding.remedy)"
    }
    let last = isReady ? "Kith can work here." : "Kith cannot keep a store here until what is MISSING is there."
    return (["kith \(KithVersion.text)"] + lines + [last]).joined(separator: "\n")
  }

  struct JSON: Encodable {
    let command = "doctor"
    let version = KithVersion.text
    let ready: Bool
    let findings: [DoctorFinding]
  }

  var json: JSON { JSON(ready: isReady, findings: findings) }
}
