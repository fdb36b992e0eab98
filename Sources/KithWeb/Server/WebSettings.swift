/// What a server is told at its start.
public struct WebSettings: Sendable {
  /// The port on the loopback address; 0 takes one that is free.
  public var port = 0
  /// The folder in which the session's own private folder is made; the system's folder for temporary files when nil.
  public var scratch: String?
  /// The most bytes of one upload.
  public var largestUpload = 500_000_000
  /// The most bytes that an upload's archives may hold when they are unpacked.
  public var largestUnpacked = 1_000_000_000
  /// The most files of one upload.
  public var mostFiles = 200
  /// The folder with the style sheet and the drawing library that set-up fetched; nil where there is none.
  public var assets: String?

  /// The settings of a server on a free port.
  public init() {}
}
