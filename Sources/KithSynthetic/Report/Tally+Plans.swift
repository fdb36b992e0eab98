import KithTables

extension Tally {
  /// Counts a child's child in need plans.
  mutating func addNeedPlans(_ plans: [NeedEpisode.Plan]) {
    let starting = plans.count { view.contains($0.start) }
    let ending = plans.count { view.contains($0.end) }
    let any = plans.count { view.overlaps($0.start, $0.end) }
    add("child in need plans starting", starting)
    add("child in need plans ending", ending)
    add("child in need plans at any time", any)
    add("child in need plans at 31 March", plans.count { $0.start <= view.end && $0.end > view.end })
    add("children with a plan starting", if: starting > 0)
    add("children with a plan ending", if: ending > 0)
    add("children with a plan at any time", if: any > 0)
  }

  /// Counts a plan for protection.
  mutating func add(_ plan: NeedEpisode.ProtectionPlan) {
    if view.contains(plan.start) {
      add("protection plans starting")
      add("second or later plans", if: plan.previous > 0)
      add("plans starting for \(plan.initial)")
      add("plans starting, latest \(plan.latest)")
    }
    if view.contains(plan.end) {
      add("protection plans ending")
      add("plans ending, \(Self.duration(from: plan.start, to: plan.end))")
    }
    if plan.start <= view.end, plan.end > view.end { addOpen(plan) }
  }

  private mutating func addOpen(_ plan: NeedEpisode.ProtectionPlan) {
    add("protection plans at 31 March")
    add("plans open, \(Self.duration(from: plan.start, to: view.end))")
    add("plans at 31 March for \(plan.initial)")
    add("plans at 31 March, latest \(plan.latest)")
    guard view.end.days(since: plan.start) >= 91 else { return }
    add("plans of 3 months or more")
    add("plans of 3 months, reviewed in time", if: isReviewedInTime(plan))
  }

  /// Whether the first review came within three months and each later one within six of the one before.
  private func isReviewedInTime(_ plan: NeedEpisode.ProtectionPlan) -> Bool {
    let days = [plan.start] + plan.reviews.filter { $0 <= view.end } + [view.end]
    return zip(days, days.dropFirst()).enumerated().allSatisfy { place, pair in
      pair.1.days(since: pair.0) <= (place == 0 ? 92 : 184)
    }
  }
}
