/// The files by which a synthesis says what it is and what is true of it. None of them holds a table of a return.
public enum SyntheticFiles {
  /// Says of the folder that it is in that all in it is synthetic.
  public static let mark = "SYNTHETIC.txt"
  /// Who the children truly are.
  public static let truth = "synthetic_truth.csv"
  /// The errors that were put in on purpose.
  public static let errors = "synthetic_errors.csv"
  /// How many children live in each authority's area.
  public static let population = "synthetic_population.csv"
  /// What the name of each file of a synthetic return begins with.
  public static let prefix = "synthetic_"

  /// Whether a file of this name is the synthesis's own, and no part of a return.
  public static func contain(_ name: String) -> Bool { [mark, truth, errors, population].contains(name) }

  /// Whether a file of this name, among these in its folder, is of a synthetic return.
  static func mark(_ name: String, among names: [String]) -> Bool { name.hasPrefix(prefix) || names.contains(mark) }
}
