import ArgumentParser
import KithMeasures

/// Which measures, of which authorities, broken down how.
struct MeasureChoice: ParsableArguments {
  @Option(help: "The authority, by its number, its 9-character code or its name. May be given again; else all.")
  var la: [String] = []

  @Option(help: "A measure's identifier, or what identifiers begin with: cla_. May be given again; else all.")
  var measure: [String] = []

  @Option(help: "Break down by sex, age, ethnicity, need, abuse, placement or legal-status. May be given again.")
  var by: [Breakdown] = []
}
