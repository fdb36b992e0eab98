import ArgumentParser
import Foundation
import KithDisclosure

/// How small counts of a study are treated.
enum StudyPolicy: String, ExpressibleByArgument, CaseIterable {
  case cin = "dfe-cin"
  case cla = "dfe-cla"
  case srs
  case `internal`

  var policy: DisclosurePolicy {
    switch self {
    case .cin: .childrenInNeed
    case .cla: .childrenLookedAfter
    case .srs: .secureRoom()
    case .internal: .internalUse
    }
  }
}

/// A file that a study writes beside what it prints: none over another unless the user said so, and for this user alone.
struct StudyFile {
  private let path: String

  init(_ path: String, replace: Bool) throws {
    guard replace || !FileManager.default.fileExists(atPath: path) else {
      throw UsageFault("\(path) is there already; give another file, or --replace.")
    }
    self.path = path
  }

  func write(_ text: String) throws {
    umask(0o077)
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw UsageFault("\(path) cannot be written; give a file in a folder that may be.")
    }
  }
}
