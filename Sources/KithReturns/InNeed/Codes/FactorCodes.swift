public import KithTables

/// A factor that an assessment found (AssessmentFactors).
public enum AssessmentFactor: String, CodeSet {
  /// Alcohol misuse: child.
  case factor1A = "1A"
  /// Alcohol misuse: parent/carer.
  case factor1B = "1B"
  /// Alcohol misuse: other household member.
  case factor1C = "1C"
  /// Drug misuse: child.
  case factor2A = "2A"
  /// Drug misuse: parent/carer.
  case factor2B = "2B"
  /// Drug misuse: other household member.
  case factor2C = "2C"
  /// Domestic abuse: child is the victim.
  case factor3A = "3A"
  /// Domestic abuse: parent/carer is the victim.
  case factor3B = "3B"
  /// Domestic abuse: other household member is the victim.
  case factor3C = "3C"
  /// Mental health: child.
  case factor4A = "4A"
  /// Mental health: parent/carer.
  case factor4B = "4B"
  /// Mental health: other household member.
  case factor4C = "4C"
  /// Learning disability: child.
  case factor5A = "5A"
  /// Learning disability: parent/carer.
  case factor5B = "5B"
  /// Learning disability: other household member.
  case factor5C = "5C"
  /// Physical disability or illness: child.
  case factor6A = "6A"
  /// Physical disability or illness: parent/carer.
  case factor6B = "6B"
  /// Physical disability or illness: other household member.
  case factor6C = "6C"
  /// Young carer.
  case factor7A = "7A"
  /// Private fostering: overseas, returning.
  case factor8B = "8B"
  /// Private fostering: overseas, staying.
  case factor8C = "8C"
  /// Private fostering: UK, educational.
  case factor8D = "8D"
  /// Private fostering: UK, family arrangement.
  case factor8E = "8E"
  /// Private fostering: other.
  case factor8F = "8F"
  /// UASC.
  case factor9A = "9A"
  /// Missing.
  case factor10A = "10A"
  /// Child sexual exploitation.
  case factor11A = "11A"
  /// Trafficking.
  case factor12A = "12A"
  /// Gangs.
  case factor13A = "13A"
  /// Socially unacceptable behaviour.
  case factor14A = "14A"
  /// Self-harm.
  case factor15A = "15A"
  /// Neglect.
  case factor16A = "16A"
  /// Emotional abuse.
  case factor17A = "17A"
  /// Physical abuse (undivided).
  case factor18A = "18A"
  /// Sexual abuse (undivided).
  case factor19A = "19A"
  /// Other.
  case factor20 = "20"
  /// No factors identified.
  case factor21 = "21"
  /// Female genital mutilation.
  case factor22A = "22A"
  /// Faith or belief linked abuse.
  case factor23A = "23A"
  /// Physical abuse by a child (from 2020/21).
  case factor18B = "18B"
  /// Physical abuse by an adult (from 2020/21).
  case factor18C = "18C"
  /// Sexual abuse by a child (from 2020/21).
  case factor19B = "19B"
  /// Sexual abuse by an adult (from 2020/21).
  case factor19C = "19C"
  /// Child criminal exploitation (from 2021/22).
  case factor24A = "24A"

  /// The guidance compares these codes whatever the case of their letters.
  public static let ignoresCase = true

  /// The place of each code in the list.
  public static let ordinals = makeOrdinals()
}
