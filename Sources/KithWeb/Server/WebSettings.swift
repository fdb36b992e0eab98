import KithCharts

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
  public var assets: String? = WebAssets()?.folder
  /// The folder with LAIT's files.
  public var aggregates: String?
  /// Files of Explore Education Statistics.
  public var ees: [String] = []
  /// Returns that need no upload: a folder, an archive or files each.
  public var returns: [[String]] = []
  /// Last year's return, beside the first of those.
  public var previous: [String] = []
  /// The year in which those returns' collection ends, where the user says it.
  public var year: Int?
  /// The authority whose returns they are, where the user says it.
  public var authority: String?
  /// The postcode file that checks use.
  public var postcodes: String?
  /// The lists of providers that checks use.
  public var providers: [String] = []
  /// Who works with which child: a CSV file.
  public var teams: String?
  /// The last run's folder of reports, to compare with.
  public var lastRun: String?
  /// The folder of the log of who opened which child's page; the user's own when nil.
  public var accessLog: String?

  /// The settings of a server on a free port.
  public init() {}
}
