/// What lacks or has one of the items of OC2 that every child needs, and of those that some need.
private let lacksCore =
  "(immunisations IS NULL OR teeth_check IS NULL OR health_assessment IS NULL OR substance_misuse IS NULL)"
private let hasFurther =
  """
  (convicted IS NOT NULL OR health_check IS NOT NULL OR intervention_received IS NOT NULL
    OR intervention_offered IS NOT NULL)
  """

/// Rules on outcomes (OC2), care leavers (OC3) and reviews.
let outcomeTwins: [(code: String, sql: String)] = [
  ("158", "SELECT n FROM oc2 WHERE intervention_received = '1' AND intervention_offered IS NOT NULL"),
  (
    "159",
    """
    SELECT n FROM oc2
    WHERE substance_misuse = '1' AND intervention_received = '0' AND intervention_offered IS NULL
    """
  ),
  (
    "180",
    "SELECT n FROM oc2 WHERE sdq_score IS NOT NULL AND NOT coalesce(sdq_score::TEXT IN (SELECT i::TEXT FROM range(0, 41) t(i)), false)"
  ),
  (
    "181",
    """
    SELECT n FROM oc2 WHERE convicted NOT IN ('0', '1') OR health_check NOT IN ('0', '1')
      OR immunisations NOT IN ('0', '1') OR teeth_check NOT IN ('0', '1') OR health_assessment NOT IN ('0', '1')
      OR substance_misuse NOT IN ('0', '1') OR intervention_received NOT IN ('0', '1')
      OR intervention_offered NOT IN ('0', '1')
    """
  ),
  ("182", "SELECT n FROM oc2 WHERE \(lacksCore) AND \(hasFurther)"),
  (
    "188",
    """
    SELECT n FROM oc2
    WHERE (sdq_score IS NOT NULL OR sdq_reason IS NOT NULL) AND dob + INTERVAL 4 YEAR > year_end()
    """
  ),
  (
    "189",
    """
    SELECT n FROM oc2
    WHERE (sdq_score IS NOT NULL OR sdq_reason IS NOT NULL) AND dob + INTERVAL 17 YEAR < year_start()
    """
  ),
  ("192", "SELECT n FROM oc2 WHERE substance_misuse = '1' AND intervention_received IS NULL"),
  (
    "193",
    """
    SELECT n FROM oc2 WHERE (substance_misuse IS NULL OR substance_misuse = '0')
      AND (intervention_received IS NOT NULL OR intervention_offered IS NOT NULL)
    """
  ),
  ("196", "SELECT n FROM oc2 WHERE NOT regexp_full_match(sdq_reason, 'SDQ[1-5]')"),
  ("197a", "SELECT n FROM oc2 WHERE sdq_score IS NOT NULL AND sdq_reason IS NOT NULL"),
  ("542", "SELECT n FROM oc2 WHERE convicted IS NOT NULL AND dob + INTERVAL 10 YEAR > year_end()"),
  ("544", "SELECT n FROM oc2 WHERE convicted IS NOT NULL AND \(lacksCore)"),
  ("547", "SELECT n FROM oc2 WHERE health_check IS NOT NULL AND \(lacksCore)"),
  (
    "185",
    """
    SELECT n FROM oc2 WHERE sdq_score IS NOT NULL AND child NOT IN (
      SELECT child FROM episodes WHERE child IS NOT NULL GROUP BY child
      HAVING bool_or(coalesce(decom <= year_end() AND (dec >= year_start() OR dec IS NULL), false))
        AND NOT bool_or(
          coalesce(rne = 'S' AND decom > year_start() AND decom <= year_end(), false)
          OR coalesce(rec <> 'X1' OR rec IS NULL, true) AND coalesce(dec >= year_start() AND dec < year_end(), false)
          OR coalesce(ls IN ('V3', 'V4'), false) AND coalesce(decom <= year_end() AND (dec >= year_start() OR dec IS NULL), false)))
      OR sdq_score IS NOT NULL AND child IS NULL
    """
  ),
  ("131", "SELECT n FROM oc3 WHERE in_touch IS NULL OR in_touch NOT IN ('YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM')"),
  ("132", "SELECT n FROM oc3 WHERE activ IS NULL OR NOT regexp_full_match(activ, '[FP][1245]|G[456]|0')"),
  (
    "133",
    "SELECT n FROM oc3 WHERE accom IS NULL OR NOT regexp_full_match(accom, '[BCDEGHKRTUVWYZ][12]|S2|X2|0')"
  ),
  (
    "153",
    """
    SELECT n FROM oc3
    WHERE (in_touch IS NULL)::INT + (activ IS NULL)::INT + (accom IS NULL)::INT BETWEEN 1 AND 2
    """
  ),
  (
    "344",
    """
    SELECT n FROM oc3
    WHERE in_touch IN ('DIED', 'RHOM') AND (activ IS DISTINCT FROM '0' OR accom IS DISTINCT FROM '0')
    """
  ),
  ("345", "SELECT n FROM oc3 WHERE in_touch = 'YES' AND (activ = '0' OR accom = '0')"),
  ("347", "SELECT n FROM oc3 WHERE accom IN ('T1', 'T2') AND dob + INTERVAL 18 YEAR > year_start()"),
  (
    "348",
    """
    SELECT n FROM oc3 o WHERE in_touch IS DISTINCT FROM 'DIED'
      AND EXISTS (FROM oc3_last l WHERE l.child = o.child AND l.in_touch = 'DIED')
    """
  ),
  (
    "391",
    """
    SELECT n FROM oc3
    WHERE (in_touch IS NOT NULL OR activ IS NOT NULL OR accom IS NOT NULL) AND dob + INTERVAL 17 YEAR > year_end()
    """
  ),
  (
    "1000",
    """
    SELECT n FROM oc3 o
    WHERE (in_touch IS NOT NULL OR activ IS NOT NULL OR accom IS NOT NULL) AND (
      EXISTS (FROM episodes e WHERE e.child = o.child AND e.rec = 'E2')
      OR EXISTS (FROM episodes_last e WHERE e.child = o.child AND e.rec = 'E2'))
    """
  ),
  (
    "1002",
    """
    SELECT n FROM oc3 o WHERE NOT EXISTS (FROM episodes e WHERE e.child = o.child)
      AND NOT EXISTS (FROM episodes_last e WHERE e.child = o.child)
    """
  ),
  (
    "3001",
    """
    SELECT n FROM oc3 o WHERE accom IN ('Z1', 'Z2') AND EXISTS (
      FROM header h WHERE h.child = o.child AND h.dob + INTERVAL 17 YEAR BETWEEN year_start() AND year_end())
    """
  ),
  ("166", "SELECT n FROM reviews WHERE review IS NULL"),
  (
    "167",
    """
    SELECT n FROM reviews WHERE CASE WHEN review_text IS NULL THEN review_code IS NOT NULL
      ELSE review_code IS NULL OR NOT regexp_full_match(review_code, 'PN[0-7]') END
    """
  ),
  ("440", "SELECT n FROM reviews WHERE review_code = 'PN0' AND review >= dob + INTERVAL 4 YEAR"),
  (
    "441",
    "SELECT n FROM reviews WHERE regexp_full_match(review_code, 'PN[1-7]') AND review < dob + INTERVAL 4 YEAR"
  ),
]
