/// The rates of care.
enum CareRates {
  /// A time in need leads to care, by age at referral, without a plan for protection before. Fitted to starts by age
  /// (2024/25, CLA starting in year: Age on starting).
  static let risk: [(under: Double, risk: Double)] = [
    (0, riskUnborn), (1, riskAt0), (5, riskAt1), (10, riskAt5), (16, riskAt10), (18, riskAt16),
  ]
  static let riskUnborn = 0.1173
  static let riskAt0 = 0.02142
  static let riskAt1 = 0.06189
  static let riskAt5 = 0.04413
  static let riskAt10 = 0.04939
  static let riskAt16 = 0.07306
  /// How much likelier care is after a plan. Fitted.
  static let afterPlan = 2.6
  /// Days from referral to care, without a plan and with one.
  static let wait = Quantiles((0, 0), (0.35, 4), (0.6, 45), (0.85, 200), (1, 500))
  static let waitOnPlan = Quantiles((0, 25), (0.3, 90), (0.7, 260), (1, 520))
  /// Days that the case stays open after a return home.
  static let afterHome = Quantiles((0, 5), (0.3, 60), (0.7, 160), (1, 380))
  /// A girl in care becomes a mother. Fitted to 240 of 18,730 girls of 12 and over at 31 March 2025.
  static let motherhood = 0.035
  /// A case is closed for special guardianship, of children who leave care for it. Fitted to 2,680 a year (2023/24).
  static let closedAsGuardianship = 0.7019
  /// A care leaver's case stays open at 18. Fitted to 16s and over in need at 31 March, 26.7 % (2024).
  static let careLeaverStays = 0.9
  static let careLeaverStretch = 1.104
  static let careLeaverDays = Quantiles((0, 300), (0.15, 1_000), (0.7, 1_250), (1, 2_200))

  /// How care ends.
  enum Way: Sendable { case adoption, guardianship, arrangements, home, kin, other, grown }

  /// By how much the ways below are weighted. Fitted to ends by reason.
  static let toAdoption = 5.026
  static let toGuardianship = 4.859
  static let toArrangements = 4.427
  static let toHome = 5.176
  static let toKin = 4.905
  static let toOther = 1.0
  static let toGrown = 4.968

  /// How care ends, by age at its start, before the weights above. Fitted to ends by reason and age (2024/25, CLA ceasing in year).
  static let ways: [(under: Double, shares: Shares<Way>)] = [
    (
      1,
      Shares([
        (.adoption, 0.40 * toAdoption), (.guardianship, 0.31 * toGuardianship), (.arrangements, 0.06 * toArrangements),
        (.home, 0.14 * toHome), (.kin, 0.03 * toKin), (.other, 0.015 * toOther), (.grown, 0.045 * toGrown),
      ])
    ),
    (
      5,
      Shares([
        (.adoption, 0.16 * toAdoption), (.guardianship, 0.29 * toGuardianship), (.arrangements, 0.07 * toArrangements),
        (.home, 0.26 * toHome), (.kin, 0.05 * toKin), (.other, 0.02 * toOther), (.grown, 0.15 * toGrown),
      ])
    ),
    (
      10,
      Shares([
        (.adoption, 0.022 * toAdoption), (.guardianship, 0.16 * toGuardianship), (.arrangements, 0.06 * toArrangements),
        (.home, 0.28 * toHome), (.kin, 0.065 * toKin), (.other, 0.03 * toOther), (.grown, 0.383 * toGrown),
      ])
    ),
    (
      16,
      Shares([
        (.guardianship, 0.04 * toGuardianship), (.arrangements, 0.02 * toArrangements), (.home, 0.29 * toHome),
        (.kin, 0.085 * toKin), (.other, 0.06 * toOther), (.grown, 0.505 * toGrown),
      ])
    ),
    (18, Shares([(.home, 0.26 * toHome), (.kin, 0.10 * toKin), (.other, 0.20 * toOther), (.grown, 0.44 * toGrown)])),
  ]
  /// By how much longer care lasts than below, for those who go home or to guardians. Fitted.
  static let careStretch = 0.604

  /// Days that care lasts, by how it ends. Fitted to 81,770 at 31 March 2025.
  static let adoptionDays = Quantiles((0, 330), (0.25, 560), (0.5, 720), (0.8, 1_000), (1, 1_900))
  static let guardianshipDays = Quantiles((0, 90), (0.3, 280), (0.65, 480), (0.88, 900), (1, 2_600))
  static let homeDays = Quantiles((0, 1), (0.12, 10), (0.3, 60), (0.55, 220), (0.8, 620), (1, 2_600))
  static let kinDays = Quantiles((0, 2), (0.25, 40), (0.6, 220), (0.9, 800), (1, 1_800))
  static let otherDays = Quantiles((0, 2), (0.3, 30), (0.6, 110), (0.9, 500), (1, 1_500))

  /// By how much statuses at the start are weighted beside those below. Fitted.
  static let startsC1 = 1.175
  static let startsL1 = 1.414
  static let startsL2 = 1.2
  static let startsJ1 = 1.344
  static let startsC2 = 1.38
  /// A child accommodated by agreement comes under an order later. Fitted to statuses at 31 March 2025.
  static let agreementToOrder = 0.9072
  /// By how much longer interim orders last than 170 to 420 days, and placement orders before the match. Fitted.
  static let interimStretch = 1.255
  static let orderStretch = 2.313
  /// By how much longer children are placed before they are adopted. Fitted.
  static let placedStretch = 0.7349
  /// A decision on adoption is made and reversed, of small children in care for longer. Fitted.
  static let reversed = 0.35

  /// Legal status at the start, by age (2024/25, CLA starting in year: Legal status, without those who came alone).
  static let infantStatus: Shares<String> = Shares([
    ("C1", 0.60 * startsC1), ("V2", 0.28), ("L1", 0.085 * startsL1), ("L2", 0.03 * startsL2), ("C2", 0.005 * startsC2),
  ])
  static let childStatus: Shares<String> = Shares([
    ("C1", 0.45 * startsC1), ("V2", 0.35), ("L1", 0.17 * startsL1), ("L2", 0.02 * startsL2), ("C2", 0.01 * startsC2),
  ])
  static let teenStatus: Shares<String> = Shares([
    ("V2", 0.70), ("C1", 0.18 * startsC1), ("L1", 0.07 * startsL1), ("L2", 0.005 * startsL2), ("C2", 0.005 * startsC2),
    ("J1", 0.04 * startsJ1),
  ])

  /// Unaccompanied arrivals for each child who lives in the area, in a year: 6,950 starts (2024/25) without those moved.
  static let arrivals = 1_846.0 / 12_183_016
  /// Of those who arrive at the port, those whom another authority takes over (National Transfer Scheme): 2,640 ends so.
  static let transfers = 2_426.0 / 12_183_016
  /// Arrivals of each year to 31 March beside 2025's (CLA starting in year: Unaccompanied asylum-seeking children).
  static let arrivalYears: [Int: Double] = [
    2016: 0.45, 2017: 0.45, 2018: 0.42, 2019: 0.50, 2020: 0.48, 2021: 0.40, 2022: 0.78, 2023: 1.04, 2024: 1.05,
    2025: 1.0, 2026: 1.0, 2027: 1.0,
  ]
  static let arrivalAge = Quantiles((0, 12.5), (0.05, 14), (0.18, 15), (0.45, 16), (1, 17))
  /// Of those who arrive, the share who are 17. Fitted to how many are looked after at 31 March.
  static let arrivalSeventeen = 0.4102

  /// Categories of need of children looked after, for those whose time in need has none of them.
  static let need: Shares<String> = Shares([("N1", 0.72), ("N4", 0.11), ("N5", 0.14), ("N6", 0.03)])

  /// Days that a placement lasts: the first, and later ones. Fitted to 59,140 changes a year (2024/25) and to 10 % of
  /// children with three placements or more in the year.
  static let firstPlacement = Quantiles((0, 1), (0.12, 8), (0.3, 50), (0.5, 170), (0.7, 450), (0.9, 1_400), (1, 4_000))
  static let settledPlacement = Quantiles((0, 20), (0.2, 200), (0.4, 600), (0.6, 1_300), (0.85, 3_000), (1, 6_200))
  static let restlessPlacement = Quantiles((0, 2), (0.25, 14), (0.5, 38), (0.75, 90), (1, 320))
  /// A child moves often. Fitted to three placements or more.
  static let restless = 0.05781
  /// By how much longer the others stay than below. Fitted to changes of placement.
  static let settledStretch = 0.7731
  /// Placements by kind, of those whom they may suit. Fitted to placements at 31 March 2025.
  static let withParents = 0.1153
  static let withFriends = 0.2299
  static let inHomes = 0.2592
  static let inRare = 0.01783
  static let inSupported = 1.091
  static let inOther = 0.3439
  static let lateFoster = 0.35
  static let movesAtSixteen = 0.5
  /// Reasons at 18, by weight; E8 has what is left. Fitted.
  static let grownE17 = 151.4
  static let grownE5 = 82.79
  static let grownE6 = 23.28
  static let grownE7 = 11.94
  static let grownE8 = 45.02

  /// Why a placement changed (2024/25, placements in year).
  static let changes: Shares<String> = Shares([
    ("CARPL", 20170), ("PLACE", 10500), ("OTHER", 14570), ("CREQB", 5010), ("CREQO", 4230), ("CHILD", 1870),
    ("LAREQ", 1000), ("STAND", 600), ("CLOSE", 400), ("ALLEG", 390), ("APPRR", 250), ("CUSTOD", 0),
  ])
  /// Days that a social worker stays. Fitted to 27 % with three or more in the year (2024).
  static let worker = Quantiles((0, 10), (0.25, 90), (0.5, 210), (0.8, 480), (1, 1_200))
}
