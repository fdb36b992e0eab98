import KithPlaces
import KithTables

private let countries = [
  "E92000001": "England", "K02000001": "United Kingdom", "K03000001": "Great Britain",
  "K04000001": "England and Wales", "N92000002": "Northern Ireland", "S92000003": "Scotland", "W92000004": "Wales",
]

/// Names of places that have no code: their code is z.
private let codeless: Set<String> = [
  "Not applicable", "Unknown", "Outside of England", "Outside of the United Kingdom", "Outside of England and unknown",
  "Outside of the United Kingdom and unknown", "England, Wales and Northern Ireland",
]

/// A name that goes with a code that is no place's.
private func isNowhere(_ code: String, _ name: String) -> Bool {
  (code == "x" && name == "Not available") || (code == "z" && codeless.contains(name))
}

private func wrongPairs(_ pair: ScreenedPair, _ code: String, _ name: String, isRight: (String, String) -> Bool)
  -> [String]
{
  let pairs = pair.placeRecords.map { [pair.text(code, $0), pair.text(name, $0)] }.unique
  return pairs.filter { ($0[0] != "" || $0[1] != "") && !isNowhere($0[0], $0[1]) && !isRight($0[0], $0[1]) }
    .map { $0.joined(separator: " ") }
}

/// Whether codes and name are those of an authority, or of authorities that make one return, with `/` between.
private func isAuthority(_ code: String, _ ons: String, _ name: String, _ register: AuthorityRegister) -> Bool {
  func parts(_ text: String) -> [String] { text.components(at: " / ") }
  let (codes, onsCodes, names) = (parts(code), parts(ons), parts(name))
  guard codes.count == names.count, ons.isEmpty || onsCodes.count == codes.count else { return false }
  return codes.indices.allSatisfy { place in
    guard let known = AuthorityCode(parsing: codes[place]).flatMap({ register[$0] }) else { return false }
    return known.name == names[place]
      && (ons.isEmpty || known.onsCodes.contains { $0.code == onsCodes[place] })
  }
}

extension ScreenedPair {
  /// Authorities whose codes and name are not in the register.
  fileprivate var unknownAuthorities: [String] {
    let rows = placeRecords.map { [text("old_la_code", $0), text("new_la_code", $0), text("la_name", $0)] }.unique
    return rows.filter { row in
      row != ["", "", ""] && !isNowhere(row[1], row[2]) && !isAuthority(row[0], row[1], row[2], register)
    }.map { $0.joined(separator: " ") }
  }

  /// Whether the file says that its places are invented.
  fileprivate var isSynthetic: Bool {
    values("synthetic").contains { !$0.isEmpty } && name.lowercased().contains("synthetic")
  }
}

extension String {
  fileprivate func components(at separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }
}

/// Rules on the columns of places.
let geographyRules: [ScreeningRule] = [
  .fails("levels") { pair in
    pair.levels.filter { level in !EESLevel.all.contains { $0.name == level } }
      .sentence { "the geographic_level \($0) is none that the standard knows." }
  },
  .fails("columns of a level") { pair in
    EESLevel.all.filter { pair.levels.contains($0.name) }.flatMap(\.columns).filter { !pair.has($0) }
      .sentence { "the levels in the file need the column \($0)." }
  },
  .fails("some columns of authorities") { pair in
    let columns = ["new_la_code", "la_name", "old_la_code"]
    return columns.contains(where: pair.has)
      ? columns.filter { !pair.has($0) }.sentence { "beside the other columns of authorities, \($0) is missing." } : []
  },
  .fails("some columns of regions") { pair in
    let columns = ["region_code", "region_name"]
    return columns.contains(where: pair.has)
      ? columns.filter { !pair.has($0) }.sentence { "beside the other column of regions, \($0) is missing." } : []
  },
  .fails("countries") { pair in
    wrongPairs(pair, "country_code", "country_name") { countries[$0] == $1 }
      .sentence { "the country \($0) is not a code and its name." }
  },
  .fails("regions") { pair in
    wrongPairs(pair, "region_code", "region_name") { code, name in Region(onsCode: code)?.openDataName == name }
      .sentence { "the region \($0) is not a code and its name." }
  },
  .fails("authorities") { pair in
    pair.isSynthetic ? [] : pair.unknownAuthorities.sentence { "the authority \($0) is not two codes and their name." }
  },
  .warns("invented authorities") { pair in
    pair.isSynthetic
      ? pair.unknownAuthorities.sentence {
        "the authority \($0) is invented, as the file's mark says; the platform has none such."
      }
      : []
  },
  .fails("blanks in a level's own columns") { pair in
    EESLevel.all.filter { $0.name != "Planning area" }.flatMap { level in
      let rows = pair.records(level.name)
      // An authority that closed long ago has no code of nine characters.
      return level.columns.filter { $0 != "new_la_code" && pair.has($0) }.filter { column in
        rows.contains { pair.text(column, $0).isEmpty }
      }
    }.sentence { "the column \($0) has blanks in rows of its own level." }
  },
  .fails("columns of other levels") { pair in
    EESLevel.all.dropFirst().flatMap { level in
      let others = pair.levels.filter { $0 != level.name && !level.below.contains($0) }
      return level.columns.filter(pair.has).filter { column in
        pair.placeRecords.contains {
          others.contains(pair.text("geographic_level", $0)) && !pair.text(column, $0).isEmpty
        }
      }
    }.sentence { "the column \($0) is filled in rows of a level above; leave it blank there." }
  },
  .fails("places not available") { pair in
    EESLevel.all.filter { pair.levels.contains($0.name) }.flatMap { level -> [String] in
      guard let code = level.code, let name = level.nameColumn, pair.has(code), pair.has(name) else { return [] }
      return pair.records(level.name).contains {
        (pair.text(code, $0) == "x") != (pair.text(name, $0) == "Not available") && !pair.isSynthetic
      } ? [name] : []
    }.sentence { "in the column \($0), the code x and the name 'Not available' should stand together." }
  },
  .warns("regions of authorities") { pair in
    pair.records("Local authority").contains {
      pair.text("region_code", $0).isEmpty || pair.text("region_name", $0).isEmpty
    } ? ["rows of authorities should say their region."] : []
  },
  .warns("levels that tables leave out") { pair in
    let left = pair.levels.filter { ["School", "Provider", "Institution", "Planning area"].contains($0) }
    return left.isEmpty || (pair.levels.count == 1 && ["School", "Provider"].contains(left[0]))
      ? [] : left.sentence { "rows of the level \($0) are not shown in tables." }
  },
  .fails("schools and providers") { pair in
    pair.levels.contains("School") && pair.levels.contains("Provider")
      ? ["schools and providers should not stand in one file."] : []
  },
]
