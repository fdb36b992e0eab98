/// Rules on times missing, social workers and deprivation of liberty orders.
let timeTwins: [(code: String, sql: String)] = [
  ("564", "SELECT n FROM missing WHERE missing IN ('M', 'A') AND mis_start_text IS NULL"),
  ("565", "SELECT n FROM missing WHERE mis_start_text IS NOT NULL AND missing IS NULL"),
  ("566", "SELECT n FROM missing WHERE mis_end_text IS NOT NULL AND missing IS NULL"),
  ("567", "SELECT n FROM missing WHERE mis_start > mis_end"),
  ("570", "SELECT n FROM missing WHERE mis_start > year_end()"),
  ("571", "SELECT n FROM missing WHERE mis_end NOT BETWEEN year_start() AND year_end()"),
  (
    "574",
    """
    SELECT n FROM missing
    WHERE turn > 1 AND mis_start IS NOT NULL AND (previous_mis_end IS NULL OR mis_start < previous_mis_end)
    """
  ),
  (
    "581",
    """
    SELECT m.n FROM missing m JOIN episodes e ON e.child = m.child AND e.turn = 1 WHERE m.mis_start < e.decom
    """
  ),
  ("586", "SELECT n FROM missing WHERE mis_start <= dob"),
  ("1004", "SELECT n FROM missing WHERE mis_start IS NULL"),
  ("1005", "SELECT n FROM missing WHERE mis_end IS NULL AND mis_end_text IS NOT NULL"),
  ("1006", "SELECT n FROM missing WHERE missing NOT IN ('M', 'A')"),
  (
    "SW02STG1",
    "SELECT n FROM swepisodes WHERE sw_id IS NULL OR length(sw_id) < 4 OR left(sw_id, 2) NOT IN ('SW', 'XX')"
  ),
  ("SW04STG1", "SELECT n FROM swepisodes WHERE sw_decom IS NULL AND sw_decom_text IS NOT NULL"),
  ("SW05STG1", "SELECT n FROM swepisodes WHERE sw_dec IS NULL AND sw_dec_text IS NOT NULL"),
  ("SW06STG2", "SELECT n FROM swepisodes WHERE sw_decom > year_end()"),
  (
    "SW07STG2",
    "SELECT n FROM swepisodes WHERE sw_dec < year_start() - INTERVAL 1 YEAR OR sw_dec > year_end()"
  ),
  (
    "SW08STG2",
    "SELECT n FROM swepisodes WHERE sw_decom IS NOT NULL AND sw_dec IS NULL AND next_sw_decom IS NOT NULL"
  ),
  ("SW09STG2", "SELECT n FROM swepisodes WHERE sw_dec - sw_decom < 3"),
  (
    "SW10STG2",
    """
    SELECT n FROM swepisodes
    WHERE turn > 1 AND sw_reason IS DISTINCT FROM 'FCONTA'
      AND NOT coalesce(abs(sw_decom - previous_sw_dec) <= 7, false)
    """
  ),
  ("SW10bSTG2", "SELECT n FROM swepisodes WHERE sw_reason = 'FCONTA' AND sw_decom <= previous_sw_dec"),
  (
    "SW13STG1",
    """
    SELECT n FROM swepisodes
    WHERE sw_reason NOT IN (
        'MANAGE', 'FCONTA', 'LEFTRL', 'ORGRST', 'TSPROC', 'ABSENC', 'CHCHAN', 'PCCHAN', 'SWDIED', 'OTHERS')
      OR sw_reason IS NULL AND sw_decom >= DATE '2023-04-01'
    """
  ),
  (
    "SW17STG2",
    """
    SELECT n FROM swepisodes s
    WHERE sw_dec_text IS NOT NULL AND sw_decom IS NOT NULL AND next_sw_decom IS NULL AND EXISTS (
      FROM episodes e WHERE e.child = s.child AND decom <= year_end() AND (dec IS NULL OR dec > year_end())
      AND (ls IS NULL OR ls NOT IN ('V3', 'V4')))
    """
  ),
  ("SW18STG2", "SELECT n FROM swepisodes WHERE sw_dec <= sw_decom"),
  ("SW19STG2", "SELECT n FROM swepisodes WHERE sw_decom = previous_sw_decom OR sw_decom = next_sw_decom"),
  ("700", "SELECT n FROM dolo WHERE dolo_start IS NULL"),
  ("701", "SELECT n FROM dolo WHERE dolo_end IS NULL AND dolo_end_text IS NOT NULL"),
  ("702", "SELECT n FROM dolo WHERE dolo_end <= dolo_start"),
  ("703", "SELECT n FROM dolo WHERE dolo_start > year_end()"),
  ("704", "SELECT n FROM dolo WHERE dolo_end NOT BETWEEN year_start() AND year_end()"),
  (
    "705",
    """
    SELECT n FROM dolo
    WHERE turn > 1 AND dolo_start IS NOT NULL AND (previous_dolo_end IS NULL OR dolo_start < previous_dolo_end)
    """
  ),
  ("708", "SELECT n FROM dolo WHERE dolo_start <= dob"),
]
