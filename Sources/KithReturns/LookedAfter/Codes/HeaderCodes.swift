public import KithTables

/// The sex of a child (SEX).
public enum Sex: String, CodeSet {
  /// Male (2024/25 on; earlier files use 1).
  case male = "M"
  /// Female (2024/25 on; earlier files use 2).
  case female = "F"
  /// Unknown (flagged for query by rule 232) (2024/25 on).
  case unknown = "U"
  /// Male (retired numeric code) (to 2023/24).
  case formerMale = "1"
  /// Female (retired numeric code) (to 2023/24).
  case formerFemale = "2"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// The ethnic origin of a child (ETHNIC).
public enum Ethnicity: String, CodeSet {
  /// White British.
  case wbri = "WBRI"
  /// White Irish.
  case wiri = "WIRI"
  /// Other White.
  case woth = "WOTH"
  /// Irish Traveller.
  case wirt = "WIRT"
  /// Gypsy or Roma.
  case wrom = "WROM"
  /// Mixed White and Black Caribbean.
  case mwbc = "MWBC"
  /// Mixed White and Black African.
  case mwba = "MWBA"
  /// Mixed White and Asian.
  case mwas = "MWAS"
  /// Other mixed.
  case moth = "MOTH"
  /// Indian.
  case aind = "AIND"
  /// Pakistani.
  case apkn = "APKN"
  /// Bangladeshi.
  case aban = "ABAN"
  /// Other Asian.
  case aoth = "AOTH"
  /// Black Caribbean.
  case bcrb = "BCRB"
  /// Black African.
  case bafr = "BAFR"
  /// Other Black.
  case both = "BOTH"
  /// Chinese.
  case chne = "CHNE"
  /// Other ethnic group.
  case ooth = "OOTH"
  /// Declined to say.
  case refu = "REFU"
  /// Not yet obtained.
  case nobt = "NOBT"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}

/// A yes or a no, as the return codes it.
public enum YesOrNo: String, CodeSet {
  /// No.
  case no = "0"
  /// Yes.
  case yes = "1"

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
