/// The rates that make the synthetic England like the published one.
///
/// `T…` is the row of `synthetic_targets.csv` that a figure was taken from. A figure marked *fitted* has no published
/// counterpart: it was chosen so that what follows from it comes out as published; `kith synth --report` shows how near.
enum Rates {
  /// Families that become known, for each child born. Fitted to referrals of 632,830 (2024/25, T00137).
  static let familiesPerBirth = 0.1932
  /// Age of the child for whom a family first becomes known. Fitted to the ages of children in need at 31 March 2024.
  static let ageWhenKnown: [(from: Double, to: Double, share: Double)] = [
    (-0.41, -0.10, knownUnborn), (0, 1, knownAt0), (1, 5, knownAt1), (5, 10, knownAt5), (10, 16, knownAt10),
    (16, 17.7, knownAt16),
  ]
  static let knownUnborn = 0.03521
  static let knownAt0 = 0.001858
  static let knownAt1 = 0.0394
  static let knownAt5 = 0.01995
  static let knownAt10 = 0.02805
  static let knownAt16 = 0.02541
  /// Children in a family: 1 to 5. Fitted, so that a referral brings 1.6 children on average.
  static let siblings: Shares<Int> = Shares([(1, 0.36), (2, 0.33), (3, 0.19), (4, 0.08), (5, 0.04)])
  /// Years between the births of siblings.
  static let spacing = Quantiles((0, 1.0), (0.25, 1.8), (0.5, 2.7), (0.75, 4.2), (1, 8))
  /// A sibling is referred together with the child for whom the family is.
  static let siblingJoins = 0.6669

  /// How far into a collection year a share of its referrals has been made, in shares of the year, from the referrals of
  /// each calendar month of 2023/24 (CIN, referrals by calendar month).
  static let seasons = Quantiles(
    (0, 0), (0.0697, 30 / 365), (0.1592, 61 / 365), (0.2536, 91 / 365), (0.3370, 122 / 365), (0.4079, 153 / 365),
    (0.4949, 183 / 365), (0.5845, 214 / 365), (0.6742, 244 / 365), (0.7468, 275 / 365), (0.8347, 306 / 365),
    (0.9165, 334 / 365), (1, 1))
  /// Referrals of each year to 31 March beside 2025's; those before 2016 are taken as 2016's.
  static let years: [Int: Double] = [
    2016: 0.982, 2017: 1.021, 2018: 1.036, 2019: 1.029, 2020: 1.016, 2021: 0.945, 2022: 1.028, 2023: 1.012,
    2024: 0.983, 2025: 1, 2026: 1, 2027: 1,
  ]
  /// The highest of `years`.
  static let highestYear = 1.036

  /// No further action: 41,340 of 632,830 referrals (2024/25).
  static let noFurtherAction = 0.06622
  /// Assessed and not in need, of all others. Fitted: 30.8 % are published as such by 31 March of the same year, and
  /// the fall from one year's closing stock to the next one's opening adds 40,210 closed later (users.md 1.4).
  static let notInNeed = 0.4839
  /// How much rarer it is that no need is found of the smallest: the unborn and infants.
  static let notInNeedUnborn = 0.5219
  static let notInNeedInfant = 2.704
  /// The same of a child who was in need before. Fitted to children in need at any time beside times in need.
  static let notInNeedAgain = 0.6439
  /// Children of one family referred on one day have one outcome.
  static let sharedOutcome = 0.7882

  /// The family is referred again some day. Fitted to referrals per child ever referred, 2.6 (T03060 and following).
  static let returns = 0.832
  /// Such a return is soon, if it is. Fitted to 22.6 % of referrals within 12 months of the one before (2024/25).
  static let returnsSoon = 0.3803
  /// The same after a return that was soon. Fitted to 116,950 children with re-referrals (2024/25).
  static let returnsSoonAgain = 0.593
  /// Days from closure to a return that is soon.
  static let soon = Quantiles((0, 8), (soonEarly, 60), (0.3 + soonEarly, 150), (0.85, 280), (1, 365))
  static let soonEarly = 0.343
  /// Days from closure to one that is not.
  static let late = Quantiles((0, 365), (0.4, 900), (0.7, 1_650), (0.9, 2_900), (1, 5_000))

  /// Working days that an assessment takes: 643,170 by duration (2023/24). Those after enquiries wait for what comes of
  /// them; the shares are fitted so that all come out as published.
  static let assessment: [(from: Double, to: Double, share: Double)] = [
    (0, 0, assessment0), (1, 11, assessmentTo10), (11, 21, assessmentTo20), (21, 31, assessmentTo30),
    (31, 41, assessmentTo40), (41, 46, assessmentTo45), (46, 51, assessmentTo50), (51, 61, assessmentTo60),
    (61, 130, assessmentLonger),
  ]
  static let assessment0 = 0.02359
  static let assessmentTo10 = 0.138
  static let assessmentTo20 = 0.1507
  static let assessmentTo30 = 0.1581
  static let assessmentTo40 = 0.2043
  static let assessmentTo45 = 0.1867
  static let assessmentTo50 = 0.06176
  static let assessmentTo60 = 0.04726
  static let assessmentLonger = 0.05145
  /// Days from the end of an assessment that finds no need to closure. Fitted.
  static let closing = Quantiles((0, 0), (0.3, 1), (0.6, 9), (0.85, 30), (1, 80))
  /// By how much longer it takes. Fitted to the fall of 40,210 from one year's closing stock to the next one's opening.
  static let closingStretch = 2.391

  /// An enquiry under section 47 soon after the referral, of a child in need. Fitted to 224,520 a year (2023/24).
  static let enquiry = 0.4156
  /// How much likelier it is for the unborn and infants, and for a child who had a plan before.
  static let enquiryUnborn = 1.939
  static let enquiryInfant = 1.538
  static let afterEarlierPlan = 1.831
  /// An enquiry leads to a conference: 72,250 of 224,520 (2023/24).
  static let conference = 0.2551
  /// An enquiry that led to no conference is followed by another soon. Fitted to 196,560 children with an enquiry.
  static let enquiryAgain = 0.4238
  /// A further enquiry has an assessment of its own. Fitted to 643,170 assessments (2023/24).
  static let assessedAgain = 0.863
  /// Days until then.
  static let daysToEnquiryAgain = Quantiles((0, 15), (0.5, 90), (1, 300))
  /// A conference leads to a plan: 62,110 of 72,250 (2023/24).
  static let protection = 0.9167
  /// A conference in a time in need that goes on, of further enquiries. Fitted.
  static let furtherConference = 0.391
  /// Working days from the start of an enquiry to the conference (2024/25, LAIT): 72,090 by duration.
  static let daysToConference = Quantiles(
    (0, 3), (0.0866, 10.5), (0.15, 12.5), (0.8138, 15.5), (0.9030, 20.5), (1, 36))
  /// Days that a child protection plan lasts: those that ended (2023/24), and within the bands those open at 31 March 2025.
  static let protectionDays = Quantiles(
    (0, 3), (planEarlyTo3 * planTo3, 70), (planTo3, 91.5), (planTo3 + planEarlyTo6 * planTo6, 165),
    (planTo3 + planTo6, 182.5),
    (planTo3 + planTo6 + planEarlyTo12 * planTo12, 250), (planTo3 + planTo6 + planTo12, 364.5),
    (1 - planLonger - planLateTo24 * planTo24, 435), (1 - planLonger, 729.5), (1, 1_250))
  static let planEarlyTo3 = 0.3548
  static let planEarlyTo6 = 0.3929
  static let planEarlyTo12 = 0.7255
  static let planLateTo24 = 0.5199
  static let planTo3 = 0.1217
  static let planTo6 = 0.07714
  static let planTo12 = 0.4697
  static let planTo24 = 1 - planTo3 - planTo6 - planTo12 - planLonger
  static let planLonger = 0.0384
  /// By how much longer or shorter plans last by category. Fitted to categories at 31 March beside those at the start.
  static let protectionOfPHY = 0.8218
  static let protectionOfMUL = 1.082
  /// The first review within three months, and each later one within six of the one before. Fitted to 89.8 % of children.
  static let reviewedFirst = 0.9223
  static let reviewedLater = 0.9836
  /// Days that the case stays open after a plan.
  static let afterProtection = Quantiles((0, 1), (0.2, 20), (0.5, 90), (0.8, 190), (1, 420))
  /// Category of abuse at the start of a plan (2023/24).
  static let abuse: Shares<String> = Shares([
    ("NEG", 30950), ("EMO", 23150), ("PHY", 4810), ("SAB", 2160), ("MUL", 1040),
  ])
  /// The category changes while the plan goes on, and to which. Fitted to the latest categories (2023/24).
  static let abuseChanges = 0.13
  static let laterAbuse: Shares<String> = Shares([
    ("NEG", 0.381), ("EMO", 0.567), ("PHY", 0.023), ("SAB", 0.028), ("MUL", 0.001),
  ])

  /// By how much longer plans last than those that ended did. Fitted to plans at 31 March 2025.
  static let protectionStretch = 1.012
  /// By how much longer times in need for a lasting disability are than below. Fitted to those in need for it.
  static let lastingStretch = 1.48

  /// How much of what follows of the time in need a plan goes on for. Fitted to 103,440 at 31 March 2024.
  static let planShare = 0.788
  /// A child in need plan. Fitted to 185,660 that started (2023/24).
  static let plan = 0.7022
  /// How much likelier it is where need goes on for longer than half a year. Fitted to 103,440 plans at 31 March 2024.
  static let planWhereLong = 1.321
  /// It is interrupted, so that there are two. Fitted to 178,420 children with a plan that started.
  static let planInterrupted = 0.04895
  /// Days that a time in need lasts where there is no plan for protection, no care and no lasting disability, and the
  /// child needs more than the assessment. Fitted to 353,720 that ended by duration (2024/25, LAIT).
  static let need: [(from: Double, to: Double, share: Double)] = [
    (10, 45, needTo3 * needEarlyTo3), (45, 91.5, needTo3 * (1 - needEarlyTo3)), (91.5, 182.5, needTo6),
    (182.5, 364.5, needTo12), (364.5, 729.5, needTo24),
    (729.5, needLongest, needLonger),
  ]
  static let needLongest = 4017.0
  static let needTo3 = 0.8213
  /// Of those that end within three months, the share that does within half of them. Fitted to times open for so long.
  static let needEarlyTo3 = 0.8443
  static let needTo6 = 0.1196
  static let needTo12 = 0.1257
  static let needTo24 = 0.05275
  static let needLonger = 0.04414
  /// Days of a time in need for a lasting disability. Fitted to the share open for 2 years and longer, 35.6 %.
  static let lasting = Quantiles((0, 60), (0.15, 365), (0.4, 1_000), (0.7, 2_300), (1, 5_200))
  /// Such a time goes on for years, of a child with a disability.
  static let lastingNeed = 0.2418
  /// The family moves to an area of an authority that is not told of it, of cases closed. Fitted to 13,510 closed so.
  static let movesAway = 0.03166
  /// One family in so many moves to the area of another authority, and becomes known there. Chosen; no target.
  static let movers = 40
  /// A case of lasting need that ends when the child is grown passes to adult services. Fitted to 2,550 a year (2023/24).
  static let adultServices = 0.9114
  /// A child dies, of times in need. Fitted to 980 a year (2023/24).
  static let deaths = 0.0013
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
    ("5D", 22980), ("6", fromPolice), ("7", 27590), ("8", fromOthers), ("9", 10030), ("10", 7190),
  ])
  /// The police and others refer those who came alone besides. Fitted.
  static let fromPolice = 173749.0
  static let fromOthers = 22696.0
  static let needN0 = 0.02268
  static let needN1 = 0.4978
  static let needN3 = 0.01717
  static let needN4 = 0.08174
  static let needN5 = 0.1103
  static let needN6 = 0.02214
  static let needN7 = 0.002757
  static let needN8 = 0.008498
  static let needN9 = 0.007636
  /// A child is a girl. Fitted to the sexes of children in need at 31 March 2024, the unborn left out.
  static let girls = 0.4578
  /// Primary need of those without a lasting disability. Fitted to children in need at 31 March 2024.
  static let needs: Shares<String> = Shares([
    ("N1", needN1), ("N3", needN3), ("N4", needN4), ("N5", needN5), ("N6", needN6), ("N7", needN7), ("N8", needN8),
    ("N9", needN9), ("N0", needN0),
  ])
  /// Ethnic groups of children in need (31 March 2024).
  static let ethnicities: Shares<String> = Shares([
    ("WBRI", 254869), ("WIRI", 1163), ("WIRT", 950), ("WROM", 1890), ("WOTH", 19709), ("MWBC", 12076), ("MWBA", 4676),
    ("MWAS", 6213), ("MOTH", 14961), ("AIND", 5219), ("APKN", 12350), ("ABAN", 6031), ("CHNE", 863.3), ("AOTH", 10312),
    ("BAFR", 19764), ("BCRB", 7917), ("BOTH", 8425), ("OOTH", 13106), ("NOBT", 9500), ("REFU", 1500),
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
  static let disability = 0.08183
  /// An assessment of a child who came alone finds that. Fitted to 6,340 (2024/25).
  static let arrivalFactor = 0.8812
  /// Factors found at the end of assessments (2024/25); that of children who came alone comes with them.
  static let factors: [(code: String, share: Double)] = [
    ("1A", 10620), ("1B", 73250), ("1C", 11600), ("2A", 24550), ("2B", 72620), ("2C", 15930), ("3A", 57930),
    ("3B", 162890), ("3C", 25560), ("4A", 90400), ("4B", 171780), ("4C", 23600), ("5A", 63240), ("5B", 15170),
    ("5C", 7510), ("6A", 24220), ("6B", 27600), ("6C", 5310), ("7A", 18960), ("8B", 300), ("8F", 1610), ("10A", 16940),
    ("11A", 12400), ("12A", 2250), ("13A", 8860), ("14A", 35980), ("15A", 25470), ("16A", 90370), ("17A", 97700),
    ("18B", 15270), ("18C", 61410), ("19B", 12590), ("19C", 18900), ("22A", 780), ("23A", 2240), ("24A", 16250),
    ("20", otherFactor),
  ]
  /// Another factor, where others are found; it is also noted where none is. Fitted to 83,770.
  static let otherFactor = 58386.0
  /// Assessments with a factor, but for children who came alone. Fitted to 513,250 (2024/25).
  static let factorEpisodes = 504161.0
  /// No factor is found, of assessments that find no need. Fitted to the same.
  static let noFactor = 0.568
}
