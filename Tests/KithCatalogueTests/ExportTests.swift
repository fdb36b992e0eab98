import Foundation
import KithCatalogue
import Testing

@Suite("The catalogue for other programs and for eyes")
struct ExportTests {
  /// The terms of DCAT 3 that may stand on each class, by the Recommendation's section 6, as far as Kith uses them.
  private static let terms: [String: Set<String>] = [
    "dcat:Catalog": [
      "dcterms:title", "dcterms:description", "dcterms:language", "dcterms:modified", "dcterms:publisher",
      "dcat:dataset",
      "dcat:record",
    ],
    "dcat:Dataset": [
      "dcterms:identifier", "dcterms:title", "dcterms:alternative", "dcterms:description", "dcterms:publisher",
      "dcterms:spatial", "dcterms:temporal", "dcterms:accessRights", "dcterms:accrualPeriodicity",
      "dcterms:isReferencedBy",
      "dcat:keyword", "dcat:landingPage", "dcat:distribution", "dcat:qualifiedRelation",
    ],
    "dcat:CatalogRecord": ["dcterms:title", "dcterms:description", "dcterms:modified", "foaf:primaryTopic"],
    "dcat:Distribution": ["dcterms:title", "dcterms:rights", "dcterms:license", "dcterms:format", "dcat:accessURL"],
    "dcat:Relationship": ["dcterms:relation", "dcterms:description", "dcat:hadRole"],
    "dcat:Role": ["skos:prefLabel"],
    "foaf:Agent": ["foaf:name"],
    "dcterms:PeriodOfTime": ["dcat:startDate", "rdfs:label"],
    "dcterms:Location": ["rdfs:label"], "dcterms:RightsStatement": ["rdfs:label"], "dcterms:Frequency": ["rdfs:label"],
    "dcterms:MediaTypeOrExtent": ["rdfs:label"],
  ]

  private func document(base: String = "") throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(CatalogueDCAT(base: base).bytes))
    return try #require(value as? [String: Any])
  }

  /// Every object of the document, with its classes.
  private func nodes(_ value: Any) -> [[String: Any]] {
    if let list = value as? [Any] { return list.flatMap(nodes) }
    guard let node = value as? [String: Any] else { return [] }
    return [node] + node.filter { $0.key != "@context" }.values.flatMap(nodes)
  }

  @Test("Each class has the terms that DCAT 3 gives it, and no other")
  func terms() throws {
    var seen: Set<String> = []
    for node in nodes(try document()) {
      guard node["@value"] == nil, let type = node["@type"] else {
        #expect(Set(node.keys).isSubset(of: ["@value", "@language", "@type", "@id"]), "\(node.keys)")
        continue
      }
      let classes = (type as? [String]) ?? [type as? String ?? ""]
      let known = classes.compactMap { Self.terms[$0] }
      #expect(!known.isEmpty, "\(classes)")
      let own = node.keys.filter { !$0.hasPrefix("@") }
      #expect(Set(own).isSubset(of: known.reduce([]) { $0.union($1) }), "\(classes): \(own)")
      seen.formUnion(classes)
    }
    #expect(seen == Set(Self.terms.keys).union(["skos:Concept"]))
  }

  @Test("Every prefix is of the context, and every relation leads to a data set of the catalogue")
  func relations() throws {
    let document = try document(base: "https://example.org/catalogue")
    let context = try #require(document["@context"] as? [String: String])
    let used = Set(nodes(document).flatMap(\.keys).filter { $0.contains(":") }.map { String($0.prefix { $0 != ":" }) })
    #expect(used.isSubset(of: context.keys))
    let sets = try #require(document["dcat:dataset"] as? [[String: Any]])
    let names = Set(sets.compactMap { $0["@id"] as? String })
    #expect(names.count == 38 && names.contains("https://example.org/catalogue/cin-census"))
    let relations = nodes(sets).compactMap { ($0["dcterms:relation"] as? [String: Any])?["@id"] as? String }
    #expect(relations.count == 2 * Catalogue.england.links.count)
    #expect(names.isSuperset(of: relations))
    let records = try #require(document["dcat:record"] as? [[String: Any]])
    #expect(records.count == 38)
    #expect(records.allSatisfy { $0["dcterms:modified"] != nil })
  }

  @Test("The same bytes each time, and no address of this machine in them")
  func bytes() {
    let bytes = CatalogueDCAT().bytes
    #expect(bytes == CatalogueDCAT().bytes && bytes.last == 0x0A)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("file:"))
  }

  @Test("The picture is XML with an arc for each link, and the same links in words")
  func picture() throws {
    let svg = LinkPicture().svg
    #expect(svg.count { $0 == "\n" } > 100)
    #expect(svg.components(separatedBy: "<path ").count - 1 == Catalogue.england.links.count)
    #expect(svg.components(separatedBy: "<circle ").count - 1 == 38)
    let parser = XMLCheck()
    #expect(parser.isWellFormed(svg))
    #expect(svg.contains("<title id=\"links-title\">What can be joined to what</title>"))
    #expect(svg.contains("Children in Need Census – National Pupil Database: pupil number or matching reference"))
    #expect(svg == LinkPicture().svg)
    #expect(!LinkPicture(hasList: false).svg.contains("The same in words"))
  }

  @Test("The picture of one data set has its links only")
  func focus() throws {
    let set = try Catalogue.england.dataSet(named: "echild")
    let picture = LinkPicture(of: set)
    #expect(picture.links.allSatisfy { $0.ends.contains("echild") } && picture.links.count == 4)
    #expect(picture.svg.components(separatedBy: "<path ").count - 1 == 4)
  }
}

/// Whether tags open and close as XML asks.
struct XMLCheck {
  func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for tag in text.matches(of: /<(\/?)([A-Za-z]+)([^<>]*?)(\/?)>/) {
      if !tag.output.1.isEmpty {
        guard open.popLast() == tag.output.2 else { return false }
      } else if tag.output.4.isEmpty {
        open.append(tag.output.2)
      }
    }
    let bare = text.replacing(/<[^<>]*>/, with: "")
    return open.isEmpty && !bare.contains("<") && !bare.contains(">")
      && bare.replacing(/&(amp|lt|gt|quot);/, with: "").contains("&") == false
  }
}
