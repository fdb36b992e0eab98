/// Arrow's shorthand for types, in words.
enum ArrowFormat {
  static func words(for format: String) -> String {
    switch format.first {
    case "n": "nothing"
    case "b": "true and false"
    case "c", "C", "s", "S", "i", "I", "l", "L": "whole numbers"
    case "e", "f", "g": "numbers"
    case "d": "decimals"
    case "u", "U": "text"
    case "z", "Z", "w": "bytes"
    case "v": format == "vu" ? "text" : "bytes"
    case "t": timeWords(for: format)
    case "+": ["+l", "+L", "+vl", "+vL"].contains(format) || format.hasPrefix("+w") ? "lists" : "nested values"
    default: "values of a type that Kith does not read (\(format))"
    }
  }

  private static func timeWords(for format: String) -> String {
    switch format.dropFirst().first {
    case "d": "days"
    case "s": "timestamps"
    case "t": "times of day"
    default: "durations"
    }
  }

  /// The scale and the width in bytes of a decimal, as `d:precision,scale` or `d:precision,scale,bits`.
  static func decimal(_ format: String) -> (scale: Int, width: Int)? {
    guard format.hasPrefix("d:") else { return nil }
    let numbers = format.dropFirst(2).split(separator: ",").compactMap { Int($0) }
    guard numbers.count >= 2 else { return nil }
    let width = numbers.count > 2 ? numbers[2] / 8 : 16
    return [4, 8, 16].contains(width) ? (numbers[1], width) : nil
  }
}
