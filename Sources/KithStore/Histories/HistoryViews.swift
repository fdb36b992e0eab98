import KithEngine

/// The histories of children, as views over the current submissions.
enum HistoryViews {
  static let all: [SQL] = []
}
