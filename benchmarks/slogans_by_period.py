"""Print the slogans that mark each period of a row of dated reports, as a Markdown page.

    python benchmarks/slogans_by_period.py FOLDER > docs/slogans-by-period.md

FOLDER holds one report a file, its year in the file name (1978.txt). A slogan marks a period when a larger share of
the period's reports say it than of the other reports. Slogans that occur before the year that the dictionary gives
for them are listed at the end.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from govtext import Extractor
from govtext.read import read_file

PERIODS = ((1949, 1965), (1966, 1978), (1979, 1991), (1992, 2002), (2003, 2012), (2013, 2022), (2023, 2026))
"""Founding and construction; Cultural Revolution and after; reform; market economy; three leaderships since."""

SHOWN = 15


def main(folder: Path) -> None:
    extractor = Extractor()
    reports: dict[int, Counter[str]] = {}
    since: dict[str, int | None] = {}
    early: dict[str, list[int]] = defaultdict(list)
    for path in sorted(folder.glob("*.txt")):
        document = extractor.extract(read_file(path), tables=("slogans",))
        year = int((document.source.date or path.stem)[:4])
        reports[year] = Counter(slogan.canonical for slogan in document.slogans if slogan.rule == "slogan/dictionary")
        for slogan in document.slogans:
            since[slogan.canonical] = slogan.since
            if slogan.since and year < slogan.since:
                early[slogan.canonical].append(year)
    print("# Slogans by period\n")
    print(f"{len(reports)} national work reports, {min(reports)}–{max(reports)}; slogans of the dictionary. The number")
    print("after a slogan is how many of the period's reports say it.\n")
    print("| Period | Reports | Slogans that mark it |\n| --- | --- | --- |")
    for first, last in PERIODS:
        inside = [said for year, said in reports.items() if first <= year <= last]
        outside = [said for year, said in reports.items() if not first <= year <= last]
        if inside:
            marks = "、".join(f"{name} {count}" for name, count in marking(inside, outside))
            print(f"| {first}–{last} | {len(inside)} | {marks} |")
    print("\n## Said before the year given\n")
    for name, years in sorted(early.items()):
        print(f"- {name} (since {since[name]}): {', '.join(map(str, sorted(set(years))))}")
    if not early:
        print("None.")


def marking(inside: list[Counter[str]], outside: list[Counter[str]]) -> list[tuple[str, int]]:
    """Return the slogans whose share of reports inside exceeds that outside most, with their number of reports."""
    said = Counter(name for report in inside for name in report)
    elsewhere = Counter(name for report in outside for name in report)
    excess = {name: count / len(inside) - elsewhere[name] / max(1, len(outside)) for name, count in said.items()}
    best = sorted(excess, key=lambda name: (-excess[name], name))[:SHOWN]
    return [(name, said[name]) for name in best if excess[name] > 0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
