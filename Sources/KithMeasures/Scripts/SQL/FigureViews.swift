import KithEngine
import KithReturns

/// The views that count: each population's measures, a row for each authority and measure.
struct FigureViews {
  let script: MeasureScript

  var views: [String] { script.collections.map(held) + people + script.populations.map(figures) }

  private var people: [String] {
    guard script.hasRates else { return [] }
    return [
      """
      -- Children of 0 to 17, by authority.
      CREATE OR REPLACE TEMPORARY VIEW child_population AS
      SELECT trim(CAST(authority AS STRING)) AS authority, max(CAST(population AS BIGINT)) AS population
      FROM raw_\(ScriptTable.populationName) WHERE CAST(year AS BIGINT) = \(script.year.ends)
      GROUP BY trim(CAST(authority AS STRING));
      """
    ]
  }

  /// The authorities that have a return of the year, and how many years' returns they have up to it without a gap.
  private func held(_ collection: CollectionKind) -> String {
    let longest = max(1, script.measures.filter { $0.collection == collection }.map(\.yearsNeeded).max() ?? 1)
    let steps = (1...longest).map { years in
      "    WHEN sum(CASE WHEN year > \(script.year.ends - years) THEN 1 ELSE 0 END) < \(years) THEN \(years - 1)"
    }
    let name = collection.heldName
    return """
      -- The authorities with a \(collection.title) of the year, and how many years' they have up to it without a gap.
      CREATE OR REPLACE TEMPORARY VIEW \(name) AS
      SELECT * FROM (
        SELECT authority, CASE
      \(steps.joined(separator: "\n"))
          ELSE \(longest) END AS years_held
        FROM submission_as_of WHERE collection = '\(collection.rawValue)' GROUP BY authority
      ) AS h WHERE years_held > 0;
      """
  }

  private func figures(_ population: Population) -> String {
    let own = script.measures(of: population)
    let places = own.indices
    let rates = own.contains(where: \.figure.isRate)
    let listed = places.map { place in
      "\(own[place].words(in: .sql, indent: "  "))\n  (\(place), '\(own[place].id)', \(own[place].yearsNeeded))"
    }
    let below = places.compactMap { place in
      own[place].figure.isRate
        ? "WHEN \(place) THEN p.population"
        : own[place].figure.base == nil ? nil : "WHEN \(place) THEN coalesce(t.below_\(place), 0)"
    }
    let divided = below.isEmpty ? "CAST(NULL AS BIGINT)" : "CASE m.place \(below.joined(separator: " ")) END"
    return """
      -- What the measures of \(population.rawValue) count, by authority.
      CREATE OR REPLACE TEMPORARY VIEW \(population.rawValue)_tally AS
      \(MeasureTally.query(own, of: "\(raw: population.rawValue)", by: nil).text);

      -- The same, a row for each measure.
      CREATE OR REPLACE TEMPORARY VIEW \(population.rawValue)_figures AS
      SELECT
        \(script.year.ends) AS year, h.authority, m.measure,
        CASE WHEN h.years_held >= m.years_needed THEN coalesce(CASE m.place \
      \(places.map { "WHEN \($0) THEN t.above_\($0)" }.joined(separator: " ")) END, 0) END AS numerator,
        CASE WHEN h.years_held >= m.years_needed THEN \(divided) END AS denominator
      FROM \(population.collection.heldName) AS h
      CROSS JOIN (VALUES
      \(listed.joined(separator: ",\n"))
      ) AS m(place, measure, years_needed)
      LEFT JOIN \(population.rawValue)_tally AS t ON t.authority = h.authority\
      \(rates ? "\nLEFT JOIN child_population AS p ON p.authority = h.authority" : "");
      """
  }

  /// The statement whose rows are the script's result.
  var result: String {
    let parts = script.populations.map {
      "SELECT year, authority, measure, numerator, denominator FROM \($0.rawValue)_figures"
    }
    return "-- The result.\n\(parts.joined(separator: "\nUNION ALL\n"))\nORDER BY measure, authority;"
  }
}

extension CollectionKind {
  /// The name of the step that holds the authorities of a collection.
  var heldName: String { self == .inNeed ? "need_held" : "care_held" }
}
