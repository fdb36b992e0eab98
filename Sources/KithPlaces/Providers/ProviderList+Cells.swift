import KithTables

extension ProviderList {
  /// What the columns of a list are called, in the layouts that Ofsted has used; compared without case.
  private enum Columns {
    static let urn = ["urn"]
    static let authority = ["local authority", "provider local authority", "la_name_from_file"]
    static let authorityCode = ["la_code_inferred"]
    static let placement = ["placement code", "provider placement code", "place_codes"]
    static let provider = ["placement provider code", "provider code", "provider_codes"]
    static let closed = ["deregistration date", "closed date", "reg_end"]
    static let postcode = [
      "setting address postcode", "setting postcode", "postcode", "provider postcode", "provider address postcode",
    ]
  }

  /// The entries of a sheet's cells; nil when no row of its first twenty is a heading with `URN`.
  ///
  /// The sheet of supported accommodation has no placement codes: all of it is K3, and PR4 where no kind of provider is
  /// given. A sheet may hold part of the facts, such as the addresses; ``merged(_:)`` puts them together.
  public static func entries(of cells: [[String]]) -> [Provider]? {
    guard let top = cells.prefix(20).firstIndex(where: { $0.contains { Columns.urn.contains($0.key) } }) else {
      return nil
    }
    let heading = cells[top].map(\.key)
    let column = { (names: [String]) in names.lazy.compactMap { heading.firstIndex(of: $0) }.first }
    let urn = column(Columns.urn) ?? 0
    let (authority, code, closed) = (column(Columns.authority), column(Columns.authorityCode), column(Columns.closed))
    let (placement, provider) = (column(Columns.placement), column(Columns.provider))
    let postcode = column(Columns.postcode)
    let isSupportedAccommodation =
      heading.contains("provider local authority") && !heading.contains("local authority")
    return cells[(top + 1)...].compactMap { row in
      let text = { (column: Int?) in column.flatMap { $0 < row.count ? row[$0].trimmed : nil } ?? "" }
      guard let number = Provider.number(text(urn)) else { return nil }
      let (types, kinds) = (Provider.codes(text(placement)), Provider.codes(text(provider)))
      return Provider(
        urn: number, authorityName: text(authority).filled, authorityCode: text(code).filled,
        placementCodes: isSupportedAccommodation && types.isEmpty ? ["K3"] : types,
        providerCodes: isSupportedAccommodation && kinds.isEmpty ? ["PR4"] : kinds,
        closed: Day(spreadsheetText: text(closed)), postcode: Postcode(text(postcode)))
    }
  }

  /// The entries of a workbook's sheets, where the sheets of one list may each hold part of an entry's facts: an entry
  /// without codes takes the codes of the sheet that has them, and gives it its postcode.
  public static func merged(_ sheets: [[Provider]]) -> [Provider] {
    let isAddresses = { (sheet: [Provider]) in
      sheet.allSatisfy { $0.placementCodes.isEmpty && $0.providerCodes.isEmpty && $0.closed == nil }
    }
    let addresses = sheets.filter(isAddresses).joined()
    let postcodes = Dictionary(
      addresses.compactMap { item in item.postcode.map { (item.urn, $0) } }, uniquingKeysWith: { first, _ in first })
    let full = sheets.filter { !isAddresses($0) }
    guard !full.isEmpty else { return Array(addresses) }
    return full.joined().map { $0.postcode == nil ? $0.with(postcode: postcodes[$0.urn]) : $0 }
  }
}

extension Provider {
  fileprivate func with(postcode: Postcode?) -> Provider {
    Provider(
      urn: urn, authorityName: authorityName, authorityCode: authorityCode, placementCodes: placementCodes,
      providerCodes: providerCodes, closed: closed, postcode: postcode)
  }

  /// Ofsted's number as text, whether the cell holds text or a number; nil for a blank.
  fileprivate static func number(_ text: String) -> String? {
    let number = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return number.isEmpty || number == "-" ? nil : number.uppercased()
  }

  /// The codes of a cell, apart by commas, semicolons or slashes.
  fileprivate static func codes(_ text: String) -> [String] {
    text.split { ",;/".contains($0) }.map { $0.trimmed.uppercased() }.filter { !$0.isEmpty && $0 != "-" }
  }
}

extension String {
  fileprivate var key: String { trimmed.lowercased() }
  fileprivate var filled: String? { isEmpty || self == "-" ? nil : self }
}

extension Day {
  /// The day of a spreadsheet's cell: `dd/mm/yyyy`, `yyyy-mm-dd` with or without a time, or the number of days since 30
  /// December 1899; nil for a blank, a dash and anything else.
  init?(spreadsheetText text: String) {
    let date = text.prefix { $0 != " " && $0 != "T" }
    if let serial = Double(text), (1...200_000).contains(serial), let origin = Day(30, 12, 1899) {
      self = origin.adding(days: Int(serial))
    } else if date.contains("/") {
      let parts = date.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      self.init(parts[0], parts[1], parts[2])
    } else {
      self.init(iso: date)
    }
  }
}
