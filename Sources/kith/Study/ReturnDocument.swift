import Foundation
import KithDisclosure
import KithStudies
import KithTables

/// How many come back, as text, comma-separated text and JSON.
struct ReturnDocument {
  private let study: ReturnStudy
  private let model: ReturnModel?
  private let reason: String?
  private let subject: ReturnSubject
  private let estimate: String
  private let means: [RecurrentReturns.MeanPoint]?

  init(
    _ study: Internal<ReturnStudy>, _ model: ReturnModel?, _ reason: String?, _ subject: ReturnSubject,
    estimate: String,
    means: [RecurrentReturns.MeanPoint]?
  ) {
    self.study = study.value
    self.model = model
    self.reason = reason
    self.subject = subject
    self.estimate = estimate
    self.means = means
  }

  private var notice: String { StudyNotice.text(isSynthetic: subject.isSynthetic) }

  var text: String {
    let heads = [subject.warning, notice, subject.title].compactMap { $0 }
    let flow = subject.steps.isEmpty ? [] : CohortDocument.lines(subject.steps)
    let naive = "One less Kaplan-Meier: too high where other events come first."
    let name = estimate == "incidence" ? "Cumulative incidence (Aalen-Johansen), 95 % interval" : naive
    let curves = study.curves.flatMap(lines)
    return (heads + flow + subject.beside + [name] + curves + tests + meanLines + modelLines + statements)
      .joined(separator: "\n")
  }

  private var statements: [String] { study.statements + [reason].compactMap { $0 } }

  private func lines(_ curve: ReturnStudy.Curve) -> [String] {
    let ends = zip(subject.kinds, curve.ends).map { "\($1) \($0)" }.joined(separator: ", ")
    var grid = TextGrid(isLeft: [true, false, false, false, false, true])
    grid.add(["by", "followed", "events", "share %", "interval %", "check"])
    for point in curve.points {
      let interval = point.lower.flatMap { low in point.upper.map { "\(percent(low)) to \(percent($0))" } } ?? ""
      grid.add([
        trimmed(point.time), String(point.atRisk), String(point.events), percent(point.share), interval,
        point.objections.joined(separator: ", "),
      ])
    }
    return ["\(curve.group): \(curve.spells) spells; \(ends); \(curve.censored) not ended"] + grid.lines(width: 100)
  }

  private var tests: [String] {
    study.tests.map { test in
      "\(test.name) test: chi-square \(fixed(test.chiSquare, 3)) on \(test.degreesOfFreedom), p \(fixed(test.p, 4))"
    }
  }

  private var meanLines: [String] {
    guard let means else { return [] }
    var grid = TextGrid(isLeft: [true, false, false, false, false])
    grid.add(["by", "followed", "events", "mean number", "standard error"])
    for point in means {
      grid.add([
        trimmed(point.time), String(point.followed), String(point.events),
        point.mean.map { fixed($0, 3) } ?? "beyond follow-up", point.standardError.map { fixed($0, 3) } ?? "",
      ])
    }
    return ["Mean number of events for each child (Nelson; Lawless and Nadeau), robust error"] + grid.lines(width: 100)
  }

  private var modelLines: [String] {
    guard let model else { return [] }
    var grid = TextGrid(isLeft: [true, false, false, false, false])
    let name = model.kind == .cox ? "Cox model, \(model.ties)" : "Model \(model.kind.rawValue)"
    grid.add([name, model.kind.ratio, "interval", "p", "p of change with time"])
    for effect in model.effects {
      grid.add([
        effect.name, fixed(effect.hazardRatio, 3), "\(fixed(effect.lower, 3)) to \(fixed(effect.upper, 3))",
        fixed(effect.p, 4), effect.pOfChange.map { fixed($0, 4) } ?? "",
      ])
    }
    let kind = model.isRobust ? "robust" : "plain"
    let order = model.concordance.map { "; concordance \(fixed($0, 3))" } ?? ""
    return grid.lines(width: 100) + ["\(model.spells) spells, \(model.events) events; \(kind) errors\(order)"]
  }

  private func percent(_ share: Double) -> String { fixed(100 * share, 1) }
  private func trimmed(_ time: Double) -> String { time.rounded() == time ? String(Int(time)) : String(time) }
}

extension ReturnDocument {
  /// One line for each group and time.
  var csv: String {
    let header = "group,time,at_risk,events,share,standard_error,lower,upper,objections,synthetic\n"
    return study.curves.reduce(header) { text, curve in
      curve.points.reduce(text) { text, point in
        let cells = [
          curve.group, trimmed(point.time), String(point.atRisk), String(point.events), String(point.share),
          String(point.standardError), point.lower.map { String($0) } ?? "", point.upper.map { String($0) } ?? "",
          point.objections.joined(separator: " "), subject.isSynthetic ? "synthetic" : "",
        ]
        return text + cells.map(\.quotedCell).joined(separator: ",") + "\n"
      }
    }
  }

  struct JSON: Encodable {
    let command = "study return"
    let notice: String
    let synthetic: Bool
    let title: String
    let estimate: String
    let kinds: [String]
    let steps: [Cohort.Step]
    let curves: [ReturnStudy.Curve]
    let tests: [ReturnStudy.Test]
    let model: ReturnModel?
    let means: [RecurrentReturns.MeanPoint]?
    let notes: [String]
  }

  var json: JSON {
    JSON(
      notice: notice, synthetic: subject.isSynthetic, title: subject.title, estimate: estimate, kinds: subject.kinds,
      steps: subject.steps, curves: study.curves, tests: study.tests, model: model, means: means,
      notes: subject.beside + statements)
  }
}
