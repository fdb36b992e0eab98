import CXML2

/// Reads an XML document event by event, in constant memory.
///
/// A document type, and so any entity of the document's own, is refused: a return has none, and entities can make a
/// small file reach other files or grow without end.
final class XMLEvents {
  /// Something that begins, stands or ends in the document.
  enum Event: Equatable {
    /// An element begins.
    case start(String)
    /// Text stands.
    case text(String)
    /// An element ends.
    case end(String)
  }

  private let reader: xmlTextReaderPtr
  private let file: String
  private let bytes: [UInt8]
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  private var pendingEnd: String?

  /// The events of a document; throws when it is empty.
  init(_ bytes: [UInt8], file: String) throws(ReadError) {
    self.bytes = bytes
    self.file = file
    let options =
      Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_NOERROR.rawValue) | Int32(XML_PARSE_NOWARNING.rawValue)
    let reader = bytes.withUnsafeBytes { buffer in
      xmlReaderForMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, nil, options)
    }
    guard let reader else { throw ReadError(.damagedXML(line: 1), file) }
    self.reader = reader
  }

  deinit { xmlFreeTextReader(reader) }

  /// The line that the reader has come to, from 1.
  var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

  /// The next event; nil at the end of the document.
  func next() throws(ReadError) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      switch xmlTextReaderRead(reader) {
      case 1: break
      case 0: return nil
      default: throw ReadError(.damagedXML(line: line), file)
      }
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        let name = name
        if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
        return .start(name)
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): return .end(name)
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
        return .text(xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "")
      case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue), Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
        throw ReadError(.documentType, file)
      default: continue
      }
    }
  }

  private var name: String {
    guard let pointer = xmlTextReaderConstLocalName(reader) else { return "" }
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }
}
