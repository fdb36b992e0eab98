import KithRelease
import KithTables
import KithTesting
import Testing

@Suite("The file of figures")
struct FigureFileTests {
  private let header =
    "year,authority,authority_name,measure,label,breakdown,category,unit,numerator,denominator,value,symbol,reason,status,synthetic\n"

  private func read(_ rows: String) throws -> FigureFile {
    try FigureFile(SeparatedText(Array((header + rows).utf8)), name: "figures.csv")
  }

  @Test("units, parts, symbols and reasons are read, and rows of regions and England passed over")
  func rows() throws {
    let file = try read(
      """
      2025,301,Barking,a,A,total,Total,count,12,,12,,,,
      2025,301,Barking,b,B,sex,F,percentage,1,8,12.5,,,,
      2025,301,Barking,c,C,total,Total,"rate per 10,000",12,4000,30.0,,,,
      2025,301,Barking,d,D,total,Total,mean,140,10,14.0,,,,
      2025,301,Barking,e,E,total,Total,years:months,4000,10,01:01,,,,
      2025,301,Barking,f,F,total,Total,percentage,,,,z,nothing to divide by,,
      2025,301,Barking,g,G,total,Total,count,,,,x,"not submitted, it seems",,
      2025,E12000007,London,a,A,total,Total,count,120,,120,,,,
      2025,E92000001,England,a,A,total,Total,count,1200,,1200,,,,
      2025,all,All authorities in the store,a,A,total,Total,count,1200,,1200,,,,

      """)
    #expect(
      file.figures.map(\.unit) == [
        .count, .percentage, .rate(per: 10_000), .mean, .yearsAndMonths, .percentage, .count,
      ])
    #expect(file.figures[1].group == ReleaseGroup(breakdown: "Sex", category: "Female"))
    #expect(file.figures[1].state == .parts(1, over: 8) && file.figures[1].places == 1)
    #expect(file.figures[5].state == .notApplicable)
    #expect(file.figures[6].state == .unavailable("not submitted, it seems"))
    #expect(file.notices == ["3 rows of regions and England were passed over: they are summed from the authorities."])
    #expect(!file.isSynthetic)
  }

  @Test(
    "a row that cannot be read is an error that says where and not what",
    arguments: [
      ("2025,30,,a,A,total,Total,count,7777,,7777,,,,", "line 2, authority"),
      ("25,301,,a,A,total,Total,count,7777,,7777,,,,", "line 2, year"),
      ("2025,301,,,A,total,Total,count,7777,,7777,,,,", "line 2, measure"),
      ("2025,301,,a,,total,Total,count,7777,,7777,,,,", "line 2, label"),
      ("2025,301,,a,A,total,Total,tally,7777,,7777,,,,", "line 2, unit"),
      ("2025,301,,a,A,total,Total,count,-7777,,7777,,,,", "line 2, numerator"),
      ("2025,301,,a,A,total,Total,percentage,7777,many,7777,,,,", "line 2, denominator"),
      ("2025,301,,a,A,total,Total,count,7777,,7777,c,,,", "line 2, symbol"),
      ("2025,301,,a,A,total,Total,count,7777", "line 2: it has more or fewer values"),
      ("2025,E92000001,,a,A,total,Total,count,7777,,7777,,,,", "no figure of an authority"),
      (
        "2025,301,,a,A,total,Total,count,7777,,7777,,,,synthetic\n2025,302,,a,A,total,Total,count,7777,,7777,,,,",
        "synthetic figures and real ones"
      ),
    ])
  func faults(row: String, words: String) {
    let error = #expect(throws: ReleaseError.self) { try read(row + "\n") }
    #expect(error?.kind == .unreadable)
    #expect(error?.description.contains(words) ?? false, "\(String(describing: error))")
    #expect(!(error?.description.contains("7777") ?? true))
  }

  @Test("a file without the columns is an error that names them")
  func columns() {
    let error = #expect(throws: ReleaseError.self) {
      try FigureFile(SeparatedText(Array("year,authority\n2025,301\n".utf8)), name: "figures.csv")
    }
    #expect(error?.description.contains("measure, label, breakdown") ?? false)
  }

  @Test("a mark in the rows, in the file's name or in its folder makes figures synthetic")
  func synthetic() throws {
    let row = "2025,011,Synthetic authority,a,A,total,Total,count,12,,12,,,,"
    #expect(try read(row + "synthetic\n").isSynthetic)
    let folder = try ScratchFolder()
    try folder.write(header + row + "\n", "figures.csv")
    try folder.write(header + row + "\n", "synthetic_figures.csv")
    #expect(try !FigureFile(path: folder.path + "/figures.csv").isSynthetic)
    #expect(try FigureFile(path: folder.path + "/synthetic_figures.csv").isSynthetic)
    try folder.write("Nobody is real.\n", "SYNTHETIC.txt")
    #expect(try FigureFile(path: folder.path + "/figures.csv").isSynthetic)
  }
}
