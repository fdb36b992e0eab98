/// The distinct times among some, in order, and the place of each among them.
///
/// Whole numbers within a moderate range are counted; others are sorted by the digits of their bits. Both take time in
/// proportion to the number of times.
struct DistinctTimes: Sendable {
  let times: [Double]
  /// The place in `times` of each of the times given.
  let places: [Int32]

  init(_ values: [Double]) {
    guard let low = values.min(), let high = values.max() else {
      (times, places) = ([], [])
      return
    }
    let range = high - low
    let isCounted = range < Double(max(1 << 16, 4 * values.count)) && values.allSatisfy { $0.rounded() == $0 }
    (times, places) = isCounted ? Self.counted(values, low, Int(range)) : Self.sorted(values)
  }

  private static func counted(_ values: [Double], _ low: Double, _ range: Int) -> ([Double], [Int32]) {
    var places = [Int32](repeating: -1, count: range + 1)
    for value in values { places[Int(value - low)] = 0 }
    var times: [Double] = []
    for offset in places.indices where places[offset] == 0 {
      places[offset] = Int32(times.count)
      times.append(low + Double(offset))
    }
    return (times, values.map { places[Int($0 - low)] })
  }

  private static func sorted(_ values: [Double]) -> ([Double], [Int32]) {
    let order = radixOrder(of: values)
    var times: [Double] = []
    var places = [Int32](repeating: 0, count: values.count)
    for spell in order {
      let value = values[Int(spell)]
      if times.last != value { times.append(value) }
      places[Int(spell)] = Int32(times.count - 1)
    }
    return (times, places)
  }

  /// The positions of numbers from the lowest to the highest, equal ones as they stand.
  static func radixOrder(of values: [Double]) -> [Int32] {
    var keys = values.map { value in
      let bits = (value + 0).bitPattern
      return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }
    var order = (0..<Int32(values.count)).map { $0 }
    var otherKeys = keys
    var otherOrder = order
    for shift in stride(from: UInt64(0), to: 64, by: 11) {
      var offsets = [Int](repeating: 0, count: 2049)
      for key in keys { offsets[Int(key >> shift & 2047) + 1] += 1 }
      if offsets.contains(keys.count) { continue }
      for digit in 1..<2048 { offsets[digit] += offsets[digit - 1] }
      for place in keys.indices {
        let digit = Int(keys[place] >> shift & 2047)
        otherKeys[offsets[digit]] = keys[place]
        otherOrder[offsets[digit]] = order[place]
        offsets[digit] += 1
      }
      swap(&keys, &otherKeys)
      swap(&order, &otherOrder)
    }
    return order
  }
}

/// The place of the last of some ascending times that is not after a time; nil before the first.
func lastPlace(in times: [Double], notAfter time: Double) -> Int? {
  var low = 0
  var high = times.count
  while low < high {
    let middle = (low + high) / 2
    if times[middle] <= time { low = middle + 1 } else { high = middle }
  }
  return low == 0 ? nil : low - 1
}
