import ArgumentParser
import KithCatalogue
import KithMeasures
import KithReturns
import Testing

@testable import kith

@Suite("The catalogue's entries")
struct CatalogueEntryTests {
  let catalogue = Catalogue.england

  @Test("There are 38 data sets and 64 studies, each under a name of its own")
  func names() {
    #expect(catalogue.dataSets.count == 38)
    #expect(catalogue.studies.count == 64)
    for names in [
      catalogue.dataSets.map(\.id), catalogue.studies.map(\.id), catalogue.routes.map(\.id),
      catalogue.questions.map(\.id),
      catalogue.dataSets.flatMap { Set(([$0.id, $0.name] + $0.aka).map { $0.lowercased() }) },
    ] {
      #expect(
        Set(names).count == names.count, "\(Dictionary(grouping: names, by: \.self).filter { $1.count > 1 }.keys)")
    }
  }

  @Test("Each data set says what it is, who has it, and how it may be had")
  func filled() {
    for set in catalogue.dataSets {
      let texts = [set.name, set.steward, set.unit, set.coverage, set.geography, set.licence]
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(set.id)")
      #expect(!set.levels.isEmpty && !set.variables.isEmpty && !set.topics.isEmpty && !set.access.isEmpty, "\(set.id)")
      #expect(!set.examples.isEmpty, "\(set.id) has a study")
      #expect(set.page.isEmpty || set.page.hasPrefix("https://"), "\(set.id)")
      #expect(set.hasPersonalData == !set.isOpen || set.id == "riia-quarterly", "\(set.id)")
    }
  }

  @Test("Each entry has the day on which it was last verified, and one from memory says that it is not verified")
  func verified() {
    for (id, day) in catalogue.dataSets.map({ ($0.id, $0.lastVerified) })
      + catalogue.studies.map({ ($0.id, $0.lastVerified) })
    {
      #expect(day.wholeMatch(of: /20\d\d-[01]\d-[0-3]\d/) != nil, "\(id)")
    }
    for set in catalogue.dataSets where set.isFromMemory { #expect(!set.unverified.isEmpty, "\(set.id)") }
    #expect(catalogue.dataSets.filter(\.isFromMemory).map(\.id) == ["hes", "leo", "guie", "asglb"])
    for set in catalogue.dataSets where set.breaks.contains(where: { $0.isUnverified == true }) {
      #expect(!set.unverified.isEmpty || set.id == "cin-census", "\(set.id)")
    }
    let allowed = catalogue.routes.filter { $0.mostMonths > 0 }
    #expect(allowed.allSatisfy { $0.unverified.contains { $0.contains("how long") } })
    #expect(catalogue.routes.allSatisfy { $0.fewestMonths <= $0.mostMonths })
  }

  @Test("Every link, route, study and question leads to an entry")
  func resolve() {
    let ids = Set(catalogue.dataSets.map(\.id))
    for link in catalogue.links { #expect(Set(link.ends).count == 2 && ids.isSuperset(of: link.ends), "\(link.ends)") }
    #expect(Set(catalogue.links.map { Set($0.ends) }).count == catalogue.links.count)
    for set in catalogue.dataSets {
      for access in set.access {
        #expect(catalogue.route(id: access.route) != nil, "\(set.id): \(access.route)")
        if let instead = access.instead { #expect(catalogue.dataSet(id: instead)?.isOpen == true, "\(set.id)") }
      }
      for study in set.examples { #expect(catalogue.study(named: study) != nil, "\(set.id): \(study)") }
    }
    for study in catalogue.studies {
      #expect(ids.isSuperset(of: study.dataSets), "\(study.id)")
      #expect(study.dataSets.isEmpty == (study.note != nil), "\(study.id)")
      #expect(study.reference.isEmpty || study.reference.hasPrefix("https://"), "\(study.id)")
    }
    for question in catalogue.questions {
      #expect(ids.isSuperset(of: question.needs.map(\.dataSet) + question.published), "\(question.id)")
      #expect(!question.needs.isEmpty, "\(question.id)")
      for stem in question.measures {
        #expect(Measure.all().contains { $0.id.hasPrefix(stem) }, "\(question.id): \(stem)")
      }
    }
    let used = Set(catalogue.dataSets.flatMap { $0.access.map(\.route) })
    #expect(used == Set(catalogue.routes.map(\.id)))
  }

  @Test("The fields are those of the returns, all of them and no other")
  func fields() {
    for kind in CollectionKind.allCases {
      let listed = catalogue.fields.filter { $0.collection == kind }
      let submitted = kind.schemas.flatMap { schema in schema.fields.map { "\(schema.name).\($0)" } }
      #expect(listed.map(\.name).sorted() == submitted.sorted())
      #expect(listed.allSatisfy { !$0.meaning.isEmpty && !$0.blank.isEmpty })
    }
    for need in catalogue.questions.flatMap(\.needs) {
      let collection = catalogue.dataSet(id: need.dataSet)?.collection
      let known = Set(catalogue.fields.filter { $0.collection.rawValue == collection }.map(\.name))
      #expect(known.isSuperset(of: need.fields), "\(need.dataSet): \(Set(need.fields).subtracting(known))")
      #expect(need.fields.isEmpty == (collection == nil), "\(need.dataSet)")
    }
  }

  @Test("A field says when it is collected, whether it is a day, and how its codes changed")
  func field() throws {
    let fields = catalogue.fields
    let worker = try #require(fields.first { $0.name == "SWEpisodes.SW_DECOM" })
    #expect(worker.years == "from 2024" && worker.isDay && !worker.isCollected(in: 2023))
    let gender = try #require(fields.first { $0.name == "ChildIdentifiers.GenderCurrent" })
    #expect(gender.years == "to 2024" && !gender.isDay && gender.isCollected(in: 2024))
    let place = try #require(fields.first { $0.name == "Episodes.PLACE" })
    #expect(place.years == "all" && place.codeChanges.contains { $0.contains("Z11") })
  }

  @Test("Every command that an entry or a question names is one of kith's")
  func commands() {
    let own = Kith.configuration.subcommands.flatMap { command -> [String] in
      let name = command.configuration.commandName ?? ""
      return [name] + command.configuration.subcommands.map { "\(name) \($0._commandName)" }
    }
    let named = catalogue.dataSets.flatMap(\.kith) + catalogue.questions.flatMap(\.commands)
    #expect(Set(named).subtracting(own).isEmpty, "\(Set(named).subtracting(own))")
  }

  @Test("Kith's measures stand with the returns that they are worked out from, and with nothing else")
  func measures() throws {
    let counts = catalogue.dataSets.map { catalogue.measures(of: $0).count }
    #expect(counts.reduce(0, +) == Measure.all().count)
    let cin = try catalogue.dataSet(named: "cin")
    #expect(catalogue.measures(of: cin).contains { $0.id == "rereferral_pct" })
    #expect(catalogue.measures(of: try catalogue.dataSet(named: "lait")).isEmpty)
  }
}
