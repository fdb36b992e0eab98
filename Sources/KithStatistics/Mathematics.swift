#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The functions of the system's library of mathematics that Kith uses, so that one file names it.
package enum Mathematics {
  package static func exponential(_ x: Double) -> Double { exp(x) }
  package static func logarithm(_ x: Double) -> Double { log(x) }
  package static func sine(_ x: Double) -> Double { sin(x) }
  package static func arcsine(_ x: Double) -> Double { asin(x) }
  package static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
