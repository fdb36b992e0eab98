import KithLinkage
import KithReturns
import KithStore
import KithTesting

/// A child as one return has the child. All are invented; pupil numbers are of schools that cannot be.
struct Returned {
  var id: String
  var born: String? = "2012-05-17"
  var expected: String?
  var sex = "F"
  var ethnicity = "WBRI"
  var upn: String?
  var former: String?
  /// The day of the referral, or of the first episode.
  var from: String
  /// The day on which the referral was closed, or the episode ended.
  var until: String?
  /// The reason for closure, or why the episode ended.
  var because = ""
  var home = ""
  /// Whether the SSDA903 return has the child among the unaccompanied.
  var isUnaccompanied = false
}

/// A store in memory of children written in a test.
final class LinkStore {
  private let folder: ScratchFolder
  let store: Store

  init() throws {
    folder = try ScratchFolder()
    store = try Store.inMemory()
  }

  /// Loads a CIN Census.
  func need(_ year: Int, _ children: [Returned], authority: String = "301") throws {
    let text = """
      <?xml version="1.0"?>
      <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>\(year)</Year>
      <ReferenceDate>\(year)-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
      <LEA>\(authority)</LEA></Source></Header><Children>\(children.map(\.element).joined())</Children></Message>
      """
    let name = "cin-\(authority)-\(year)/census.xml"
    try folder.write(text, name)
    try load([folder.path + "/" + name], .inNeed, year, authority)
  }

  /// Loads an SSDA903 return.
  func care(_ year: Int, _ children: [Returned], authority: String = "301") throws {
    let place = "ssda903-\(authority)-\(year)"
    let headers = children.map { child in
      "\(child.id),\(child.sex),\(Self.day(child.born)),\(child.ethnicity),\(child.upn ?? ""),,"
    }
    let episodes = children.map { child in
      "\(child.id),\(Self.day(child.from)),S,C2,N1,U6,PR1,\(Self.day(child.until)),\(child.because),,\(child.home),,"
    }
    try folder.write(
      (["CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"] + headers).joined(separator: "\n") + "\n", place + "/header.csv")
    let heading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
    try folder.write(([heading] + episodes).joined(separator: "\n") + "\n", place + "/episodes.csv")
    let alone = children.filter(\.isUnaccompanied).map { "\($0.id),\($0.sex),\(Self.day($0.born))," }
    if !alone.isEmpty {
      try folder.write((["CHILD,SEX,DOB,DUC"] + alone).joined(separator: "\n") + "\n", place + "/uasc.csv")
    }
    try load([folder.path + "/" + place], .lookedAfter, year, authority)
  }

  private func load(_ paths: [String], _ kind: CollectionKind, _ year: Int, _ authority: String) throws {
    _ = try store.load(LoadRequest(Submission.read(paths, of: kind), year: year, authority: authority))
  }

  private static func day(_ iso: String?) -> String {
    iso.map { $0.split(separator: "-").reversed().joined(separator: "/") } ?? ""
  }
}

extension Returned {
  fileprivate var element: String {
    let birth =
      born.map { "<PersonBirthDate>\($0)</PersonBirthDate>" }
      ?? expected.map { "<ExpectedPersonBirthDate>\($0)</ExpectedPersonBirthDate>" } ?? ""
    let numbers =
      (upn.map { "<UPN>\($0)</UPN>" } ?? "<UPNunknown>UN1</UPNunknown>")
      + (former.map { "<FormerUPN>\($0)</FormerUPN>" } ?? "")
    let closed =
      until.map { "<CINclosureDate>\($0)</CINclosureDate><ReasonForClosure>\(because)</ReasonForClosure>" } ?? ""
    return """
      <Child><ChildIdentifiers><LAchildID>\(id)</LAchildID>\(numbers)\(birth)<Sex>\(sex)</Sex></ChildIdentifiers>
      <ChildCharacteristics><Ethnicity>\(ethnicity)</Ethnicity></ChildCharacteristics><CINdetails>
      <CINreferralDate>\(from)</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
      \(closed)<ReferralNFA>false</ReferralNFA></CINdetails></Child>
      """
  }
}

extension PersonLinkage {
  /// The persons who are linked: the children of each, as `301-A cin`, with a mark for what lies after an order.
  var persons: [[String]] {
    Dictionary(grouping: links, by: \.person).values.map { group in
      group.map { "\($0.authority)-\($0.child) \($0.collection ?? "")" + ($0.after == nil ? "" : " after") }.sorted()
    }.sorted { $0[0] < $1[0] }
  }

  /// The evidence as `301-A 302-B linked 3`.
  var pairs: [String] {
    evidence.map { pair in
      let children = [pair.first, pair.second].map { "\($0.authority)-\($0.child)" }.joined(separator: " ")
      return "\(children) \(pair.state.rawValue)" + (pair.rank.map { " \($0)" } ?? "")
    }
  }
}

/// Settings that are quick: fewer pairs are drawn.
let quickly = LinkSettings(samples: 2_000)
