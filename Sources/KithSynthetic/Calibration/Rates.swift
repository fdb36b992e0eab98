/// The rates that make the synthetic England like the published one.
///
/// `T…` is the row of `synthetic_targets.csv` that a figure was taken from. A figure marked *fitted* has no published
/// counterpart: it was chosen so that what follows from it comes out as published; `kith synth --report` shows how near.
enum Rates {
  /// Families that become known, for each child born. Fitted to referrals of 632,830 (2024/25, T00137).
  static let familiesPerBirth = 0.1818
  /// Age of the child for whom a family first becomes known. Fitted to the ages of children in need at 31 March 2024.
  static let ageWhenKnown: [(from: Double, to: Double, share: Double)] = [
    (-0.40, -0.02, knownUnborn), (0, 1, knownAt0), (1, 5, knownAt1), (5, 10, knownAt5), (10, 16, knownAt10),
    (16, 17.7, knownAt16),
  ]
  static let knownUnborn = 0.04084
  static let knownAt0 = 0.004
  static let knownAt1 = 0.02263
  static let knownAt5 = 0.03008
  static let knownAt10 = 0.02243
  static let knownAt16 = 0.02495
  /// Children in a family: 1 to 5. Fitted, so that a referral brings 1.6 children on average.
  static let siblings: Shares<Int> = Shares([(1, 0.36), (2, 0.33), (3, 0.19), (4, 0.08), (5, 0.04)])
  /// Years between the births of siblings.
  static let spacing = Quantiles((0, 1.0), (0.25, 1.8), (0.5, 2.7), (0.75, 4.2), (1, 8))
  /// A sibling is referred together with the child for whom the family is.
  static let siblingJoins = 0.62

  /// Referrals by calendar month from January to December: 2023/24 (CIN, referrals by calendar month).
  static let months: [Double] = [54670, 50870, 51940, 43340, 55680, 58690, 51880, 44080, 54090, 55710, 55790, 45150]
  /// Referrals of each year to 31 March beside 2025's; those before 2016 are taken as 2016's.
  static let years: [Int: Double] = [
    2016: 0.982, 2017: 1.021, 2018: 1.036, 2019: 1.029, 2020: 1.016, 2021: 0.945, 2022: 1.028, 2023: 1.012,
    2024: 0.983, 2025: 1, 2026: 1, 2027: 1,
  ]
  /// The highest of `years`.
  static let highestYear = 1.036

  /// No further action: 41,340 of 632,830 referrals (2024/25).
  static let noFurtherAction = 0.0663
  /// Assessed and not in need, of all others. Fitted: 30.8 % are published as such by 31 March of the same year, and
  /// the fall from one year's closing stock to the next one's opening adds 40,210 closed later (users.md 1.4).
  static let notInNeed = 0.399
  /// How much rarer it is that no need is found of the smallest: the unborn and infants.
  static let notInNeedUnborn = 0.35
  static let notInNeedInfant = 2.704
  /// Children of one family referred on one day have one outcome.
  static let sharedOutcome = 0.88

  /// The family is referred again some day. Fitted to referrals per child ever referred, 2.6 (T03060 and following).
  static let returns = 0.8648
  /// Such a return is soon, if it is. Fitted to 22.6 % of referrals within 12 months of the one before (2024/25).
  static let returnsSoon = 0.4491
  /// Days from closure to a return that is soon.
  static let soon = Quantiles((0, 3), (0.3, 60), (0.6, 150), (0.85, 280), (1, 365))
  /// Days from closure to one that is not.
  static let late = Quantiles((0, 365), (0.4, 900), (0.7, 1_650), (0.9, 2_900), (1, 5_000))

  /// Working days that an assessment takes: 643,170 by duration (2023/24).
  static let assessment = Quantiles(
    (0, 0), (0.015, 0.5), (0.13, 10), (0.302, 20), (0.462, 30), (0.663, 40), (0.845, 45), (0.905, 50), (0.95, 60),
    (0.99, 95), (1, 140))
  /// Days from the end of an assessment that finds no need to closure. Fitted.
  static let closing = Quantiles((0, 0), (0.3, 1), (0.6, 9), (0.85, 30), (1, 80))

  /// An enquiry under section 47 soon after the referral, of a child in need. Fitted to 224,520 a year (2023/24).
  static let enquiry = 0.4956
  /// How much likelier it is for the unborn and infants, and for a child who had a plan before.
  static let enquiryUnborn = 1.7
  static let enquiryInfant = 1.35
  static let afterEarlierPlan = 1.742
  /// An enquiry leads to a conference: 72,250 of 224,520 (2023/24).
  static let conference = 0.2685
  /// A conference leads to a plan: 62,110 of 72,250 (2023/24).
  static let protection = 0.9244
  /// A conference in a time in need that goes on, of further enquiries. Fitted.
  static let furtherConference = 0.3
  /// Working days from the start of an enquiry to the conference (2024/25, LAIT).
  static let daysToConference = Quantiles((0, 3), (0.087, 10), (0.15, 12), (0.814, 15), (0.903, 20), (1, 36))
  /// Days that a child protection plan lasts: 62,870 that ended (2023/24).
  static let protectionDays = Quantiles(
    (0, 3), (0.02, 30), (0.163, 91), (0.28, 182), (0.40, 270), (0.713, 365), (0.962, 730), (1, 1_250))
  /// Days that the case stays open after a plan.
  static let afterProtection = Quantiles((0, 1), (0.2, 20), (0.5, 90), (0.8, 190), (1, 420))
  /// Category of abuse at the start of a plan (2023/24).
  static let abuse: Shares<String> = Shares([
    ("NEG", 30950), ("EMO", 23150), ("PHY", 4810), ("SAB", 2160), ("MUL", 1040),
  ])
  /// The category changes while the plan goes on. Fitted to the latest categories (2023/24).
  static let abuseChanges = 0.05

  /// By how much longer plans last than those that ended did. Fitted to plans at 31 March 2025.
  static let protectionStretch = 0.9838
  /// By how much longer times in need for a lasting disability are than below. Fitted to those in need for it.
  static let lastingStretch = 1.133

  /// How much of what follows of the time in need a plan goes on for. Fitted to 103,440 at 31 March 2024.
  static let planShare = 0.8713
  /// A child in need plan. Fitted to 185,660 that started (2023/24).
  static let plan = 0.7651
  /// Days that a time in need lasts where there is no plan for protection, no care and no lasting disability, and the
  /// child needs more than the assessment. Fitted to 353,720 that ended by duration (2024/25, LAIT).
  static let need: [(from: Double, to: Double, share: Double)] = [
    (10, 91, needTo3), (91, 182, needTo6), (182, 365, needTo12), (365, 730, needTo24), (730, 2_900, needLonger),
  ]
  static let needTo3 = 0.6019
  static let needTo6 = 0.111
  static let needTo12 = 0.1328
  static let needTo24 = 0.0207
  static let needLonger = 0.05848
  /// Days of a time in need for a lasting disability. Fitted to the share open for 2 years and longer, 35.6 %.
  static let lasting = Quantiles((0, 60), (0.15, 365), (0.4, 1_000), (0.7, 2_300), (1, 5_200))
  /// Such a time goes on for years, of a child with a disability.
  static let lastingNeed = 0.2821
  /// The family moves to an area of an authority that is not told of it, of cases closed. Fitted to 13,510 closed so.
  static let movesAway = 0.03119
  /// One family in so many moves to the area of another authority, and becomes known there. Chosen; no target.
  static let movers = 40
  /// A child dies, of times in need. Fitted to 980 a year (2023/24).
  static let deaths = 0.001425
  /// Days until a further enquiry in a time in need that goes on.
  static let nextEnquiry = Quantiles((0, 90), (0.3, 300), (0.6, 800), (1, 3_000))
}

/// Shares by code.
enum Mix {
  /// Referral sources (2023/24).
  static let sources: Shares<String> = Shares([
    ("1A", 22000), ("1B", 9000), ("1C", 6000), ("1D", 12870), ("2A", 126460), ("2B", 10330), ("3A", 9000),
    ("3B", 12500),
    ("3C", 4500), ("3D", 9500), ("3E", 27500), ("3F", 28370), ("4", 7710), ("5A", 28000), ("5B", 20000), ("5C", 17000),
    ("5D", 22980), ("6", 177210), ("7", 27590), ("8", 26120), ("9", 10030), ("10", 7190),
  ])
  static let needN1 = 0.517
  static let needN4 = 0.07759
  static let needN5 = 0.1071
  /// A child is a girl. Fitted to the sexes of children in need at 31 March 2024, the unborn left out.
  static let girls = 0.4723
  /// Primary need of those without a lasting disability. Fitted to children in need at 31 March 2024.
  static let needs: Shares<String> = Shares([
    ("N1", needN1), ("N3", 0.026), ("N4", needN4), ("N5", needN5), ("N6", 0.024), ("N7", 0.003), ("N8", 0.018),
    ("N9", 0.013), ("N0", 0.032),
  ])
  /// Ethnic groups of children in need (31 March 2024).
  static let ethnicities: Shares<String> = Shares([
    ("WBRI", 243190), ("WIRI", 960), ("WIRT", 950), ("WROM", 1890), ("WOTH", 18570), ("MWBC", 11770), ("MWBA", 4560),
    ("MWAS", 6340), ("MOTH", 14000), ("AIND", 4130), ("APKN", 10020), ("ABAN", 4740), ("CHNE", 720), ("AOTH", 11000),
    ("BAFR", 19000), ("BCRB", 6930), ("BOTH", 7490), ("OOTH", 12500), ("NOBT", 9500), ("REFU", 1500),
  ])
  /// Ethnic groups of unaccompanied children. Fitted.
  static let arrivalEthnicities: Shares<String> = Shares([
    ("OOTH", 0.36), ("AOTH", 0.24), ("BAFR", 0.27), ("WOTH", 0.09), ("BOTH", 0.03), ("NOBT", 0.01),
  ])
  /// Disabilities of children in need who have one (31 March 2024): the share who have each.
  static let disabilities: [(code: String, share: Double)] = [
    ("AUT", 0.442), ("LD", 0.344), ("BEH", 0.194), ("DDA", 0.193), ("COMM", 0.161), ("MOB", 0.127), ("VIS", 0.057),
    ("PC", 0.051), ("INC", 0.040), ("HEAR", 0.037), ("CON", 0.035), ("HAND", 0.017),
  ]
  /// A child has a disability. Fitted to 13.6 % at 31 March 2024.
  static let disability = 0.08312
  /// Factors found at the end of assessments (2024/25), in thousands.
  static let factors: [(code: String, share: Double)] = [
    ("1A", 10.6), ("1B", 73.3), ("1C", 11.6), ("2A", 24.6), ("2B", 72.6), ("2C", 15.9), ("3A", 57.9), ("3B", 162.9),
    ("3C", 25.6), ("4A", 90.4), ("4B", 171.8), ("4C", 23.6), ("5A", 63.2), ("5B", 15.2), ("5C", 7.5), ("6A", 24.2),
    ("6B", 27.6), ("6C", 5.3), ("7A", 19.0), ("10A", 16.9), ("11A", 12.4), ("12A", 2.3), ("13A", 8.9), ("14A", 36.0),
    ("15A", 25.5), ("16A", 90.4), ("17A", 97.7), ("18B", 15.3), ("18C", 61.4), ("19B", 12.6), ("19C", 18.9),
    ("22A", 0.8), ("23A", 2.2), ("24A", 14.0), ("20", 60.0),
  ]
  /// Episodes with a factor recorded (2024/25), in thousands.
  static let factorEpisodes = 513.25
  /// No factor is found, of assessments that find no need. Fitted.
  static let noFactor = 0.12
}
