import KithTables

/// Links as they stand in a file: each record by the number of its party and its label.
public enum PairsFile {
  /// The headings.
  public static let header = ["first_party", "first_record", "second_party", "second_record", "similarity"]

  /// The text of links among parties.
  public static func text(_ links: [CandidatePair], _ parties: [LinkageParty]) -> String {
    let name = { (place: RecordPlace) in
      "\(place.party + 1),\(parties[Int(place.party)].file.labels[Int(place.row)].quotedCell)"
    }
    return links.reduce(into: header.joined(separator: ",") + "\n") { text, link in
      text += "\(name(link.a)),\(name(link.b)),\(link.similarity)\n"
    }
  }

  /// The text of groups among parties.
  public static func text(_ groups: [[RecordPlace]], _ parties: [LinkageParty]) -> String {
    groups.enumerated().reduce(into: "group,party,record\n") { text, item in
      for place in item.element {
        text +=
          "\(item.offset + 1),\(place.party + 1),\(parties[Int(place.party)].file.labels[Int(place.row)].quotedCell)\n"
      }
    }
  }
}
