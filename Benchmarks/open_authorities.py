"""Prints the codes of the authorities of Kith's register that were open on 31 March of a year."""
import csv
import sys

day = f"{sys.argv[1]}-03-31"
for row in csv.DictReader(open("Sources/KithPlaces/Resources/authorities.csv", encoding="utf-8")):
    if (row["opened"] or "0") <= day and (row["closed"] or "9") > day:
        print(row["code"])
