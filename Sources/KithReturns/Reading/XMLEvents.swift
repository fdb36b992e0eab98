import CXML2

/// Reads an XML document event by event, in constant memory; a name is an element's local name, without its namespace.
///
/// A document type, and so any entity of the document's own, is refused: a return has none, and entities can make a
/// small file reach other files or grow without end.
final class XMLEvents {
  /// Something that begins, stands or ends in the document.
  enum Event: Equatable {
    /// An element begins.
    case start(String)
    /// Text stands; a long one may come in parts.
    case text(String)
    /// An element ends.
    case end(String)
  }

  private let queue = XMLEventQueue()
  private let context: xmlParserCtxtPtr
  private let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var isAtEnd = false

  /// The line on which the last event stands, from 1.
  private(set) var line = 1

  private static let chunk = 32_768

  /// The events of a document.
  init(_ bytes: [UInt8], file: String) throws(ReadError) {
    self.bytes = bytes
    self.file = file
    var handler = XMLEventQueue.handler
    let user = Unmanaged.passUnretained(queue).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      throw ReadError(.damagedXML(line: 1), file)
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    queue.context = context
    self.context = context
  }

  deinit { xmlFreeParserCtxt(context) }

  /// The next event; nil at the end of the document.
  func next() throws(ReadError) -> Event? {
    while queue.isEmpty {
      if isAtEnd { return nil }
      try readOn()
    }
    let (event, line) = queue.take()
    self.line = line
    return event
  }

  private func readOn() throws(ReadError) {
    let end = min(position + Self.chunk, bytes.count)
    isAtEnd = end == bytes.count
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
      _ = xmlParseChunk(context, start, Int32(clamping: end - position), isAtEnd ? 1 : 0)
    }
    position = end
    if queue.isDocumentTypeSeen { throw ReadError(.documentType, file) }
    if context.pointee.wellFormed == 0 { throw ReadError(.damagedXML(line: queue.currentLine), file) }
  }
}

/// What the parser has come upon and nobody has taken yet.
private final class XMLEventQueue {
  var context: xmlParserCtxtPtr?
  private(set) var isDocumentTypeSeen = false
  private var events: [(event: XMLEvents.Event, line: Int)] = []
  private var taken = 0
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  var isEmpty: Bool { taken == events.count }

  /// The line to which the parser has come.
  var currentLine: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 1 }

  func take() -> (event: XMLEvents.Event, line: Int) {
    defer {
      taken += 1
      if taken == events.count {
        events.removeAll(keepingCapacity: true)
        taken = 0
      }
    }
    return events[taken]
  }

  private func start(_ name: UnsafePointer<xmlChar>?) {
    // White space between two elements says nothing.
    if taken < events.count, case .text(let text) = events[events.count - 1].event, text.utf8.allSatisfy(Self.isSpace) {
      events.removeLast()
    }
    events.append((.start(text(of: name)), currentLine))
  }

  private func end(_ name: UnsafePointer<xmlChar>?) { events.append((.end(text(of: name)), currentLine)) }

  private func add(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    let bytes = UnsafeBufferPointer(start: text, count: Int(length))
    guard taken < events.count else {
      events.append((.text(String(decoding: bytes, as: UTF8.self)), currentLine))
      return
    }
    switch events[events.count - 1].event {
    case .text(let before):
      events[events.count - 1].event = .text(before + String(decoding: bytes, as: UTF8.self))
    case .end where bytes.allSatisfy(Self.isSpace): break
    default: events.append((.text(String(decoding: bytes, as: UTF8.self)), currentLine))
    }
  }

  private func refuseDocumentType() {
    isDocumentTypeSeen = true
    xmlStopParser(context)
  }

  /// The text of a name, which the parser keeps once for all elements of the name.
  private func text(of name: UnsafePointer<xmlChar>?) -> String {
    guard let name else { return "" }
    if let known = names[name] { return known }
    let text = String(cString: name)
    names[name] = text
    return text
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// What the parser calls.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { queue, _, _, _ in XMLEventQueue.of(queue)?.refuseDocumentType() }
    handler.startElementNs = { queue, name, _, _, _, _, _, _, _ in XMLEventQueue.of(queue)?.start(name) }
    handler.endElementNs = { queue, name, _, _ in XMLEventQueue.of(queue)?.end(name) }
    handler.characters = { queue, text, length in XMLEventQueue.of(queue)?.add(text, length) }
    return handler
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLEventQueue? {
    pointer.map { Unmanaged<XMLEventQueue>.fromOpaque($0).takeUnretainedValue() }
  }
}
