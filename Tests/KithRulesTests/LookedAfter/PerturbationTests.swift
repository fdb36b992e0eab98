import Foundation
import KithReturns
import KithTesting
import Testing

@testable import KithRules

// Where shared is absent, only that no other field matters is tested: the cases of shared are what shows most of the
// listed ones to matter.
@Suite("The fields that rules list")
struct PerturbationTests {
  /// Fields at fault in a row that fails which the condition does not consult, and why they are listed.
  ///
  /// - Care leavers' items: the rule is about the row's being there, and the items are what should be taken out.
  static let notConsulted: [String: [String]] = [
    "1001": ["OC3.ACCOM", "OC3.ACTIV", "OC3.IN_TOUCH"], "1002": ["OC3.ACCOM", "OC3.ACTIV", "OC3.IN_TOUCH"],
    "1010": ["OC3.ACCOM", "OC3.ACTIV", "OC3.IN_TOUCH"],
  ]

  @Test("the flags of a rule change with each field that it lists, and with no other")
  func fields() async throws {
    var tally = FieldTally()
    let isLong = ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] != nil
    for (year, rules) in LookedAfterRules.booksOfEachRule {
      let book = RuleBook(rules, year: year)
      let made = SyntheticReturn.make(seed: 11, children: isLong ? 150 : 40, year: year, wrongInThousand: 30).untied
      await tally.perturb(made, book, seed: 1, rounds: isLong ? 3 : 1)
      await tally.perturb(made.statingUnaccompanied, book, seed: 2, rounds: 1, only: [.unaccompanied])
      await tally.perturb(made.thinned(seed: 5), book, seed: 5, rounds: 1, onlyListed: true)
    }
    for witness in Self.witnesses {
      let rule = try #require(LookedAfterRules.book(for: witness.year)?.rule(witness.code))
      let text = TablesInText(witness.text, firstTable: rule.parts[0].table)
      let edited = EditableReturn(
        year: witness.year, tables: text.tables.mapValues { EditableTable($0) },
        lastYear: text.lastYear.mapValues { EditableTable($0) })
      await tally.perturb(edited, RuleBook([rule], year: witness.year), seed: 8, rounds: 8)
    }
    if SharedFolder.isPresent {
      for name in isLong ? ["A", "B", "D"] : [] {
        let whole = EditableReturn(try WholeReturn(name).collection).untied
        let book = try #require(LookedAfterRules.book(for: whole.year))
        await tally.perturb(whole, book, seed: 3, rounds: 1)
      }
      for item in try ConformanceCase.all() {
        guard let rule = LookedAfterRules.book(for: item.bookYear)?.rule(item.code) else { continue }
        let book = RuleBook([rule], year: item.bookYear)
        await tally.perturb(EditableReturn(item), book, seed: 4, rounds: 2, onlyListed: true)
      }
    }
    for (rule, fields) in tally.unlisted.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(rule) consults \(fields.map(\.description).sorted()) and does not list it")
    }
    guard SharedFolder.isPresent else { return }
    for rule in LookedAfterRules.all where rule.needs.isSubset(of: [.authority]) {
      let idle = rule.listedFields.subtracting(tally.mattering[rule.name] ?? []).map(\.description).sorted()
      #expect(idle == Self.notConsulted[rule.name] ?? [], "\(rule.name) lists these and does not consult them")
    }
  }
}

/// Which fields were seen to matter for which rule.
private struct FieldTally {
  private(set) var mattering: [String: Set<FieldPlace>] = [:]
  private(set) var unlisted: [String: Set<FieldPlace>] = [:]

  /// Changes every field in every way, and notes the rules whose flags change.
  mutating func perturb(
    _ edited: EditableReturn, _ book: RuleBook<LookedAfterReturn>, seed: UInt64, rounds: Int, only: [Field]? = nil,
    onlyListed: Bool = false
  ) async {
    var random = SplitMix64(seed: seed)
    let listed = book.rules.map(\.listedFields)
    let before = await book.flags(in: edited.collection)
    for place in edited.fieldPlaces where only?.contains(place.field) ?? true {
      let numbers = book.rules.indices.filter { !onlyListed || listed[$0].contains(place) }
      if numbers.isEmpty { continue }
      let narrow = RuleBook(numbers.map { book.rules[$0] }, year: book.year)
      let values = edited.places.flatMap { other in edited[other]?.values(of: place.field) ?? [] }
      for way in Perturbation.allCases {
        for _ in 0..<rounds {
          guard let changed = edited.perturbed(place, way, values: values, random: &random) else { continue }
          let after = await narrow.flags(in: changed.collection)
          for (narrowed, number) in numbers.enumerated() where before[number] != after[narrowed] {
            let rule = book.rules[number]
            mattering[rule.name, default: []].insert(place)
            if !listed[number].contains(place) { unlisted[rule.name, default: []].insert(place) }
          }
        }
      }
    }
  }
}

extension EditableTable {
  /// The values that a field holds, each once, in order.
  func values(of field: Field) -> [String] {
    guard let column = fields.firstIndex(of: field) else { return [] }
    return Set(rows.compactMap { $0[column] }).sorted()
  }
}

extension Rule {
  /// The code and, where the rule does not hold in every year, the years in which it does.
  var name: String {
    switch (years.first, years.last) {
    case (nil, nil): code
    case let (first?, nil): "\(code) since \(first)"
    case let (nil, last?): "\(code) until \(last)"
    case let (first?, last?): first == last ? "\(code) in \(first)" : "\(code) from \(first) to \(last)"
    }
  }
}
