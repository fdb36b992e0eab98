/// The rates of care.
enum CareRates {
  /// A time in need leads to care, by age at referral, without a plan for protection before. Fitted to starts by age
  /// (2024/25, CLA starting in year: Age on starting).
  static let risk: [(under: Double, risk: Double)] = [
    (0, riskUnborn), (1, riskAt0), (5, riskAt1), (10, riskAt5), (16, riskAt10), (18, riskAt16),
  ]
  static let riskUnborn = 0.1474
  static let riskAt0 = 0.02574
  static let riskAt1 = 0.06257
  static let riskAt5 = 0.04774
  static let riskAt10 = 0.05076
  static let riskAt16 = 0.08045
  /// How much likelier care is by the need of the child and by ethnic group. Fitted to categories of need and ethnic groups
  /// of children looked after at 31 March 2025, beside those of children in need.
  static let byNeed: [String: Double] = [
    "N1": 1, "N2": careOfN2, "N3": careOfN3, "N4": careOfN4, "N5": careOfN5, "N6": careOfN6, "N7": careOfN7,
    "N8": careOfN8,
  ]
  static let careOfN2 = 1.498
  static let careOfN3 = 1.04
  static let careOfN4 = 0.785
  static let careOfN5 = 0.7914
  static let careOfN6 = 0.1958
  static let careOfN7 = 0.3293
  static let careOfN8 = 0.3
  static let byEthnicity: [String: Double] = [
    "WBRI": 1, "WIRI": careOfWIRI, "WIRT": careOfWIRT, "WROM": careOfWROM, "WOTH": careOfWOTH, "MWBC": careOfMWBC,
    "MWBA": careOfMWBA, "MWAS": careOfMWAS, "MOTH": careOfMOTH, "AIND": careOfAIND, "APKN": careOfAPKN,
    "ABAN": careOfABAN, "CHNE": careOfCHNE, "AOTH": careOfAOTH, "BAFR": careOfBAFR, "BCRB": careOfBCRB,
    "BOTH": careOfBOTH, "OOTH": careOfOOTH, "REFU": careOfREFU, "NOBT": careOfNOBT,
  ]
  static let careOfWIRI = 0.848
  static let careOfWIRT = 0.9034
  static let careOfWROM = 1.429
  static let careOfWOTH = 0.6232
  static let careOfMWBC = 1.169
  static let careOfMWBA = 0.9501
  static let careOfMWAS = 1.307
  static let careOfMOTH = 1.038
  static let careOfAIND = 0.3299
  static let careOfAPKN = 0.4171
  static let careOfABAN = 0.3162
  static let careOfCHNE = 0.4628
  static let careOfAOTH = 0.305
  static let careOfBAFR = 0.522
  static let careOfBCRB = 0.7072
  static let careOfBOTH = 0.6094
  static let careOfOOTH = 0.3598
  static let careOfREFU = 0.3308
  static let careOfNOBT = 0.09766
  static let careOfGirls = 1.063
  /// How much likelier care was in earlier years, for the referrals of the year (2020/21 on, CLA starting in year: Children
  /// excluding unaccompanied asylum-seeking children, beside referrals); before, fitted to ends of 34,450 (2024/25), which
  /// are more than starts.
  static let years: [Int: Double] = [
    2021: 1.073, 2022: 0.987, 2023: 1.010, 2024: 1.037, 2025: 1, 2026: 1, 2027: 1,
  ]
  static let before = 1.259
  /// How much likelier care is after a plan. Fitted.
  static let afterPlan = 3.81
  /// Days from referral to care, without a plan and with one.
  static let wait = Quantiles((0, 0), (0.35, 4), (0.6, 45), (0.85, 200), (1, 500))
  static let waitOnPlan = Quantiles((0, 25), (0.3, 90), (0.7, 260), (1, 520))
  /// Days that the case stays open after a return home.
  static let afterHome = Quantiles((0, 5), (0.3, 60), (0.7, 160), (1, 380))
  /// A girl in care becomes a mother. Fitted to 240 of 18,730 girls of 12 and over at 31 March 2025.
  static let motherhood = 0.0438
  /// A case is closed for special guardianship, of children who leave care for it. Fitted to 2,680 a year (2023/24).
  static let closedAsGuardianship = 0.6641
  /// The same for adoption, 2,490 a year, and for child arrangements, 670.
  static let closedAsAdoption = 0.8099
  static let closedAsArrangement = 0.6335
  /// A care leaver's case stays open at 18. Fitted to 16s and over in need at 31 March, 26.7 % (2024).
  static let careLeaverStays = 0.8033
  static let careLeaverStretch = 1.295
  static let careLeaverDays = Quantiles((0, 300), (0.15, 1_000), (0.7, 1_250), (1, 2_200))

  /// How care ends.
  enum Way: Sendable { case adoption, guardianship, arrangements, home, kin, other, grown, remand, notAChild }

  /// By how much the ways below are weighted. Fitted to ends by reason.
  static let toAdoption = 8.15
  static let toGuardianship = 8.379
  static let toArrangements = 7.999
  static let toHome = 9.653
  static let toKin = 9.756
  static let toOther = 6.497
  static let grownAt1 = 0.2136
  static let grownAt5 = 0.2126
  static let toGrown = 7.892

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
        (.home, 0.26 * toHome), (.kin, 0.05 * toKin), (.other, 0.02 * toOther), (.grown, grownAt1 * toGrown),
      ])
    ),
    (
      10,
      Shares([
        (.adoption, 0.022 * toAdoption), (.guardianship, 0.16 * toGuardianship), (.arrangements, 0.06 * toArrangements),
        (.home, 0.28 * toHome), (.kin, 0.065 * toKin), (.other, 0.03 * toOther), (.grown, grownAt5 * toGrown),
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
  /// By how much longer care lasts than below, for those who go home or to guardians, by age at its start and by need.
  /// Fitted to ages and needs of children looked after at 31 March 2025 beside those of children who start.
  static let stretches: [(under: Double, stretch: Double)] = [
    (1, stretchAt0), (5, stretchAt1), (10, stretchAt5), (16, stretchAt10), (18, stretchAt16),
  ]
  static let stretchAt0 = 0.5604
  static let stretchAt1 = 0.9152
  static let stretchAt5 = 1.344
  static let stretchAt10 = 0.6875
  static let stretchAt16 = 1.167
  static let needStretches: [String: Double] = [
    "N3": stretchOfN3, "N4": stretchOfN4, "N5": stretchOfN5, "N6": stretchOfN6,
  ]
  static let stretchOfN3 = 1.059
  static let stretchOfN4 = 0.6068
  static let stretchOfN5 = 1.415
  static let stretchOfN6 = 1.511

  /// Days that care lasts, by how it ends. Fitted to 81,770 at 31 March 2025.
  static let adoptionDays = Quantiles((0, 330), (0.25, 560), (0.5, 720), (0.8, 1_000), (1, 1_900))
  static let guardianshipDays = Quantiles((0, 90), (0.3, 280), (0.65, 480), (0.88, 900), (1, 2_600))
  static let homeDays = Quantiles((0, 1), (0.12, 10), (0.3, 60), (0.55, 220), (0.8, 620), (1, 2_600))
  /// By how much longer it lasts for those who go to kin and for others. Fitted to ends at 16 and 17.
  static let kinStretch = 1.0
  static let otherStretch = 0.8
  static let kinDays = Quantiles((0, 2), (0.25, 40), (0.6, 220), (0.9, 800), (1, 1_800))
  static let otherDays = Quantiles((0, 2), (0.3, 30), (0.6, 110), (0.9, 500), (1, 1_500))

  /// A child of 11 or over comes into care on remand, of those who come at all. Fitted to 490 starts under J1.
  static let remanded = 0.04944
  /// Days that remand lasts. Fitted to 200 under youth justice statuses at 31 March 2025.
  static let remandDays = Quantiles((0, 5), (0.5, 80), (1, 330))
  /// By how much longer. Fitted to the same.
  static let remandStretch = 1.498
  /// A return home is not planned, of all. Fitted to 1,070 and 5,540.
  static let homeUnplanned = 0.154
  /// Remand ends with a sentence, of 140 and 210 (2024/25, CLA ceasing in year: Reason episode ceased).
  static let sentenced = 0.5926
  /// A child who came alone is found to be 18 or over, and after how many days. Fitted to 340 a year.
  static let foundGrown = 0.07628
  static let foundGrownDays = Quantiles((0, 10), (0.6, 70), (1, 200))

  /// By how much statuses at the start are weighted beside those below. Fitted.
  static let startsC1 = 0.9974
  static let startsL1 = 1.23
  static let startsL2 = 1.139
  static let startsC2 = 1.426
  /// A child accommodated by agreement comes under an order later. Fitted to statuses at 31 March 2025.
  static let agreementToOrder = 0.97
  /// By how much longer interim orders last than 170 to 420 days. Fitted.
  static let interimStretch = 1.131
  /// Days from the decision on adoption to the match, and from the placement to the adoption (2024/25, adoption average
  /// durations: 10 and 9 months, and 2,150 of 3,040 placed within a year of the decision).
  static let decisionToMatch = Quantiles(
    (0, 70), (0.5, 200), (0.72, 320), (0.9, 560), (1, 1_150 * matchStretch))
  static let placedToAdoption = Quantiles((0, 90), (0.5, 240), (0.9, 450), (1, 720))
  /// By how much longer they are. Fitted to children under placement orders and placed for adoption at 31 March 2025.
  static let matchStretch = 1.0
  static let placedStretch = 0.7071
  /// A decision on adoption is made and reversed, of small children in care for longer. Fitted.
  static let reversed = 0.97

  /// Legal status at the start, by age (2024/25, CLA starting in year: Legal status, without those who came alone).
  static let infantStatus: Shares<String> = Shares([
    ("C1", 0.60 * startsC1), ("V2", 0.28), ("L1", 0.085 * startsL1), ("L2", 0.03 * startsL2), ("C2", 0.005 * startsC2),
  ])
  static let childStatus: Shares<String> = Shares([
    ("C1", 0.45 * startsC1), ("V2", 0.35), ("L1", 0.17 * startsL1), ("L2", 0.02 * startsL2), ("C2", 0.01 * startsC2),
  ])
  static let teenStatus: Shares<String> = Shares([
    ("V2", 0.70), ("C1", 0.18 * startsC1), ("L1", 0.07 * startsL1), ("L2", 0.005 * startsL2), ("C2", 0.005 * startsC2),
  ])

  /// Children who come alone and stay with the authority, for each child who lives in the area, in a year. Fitted to 6,950
  /// starts (2024/25), in which those who are taken over count twice.
  static let arrivals = arrivalsOfEngland / 12_183_016
  static let arrivalsOfEngland = 1874.0
  /// Of those who arrive at the port, those whom another authority takes over (National Transfer Scheme): 2,640 ends so.
  static let transfers = transfersOfEngland / 12_183_016
  static let transfersOfEngland = 2421.0
  /// Each beside 2025's: care taken by another authority, and starts less twice that (CLA ceasing and starting in year);
  /// no year before 2021 is among the targets, so all are taken as much alike.
  static let transferYears: [Int: Double] = [2021: 0.20, 2022: 0.356, 2023: 0.458, 2024: 0.81]
  static let arrivalYears: [Int: Double] = [2021: 1.04, 2022: 2.11, 2023: 2.87, 2024: 1.83]
  static let transfersBefore = 0.2
  static let arrivalsBefore = 1.5
  static let arrivalAge = Quantiles((0, 12.5), (0.05, 14), (0.18, 15), (0.45, 16), (1, 17))
  /// Of those who arrive, the share who are 17. Fitted to how many are looked after at 31 March.
  static let arrivalSeventeen = 0.4183

  /// Categories of need of children looked after, for those whose time in need has none of them.
  static let need: Shares<String> = Shares([("N1", 0.72), ("N4", 0.11), ("N5", 0.14), ("N6", 0.03)])

  /// Days that a placement lasts: the first, and later ones. Fitted to 59,140 changes a year (2024/25) and to 10 % of
  /// children with three placements or more in the year.
  static let firstPlacement = Quantiles((0, 1), (0.12, 8), (0.3, 50), (0.5, 170), (0.7, 450), (0.9, 1_400), (1, 4_000))
  static let settledPlacement = Quantiles((0, 20), (0.2, 200), (0.4, 600), (0.6, 1_300), (0.85, 3_000), (1, 6_200))
  static let restlessPlacement = Quantiles((0, 2), (0.25, 14), (0.5, 38), (0.75, 90), (1, 320))
  /// A child moves often. Fitted to three placements or more.
  static let restless = 0.0821
  /// By how much longer a placement lasts that begins after two years of care. Fitted to 19,680 with the same carer.
  static let longStretch = 4.847
  /// By how much longer the others stay than below. Fitted to changes of placement.
  static let settledStretch = 0.9938
  /// Placements by kind, of those whom they may suit. Fitted to placements at 31 March 2025.
  static let withParents = 0.1086
  static let withFriends = 0.2035
  static let inHomes = 0.303
  static let inRare = 0.04345
  static let inSupported = 1.501
  static let inOther = 0.9002
  static let lateFoster = 0.35
  /// A place in custody, of children on remand; the others are in homes.
  static let inCustody = 0.97
  /// A small child's place in a unit for parents and children.
  static let inFamilyUnit = 0.06107
  /// Kinds of rare placements, S1 to Z1 (other).
  static let rareKinds: Shares<String> = Shares([
    ("S1", 185.3), ("R1", 800), ("R2", 283.8), ("K1", 491.6), ("Z1", 1000),
  ])
  /// A foster carer who is not a relative is the authority's own; of the others, one of a private agency; one to whom
  /// who adopts the child and was approved for it before. Fitted to providers and kinds at 31 March 2025.
  static let fosterOwn = 0.4515
  static let fosterPrivate = 0.7848
  static let fosterMayAdopt = 0.4248
  /// Another authority's foster carer, of carers who are not relatives.
  static let fosterElsewhere = 0.03523
  static let movesAtSixteen = 0.5554
  /// Reasons at 18, by weight; E8 has what is left. Fitted.
  static let grownE17 = 180.2
  static let grownE5 = 109.8
  static let grownE6 = 32.43
  static let grownE7 = 14.83
  static let grownE8 = 45.66

  /// Why a placement changed (2024/25, placements in year).
  static let changes: Shares<String> = Shares([
    ("CARPL", 18949), ("PLACE", 11852), ("OTHER", 17788), ("CREQB", 5759), ("CREQO", 5090), ("CHILD", 2164),
    ("LAREQ", 1326), ("STAND", 734.1), ("CLOSE", 482.2), ("ALLEG", 479.9), ("APPRR", 332.9), ("CUSTOD", 0),
  ])
  /// Days that a social worker stays. Fitted to 27 % with three or more in the year (2024).
  static let worker = Quantiles((0, 10), (0.25, 90), (0.5, 210), (0.8, 480), (1, 1_200))
  /// By how much longer.
  static let workerStretch = 0.9627
}
