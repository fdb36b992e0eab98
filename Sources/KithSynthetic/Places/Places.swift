/// Facts about the places of the synthetic England.
enum Places {
  /// Children under 18 in England in mid-2024 (target T00001).
  static let englandPopulation = 12_183_016
  /// The same in mid-2012 to mid-2024 (targets T00001 to T00013).
  static let englandPopulations = [
    11_403_970, 11_473_080, 11_535_489, 11_593_891, 11_671_521, 11_716_740, 11_755_593, 11_790_492, 11_787_794,
    11_762_878, 11_901_267, 12_059_476, 12_183_016,
  ]
  /// The first year of `englandPopulations`.
  static let firstPopulationYear = 2012

  /// Children in a year's CIN Census as a share of the children who live in an area: those referred in 2024/25 and
  /// those in need when it began.
  static let censusShare = 0.0775

  /// Children by authority, as the targets `LA dispersion: children 0-17` give it.
  static let populations = Quantiles(
    (0, 8_000), (0.1, 33_705), (0.25, 44_412), (0.5, 62_520), (0.75, 90_763), (0.9, 148_122), (0.97, 260_000),
    (1, 355_390))

  /// The authority at whose port most unaccompanied children arrive, as in Kent: 3,226 of 32,270 starts (2024/25).
  static let port = 76
  /// How many times the average share of arrivals it has before effects are scaled.
  static let portArrivals = 30.0

  private static let beginnings = [
    "Alder", "Amber", "Ashen", "Brack", "Briar", "Cinder", "Coppin", "Dapple", "Ember", "Fallow", "Feather", "Gorse",
    "Harrier", "Juniper", "Kestrel", "Larch", "Marl",
  ]
  private static let endings = ["borne", "cote", "down", "fold", "garth", "holm", "mere", "stead", "wold"]

  /// An authority's invented name.
  static func name(of place: Int) -> String {
    beginnings[place % beginnings.count] + endings[place / beginnings.count % endings.count] + " (synthetic)"
  }
}
