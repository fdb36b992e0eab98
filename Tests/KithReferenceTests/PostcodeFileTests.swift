import KithEngine
import KithPlaces
import Testing

@testable import KithReference

@Suite("Postcode files")
struct PostcodeFileTests {
  private func postcodes(_ texts: String...) -> Set<Postcode> { Set(texts.compactMap { Postcode($0) }) }

  @Test(
    "the columns are found under the names of any edition",
    arguments: [
      "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,oslaua\n\"LS1 1AA\",x,LS1 1AA,1980,,0,429000,433000,E08000035",
      "pcd7,pcd8,pcds,dointr,east1m,north1m,lad25cd\nLS1 1AA,LS1  1AA,LS1 1AA,1980,429000,433000,E08000035",
      "pcds,oseast1m,osnrth1m,laua\nLS1 1AA,429000,433000,E08000035",
      "postcode,district,easting,northing\nLS11AA,E08000035,429000,433000",
    ])
  func editions(text: String) throws {
    let directory = try withFile("postcodes.csv", text) { path in
      try PostcodeFile(path).look(up: postcodes("ls1 1aa", "LS9 9ZZ"))
    }
    #expect(directory.count == 1)
    #expect(
      directory[try #require(Postcode("LS11AA"))]
        == PostcodePlace(district: "E08000035", easting: 429_000, northing: 433_000))
  }

  @Test("a postcode without a place is known, and where it lies is not")
  func placeless() throws {
    let text = "pcds,oslaua,oseast1m,osnrth1m\nJE1 1AA,L93000001,,\nAB1 1AG,,,\n"
    let directory = try withFile("postcodes.csv", text) { try PostcodeFile($0).look(up: postcodes("JE11AA", "AB11AG")) }
    #expect(directory.count == 2)
    #expect(
      directory[try #require(Postcode("AB11AG"))] == PostcodePlace(district: nil, easting: nil, northing: nil))
  }

  @Test("a file that is not one says what to give instead")
  func wrongFiles() throws {
    #expect(throws: ReferenceError.self) { try PostcodeFile("/no/such/file.csv").look(up: []) }
    let failure = try withFile("header.csv", "CHILD,SEX\nA,1\n") { path in
      #expect(throws: ReferenceError.self) { try PostcodeFile(path).look(up: []) }
    }
    #expect(failure?.problem.contains("no column for the postcode") == true)
    let damaged = try withFile("postcodes.parquet", "PAR1 and no more") { path in
      #expect(throws: ReferenceError.self) { try PostcodeFile(path).look(up: []) }
    }
    #expect(damaged?.problem.contains("download it again") == true)
  }
}
