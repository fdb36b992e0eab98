/// Published figures of England, of the latest year that the targets hold for each; rows of `synthetic_targets.csv`.
enum PublishedFigures {
  typealias Figure = (name: String, value: Double, year: Int)

  static let all: [Figure] = need + protection + care + ends + placements

  private static let need: [Figure] = [
    ("referrals", 632_830, 2025), ("re-referrals", 142_900, 2025), ("children referred", 557_810, 2025),
    ("no further action", 41_340, 2025), ("not in need", 194_620, 2025), ("episodes starting", 396_870, 2025),
    ("episodes ending", 353_720, 2025), ("in need at 31 March", 402_400, 2025), ("assessments", 643_170, 2024),
    ("open to 3 months", 107_440, 2025), ("open 3 to 6 months", 44_260, 2025), ("open 6 to 12 months", 52_710, 2025),
    ("open 1 to 2 years", 55_130, 2025), ("open 2 years or longer", 143_250, 2025),
    ("ended to 3 months", 166_250, 2025), ("ended 3 to 6 months", 52_350, 2025), ("ended 6 to 12 months", 56_600, 2025),
    ("ended 1 to 2 years", 42_800, 2025), ("ended 2 years or longer", 35_730, 2025),
    ("in need aged unborn", 6_780, 2024), ("in need aged 0", 16_120, 2024), ("in need aged 1 to 4", 56_130, 2024),
    ("in need aged 5 to 9", 85_030, 2024), ("in need aged 10 to 15", 128_590, 2024),
    ("in need aged 16 and over", 106_780, 2024), ("in need, boys", 218_230, 2024),
    ("in need, with a disability", 54_510, 2024), ("in need N1", 231_940, 2024), ("in need N2", 32_150, 2024),
    ("in need N4", 34_410, 2024), ("in need N5", 47_900, 2024), ("in need N8", 21_930, 2024),
    ("closed RC1", 2_490, 2024), ("closed RC2", 980, 2024), ("closed RC4", 2_680, 2024), ("closed RC5", 13_510, 2024),
  ]

  private static let protection: [Figure] = [
    ("enquiries", 224_520, 2024), ("conferences", 72_250, 2024), ("protection plans starting", 61_840, 2025),
    ("second or later plans", 15_130, 2025), ("protection plans ending", 62_870, 2024),
    ("protection plans at 31 March", 49_420, 2025), ("child in need plans starting", 185_660, 2024),
    ("child in need plans at 31 March", 103_440, 2024),
  ]

  private static let care: [Figure] = [
    ("looked after at 31 March", 81_770, 2025), ("starts", 32_270, 2025), ("ends", 34_450, 2025),
    ("starts, unaccompanied", 6_950, 2025), ("looked after, unaccompanied", 6_540, 2025),
    ("looked after, boys", 46_040, 2025), ("looked after for 12 months", 58_530, 2025),
    ("looked after aged 0", 3_630, 2025), ("looked after aged 1 to 4", 10_030, 2025),
    ("looked after aged 5 to 9", 15_110, 2025), ("looked after aged 10 to 15", 30_930, 2025),
    ("looked after aged 16 and over", 22_060, 2025), ("starting aged 0", 5_140, 2025),
    ("starting aged 1 to 4", 4_430, 2025), ("starting aged 5 to 9", 4_920, 2025),
    ("starting aged 10 to 15", 8_660, 2025), ("starting aged 16 and over", 9_110, 2025),
    ("starting under V2", 18_240, 2025), ("starting under C1", 10_030, 2025), ("starting under L1", 2_920, 2025),
    ("starting under L2", 370, 2025), ("starting under J1", 490, 2025), ("starting under C2", 190, 2025),
    ("status C2", 48_090, 2025), ("status C1", 13_180, 2025), ("status V2", 15_540, 2025), ("status E1", 4_740, 2025),
  ]

  private static let ends: [Figure] = [
    ("ending at 18", 13_740, 2025), ("ending in adoption", 3_040, 2025), ("ending in guardianship", 4_110, 2025),
    ("ending E17", 6_000, 2025), ("ending E4A", 5_540, 2025),
    ("ending E4B", 1_070, 2025), ("ending E41", 1_080, 2025), ("ending E13", 1_800, 2025), ("ending E5", 4_220, 2025),
    ("ending E6", 1_130, 2025), ("ending E7", 480, 2025), ("ending E8", 2_520, 2025), ("ending E3", 2_640, 2025),
  ]

  private static let placements: [Figure] = [
    ("new placements", 90_930, 2025), ("changes of placement", 59_140, 2025), ("three placements or more", 8_500, 2025),
    ("placed with a relative or friend", 13_360, 2025), ("placed with other foster carers", 41_460, 2025),
    ("placed for adoption", 1_660, 2025), ("placed P1", 4_970, 2025), ("placed K2", 9_380, 2025),
    ("placed K3", 7_520, 2025), ("placed in another residential setting", 1_390, 2025),
    ("placed in another placement", 2_050, 2025),
  ]

  /// The rate per 10,000 children over authorities: its mean and standard deviation (LA dispersion, 2025).
  static let dispersion: [(name: String, mean: Double, deviation: Double)] = [
    ("referrals", 546.2, 215.3), ("episodes starting", 348.6, 130.1), ("in need at 31 March", 361.6, 97.6),
    ("protection plans at 31 March", 44.2, 15.7), ("looked after at 31 March", 73.1, 29.5), ("starts", 28.2, 16.2),
    ("ends", 30.5, 18.9),
  ]
}
