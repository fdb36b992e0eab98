"""Runs the Python validator in use on a folder, as its web page does: both years, the provider list, its two reports.

usage: ssda903_validator.py FOLDER YEAR AUTHORITY [REPORT_FOLDER]
"""
import importlib
import logging
import pathlib
import sys

from lac_validator import lac_validator
from lac_validator.report import Report

logging.disable(logging.CRITICAL)
folder, year, authority = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
reports = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None


def uploads(path, description):
    return [
        {"name": file.name, "description": description, "file_content": file.read_bytes()}
        for file in sorted(path.glob("*.csv"))
    ]


files = uploads(folder, "This year") + uploads(folder / "prev", "Prev year")
providers = folder / "providers.xlsx"
if providers.exists():
    files.append({"name": providers.name, "description": "CH lookup", "file_content": providers.read_bytes()})
registry = importlib.import_module(f"lac_validator.rules.lac{year - 1}_{year % 100}").registry
metadata = {"collectionYear": str(year), "localAuthority": authority}
validator = lac_validator.LacValidator(metadata=metadata, files=files, registry=registry)
if reports:
    report = Report(validator.ds_results, registry)
    reports.mkdir(parents=True, exist_ok=True)
    report.error_summary.to_csv(reports / "ErrorCounts.csv")
    report.child_summary.to_csv(reports / "ChildErrorSummary.csv")
    report.excel_report(str(reports / "Report.xlsx"))
print(len(validator.dones), "rules run;", len(validator.skips), "skipped;", len(validator.fails), "failed")
