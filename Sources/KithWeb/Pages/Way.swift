/// A way to another page of the same subject.
struct Way: Sendable {
  let words: String
  let address: String
  let isCurrent: Bool
}
