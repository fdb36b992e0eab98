"""Links two files of children by Splink on DuckDB, as its documentation has it, and prints one JSON object.

Names with term frequencies, date of birth, postcode and sex; seven blocking rules; u by random pairs, m by EM; then each record
once at most, the greatest weight first, since Splink's own one-to-one takes too much memory on this DuckDB.

usage: splink_children.py FOLDER     (with A.csv, B.csv and truth.csv)
"""
import json
import logging
import resource
import sys
import time
import warnings

started = time.perf_counter()
warnings.filterwarnings("ignore")
logging.getLogger("splink").setLevel(logging.ERROR)

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

folder = sys.argv[1]
connection = duckdb.connect()


def table(name):
    columns = ", ".join(f"nullif({c}, '') AS {c}" for c in ("given_name", "surname", "dob", "sex", "postcode"))
    found = connection.sql(f"SELECT rec_id, {columns} FROM read_csv('{folder}/{name}', all_varchar = true)").arrow()
    return found.read_all() if hasattr(found, "read_all") else found


rules = [
    block_on("given_name", "surname"), block_on("dob"), block_on("postcode"), block_on("surname", "substr(dob, 1, 7)"),
    block_on("given_name", "substr(dob, 1, 4)", "substr(postcode, 1, 2)"),
    "l.given_name = r.surname AND l.surname = r.given_name",
    block_on("substr(given_name, 1, 3)", "substr(surname, 1, 3)", "substr(dob, 1, 4)"),
]
settings = SettingsCreator(
    link_type="link_only", unique_id_column_name="rec_id", blocking_rules_to_generate_predictions=rules,
    comparisons=[
        cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("dob", input_is_string=True, invalid_dates_as_null=True),
        cl.PostcodeComparison("postcode"), cl.ExactMatch("sex"),
    ])
api = DuckDBAPI(connection)
linker = Linker([api.register(table("A.csv")), api.register(table("B.csv"))], settings)
linker.training.estimate_probability_two_random_records_match(
    [block_on("given_name", "surname", "dob"), block_on("given_name", "dob", "postcode")], recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
for column in ("dob", "postcode"):
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(column), estimate_without_term_frequencies=True)
predicted = linker.inference.predict(threshold_match_probability=0.5).physical_name
linked = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

pairs = connection.execute(f"SELECT rec_id_l, rec_id_r FROM {predicted} ORDER BY match_weight DESC, 1, 2").fetchall()
taken, left, right = set(), set(), set()
for a, b in pairs:
    if a not in left and b not in right:
        left.add(a)
        right.add(b)
        taken.add((a, b))
truth = set(connection.execute(f"SELECT rec_id_a, rec_id_b FROM read_csv('{folder}/truth.csv', all_varchar = true)").fetchall())
true = len(taken & truth)
print(json.dumps({
    "seconds": linked, "megabytes": peak, "links": len(taken), "precision": true / len(taken), "recall": true / len(truth),
    "f1": 2 * true / (len(taken) + len(truth))}))
