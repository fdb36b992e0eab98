extension CumulativeIncidence {
  /// The variance of the share with a kind of event, from 1, at each time, by the delta method.
  ///
  /// O. Aalen, "Nonparametric estimation of partial transition probabilities in multiple decrement models", Annals of Statistics 6
  /// (1978), equation (4.4), with the variance of tied events lessened by 1 − (d − 1)/(n − 1); R cmprsk's cuminc.
  public func aalenVariance(of kind: Int) -> [Double] {
    let share = incidence[kind - 1]
    let deaths = table.allEvents
    var (constant, linear, square) = (0.0, 0.0, 0.0)
    return share.indices.map { place in
      let own = table.events[kind - 1][place]
      let before = place == 0 ? 1 : free[place - 1]
      let n = Double(table.atRisk[place])
      let inverse = free[place] > 0 ? 1 / free[place] : 0
      for (d, isOwn) in [(deaths[place] - own, false), (own, true)] where d > 0 && (isOwn || inverse > 0) {
        let ties = d > 1 ? 1 - Double(d - 1) / (n - 1) : 1
        let weight = before * before * ties * Double(d) / (n * n)
        let level = (isOwn ? 1 : 0) + share[place] * inverse
        constant += level * level * weight
        linear += level * inverse * weight
        square += inverse * inverse * weight
      }
      return max(0, constant - 2 * share[place] * linear + share[place] * share[place] * square)
    }
  }
}
