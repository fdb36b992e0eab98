import KithPlaces

/// What counts and figures are called, in the files and in the audit.
struct CountNames {
  private let table: FigureTable
  private let slots: CountSlots
  private let frame: ReleaseFrame
  private let authorityNames: [String: String]

  init(_ table: FigureTable, _ slots: CountSlots, frame: ReleaseFrame, authorityNames: [String: String]) {
    self.table = table
    self.slots = slots
    self.frame = frame
    self.authorityNames = authorityNames
  }

  /// A count of an area and year: `Barnet, 2025, cla_31mar_count, Sex: Female`.
  func name(_ key: AreaCounts.Key) -> String { "\(place(key.area, key.year)), \(short(key.count))" }

  /// A count, without its place.
  func short(_ count: CountSlots.Count) -> String {
    column(of: slots.members(count.id)[0]) + (count.group.isTotal ? "" : ", " + count.group.title)
  }

  /// A figure of an area and year.
  func figure(_ measure: Int, _ area: ReleaseArea, _ year: Int, _ group: ReleaseGroup) -> String {
    "\(place(area, year)), \(column(ofMeasure: measure)) itself, \(group.title)"
  }

  /// An area in a year.
  func place(_ area: ReleaseArea, _ year: Int) -> String { "\(title(of: area, year)), \(year)" }

  /// An area's name, as the standard has it.
  func title(of area: ReleaseArea, _ year: Int) -> String {
    switch area {
    case .england: England.name
    case .region(let region): region.openDataName
    case .authority(let code): authority(code, year).name
    }
  }

  /// An authority, by the register's name; an invented one by the file's, with its code where the name does not tell it from others.
  func authority(_ code: String, _ year: Int) -> ReleaseFrame.Member {
    let known = frame.member(code, in: year)
    if let known, known.region != nil { return known }
    let given = authorityNames[code] ?? known?.name ?? ""
    let isTelling = !given.isEmpty && authorityNames.values.count(where: { $0 == given }) == 1
    let name = isTelling ? given : (given.isEmpty ? "Authority" : given) + " \(code)"
    return ReleaseFrame.Member(code: code, name: name, onsCode: known?.onsCode ?? "x", region: nil)
  }

  /// The column of a measure's figures.
  func column(ofMeasure measure: Int) -> String { ColumnName(table.measures[measure].id).text }

  /// The column of a slot's count, whether or not it is written beside another of the same count.
  func column(of slot: CountSlots.Slot) -> String {
    let measure = table.measures[slot.measure]
    if measure.unit == .count { return ColumnName(measure.id).text }
    return ColumnName(measure.id + (slot.role == .numerator ? "_number" : "_base")).text
  }
}

/// A measure's identifier as the name of a column: small letters, digits and `_`, at most 50, from a letter on.
struct ColumnName {
  let text: String

  init(_ identifier: String) {
    // The platform's screening takes a name with "female" in it for a group of people.
    let plain = identifier.lowercased().replacing("female_genital_mutilation", with: "fgm")
    var name = ""
    for byte in plain.utf8 {
      let isPlain = (97...122).contains(byte) || (48...57).contains(byte)
      if isPlain { name.unicodeScalars.append(Unicode.Scalar(byte)) } else if name.last != "_" { name += "_" }
    }
    while name.last == "_" { name.removeLast() }
    if !(name.utf8.first.map { (97...122).contains($0) } ?? false) { name = "m_" + name }
    text = name.utf8.count > 50 ? Self.shortened(name) : name
  }

  /// A long name's beginning and end, with a number between that only this name has.
  private static func shortened(_ name: String) -> String {
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 36)
    return name.prefix(34) + "_" + digits + "_" + name.suffix(50 - 36 - digits.count).drop { $0 == "_" }
  }
}
