/// Things that are joined to each other, and the groups that this makes.
package struct DisjointSets<Item: Hashable> {
  private var numbers: [Item: Int] = [:]
  private var parents: [Int] = []

  /// Things that are each alone.
  package init() {}

  /// The group of a thing, by the number of one of its members.
  package mutating func group(of item: Item) -> Int { root(number(of: item)) }

  /// Makes one group of two things' groups.
  package mutating func join(_ a: Item, _ b: Item) {
    let (first, second) = (group(of: a), group(of: b))
    // The older one stays, so that groups are the same whatever the machine.
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  private mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    numbers[item] = parents.count
    parents.append(parents.count)
    return parents.count - 1
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
