import KithPlaces
import KithTables

/// The places of an EES file's rows, with what could not be placed.
struct EESPlaces {
  private let columns: EESColumns
  private let register: AuthorityRegister
  private var unknownLevels: [String: Int] = [:]
  private var unknownPlaces: [String: Int] = [:]
  private var differingNames: Set<String> = []

  init(_ columns: EESColumns, register: AuthorityRegister) {
    self.columns = columns
    self.register = register
  }

  /// The place of a row; nil for a level or a place that is not England, a region or an authority.
  mutating func area(_ record: [String]) -> Area? {
    let level = record[columns.level].trimmed
    let area: Area?
    switch level.lowercased() {
    case "national": area = national(record)
    case "regional": area = regional(record)
    case "local authority": area = authority(record)
    default:
      unknownLevels[level, default: 0] += 1
      return nil
    }
    if area == nil { unknownPlaces[name(record, level), default: 0] += 1 }
    return area
  }

  private func national(_ record: [String]) -> Area? {
    let code = text(columns.country, record)
    return code == England.onsCode || (code.isEmpty && text(columns.countryName, record) == England.name)
      ? .england : nil
  }

  private func regional(_ record: [String]) -> Area? {
    let region = Region(onsCode: text(columns.region, record)) ?? Region(name: text(columns.regionName, record))
    return region.map { .region($0) }
  }

  private mutating func authority(_ record: [String]) -> Area? {
    let codes = text(columns.authority, record).split(separator: "/").compactMap { AuthorityCode(parsing: $0) }
    if codes.count > 1 { return .joint(codes) }
    let byONS = register.authority(onsCode: text(columns.authorityONS, record))?.code
    let name = text(columns.authorityName, record)
    guard let code = codes.first ?? byONS ?? register.named(name)?.code else { return nil }
    if let known = register[code], !name.isEmpty, !known.isCalled(name) {
      differingNames.insert("\(code) is called \(name) here and \(known.name) in the register.")
    }
    return .authority(code)
  }

  private func text(_ column: Int?, _ record: [String]) -> String { column.map { record[$0].trimmed } ?? "" }

  private func name(_ record: [String], _ level: String) -> String {
    let names = [columns.authorityName, columns.regionName, columns.countryName].map { text($0, record) }
    return names.first { !$0.isEmpty } ?? level
  }

  /// What the reader of the table should know of its places.
  var notes: [String] {
    let levels = unknownLevels.sorted { $0.key < $1.key }
      .map { "\($0.value) rows of the level \"\($0.key)\" are passed over." }
    let places = unknownPlaces.sorted { $0.key < $1.key }
      .map { "\($0.value) rows of the place \"\($0.key)\" are passed over: it is not in the register." }
    return levels + places + differingNames.sorted()
  }
}
