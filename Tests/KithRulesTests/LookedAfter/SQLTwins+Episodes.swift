/// Rules on one episode, or on one beside the child's header.
let episodeTwins: [(code: String, sql: String)] = [
  ("141", "SELECT n FROM episodes WHERE decom IS NULL AND decom_text IS NOT NULL"),
  ("143", "SELECT n FROM episodes WHERE rne NOT IN ('S', 'L', 'P', 'T', 'B', 'U')"),
  (
    "144",
    """
    SELECT n FROM episodes
    WHERE ls NOT IN ('C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'J1', 'J2', 'J3', 'L1', 'L2', 'L3')
    """
  ),
  ("145", "SELECT n FROM episodes WHERE NOT regexp_full_match(cin, 'N[1-8]')"),
  (
    "146",
    """
    SELECT n FROM episodes WHERE NOT regexp_full_match(place, 'A[3-6]|K[1-3]|P[13]|R[1235]|S1|T[0-4]|U[1-6]|Z1[1-4]')
    """
  ),
  ("147", "SELECT n FROM episodes WHERE dec IS NULL AND dec_text IS NOT NULL"),
  ("148", "SELECT n FROM episodes WHERE (dec_text IS NULL) <> (rec IS NULL)"),
  (
    "149",
    "SELECT n FROM episodes WHERE NOT regexp_full_match(rec, 'X1|E[2356789]|E4[AB15678]|E1[1-7]')"
  ),
  (
    "1009",
    """
    SELECT n FROM episodes WHERE reason_place_change NOT IN
      ('CARPL', 'CLOSE', 'ALLEG', 'STAND', 'APPRR', 'CREQB', 'CREQO', 'CHILD', 'LAREQ', 'PLACE', 'CUSTOD', 'OTHER')
    """
  ),
  ("446", "SELECT n FROM episodes WHERE ls = 'E1' AND decom < DATE '2005-12-01'"),
  (
    "352",
    """
    SELECT e.n FROM episodes e JOIN header h ON h.child = e.child AND h.turn = 1
    WHERE e.rne = 'S' AND e.decom >= h.dob + INTERVAL 18 YEAR
    """
  ),
  ("353", "SELECT n FROM episodes WHERE decom < DATE '1991-10-14'"),
  ("354", "SELECT n FROM episodes WHERE decom > year_end()"),
  ("355", "SELECT n FROM episodes WHERE decom = dec"),
  ("356", "SELECT n FROM episodes WHERE dec < decom"),
  ("385", "SELECT n FROM episodes WHERE dec > year_end()"),
  (
    "359",
    """
    SELECT n FROM episodes e
    WHERE dec_text IS NULL AND (ls IS DISTINCT FROM 'V2' OR place IS DISTINCT FROM 'K2')
      AND EXISTS (FROM header h WHERE h.child = e.child AND h.dob + INTERVAL 18 YEAR < year_end())
    """
  ),
  (
    "386",
    """
    SELECT n FROM episodes e WHERE rec IN ('E11', 'E12')
      AND EXISTS (FROM header h WHERE h.child = e.child AND h.dob + INTERVAL 18 YEAR <= e.dec)
    """
  ),
  (
    "387",
    """
    SELECT n FROM episodes e WHERE rec IN ('E5', 'E6') AND dec IS NOT NULL AND (
      NOT EXISTS (FROM header h WHERE h.child = e.child)
      OR EXISTS (FROM header h WHERE h.child = e.child AND (h.dob IS NULL OR h.dob + INTERVAL 14 YEAR > e.dec)))
    """
  ),
  (
    "460",
    """
    SELECT n FROM episodes e WHERE rec = 'E17'
      AND EXISTS (FROM header h WHERE h.child = e.child AND h.dob + INTERVAL 18 YEAR > e.dec)
    """
  ),
  (
    "217",
    """
    SELECT n FROM episodes
    WHERE place IN ('A3', 'A5') AND decom >= DATE '2015-04-01' AND (rne IS NULL OR rne NOT IN ('S', 'T', 'U'))
    """
  ),
  (
    "371",
    """
    SELECT n FROM episodes e WHERE place = 'K3'
      AND EXISTS (FROM header h WHERE h.child = e.child AND e.decom < h.dob + INTERVAL 16 YEAR)
    """
  ),
  (
    "372",
    """
    SELECT n FROM episodes e WHERE place = 'R5'
      AND EXISTS (FROM header h WHERE h.child = e.child AND e.decom < h.dob + INTERVAL 10 YEAR)
    """
  ),
  (
    "373",
    """
    SELECT n FROM episodes e WHERE place = 'S1'
      AND EXISTS (FROM header h WHERE h.child = e.child AND e.decom < h.dob + INTERVAL 4 YEAR)
    """
  ),
  (
    "374",
    """
    SELECT n FROM episodes e WHERE place = 'P3'
      AND EXISTS (FROM header h WHERE h.child = e.child AND e.decom < h.dob + INTERVAL 14 YEAR)
    """
  ),
  (
    "375",
    """
    SELECT n FROM episodes
    WHERE place = 'T1' AND (CASE WHEN dec_text IS NULL THEN year_end() ELSE dec END) - decom > 42
    """
  ),
  (
    "376",
    """
    SELECT n FROM episodes
    WHERE place = 'T3' AND (CASE WHEN dec_text IS NULL THEN year_end() ELSE dec END) - decom > 21
    """
  ),
  (
    "379",
    """
    SELECT n FROM episodes
    WHERE place = 'T4' AND (CASE WHEN dec_text IS NULL THEN year_end() ELSE dec END) - decom > 7
    """
  ),
  ("378", "SELECT n FROM episodes WHERE place = 'P1' AND ls = 'V2'"),
  (
    "380",
    "SELECT n FROM episodes WHERE regexp_full_match(place, 'T[0-4]') AND (rne IS NULL OR rne NOT IN ('P', 'B'))"
  ),
  ("381", "SELECT n FROM episodes WHERE regexp_full_match(place, 'T[0-4]') AND rec <> 'X1'"),
  (
    "390",
    """
    SELECT n FROM episodes
    WHERE rec IN ('E11', 'E12') AND (place IS NULL OR place NOT IN ('A3', 'A4', 'A5', 'A6'))
    """
  ),
  ("408", "SELECT n FROM episodes WHERE place IN ('A5', 'A6') AND ls IS DISTINCT FROM 'E1'"),
  (
    "516",
    """
    SELECT n FROM episodes
    WHERE rec IN ('E45', 'E46') AND (place IS NULL OR NOT regexp_full_match(place, 'U[1-6]'))
    """
  ),
  (
    "178",
    """
    SELECT n FROM episodes WHERE NOT regexp_full_match(place_provider, 'PR[0-5]')
      OR place_provider IS NOT NULL AND regexp_full_match(place, 'T[0-3]|Z1[1-4]')
    """
  ),
  (
    "213",
    "SELECT n FROM episodes WHERE place_provider IS NOT NULL AND regexp_full_match(place, 'T[0-4]|Z1[1-4]')"
  ),
  (
    "526",
    """
    SELECT n FROM episodes
    WHERE place_provider IS NULL AND (place IS NULL OR NOT regexp_full_match(place, 'T[0-4]|Z1[1-4]'))
    """
  ),
  ("527", "SELECT n FROM episodes WHERE place_provider = 'PR1' AND place IN ('P1', 'R2', 'R5')"),
  ("528", "SELECT n FROM episodes WHERE place_provider = 'PR2' AND place IN ('P1', 'R2', 'R5')"),
  (
    "529",
    "SELECT n FROM episodes WHERE place_provider = 'PR3' AND regexp_full_match(place, 'U[1-6]|A[3-6]|K1|K2|P1')"
  ),
  ("530", "SELECT n FROM episodes WHERE place_provider = 'PR4' AND place = 'P1'"),
  ("531", "SELECT n FROM episodes WHERE place_provider = 'PR5' AND place = 'P1'"),
  ("550", "SELECT n FROM episodes WHERE place_provider = 'PR0' AND place IS DISTINCT FROM 'P1'"),
  (
    "222",
    """
    SELECT n FROM episodes
    WHERE urn <> 'XXXXXXX' AND (place IN ('P1', 'P3', 'R1', 'R2', 'R5') OR regexp_full_match(place, 'T[0-4]|Z1[1-4]'))
    """
  ),
  (
    "242",
    """
    SELECT n FROM episodes
    WHERE urn = 'XXXXXXX' AND (place IS NULL OR NOT regexp_full_match(place, 'U[1-6]|A[3-6]'))
    """
  ),
  (
    "392d",
    """
    SELECT n FROM episodes
    WHERE replace(home_post, ' ', '') = replace(pl_post, ' ', '') AND place IS DISTINCT FROM 'P1'
    """
  ),
  ("233", "SELECT n FROM episodes WHERE reason_place_change IS NOT NULL AND dec IS NULL"),
  ("214", "SELECT n FROM episodes WHERE ls IN ('V3', 'V4') AND (pl_post IS NOT NULL OR urn IS NOT NULL)"),
  (
    "365",
    """
    SELECT n FROM episodes
    WHERE ls = 'V3' AND (CASE WHEN dec_text IS NULL THEN year_end() ELSE dec END) - decom > 17
    """
  ),
  ("366", "SELECT n FROM episodes WHERE ls = 'V3' AND rne IS DISTINCT FROM 'S'"),
  ("382", "SELECT n FROM episodes WHERE ls IN ('V3', 'V4') AND regexp_full_match(place, 'T[0-4]')"),
  ("384", "SELECT n FROM episodes WHERE ls IN ('V3', 'V4') AND place IN ('U1', 'U4')"),
  ("398", "SELECT n FROM episodes WHERE ls IN ('V3', 'V4') AND (home_post IS NOT NULL OR pl_post IS NOT NULL)"),
  (
    "426",
    """
    SELECT n FROM episodes e WHERE ls IN ('V3', 'V4')
      AND EXISTS (FROM episodes o WHERE o.child = e.child AND o.ls IN ('V3', 'V4') AND o.ls <> e.ls)
    """
  ),
  ("INT03", "SELECT n FROM episodes e WHERE NOT EXISTS (FROM header h WHERE h.child = e.child)"),
  (
    "551",
    """
    SELECT n FROM episodes e WHERE place IN ('A3', 'A4', 'A5', 'A6')
      AND NOT EXISTS (FROM placedadoption d WHERE d.child = e.child AND d.date_placed_text IS NOT NULL)
    """
  ),
]
