import Foundation
import Hummingbird

/// Reads the parts of a form with files as they arrive, and holds no more of them than a piece at a time (RFC 7578).
struct MultipartReader {
  /// What stands before a part's contents.
  struct Part: Equatable {
    /// The field's name.
    let name: String
    /// The file's name as the browser sent it; nil for a field that is no file.
    let fileName: String?
  }

  private var chunks: RequestBody.AsyncIterator
  private var held: [UInt8] = Array("\r\n".utf8)
  private let delimiter: [UInt8]
  private var left: Int
  private var isInPart = true

  private static let largestHead = 8_000

  /// A reader of a request's body that gives up after so many bytes; nil when the request is no such form.
  init?(_ request: Request, largest: Int) {
    guard let boundary = Self.boundary(request.headers[.contentType] ?? "") else { return nil }
    chunks = request.body.makeAsyncIterator()
    delimiter = Array("\r\n--\(boundary)".utf8)
    left = largest
  }

  /// The next part; nil after the last.
  mutating func next() async throws -> Part? {
    while isInPart { _ = try await piece() }
    while held.count < 2 { guard try await fill() else { return nil } }
    if held.starts(with: Array("--".utf8)) { return nil }
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let place = held.firstPlace(of: end) {
        let head = String(decoding: held[..<place], as: UTF8.self)
        held.removeFirst(place + end.count)
        isInPart = true
        return try Self.part(head)
      }
      guard held.count < Self.largestHead, try await fill() else { throw Self.damaged }
    }
  }

  /// The next piece of the part's contents; nil at its end.
  mutating func piece() async throws -> [UInt8]? {
    guard isInPart else { return nil }
    while true {
      if let place = held.firstPlace(of: delimiter) {
        let piece = Array(held[..<place])
        held.removeFirst(place + delimiter.count)
        isInPart = false
        return piece
      }
      // What might be the beginning of a delimiter stays.
      let sure = held.count - delimiter.count + 1
      if sure > 0 {
        let piece = Array(held[..<sure])
        held.removeFirst(sure)
        return piece
      }
      guard try await fill() else { throw Self.damaged }
    }
  }

  private mutating func fill() async throws -> Bool {
    guard let chunk = try await chunks.next() else { return false }
    left -= chunk.readableBytes
    guard left >= 0 else { throw WebError.tooLarge }
    held.append(contentsOf: chunk.readableBytesView)
    return true
  }

  private static let damaged = WebError(
    status: .badRequest, title: "The upload did not arrive whole", advice: "Choose the files and send them again.")

  private static func boundary(_ type: String) -> String? {
    guard type.lowercased().hasPrefix("multipart/form-data"), let start = type.range(of: "boundary=") else {
      return nil
    }
    let boundary = type[start.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: ["\"", " "])
    return (1...70).contains(boundary.count) ? boundary : nil
  }

  private static func part(_ head: String) throws -> Part {
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
    guard let line, let name = value("name", in: line) else { throw damaged }
    return Part(name: name, fileName: value("filename", in: line))
  }

  /// The value of a parameter, in which browsers write quotes and line ends as `%22`, `%0D` and `%0A`.
  private static func value(_ name: String, in line: Substring) -> String? {
    guard let start = line.range(of: "; \(name)=\"") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension [UInt8] {
  /// Where some bytes first stand in these; nil where they do not.
  func firstPlace(of sought: [UInt8]) -> Int? {
    withUnsafeBytes { own in
      sought.withUnsafeBytes { sought -> Int? in
        guard let start = own.baseAddress, let other = sought.baseAddress, own.count >= sought.count else { return nil }
        var place = 0
        let last = own.count - sought.count
        while place <= last {
          guard let found = memchr(start + place, Int32(sought[0]), last - place + 1) else { return nil }
          place = UnsafeRawPointer(found) - start
          if memcmp(found, other, sought.count) == 0 { return place }
          place += 1
        }
        return nil
      }
    }
  }
}
