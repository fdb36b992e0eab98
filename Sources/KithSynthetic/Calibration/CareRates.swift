/// The rates of care.
enum CareRates {
  /// A time in need leads to care, by age at referral, without a plan for protection before. Fitted to starts by age
  /// (2024/25, CLA starting in year: Age on starting).
  static let risk: [(under: Double, risk: Double)] = [
    (0, riskUnborn), (1, riskAt0), (5, riskAt1), (10, riskAt5), (13, riskAt10), (16, riskAt13), (18, riskAt16),
  ]
  static let riskUnborn = 0.1601
  static let riskAt0 = 0.02574
  static let riskAt1 = 0.04047
  static let riskAt5 = 0.03167
  static let riskAt10 = 0.02704
  static let riskAt13 = 0.05487
  static let riskAt16 = 0.06364
  /// How much likelier care is by the need of the child and by ethnic group. Fitted to categories of need and ethnic groups
  /// of children looked after at 31 March 2025, beside those of children in need.
  static let byNeed: [String: Double] = [
    "N1": 1, "N2": careOfN2, "N3": careOfN3, "N4": careOfN4, "N5": careOfN5, "N6": careOfN6, "N7": careOfN7,
    "N8": careOfN8,
  ]
  static let careOfN2 = 1.718
  static let careOfN3 = 1.005
  static let careOfN4 = 0.7043
  static let careOfN5 = 0.7247
  static let careOfN6 = 0.1557
  static let careOfN7 = 0.2683
  static let careOfN8 = 0.3
  static let byEthnicity: [String: Double] = [
    "WBRI": 1, "WIRI": careOfWIRI, "WIRT": careOfWIRT, "WROM": careOfWROM, "WOTH": careOfWOTH, "MWBC": careOfMWBC,
    "MWBA": careOfMWBA, "MWAS": careOfMWAS, "MOTH": careOfMOTH, "AIND": careOfAIND, "APKN": careOfAPKN,
    "ABAN": careOfABAN, "CHNE": careOfCHNE, "AOTH": careOfAOTH, "BAFR": careOfBAFR, "BCRB": careOfBCRB,
    "BOTH": careOfBOTH, "OOTH": careOfOOTH, "REFU": careOfREFU, "NOBT": careOfNOBT,
  ]
  static let careOfWIRI = 0.7207
  static let careOfWIRT = 0.8721
  static let careOfWROM = 1.335
  static let careOfWOTH = 0.5957
  static let careOfMWBC = 1.026
  static let careOfMWBA = 1.021
  static let careOfMWAS = 1.297
  static let careOfMOTH = 0.93
  static let careOfAIND = 0.3134
  static let careOfAPKN = 0.4376
  static let careOfABAN = 0.3385
  static let careOfCHNE = 0.6095
  static let careOfAOTH = 0.3434
  static let careOfBAFR = 0.5125
  static let careOfBCRB = 0.7009
  static let careOfBOTH = 0.5876
  static let careOfOOTH = 0.3628
  static let careOfREFU = 0.3541
  static let careOfNOBT = 0.1199
  static let careOfGirls = 1.086
  /// Starts in earlier years by age (2020/21 on, CLA starting in year: Age on starting; from 10 on, without
  /// unaccompanied children); before, so many times those of 2025, fitted to ends of 34,450 (2024/25), which are more than
  /// starts.
  static let starts: [(under: Double, byYear: [Int: Double], before: Double)] = [
    (1, [2021: 5620, 2022: 5420, 2023: 5460, 2024: 5220, 2025: 5140], beforeAt0),
    (5, [2021: 5110, 2022: 4770, 2023: 4850, 2024: 4830, 2025: 4430], beforeAt1),
    (10, [2021: 4750, 2022: 4720, 2023: 4740, 2024: 4900, 2025: 4920], beforeAt5),
    (18, [2021: 10_200, 2022: 10_790, 2023: 10_820, 2024: 10_850, 2025: 10_830], beforeAt10),
  ]
  static let beforeAt0 = 1.922
  static let beforeAt1 = 1.111
  static let beforeAt5 = 1.279
  static let beforeAt10 = 1.028

  /// How much likelier care was in a year than in 2025, of a child of an age who is referred in it: starts beside referrals.
  static func likelihood(in year: Int, age: Double) -> Double {
    guard year < 2025, let group = starts.first(where: { age < $0.under }), let now = group.byYear[2025] else {
      return 1
    }
    return (group.byYear[year].map { $0 / now } ?? group.before) / (Rates.years[max(2016, year)] ?? 1)
  }

  /// How much likelier care is after a plan. Fitted.
  static let afterPlan = 3.24
  /// How much likelier care is of a child who was in care before. Fitted to 35.3 % of those who leave care for home, who are
  /// back within five years (Mc Grath-Lone and others 2017).
  static let afterCare = 14.34
  /// A child who has gone home comes back into care while the case is open. Fitted to 14.4 % of those who leave care, who are
  /// back within a year (the same).
  static let comesBack = 0.1608
  /// The same of those who leave care for kin or for another reason, and for guardians, beside those who go home. Chosen after
  /// 5.9 % of those under special guardianship, who are back within five years, and 45.9 % of those at home (Mc Grath-Lone 2016).
  static let comesBackFromOthers = 0.6
  static let comesBackFromGuardians = 0.12
  /// Days until then.
  static let daysUntilBack = Quantiles((0, 3), (0.3, 40), (0.65, 120), (1, 340))
  /// Days from referral to care, without a plan and with one.
  static let wait = Quantiles((0, 0), (0.35, 4), (0.6, 45), (0.85, 200), (1, 500))
  static let waitOnPlan = Quantiles((0, 25), (0.3, 90), (0.7, 260), (1, 520))
  /// Days that the case stays open after a return home.
  static let afterHome = Quantiles((0, 5), (0.3, 60), (0.7, 160), (1, 380))
  /// A girl in care becomes a mother. Fitted to 240 of 18,730 girls of 12 and over at 31 March 2025.
  static let motherhood = 0.03665
  /// A case is closed for special guardianship, of children who leave care for it. Fitted to 2,680 a year (2023/24).
  static let closedAsGuardianship = 0.6596
  /// The same for adoption, 2,490 a year, and for child arrangements, 670.
  static let closedAsAdoption = 0.8037
  static let closedAsArrangement = 0.7103
  /// A care leaver's case stays open at 18. Fitted to 16s and over in need at 31 March, 26.7 % (2024).
  static let careLeaverStays = 0.8422
  static let careLeaverStretch = 1.208
  static let careLeaverDays = Quantiles((0, 300), (0.15, 1_000), (0.7, 1_250), (1, 2_200))

  /// How care ends.
  enum Way: Sendable { case adoption, guardianship, arrangements, home, kin, other, grown, remand, notAChild }

  /// By how much the ways below are weighted. Fitted to ends by reason.
  static let toAdoption = 10.77
  static let toGuardianship = 11.82
  static let toArrangements = 10.78
  static let toHome = 13.49
  static let toKin = 16.73
  static let toOther = 4.531
  static let guardiansAt1 = 0.2796
  static let homeAt5 = 0.2623
  static let homeAt10 = 0.2933
  static let grownAt0 = 0.04044
  static let grownAt10 = 0.4762
  static let grownAt16 = 0.5168
  static let grownAt1 = 0.05842
  static let grownAt5 = 0.2967
  static let toGrown = 14.12

  /// How care ends, by age at its start, before the weights above. Fitted to ends by reason and age (2024/25, CLA ceasing in year).
  static let ways: [(under: Double, shares: Shares<Way>)] = [
    (
      1,
      Shares([
        (.adoption, 0.40 * toAdoption), (.guardianship, 0.31 * toGuardianship), (.arrangements, 0.06 * toArrangements),
        (.home, 0.14 * toHome), (.kin, 0.03 * toKin), (.other, 0.015 * toOther), (.grown, grownAt0 * toGrown),
      ])
    ),
    (
      5,
      Shares([
        (.adoption, 0.16 * toAdoption), (.guardianship, guardiansAt1 * toGuardianship),
        (.arrangements, 0.07 * toArrangements),
        (.home, 0.26 * toHome), (.kin, 0.05 * toKin), (.other, 0.02 * toOther), (.grown, grownAt1 * toGrown),
      ])
    ),
    (
      10,
      Shares([
        (.adoption, 0.022 * toAdoption), (.guardianship, 0.16 * toGuardianship), (.arrangements, 0.06 * toArrangements),
        (.home, homeAt5 * toHome), (.kin, 0.065 * toKin), (.other, 0.03 * toOther), (.grown, grownAt5 * toGrown),
      ])
    ),
    (
      16,
      Shares([
        (.guardianship, 0.04 * toGuardianship), (.arrangements, 0.02 * toArrangements), (.home, homeAt10 * toHome),
        (.kin, 0.085 * toKin), (.other, 0.06 * toOther), (.grown, grownAt10 * toGrown),
      ])
    ),
    (
      18,
      Shares([(.home, 0.26 * toHome), (.kin, 0.10 * toKin), (.other, 0.20 * toOther), (.grown, grownAt16 * toGrown)])
    ),
  ]
  /// A child in care for acute stress of the family, who would grow up there, goes home instead. Fitted to needs at the start and
  /// at 31 March.
  static let homeOfN4 = 0.2472
  /// By how much longer care lasts than below, for those who go home or to guardians, by age at its start and by need.
  /// Fitted to ages and needs of children looked after at 31 March 2025 beside those of children who start.
  static let stretches: [(under: Double, stretch: Double)] = [
    (1, stretchAt0), (5, stretchAt1), (10, stretchAt5), (16, stretchAt10), (18, stretchAt16),
  ]
  static let stretchAt0 = 0.6285
  static let stretchAt1 = 1.059
  static let stretchAt5 = 1.549
  static let stretchAt10 = 0.7205
  static let stretchAt16 = 1.062
  static let needStretches: [String: Double] = [
    "N3": stretchOfN3, "N4": stretchOfN4, "N5": stretchOfN5, "N6": stretchOfN6,
  ]
  static let stretchOfN3 = 1.125
  static let stretchOfN4 = 1.05
  static let stretchOfN5 = 1.337
  static let stretchOfN6 = 1.517

  /// Days that care lasts, by how it ends. Fitted to 81,770 at 31 March 2025.
  static let adoptionDays = Quantiles((0, 330), (0.25, 560), (0.5, 720), (0.8, 1_000), (1, 1_900))
  static let guardianshipDays = Quantiles((0, 90), (0.3, 280), (0.65, 480), (0.88, 900), (1, 2_600))
  static let homeDays = Quantiles((0, 1), (0.12, 10), (0.3, 60), (0.55, 220), (0.8, 620), (1, 2_600))
  /// By how much longer it lasts for those who go to kin and for others. Fitted to ends at 16 and 17.
  static let kinStretch = 0.7578
  static let otherStretch = 0.8667
  static let kinDays = Quantiles((0, 2), (0.25, 40), (0.6, 220), (0.9, 800), (1, 1_800))
  static let otherDays = Quantiles((0, 2), (0.3, 30), (0.6, 110), (0.9, 500), (1, 1_500))

  /// A child of 11 or over comes into care on remand, of those who come at all. Fitted to 490 starts under J1.
  static let remanded = 0.0433
  /// Days that remand lasts. Fitted to 200 under youth justice statuses at 31 March 2025.
  static let remandDays = Quantiles((0, 5), (0.5, 80), (1, 330))
  /// By how much longer. Fitted to the same.
  static let remandStretch = 1.427
  /// A return home is not planned, of all. Fitted to 1,070 and 5,540.
  static let homeUnplanned = 0.1552
  /// Remand ends with a sentence, of 140 and 210 (2024/25, CLA ceasing in year: Reason episode ceased).
  static let sentenced = 0.6027
  /// A child in care who would have grown up there leaves at 16. Fitted to ends at 16 and 17.
  static let leavesAtSixteen = 0.03877
  /// A child who came alone is found to be 18 or over, and after how many days. Fitted to 340 a year.
  static let foundGrown = 0.08145
  static let foundGrownDays = Quantiles((0, 10), (0.6, 70), (1, 200))

  /// By how much statuses at the start are weighted beside those below. Fitted.
  static let startsC1 = 1.118
  static let startsL1 = 1.304
  static let startsL2 = 1.276
  static let startsC2 = 1.295
  /// A child accommodated by agreement comes under an order later. Fitted to statuses at 31 March 2025.
  static let agreementToOrder = 0.97
  /// By how much longer interim orders last than 170 to 420 days. Fitted.
  static let interimStretch = 1.063
  /// Days from the decision on adoption to the match, and from the placement to the adoption (2024/25, adoption average
  /// durations: 10 and 9 months, and 2,150 of 3,040 placed within a year of the decision).
  static let decisionToMatch = Quantiles(
    (0, 70), (0.5, 200), (0.72, 320), (0.9, 560 * matchStretch), (1, 1_150 * matchStretch))
  static let placedToAdoption = Quantiles((0, 90), (0.5, 240), (0.9, 450), (1, 720))
  /// By how much longer they are. Fitted to children under placement orders and placed for adoption at 31 March 2025.
  static let matchStretch = 1.465
  static let placedStretch = 0.6794
  /// The parents consent to an adoption; the carers adopt the child, with consent and without. Fitted to placements for
  /// adoption at 31 March 2025.
  static let adoptionByConsent = 0.0939
  static let carersByConsent = 0.3039
  static let carersByOrder = 0.1748
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
  static let arrivalsOfEngland = 1834.0
  /// Of those who arrive at the port, those whom another authority takes over (National Transfer Scheme): 2,640 ends so.
  static let transfers = transfersOfEngland / 12_183_016
  static let transfersOfEngland = 2593.0
  /// Each beside 2025's: care taken by another authority, and starts less twice that (CLA ceasing and starting in year);
  /// no year before 2021 is among the targets, so all are taken as much alike.
  static let transferYears: [Int: Double] = [2021: 0.20, 2022: 0.356, 2023: 0.458, 2024: 0.81]
  static let arrivalYears: [Int: Double] = [2021: 1.04, 2022: 2.11, 2023: 2.87, 2024: 1.83]
  static let transfersBefore = 0.2
  static let arrivalsBefore = 1.5
  static let arrivalAge = Quantiles((0, 12.5), (0.05, 14), (0.18, 15), (0.45, 16), (1, 17))
  /// Of those who arrive, the share who are 17. Fitted to how many are looked after at 31 March.
  static let arrivalSeventeen = 0.512
  /// The same of those whom another authority takes over. Fitted to ends at 16 and 17.
  static let transferSeventeen = 0.3419
  /// A child who came alone has the need N8, absent parenting. Fitted to needs at the start and at 31 March.
  static let arrivalNeed = 0.9321

  /// Categories of need of children looked after, for those whose time in need has none of them.
  static let need: Shares<String> = Shares([("N1", 0.72), ("N4", 0.11), ("N5", 0.14), ("N6", 0.03)])

  /// Days that a placement lasts: the first, and later ones. Fitted to 59,140 changes a year (2024/25) and to 10 % of
  /// children with three placements or more in the year.
  static let firstPlacement = Quantiles((0, 1), (0.12, 8), (0.3, 50), (0.5, 170), (0.7, 450), (0.9, 1_400), (1, 4_000))
  static let settledPlacement = Quantiles((0, 20), (0.2, 200), (0.4, 600), (0.6, 1_300), (0.85, 3_000), (1, 6_200))
  static let restlessPlacement = Quantiles((0, 2), (0.25, 14), (0.5, 38), (0.75, 90), (1, 320))
  /// By how much longer those stay who move often. Fitted to the same.
  static let restlessStretch = 1.537
  /// A child moves often. Fitted to three placements or more.
  static let restless = 0.1356
  /// By how much longer a placement lasts that begins after two years of care. Fitted to 19,680 with the same carer.
  static let longStretch = 6.944
  /// By how much longer the others stay than below. Fitted to changes of placement.
  static let settledStretch = 1.306
  /// Placements by kind, of those whom they may suit. Fitted to placements at 31 March 2025.
  static let withParents = 0.09844
  static let withFriends = 0.1959
  static let inHomes = 0.3007
  static let inRare = 0.04025
  static let inSupported = 1.507
  static let inOther = 0.9183
  static let lateFoster = 0.3349
  /// A place in custody, of children on remand; the others are in homes.
  static let inCustody = 0.97
  /// A move to custody of a child of 13 or over under a care order. Fitted to 150 changes for it (2024/25, placements in
  /// year).
  static let toCustody = 0.009967
  /// A small child's place in a unit for parents and children.
  static let inFamilyUnit = 0.05334
  /// Kinds of rare placements, S1 to Z1 (other).
  static let rareKinds: Shares<String> = Shares([
    ("S1", 207.7), ("R1", 1052), ("R2", 279.1), ("K1", 491.6), ("Z1", 1046),
  ])
  /// A foster carer who is not a relative is the authority's own; of the others, one of a private agency; one to whom
  /// who adopts the child and was approved for it before. Fitted to providers and kinds at 31 March 2025.
  static let fosterOwn = 0.4451
  static let fosterPrivate = 0.79
  static let fosterMayAdopt = 0.4015
  /// Of those approved, a relative or friend. Fitted to 30 such placements at 31 March 2025.
  static let relativeMayAdopt = 0.09897
  /// Another authority's foster carer, of carers who are not relatives.
  static let fosterElsewhere = 0.03456
  static let movesAtSixteen = 0.548
  /// Reasons at 18, by weight; E8 has what is left. Fitted.
  static let grownE17 = 171.4
  static let grownE5 = 100.5
  static let grownE6 = 31.24
  static let grownE7 = 13.55
  static let grownE8 = 46.53

  /// Why a placement changed (2024/25, placements in year).
  static let changes: Shares<String> = Shares([
    ("CARPL", 17997), ("PLACE", 11537), ("OTHER", 17081), ("CREQB", 5887), ("CREQO", 4799), ("CHILD", 2291),
    ("LAREQ", 1107), ("STAND", 703.7), ("CLOSE", 523.1), ("ALLEG", 507.6), ("APPRR", 256.5), ("CUSTOD", 0),
  ])
  /// Days that a social worker stays. Fitted to 27 % with three or more in the year (2024).
  static let worker = Quantiles((0, 10), (0.25, 90), (0.5, 210), (0.8, 480), (1, 1_200))
  /// By how much longer.
  static let workerStretch = 0.9748
}
