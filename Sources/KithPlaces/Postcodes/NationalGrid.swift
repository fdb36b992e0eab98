#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A national grid: a transverse Mercator projection of an ellipsoid.
///
/// The formulas are those of the Ordnance Survey's "A guide to coordinate systems in Great Britain", annexe C.
struct NationalGrid: Sendable {
  /// The semi-axes of the ellipsoid, in metres.
  let major: Double, minor: Double
  /// The scale on the central meridian.
  let scale: Double
  /// The true origin, in radians.
  let latitude: Double, longitude: Double
  /// The coordinates of the true origin.
  let east: Double, north: Double

  /// The grid of Great Britain, on Airy's ellipsoid.
  static let britain = NationalGrid(
    major: 6_377_563.396, minor: 6_356_256.909, scale: 0.999_601_271_7, latitude: 49 * .pi / 180,
    longitude: -2 * .pi / 180, east: 400_000, north: -100_000)

  /// The grid of Ireland, on Airy's ellipsoid as modified.
  static let ireland = NationalGrid(
    major: 6_377_340.189, minor: 6_356_034.447, scale: 1.000_035, latitude: 53.5 * .pi / 180,
    longitude: -8 * .pi / 180, east: 200_000, north: 250_000)

  /// A point of the Irish grid on the grid of Great Britain, to about a hundred metres: the two ellipsoids are taken
  /// to lie alike.
  static func britain(fromIrish easting: Double, _ northing: Double) -> (easting: Double, northing: Double) {
    let (latitude, longitude) = ireland.geographic(easting, northing)
    return britain.projected(latitude, longitude)
  }

  private var eccentricity: Double { 1 - minor * minor / (major * major) }

  /// The length of the meridian from the true origin to a latitude.
  private func meridian(to φ: Double) -> Double {
    let n = (major - minor) / (major + minor)
    let (n2, n3) = (n * n, n * n * n)
    let (less, more) = (φ - latitude, φ + latitude)
    let first = (1 + n + 5 / 4 * n2 + 5 / 4 * n3) * less
    let second = (3 * n + 3 * n2 + 21 / 8 * n3) * sin(less) * cos(more)
    let third = (15 / 8 * n2 + 15 / 8 * n3) * sin(2 * less) * cos(2 * more)
    let fourth = 35 / 24 * n3 * sin(3 * less) * cos(3 * more)
    return minor * scale * (first - second + third - fourth)
  }

  /// The radii of curvature across and along the meridian, and how much the first exceeds the second.
  private func curvature(at φ: Double) -> (across: Double, along: Double, excess: Double) {
    let w = 1 - eccentricity * sin(φ) * sin(φ)
    let across = major * scale / w.squareRoot()
    let along = major * scale * (1 - eccentricity) / (w * w.squareRoot())
    return (across, along, across / along - 1)
  }

  private func geographic(_ easting: Double, _ northing: Double) -> (latitude: Double, longitude: Double) {
    var φ = latitude
    for _ in 0..<10 { φ += (northing - north - meridian(to: φ)) / (major * scale) }
    let (ν, ρ, η) = curvature(at: φ)
    let t = tan(φ)
    let (t2, x) = (t * t, easting - east)
    let down = t / (2 * ρ * ν) * x * x
    let downMore = t / (24 * ρ * ν * ν * ν) * (5 + 3 * t2 + η - 9 * t2 * η) * x * x * x * x
    let across = x / ν - x * x * x / (6 * ν * ν * ν) * (ν / ρ + 2 * t2)
    let acrossMore = pow(x / ν, 5) / 120 * (5 + 28 * t2 + 24 * t2 * t2)
    return (φ - down + downMore, longitude + (across + acrossMore) / cos(φ))
  }

  private func projected(_ φ: Double, _ λ: Double) -> (easting: Double, northing: Double) {
    let (ν, ρ, η) = curvature(at: φ)
    let (s, c, t2) = (sin(φ), cos(φ), tan(φ) * tan(φ))
    let l = λ - longitude
    let up = ν / 2 * s * c * l * l + ν / 24 * s * c * c * c * (5 - t2 + 9 * η) * pow(l, 4)
    let upMore = ν / 720 * s * pow(c, 5) * (61 - 58 * t2 + t2 * t2) * pow(l, 6)
    let across = ν * c * l + ν / 6 * c * c * c * (ν / ρ - t2) * l * l * l
    let acrossMore = ν / 120 * pow(c, 5) * (5 - 18 * t2 + t2 * t2 + 14 * η - 58 * t2 * η) * pow(l, 5)
    return (east + across + acrossMore, north + meridian(to: φ) + up + upMore)
  }
}
