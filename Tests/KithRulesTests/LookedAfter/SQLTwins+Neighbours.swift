/// Rules on an episode beside the child's others, of this year and of last.
let neighbourTwins: [(code: String, sql: String)] = [
  (
    "142",
    """
    SELECT n FROM episodes
    WHERE decom IS NOT NULL AND next_decom IS NOT NULL AND (dec IS NULL OR rec IS NULL)
    """
  ),
  (
    "225",
    """
    SELECT n FROM episodes
    WHERE rec = 'X1' AND reason_place_change IS NULL AND coalesce(place, '') NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
      AND next_rne IN ('P', 'B', 'T', 'U') AND coalesce(next_place, '') NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
    """
  ),
  ("431", "SELECT n FROM episodes WHERE rne = 'S' AND decom <= previous_dec"),
  (
    "432",
    """
    SELECT n FROM episodes
    WHERE regexp_full_match(previous_rec, 'E[2356789]|E4[AB15678]|E1[1-7]') AND rne IS DISTINCT FROM 'S'
    """
  ),
  (
    "433",
    """
    SELECT n FROM episodes
    WHERE turn > 1 AND rne IN ('P', 'L', 'T', 'U', 'B')
      AND (decom IS NULL OR previous_dec IS NULL OR decom <> previous_dec)
    """
  ),
  (
    "434",
    """
    SELECT n FROM episodes
    WHERE turn > 1 AND rne = 'L' AND (ls IS NOT DISTINCT FROM previous_ls
      OR (place, pl_post, urn, place_provider)
        IS DISTINCT FROM (previous_place, previous_pl_post, previous_urn, previous_place_provider))
    """
  ),
  (
    "435",
    """
    SELECT n FROM episodes
    WHERE turn > 1 AND rne IN ('P', 'T') AND (ls IS DISTINCT FROM previous_ls
      OR (place, pl_post, urn, place_provider)
        IS NOT DISTINCT FROM (previous_place, previous_pl_post, previous_urn, previous_place_provider))
    """
  ),
  (
    "436",
    """
    SELECT n FROM episodes
    WHERE turn > 1 AND rne IN ('U', 'B') AND (ls IS NOT DISTINCT FROM previous_ls
      OR (place, pl_post, urn, place_provider)
        IS NOT DISTINCT FROM (previous_place, previous_pl_post, previous_urn, previous_place_provider))
    """
  ),
  (
    "437",
    "SELECT n FROM episodes WHERE rec IN ('E2', 'E15') AND decom IS NOT NULL AND next_decom IS NOT NULL"
  ),
  ("501", "SELECT n FROM episodes WHERE decom < previous_dec"),
  (
    "504",
    """
    SELECT n FROM episodes
    WHERE turn > 1 AND previous_rec = 'X1' AND previous_dec = decom AND cin IS DISTINCT FROM previous_cin
    """
  ),
  ("357", "SELECT n FROM episodes WHERE turn = 1 AND rne IS DISTINCT FROM 'S' AND decom >= year_start()"),
  (
    "388",
    """
    SELECT n FROM episodes
    WHERE decom IS NOT NULL AND dec IS NOT NULL AND CASE
      WHEN next_decom IS NULL THEN rec = 'X1'
      ELSE rec = 'X1' AND dec <> next_decom OR rec <> 'X1' AND dec = next_decom END
    """
  ),
  (
    "226",
    """
    SELECT n FROM episodes
    WHERE regexp_full_match(place, 'T[0-4]')
      AND (reason_place_change IS NOT NULL OR previous_reason_place_change IS NOT NULL)
    """
  ),
  (
    "383",
    """
    SELECT e.n FROM episodes e JOIN episodes before ON before.child = e.child AND before.turn = e.turn - 2
    WHERE regexp_full_match(e.previous_place, 'T[0-4]') AND (e.rne IS DISTINCT FROM 'P'
      OR e.place IS NULL OR e.place IS DISTINCT FROM before.place
      OR e.pl_post IS NULL OR e.pl_post IS DISTINCT FROM before.pl_post)
    """
  ),
  (
    "336",
    """
    SELECT n FROM episodes
    WHERE turn > 1 AND place IN ('A3', 'A5') AND NOT regexp_full_match(coalesce(previous_place, ''), 'A[3-6]|U[1-6]')
    """
  ),
  (
    "630",
    """
    SELECT n FROM episodes e
    WHERE rne = 'S' AND decom >= year_start() AND (
      NOT EXISTS (FROM prevperm p WHERE p.child = e.child)
      OR EXISTS (
        FROM prevperm p WHERE p.child = e.child
        AND (prev_perm IS NULL OR prev_perm <> 'Z1' AND (la_perm IS NULL OR date_perm IS NULL))))
    """
  ),
  (
    "199",
    """
    SELECT n FROM episodes e
    WHERE decom IS NOT NULL AND (
      EXISTS (FROM episodes b WHERE b.child = e.child AND b.turn < e.turn AND b.rec IN ('E11', 'E12'))
      OR EXISTS (FROM episodes_last b WHERE b.child = e.child AND b.decom < e.decom AND b.rec IN ('E11', 'E12')))
    """
  ),
  (
    "502",
    """
    SELECT e.n FROM episodes e JOIN open_last_year o USING (child)
    WHERE e.turn = 1 AND o.dec_text IS NULL AND e.decom IS DISTINCT FROM o.decom
    """
  ),
  (
    "503A",
    "SELECT e.n FROM episodes e JOIN open_last_year o USING (child) WHERE e.turn = 1 AND e.rne IS DISTINCT FROM o.rne"
  ),
  (
    "503B",
    "SELECT e.n FROM episodes e JOIN open_last_year o USING (child) WHERE e.turn = 1 AND e.ls IS DISTINCT FROM o.ls"
  ),
  (
    "503C",
    "SELECT e.n FROM episodes e JOIN open_last_year o USING (child) WHERE e.turn = 1 AND e.cin IS DISTINCT FROM o.cin"
  ),
  (
    "503E",
    """
    SELECT e.n FROM episodes e JOIN open_last_year o USING (child)
    WHERE e.turn = 1 AND e.place_provider IS DISTINCT FROM o.place_provider
    """
  ),
  (
    "503F",
    "SELECT e.n FROM episodes e JOIN open_last_year o USING (child) WHERE e.turn = 1 AND e.urn IS DISTINCT FROM o.urn"
  ),
  (
    "562",
    """
    SELECT e.n FROM episodes e
    LEFT JOIN (SELECT child, max(decom) AS decom FROM episodes_last GROUP BY child) last ON last.child = e.child
    WHERE e.turn = 1 AND e.decom < year_start() AND e.decom IS DISTINCT FROM last.decom
    """
  ),
  (
    "NoE",
    """
    SELECT n FROM episodes e
    WHERE decom < year_start() AND NOT EXISTS (FROM episodes_last l WHERE l.child = e.child)
    """
  ),
]
