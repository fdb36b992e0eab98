import ArgumentParser
import Foundation
import KithCatalogue

/// A file that a command writes, else it prints.
struct CatalogueFile: ParsableArguments {
  @Option(help: "The file to write; else it is printed.")
  var out: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  func write(_ bytes: [UInt8]) throws {
    guard let out else { return FileHandle.standardOutput.write(Data(bytes)) }
    guard replace || !FileManager.default.fileExists(atPath: out) else {
      throw UsageFault("\(out) is there already; give another file, or --replace.")
    }
    do { try Data(bytes).write(to: URL(filePath: out), options: .atomic) } catch {
      throw UsageFault("\(out) cannot be written; give a path in a folder that is there and may be written to.")
    }
    print("Wrote \(out).")
  }
}

/// `kith catalogue export`: the catalogue for other catalogues.
struct CatalogueExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the catalogue as JSON-LD of the Data Catalog Vocabulary (DCAT 3).")

  @Option(
    help: "The address below which its things are named, as https://example.org/catalogue; else within the document.")
  var base: String?

  @OptionGroup
  var file: CatalogueFile

  func run() throws {
    if let base, !base.hasPrefix("https://"), !base.hasPrefix("http://") {
      throw UsageFault("--base is an address, as https://example.org/catalogue.")
    }
    try file.write(CatalogueDCAT(base: base ?? "").bytes)
  }
}

/// `kith catalogue picture`: what links to what.
struct CataloguePictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Draw what links to what, as an SVG file that any browser opens.")

  @Option(help: "Only the links of one data set.")
  var of: String?

  @OptionGroup
  var file: CatalogueFile

  func run() throws {
    let focus = try of.map { try Catalogue.england.dataSet(named: $0) }
    try file.write(Array(LinkPicture(of: focus).svg.utf8))
  }
}
