import KithSynthetic

/// A calibration in words for the screen.
struct CalibrationText {
  let text: String

  init(_ calibration: Calibration) {
    let heading = Self.columns("Figure", "Year", "Published", "Achieved", "Difference", "")
    let lines = calibration.lines.map { line in
      Self.columns(
        line.name, "\(line.year)", "\(Int(line.published))", "\(Int(line.achieved.rounded()))",
        Self.percent(line.difference), line.isWithinTolerance ? "" : "*")
    }
    let identities = calibration.identities.map { "\($0.name): differs by \($0.difference)" }
    let lives = calibration.lives.map { life in
      "\(life.name): \(Self.share(life.achieved)) of \(life.counted) (study \(Self.share(life.published)))"
    }
    let dispersion = calibration.dispersion.map { figure in
      "\(figure.name): \(Self.rates(figure.achieved)) (published \(Self.rates(figure.published)))"
    }
    let outside = calibration.lines.count { !$0.isWithinTolerance }
    let note =
      "\(lines.count - outside) of \(lines.count) figures within 1 % or two standard errors; * marks the others."
    text =
      (["SYNTHETIC: no child, authority or event is real.", heading] + lines + [note, "Identities"] + identities
      + ["What studies found of lives"] + lives + ["Rates that a tenth, half and nine tenths of authorities are below"]
      + dispersion).joined(separator: "\n")
  }

  private static func columns(_ name: String, _ cells: String...) -> String {
    name.padded(to: 42) + cells.map { $0.padded(to: 11, atStart: true) }.joined()
  }

  private static func rates(_ rates: [Double]) -> String { rates.map { fixed($0, 1) }.joined(separator: ", ") }

  private static func share(_ share: Double) -> String { fixed(100 * share, 1) + " %" }

  private static func percent(_ share: Double) -> String {
    let text = Self.share(share)
    return text.hasPrefix("-") ? text : "+" + text
  }
}

extension String {
  fileprivate func padded(to width: Int, atStart: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return atStart ? space + self : self + space
  }
}
