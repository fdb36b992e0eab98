import KithReturns

/// The frames that a script in R or Stata makes: those that its measures' populations need, each after what it is made of.
struct FrameScript {
  let script: MeasureScript
  let frames: [Frame]

  init(_ script: MeasureScript) {
    self.script = script
    let all = NeedFrames(script).all + CareFrames(script).all
    let known = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    var names: Set<String> = []
    var waiting = script.populations.map(\.rawValue) + script.collections.map(\.heldName)
    while let name = waiting.popLast() {
      if let frame = known[name], names.insert(name).inserted { waiting += frame.parts }
    }
    let read = Set(all.filter { names.contains($0.name) }.flatMap(\.tables))
    frames = all.filter { names.contains($0.name) }.map { $0.reading(read) }
  }

  /// The tables that the frames read.
  var tables: [ScriptTable] {
    let names = Set(frames.flatMap(\.parts))
    return ScriptTable.all.filter { names.contains($0.name) }
  }
}

extension Frame {
  /// The tables that its rows or those of joined ones come from, but for the list of returns.
  fileprivate var tables: [String] {
    if case .returns = source { return [] }
    return parts
  }

  /// The frame with only those tables in a list of returns that are read for something else.
  fileprivate func reading(_ tables: Set<String>) -> Frame {
    guard case .returns(let all) = source else { return self }
    return Frame(name, .returns(of: all.filter(tables.contains)), moves, columns: columns.joined(separator: " "))
  }
}

extension Frame.Move {
  /// Adds the age in whole years on a day of one born on another; who was born on 29 February is a year older on the 28th.
  static func age(_ name: String, born: Term, on day: Term) -> [Frame.Move] {
    let years = Term.difference(.year(day), .year(born))
    let before = Term.less(day, .later(born, months: .product(12, .column("years_between"))))
    return [.add("years_between", years), .add(name, .difference("years_between", .flag(before)))]
  }

  /// Adds the value of a code that stands for it in all years, as `…_mapped`.
  static func mapped(_ table: String, _ stem: String) -> [Frame.Move] {
    guard let table = ScriptTable.all.first(where: { $0.name == table }) else { return [] }
    let values = table.mappings(of: stem).map { column, codes in
      codes.isEmpty
        ? Term.column(column)
        : Term.choose(codes.map { .init(.isText(column, $0.code), .text($0.mapped)) }, otherwise: .column(column))
    }
    guard let first = values.first else { return [] }
    return [.add(stem + "_mapped", values.dropFirst().reduce(first) { .orElse($0, $1) })]
  }
}

extension Groups {
  /// The groups as a term that makes them of a column.
  func term(_ column: String) -> Term {
    .choose(codes.map { .init(.isOne(.column(column), $0.codes), .text($0.name)) }, otherwise: .text(Self.otherwise))
  }
}

extension AgeBands {
  /// The bands as a term that makes them of an age.
  func term(_ age: String) -> Term {
    let age = Term.column(age)
    let missing = Term.not(leavesOutUnborn ? .atLeast(age, .number(0)) : .known(age))
    return .choose(
      [.init(missing, .text(unknown))] + bands.map { .init(.less(age, .number($0.before)), .text($0.name)) },
      otherwise: .text(last))
  }
}
