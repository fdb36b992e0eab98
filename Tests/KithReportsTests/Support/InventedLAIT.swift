import KithAggregates
import KithPlaces
import KithTesting

/// A folder of LAIT's files with invented figures of seven authorities, London's outer half and England.
struct InventedLAIT {
  static let areas = [
    ("Barking and Dagenham", "301", "London (Outer)"), ("Barnet", "302", "London (Outer)"),
    ("Bexley", "303", "London (Outer)"), ("Barnsley", "370", "Yorkshire and the Humber"),
    ("Doncaster", "371", "Yorkshire and the Humber"), ("Rotherham", "372", "Yorkshire and the Humber"),
    ("Sheffield", "373", "Yorkshire and the Humber"), ("London (Outer)", "988", "NA"), ("England", "970", "NA"),
  ]
  static let measures = [
    ("LAC", "Children looked after rate per 10,000", "-", "Rate per 10,000", 60),
    ("LACnum", "Number of Children looked after", "-", "Number", 300),
    ("ReReferral", "Percentage of re-referrals", "Low", "%", 20),
    ("LAC_Foster_Placements", "% of CLA in foster care", "High", "%", 65),
    ("LAC_SecHome_And_ChildHome", "% of CLA in children's homes", "-", "%", 12),
    ("LACHealth%", "Health checks", "High", "%", 88), ("LACDental%", "Dental checks", "High", "%", 75),
  ]

  /// Writes the folder; `years` are the last year and how many.
  static func write(to folder: borrowing ScratchFolder, years: Int = 10, withheld: Set<String> = []) throws {
    var lines = ["Short Desc,Years,LA and Regions,Values,LA Number,Region"]
    for (code, _, _, _, base) in measures {
      for year in (2026 - years)...2025 {
        for (place, area) in areas.enumerated() {
          let number = Double(base) + Double(place * 2) + Double((year * 7 + place) % 5) / 2
          let text = withheld.contains("\(code) \(area.1) \(year)") ? "c" : number.description
          lines.append("\(code),\(year),\(area.0),\(text),\(area.1),\(area.2)")
        }
      }
    }
    try folder.write(lines.joined(separator: "\n") + "\n", "lait/bds_long.csv")
    let dictionary = measures.map { code, name, polarity, unit, _ in
      "Children looked after,\"\(name)\",\(code),\(polarity),\"\(unit)\",,Invented.,1,Financial Year,NA"
    }
    try folder.write(
      (["Topic,Measure,Measure_short,Polarity,y_axis_name,Table_status,Description,dps,Year_Type,No_Quartile"]
        + dictionary)
        .joined(separator: "\n") + "\n", "lait/lait_data_dictionary.csv")
    let rows = ["LA num,SN1,SN2,SN3", "301,302,303,370", "370,371,372,373"]
    try folder.write(rows.joined(separator: "\n") + "\n", "lait/neighbours.csv")
  }

  static func benchmark(_ folder: borrowing ScratchFolder, asOf: Int? = nil) throws -> Benchmark {
    let data = try LAITData(folder: folder.path + "/lait")
    return Benchmark(data.table, neighbours: data.neighbours, asOf: asOf)
  }

  static func authority(_ name: String) throws -> Authority { try AuthorityRegister.england.find(name) }
}
