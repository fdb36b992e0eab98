/// Rules on headers, on unaccompanied children and on who is in which table.
let headerTwins: [(code: String, sql: String)] = [
  ("101", "SELECT n FROM header WHERE sex IS NULL OR sex NOT IN ('M', 'F', 'U')"),
  ("102", "SELECT n FROM header WHERE dob IS NULL"),
  (
    "103",
    """
    SELECT n FROM header WHERE ethnic IS NULL OR ethnic NOT IN (
      'WBRI', 'WIRI', 'WOTH', 'WIRT', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'BCRB',
      'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT')
    """
  ),
  (
    "168",
    "SELECT n FROM header WHERE NOT regexp_full_match(upn, 'UN[1-5]|[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]')"
  ),
  (
    "209",
    """
    SELECT n FROM header WHERE upn = 'UN1' AND dob + INTERVAL 4 YEAR <= make_date(year(year_end()) - 2, 8, 31)
    """
  ),
  ("232", "SELECT n FROM header WHERE sex = 'U'"),
  ("301", "SELECT n FROM header WHERE dob > year_end()"),
  ("351", "SELECT n FROM header WHERE dob + INTERVAL 25 YEAR < year_start()"),
  (
    "442",
    """
    SELECT n FROM header h WHERE upn IS NULL
      AND EXISTS (FROM episodes e WHERE e.child = h.child AND (ls IS NULL OR ls NOT IN ('V3', 'V4')))
    """
  ),
  (
    "444",
    """
    SELECT n FROM header WHERE NOT regexp_full_match(upn, 'UN[1-5]') AND upn IN (
      SELECT upn FROM header GROUP BY upn HAVING count(DISTINCT coalesce(child, 'row ' || n)) > 1)
    """
  ),
  ("171", "SELECT n FROM header WHERE mc_dob IS NULL AND mc_dob_text IS NOT NULL"),
  ("174", "SELECT n FROM header WHERE mc_dob_text IS NOT NULL AND sex = 'M'"),
  (
    "393",
    """
    SELECT n FROM header h WHERE sex = 'F' AND mother IS NULL
      AND EXISTS (FROM episodes e WHERE e.child = h.child AND (ls IS NULL OR ls NOT IN ('V3', 'V4')))
    """
  ),
  ("611", "SELECT n FROM header WHERE mother = '1' AND mc_dob_text IS NULL"),
  ("612", "SELECT n FROM header WHERE mc_dob_text IS NOT NULL AND sex = 'F' AND (mother IS NULL OR mother = '0')"),
  ("620", "SELECT n FROM header WHERE mother = '1' AND dob + INTERVAL 11 YEAR > year_start()"),
  ("621", "SELECT n FROM header WHERE mc_dob IS NOT NULL AND (dob IS NULL OR mc_dob <= dob)"),
  (
    "628",
    """
    SELECT n FROM header h WHERE mother IS NOT NULL AND NOT EXISTS (FROM episodes e WHERE e.child = h.child)
      AND EXISTS (
        FROM oc3 o WHERE o.child = h.child AND (in_touch IS NOT NULL OR activ IS NOT NULL OR accom IS NOT NULL))
    """
  ),
  (
    "202",
    """
    SELECT DISTINCT h.n FROM header h JOIN header_last l USING (child)
    WHERE replace(replace(h.sex, '1', 'M'), '2', 'F')
      IS DISTINCT FROM replace(replace(l.sex, '1', 'M'), '2', 'F')
    """
  ),
  ("203", "SELECT DISTINCT h.n FROM header h JOIN header_last l USING (child) WHERE h.dob IS DISTINCT FROM l.dob"),
  (
    "204",
    "SELECT DISTINCT h.n FROM header h JOIN header_last l USING (child) WHERE h.ethnic IS DISTINCT FROM l.ethnic"
  ),
  (
    "207",
    """
    SELECT DISTINCT h.n FROM header h JOIN header_last l USING (child) JOIN episodes e USING (child)
    WHERE l.mother = '1' AND h.mother IS DISTINCT FROM '1'
    """
  ),
  (
    "624",
    """
    SELECT DISTINCT h.n FROM header h JOIN header_last l USING (child)
    WHERE l.mc_dob_text IS NOT NULL AND (h.mc_dob IS DISTINCT FROM l.mc_dob
      OR l.mc_dob IS NULL AND h.mc_dob IS NULL AND h.mc_dob_text IS NULL)
    """
  ),
  (
    "626",
    """
    SELECT DISTINCT h.n FROM header h JOIN header_last l USING (child)
    WHERE h.mother = '1' AND h.mc_dob < year_start() AND l.mother = '0'
    """
  ),
  ("104", "SELECT n FROM uasc WHERE duc IS NULL AND duc_text IS NOT NULL OR duc < year_start()"),
  ("304", "SELECT n FROM uasc WHERE duc > dob + INTERVAL 18 YEAR"),
  (
    "231",
    """
    SELECT n FROM header h WHERE dob > year_end() - INTERVAL 11 YEAR
      AND EXISTS (FROM uasc u WHERE u.child = h.child)
    """
  ),
  (
    "INT21",
    "SELECT DISTINCT u.n FROM uasc u JOIN header h USING (child) WHERE u.sex <> h.sex"
  ),
  ("INT32", "SELECT n FROM header WHERE child IN (SELECT child FROM header GROUP BY child HAVING count(*) > 1)"),
  ("INT09", "SELECT n FROM uasc u WHERE NOT EXISTS (FROM header h WHERE h.child = u.child)"),
  ("INT11", "SELECT DISTINCT a.n FROM ad1 a JOIN header h USING (child) WHERE a.dob <> h.dob"),
  ("INT14", "SELECT DISTINCT o.n FROM oc2 o JOIN header h USING (child) WHERE o.dob <> h.dob"),
  ("INT17", "SELECT DISTINCT r.n FROM reviews r JOIN header h USING (child) WHERE r.dob <> h.dob"),
  (
    "EPI",
    """
    SELECT n FROM header h
    WHERE NOT EXISTS (FROM episodes e WHERE e.child = h.child) AND NOT EXISTS (FROM oc3 o WHERE o.child = h.child)
    """
  ),
]
