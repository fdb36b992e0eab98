import Crypto

extension LinkageSchema {
  /// The schema that Kith proposes for children known by given name, surname, date of birth, sex and postcode.
  ///
  /// Names and birth date have most of the bits, as they tell most; a bit of the encoding is the exclusive or of three
  /// bits of the filter that only the key knows, so that no bit is of one name (``Hardening/diffusion(_:)``).
  ///
  /// - Parameters:
  ///   - project: The name of the project, from which the salt of key derivation is made: one key makes other encodings
  ///     in another project.
  ///   - isSaltedByYear: Whether the names' tokens are salted by the year of birth; a wrong year then costs a link.
  ///   - isApart: Whether each feature's bits stay apart, so that each can be weighed by itself: more children are found,
  ///     and whoever matches can count how often a name comes in a year. Names are then salted by year.
  public static func children(
    project: String, isSaltedByYear: Bool = false, isApart: Bool = false
  ) throws(LinkageError) -> LinkageSchema {
    let text = ValueFormat.text(.utf8, letters: .mixed, atLeast: nil, atMost: 100)
    let runs = { (bits: Int, isPositional: Bool) in
      FeatureEncoding(text, .ngram(2, positional: isPositional), .perFeature(bits))
    }
    let bits = isApart ? [640, 640, 640, 640, 640] : [160, 120, 200, 20, 80]
    let features = [
      Feature("given_name", runs(bits[0], false)), Feature("surname", runs(bits[1], false)),
      Feature("dob", runs(bits[2], true)), Feature("sex", FeatureEncoding(text, .exact, .perFeature(bits[3]))),
      Feature("postcode", runs(bits[4], true)),
    ]
    let (given, surname, born) = (FeaturePart(0), FeaturePart(1), 2)
    let year = FeaturePart(born, prefix: 4)
    let settings = KithSettings(
      normalisation: [0: .name, 1: .name, 2: .day, 3: .sex, 4: .postcode],
      salt: isSaltedByYear || isApart ? Salt(year, features: [0, 1]) : nil,
      shares: isApart ? [0: 512, 1: 512, 2: 512, 3: 64, 4: 448] : nil, isApart: isApart,
      interchange: isApart ? Interchange(0, 1) : nil,
      hardening: isApart ? [] : [.diffusion(3)],
      blocking: [
        BlockingKey([[given, surname], [year]]), BlockingKey([[FeaturePart(born)]]), BlockingKey([[FeaturePart(4)]]),
        BlockingKey([[surname], [FeaturePart(born, prefix: 6)]]),
        BlockingKey([[given], [year], [FeaturePart(4, prefix: 2)]]),
        BlockingKey([[FeaturePart(0, prefix: 3)], [FeaturePart(1, prefix: 3)], [year]]),
      ])
    let salt = Array(SHA256.hash(data: Array("Kith linkage project\n\(project)".utf8)))
    return try LinkageSchema(
      length: isApart ? 2048 : 1024, derivation: KeyDerivation(salt: salt), features: features, settings: settings)
  }
}
