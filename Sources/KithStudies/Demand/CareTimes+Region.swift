public import KithPlaces

extension CareTimes {
  /// The least number of other authorities of a region that are worth shrinking to.
  static let leastNeighbours = 2

  /// The times of the authority's region where the store holds two others of it or more, else all times.
  public func region(of authority: String, register: AuthorityRegister = .england) -> CareTimes {
    func region(_ name: String) -> Region? { AuthorityCode(parsing: name).flatMap { register[$0]?.region.whole } }
    guard let own = region(authority) else { return self }
    let members = Set(authorities.filter { region($0) == own })
    guard members.count > Self.leastNeighbours else { return self }
    return CareTimes(times.filter { members.contains($0.authority) }, first: first, last: last, leftOut: leftOut)
  }
}
