import Foundation
import KithPlaces
import KithTables
import KithTesting
import Testing

@Suite("Statistical neighbours")
struct NeighbourTests {
  @Test("a wide and a long table say the same")
  func layouts() throws {
    let wide = try SeparatedText(
      Array("LA num,LA Name,GOReg,SN1,SNP,SN2,SNP.1\n301,Barking,London (Outer),308,Close,821,Not close\n,,,,,,\n".utf8)
    )
    let long = try SeparatedText(
      Array(
        """
        la_number,la_name,lait_region,neighbour_rank,neighbour_la_number,neighbour_la_name,closeness
        301,Barking,London (Outer),2,821,Luton,Not close
        301,Barking,London (Outer),1,308,Enfield,Close
        """.utf8))
    let barking = try #require(AuthorityCode(301))
    for table in [wide, long] {
      let edition = try #require(NeighbourEdition(name: "Invented", table: table))
      #expect(edition.neighbours(of: barking).map(\.code.number) == [308, 821])
      #expect(edition.neighbours(of: barking).map(\.closeness) == ["Close", "Not close"])
      #expect(edition.region(of: barking) == .outerLondon)
    }
  }

  // Needs the dashboard's neighbour file, which the project does not hold.
  @Test("the dashboard's layout of the edition of 2025 says what LAIT's does", .enabled(if: SharedFolder.isPresent))
  func dashboard() throws {
    let editions = try ["other/sn_model_2025_wide", "lait/sn_may_2025"].map { path in
      let file = URL(filePath: SharedFolder.path("cases/aggregates/\(path).csv"))
      return try #require(NeighbourEdition(name: path, table: try SeparatedText([UInt8](Data(contentsOf: file)))))
    }
    #expect(editions[0].authorities.count == 153)
    for code in editions[0].authorities {
      #expect(editions[0].neighbours(of: code).map(\.code) == editions[1].neighbours(of: code).map(\.code))
    }
    #expect(editions[0].neighbours(of: editions[0].authorities[9]).allSatisfy { !$0.closeness.isEmpty })
  }

  @Test("a table of another kind is not an edition")
  func otherTable() throws {
    #expect(NeighbourEdition(name: "Other", table: try SeparatedText(Array("a,b\n1,2\n".utf8))) == nil)
  }

  // Needs the published neighbour files, which the project does not hold.
  @Test(
    "both published editions hold ten neighbours and the register's region for every authority, in both layouts",
    .enabled(if: SharedFolder.isPresent), arguments: ["sn_may_2025", "sn_april_2021"])
  func published(file: String) throws {
    let editions = try ["", "_long"].map { layout in
      let path = SharedFolder.path("cases/aggregates/lait/\(file)\(layout).csv")
      let table = try SeparatedText([UInt8](Data(contentsOf: URL(filePath: path))))
      return try #require(NeighbourEdition(name: file, table: table))
    }
    #expect(editions[0].authorities.count == 158)
    for code in editions[0].authorities {
      // The edition of 2021 lists Cumberland, and Westmorland and Furness, without neighbours.
      let isTooNew = file == "sn_april_2021" && [942, 943].contains(code.number)
      #expect(editions[0].neighbours(of: code).count == (isTooNew ? 0 : 10))
      #expect(editions[0].neighbours(of: code) == editions[1].neighbours(of: code))
      #expect(editions[0].region(of: code) == AuthorityRegister.england[code]?.region)
    }
  }
}
