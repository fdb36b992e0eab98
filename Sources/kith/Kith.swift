import ArgumentParser
import Foundation
import KithReports

/// The command that an analyst types.
@main
struct Kith: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "Checks, joins and compares administrative data on children's social care in England.",
    version: KithVersion.text,
    subcommands: [
      CheckCommand.self, RulesCommand.self, ExplainCommand.self, ConvertCommand.self, NoteCommand.self,
      CompareCommand.self, LoadCommand.self, StoreCommand.self, MeasuresCommand.self, EmitCommand.self,
      ReleaseCommand.self, StudyCommand.self, SynthCommand.self, LinkCommand.self, RegisterCommand.self,
      PseudonymiseCommand.self, LakeCommand.self, ServeCommand.self, ReportCommand.self, CatalogueCommand.self,
      PoolCommand.self, DoctorCommand.self,
    ])

  /// Runs the command; what cannot be read ends it with 2, and says what to do on standard error.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as ExitCode {
      Foundation.exit(error.rawValue)
    } catch {
      guard exitCode(for: error) == .failure else { exit(withError: error) }
      Progress.clear()
      FileHandle.standardError.write(Data("kith: \(error)\n".utf8))
      Foundation.exit(2)
    }
  }
}

/// Something that the user has to say otherwise.
struct UsageFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// A line on standard error that says what is being done, when a person is there to read it.
enum Progress {
  private static var isSeen: Bool { isatty(STDERR_FILENO) == 1 }

  static func say(_ text: String) {
    if isSeen { FileHandle.standardError.write(Data("\r\u{1B}[K\(text) …".utf8)) }
  }

  static func clear() {
    if isSeen { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
