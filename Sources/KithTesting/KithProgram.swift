public import Foundation

/// The program `kith`, as these tests' build made it.
public enum KithProgram {
  /// Where it is: beside the tests' own bundle, else where a build without options puts it.
  public static let path: String? = {
    let besideTests = CommandLine.arguments.filter { $0.contains(".xctest") }.map { argument in
      let bundle = argument.components(separatedBy: ".xctest")[0]
      return (bundle as NSString).deletingLastPathComponent + "/kith"
    }
    return (besideTests + [SharedFolder.projectFolder + "/.build/debug/kith"])
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Starts it, in an environment of its own or in that of the tests without a key of theirs.
  public static func start(
    _ arguments: [String], environment given: [String: String]? = nil, output: Pipe? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/kith-was-not-built")
    process.arguments = arguments
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = output ?? FileHandle.nullDevice
    var environment = ProcessInfo.processInfo.environment
    environment["KITH_STORE_KEY"] = nil
    process.environment = given ?? environment
    try process.run()
    return process
  }

  /// Runs it to its end: its exit code and all that it printed.
  public static func run(
    _ arguments: [String], environment: [String: String]? = nil
  ) throws -> (code: Int32, text: String) {
    let pipe = Pipe()
    let process = try start(arguments, environment: environment, output: pipe)
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
