/// Rules on adoptions (AD1), decisions to place for adoption and earlier permanence.
let adoptionTwins: [(code: String, sql: String)] = [
  ("112", "SELECT n FROM ad1 WHERE date_int IS NULL AND date_int_text IS NOT NULL"),
  ("113", "SELECT n FROM ad1 WHERE date_match IS NULL AND date_match_text IS NOT NULL"),
  ("114", "SELECT n FROM ad1 WHERE foster_care NOT IN ('0', '1')"),
  (
    "151",
    """
    SELECT n FROM ad1
    WHERE (date_int_text IS NULL)::INT + (date_match_text IS NULL)::INT + (foster_care IS NULL)::INT
      + (nb_adoptr IS NULL)::INT + (sex_adoptr IS NULL)::INT + (ls_adoptr IS NULL)::INT BETWEEN 1 AND 5
    """
  ),
  ("175", "SELECT n FROM ad1 WHERE nb_adoptr NOT IN ('1', '2')"),
  ("176", "SELECT n FROM ad1 WHERE sex_adoptr NOT IN ('M1', 'F1', 'MM', 'FF', 'MF')"),
  ("177", "SELECT n FROM ad1 WHERE ls_adoptr NOT IN ('L0', 'L11', 'L12', 'L2', 'L3', 'L4')"),
  ("333", "SELECT n FROM ad1 WHERE date_match IS NOT NULL AND (date_int IS NULL OR date_int > date_match)"),
  ("511", "SELECT n FROM ad1 WHERE nb_adoptr = '2' AND sex_adoptr IN ('M1', 'F1')"),
  ("514", "SELECT n FROM ad1 WHERE ls_adoptr = 'L0' AND (sex_adoptr IS NULL OR sex_adoptr NOT IN ('M1', 'F1'))"),
  ("517", "SELECT n FROM ad1 WHERE ls_adoptr = 'L3' AND sex_adoptr IS DISTINCT FROM 'MF'"),
  ("518", "SELECT n FROM ad1 WHERE ls_adoptr = 'L4' AND (sex_adoptr IS NULL OR sex_adoptr NOT IN ('MM', 'FF'))"),
  (
    "519",
    "SELECT n FROM ad1 WHERE ls_adoptr = 'L2' AND (sex_adoptr IS NULL OR sex_adoptr NOT IN ('MM', 'FF', 'MF'))"
  ),
  ("520", "SELECT n FROM ad1 WHERE ls_adoptr = 'L11' AND sex_adoptr IS DISTINCT FROM 'MF'"),
  ("524", "SELECT n FROM ad1 WHERE ls_adoptr = 'L12' AND (sex_adoptr IS NULL OR sex_adoptr NOT IN ('MM', 'FF'))"),
  (
    "331",
    """
    SELECT DISTINCT a.n FROM ad1 a JOIN episodes e USING (child)
    WHERE e.rec IN ('E11', 'E12') AND a.date_match > e.decom
    """
  ),
  (
    "521",
    """
    SELECT DISTINCT a.n FROM ad1 a JOIN episodes e USING (child)
    WHERE e.place IN ('A3', 'A4', 'A5', 'A6') AND a.date_int > e.decom
    """
  ),
  (
    "582",
    """
    SELECT DISTINCT e.n FROM episodes e JOIN ad1 a USING (child)
    WHERE e.rec IN ('E11', 'E12') AND e.dec = a.date_match
    """
  ),
  (
    "602",
    """
    SELECT n FROM ad1 a
    WHERE coalesce(date_int_text, date_match_text, foster_care, nb_adoptr, sex_adoptr, ls_adoptr) IS NOT NULL
      AND NOT EXISTS (
        FROM episodes e WHERE e.child = a.child AND rec IN ('E11', 'E12') AND dec BETWEEN year_start() AND year_end())
    """
  ),
  ("115", "SELECT n FROM placedadoption WHERE date_placed IS NULL AND date_placed_text IS NOT NULL"),
  ("116", "SELECT n FROM placedadoption WHERE date_placed_ceased IS NULL AND date_placed_ceased_text IS NOT NULL"),
  (
    "119",
    "SELECT n FROM placedadoption WHERE (date_placed_ceased_text IS NULL) <> (reason_placed_ceased IS NULL)"
  ),
  ("120", "SELECT n FROM placedadoption WHERE NOT regexp_full_match(reason_placed_ceased, 'RD[1-4]')"),
  (
    "184",
    """
    SELECT DISTINCT d.n FROM placedadoption d JOIN header h USING (child)
    WHERE d.date_placed IS NOT NULL AND (h.dob IS NULL OR d.date_placed < h.dob)
    """
  ),
  ("522", "SELECT n FROM placedadoption WHERE date_placed_ceased < date_placed"),
  (
    "559",
    """
    SELECT n FROM placedadoption d WHERE date_placed < year_start() AND (
      NOT EXISTS (FROM placedadoption_last l WHERE l.child = d.child)
      OR EXISTS (FROM placedadoption_last l WHERE l.child = d.child AND l.date_placed IS NULL))
    """
  ),
  (
    "561",
    """
    SELECT DISTINCT d.n FROM placedadoption d JOIN placedadoption_last l USING (child)
    WHERE coalesce(l.date_placed_ceased_text, l.reason_placed_ceased) IS NOT NULL AND d.date_placed = l.date_placed
    """
  ),
  (
    "563",
    """
    SELECT n FROM placedadoption
    WHERE date_placed_text IS NULL AND date_placed_ceased_text IS NOT NULL AND reason_placed_ceased IS NOT NULL
    """
  ),
  (
    "579",
    """
    SELECT n FROM placedadoption
    WHERE turn > 1 AND (previous_date_placed_ceased IS NULL OR date_placed < previous_date_placed_ceased)
    """
  ),
  (
    "584",
    """
    SELECT DISTINCT d.n FROM placedadoption d JOIN placedadoption_last l USING (child)
    WHERE coalesce(l.date_placed_ceased_text, l.reason_placed_ceased) IS NOT NULL
      AND (d.date_placed_text IS NULL OR d.date_placed <= l.date_placed)
    """
  ),
  ("631", "SELECT n FROM prevperm WHERE prev_perm NOT IN ('P1', 'P2', 'P3', 'P4', 'Z1')"),
  (
    "635",
    """
    SELECT n FROM prevperm
    WHERE (la_perm IS NOT NULL OR date_perm IS NOT NULL) AND (prev_perm IS NULL OR prev_perm = 'Z1')
    """
  ),
]
