/// Two children looked after through the year, which a start of care in it would belie.
private let throughTheYear = """
  Episodes
  CHILD | DECOM      | DEC        | RNE | REC | LS |
  A     | 01/05/2023 | 01/06/2025 | S   | X1  | C1 |
  A     | 01/06/2025 |            | P   |     | C1 |
  B     | 01/05/2023 | 01/07/2025 | S   | X1  | C1 |
  B     | 01/07/2025 |            | P   |     | C1 |
  """

extension PerturbationTests {
  /// Small returns in which a field matters that seldom does: `year` is the book's.
  static let witnesses: [(code: String, year: Int, text: String)] = [
    (
      "134", 2026,
      """
      CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     | 01/05/2025 |            |             |           |            |           |
      B     |            | 01/05/2025 |             |           |            |           |
      C     |            |            | 1           |           |            |           |
      D     |            |            |             | 2         |            |           |
      E     |            |            |             |           | MF         |           |
      F     |            |            |             |           |            | L2         |
      OC3
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      |       |       |
      B     |          | F1    |       |
      C     |          |       | B1    |
      D     | YES      |       |       |
      E     | YES      |       |       |
      F     | YES      |       |       |
      """
    ),
    (
      "157", 2026,
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 01/05/2014 |           | SDQ1       |
      B     | 01/05/2015 |           | SDQ1       |
      \(throughTheYear)
      """
    ),
    (
      "197B", 2026,
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 01/05/2021 |           |            |
      B     | 01/05/2008 |           |            |
      \(throughTheYear)
      """
    ),
    (
      "545", 2026,
      """
      CHILD | DOB        | HEALTH_CHECK |
      A     | 01/05/2023 |              |
      B     | 01/05/2022 |              |
      \(throughTheYear)
      """
    ),
    (
      "546", 2026,
      """
      CHILD | DOB        | HEALTH_CHECK |
      A     | 01/05/2015 | 1            |
      B     | 01/05/2014 | 1            |
      \(throughTheYear)
      """
    ),
    (
      "367", 2026,
      """
      CHILD | DECOM      | DEC        | LS |
      A     | 01/04/2025 | 11/05/2025 | V3 |
      B     | 01/04/2025 | 11/05/2025 | V3 |
      Episodes_last
      CHILD | DECOM      | DEC        | LS |
      A     | 01/01/2025 | 10/02/2025 | V3 |
      B     | 01/01/2024 | 10/02/2024 | C1 |
      """
    ),
    (
      "377", 2026,
      """
      CHILD | DECOM      | DEC        | PLACE |
      A     | 01/05/2025 | 11/05/2025 | T3    |
      A     | 01/06/2025 | 11/06/2025 | T3    |
      B     | 01/05/2025 | 11/05/2025 | T3    |
      B     | 01/06/2025 | 11/06/2025 | T3    |
      Episodes_last
      CHILD | DECOM      | DEC        | PLACE |
      A     | 01/01/2025 | 10/01/2025 | T3    |
      B     | 01/05/2024 | 01/06/2024 | U1    |
      """
    ),
    (
      "392b", 2026,
      """
      CHILD | DECOM      | LS | HOME_POST | PL_POST |
      A     | 01/05/2025 | C1 |           |         |
      B     | 01/05/2025 | C1 |           |         |
      C     | 01/05/2025 | C1 |           |         |
      D     | 01/05/2025 | C1 |           |         |
      E     | 01/05/2025 | C1 |           |         |
      F     | 01/05/2025 | C1 |           |         |
      UASC
      CHILD | SEX | DOB        | DUC        |
      A     | M   |            |            |
      B     |     | 01/05/2009 |            |
      C     |     |            | 01/05/2027 |
      UASC_last
      CHILD | SEX | DOB        | DUC        |
      D     | M   |            |            |
      E     |     | 01/05/2009 |            |
      F     |     |            | 01/05/2027 |
      """
    ),
    (
      "553", 2026,
      """
      CHILD | DECOM      | DEC | LS |
      A     | 01/05/2025 |     | E1 |
      B     | 01/05/2025 |     | E1 |
      PlacedAdoption
      CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      A     | 01/05/2025  | 01/06/2025         |                      |
      B     | 01/05/2025  |                    | RD1                  |
      """
    ),
    (
      "555", 2024,
      """
      CHILD | DECOM      | DEC | LS |
      A     | 01/05/2023 |     | D1 |
      B     | 01/05/2023 |     | D1 |
      PlacedAdoption
      CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      A     | 01/05/2023  | 01/06/2023         |                      |
      B     | 01/05/2023  |                    | RD1                  |
      """
    ),
    (
      "634", 2026,
      """
      CHILD | PREV_PERM | LA_PERM | DATE_PERM  |
      A     | P1        |         |            |
      B     |           | 318     |            |
      C     |           |         | 01/05/2012 |
      Episodes
      CHILD | DECOM      |
      A     | 01/05/2015 |
      B     | 01/05/2014 |
      C     | 01/05/2013 |
      """
    ),
    (
      "1000", 2026,
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      |       |       |
      B     |          | F1    |       |
      C     |          |       | B1    |
      Episodes
      CHILD | DECOM      | REC |
      A     | 01/05/2025 | E2  |
      B     | 01/05/2025 | E2  |
      C     | 01/05/2025 | E2  |
      """
    ),
    (
      "1001", 2026,
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    |
      B     | YES      | F1    | B1    |
      Header
      CHILD | DOB        |
      A     | 01/05/2008 |
      B     | 01/05/2008 |
      Episodes
      CHILD | DECOM      | DEC        | REC | LS |
      A     | 01/05/2025 | 11/05/2025 | E4A | C1 |
      B     | 01/05/2025 | 11/05/2025 | E4A | C1 |
      Episodes_last
      CHILD | DECOM      | DEC        | REC | LS |
      A     | 01/06/2024 | 01/10/2024 | E4A | C1 |
      B     | 01/06/2024 | 01/10/2024 | E4A | V3 |
      """
    ),
  ]
}
