"""Whole runs of `govtext extract FOLDER`: with more text, with two processes, with many small files."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from benchmarks.timing import Child, clean_environment, in_turns, run_child

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MEGABYTES = (1, 10, 100)
SHARED = 10
"""Megabytes that one or two processes read."""

FILES = (100, 10_000)
SMALL = "全年地区生产总值增长5.2%左右，新增城镇就业2.3万人。坚持稳中求进工作总基调，深入推进放管服改革。\n" * 3
TIMES = 3


def growth(texts: Sequence[str], folder: Path, *, quick: bool) -> list[tuple[str, ...]]:
    """Return time and peak memory for 1, 10 and 100 MB of many reports."""
    rows: list[tuple[str, ...]] = [("MB", "s", "s a MB", "peak MB")]
    _extract(_reports(texts, folder / "first", 0.01), folder)  # what is read once and then kept
    for size in MEGABYTES[: 2 if quick else 3]:
        child = _extract(_reports(texts, folder / f"{size}-megabytes", size), folder, "-j", "1")
        rows.append((str(size), f"{child.seconds:.1f}", f"{child.seconds / size:.2f}", f"{child.peak / 1e6:.0f}"))
    return rows


def workers(texts: Sequence[str], folder: Path) -> list[tuple[str, ...]]:
    """Return how long one process and two take for the same reports."""
    rows: list[tuple[str, ...]] = [("processes", "s", "times as fast")]
    reports = _reports(texts, folder / "shared", SHARED)
    runs = {jobs: lambda jobs=jobs: _extract(reports, folder, "-j", jobs).seconds for jobs in ("1", "2")}
    took = in_turns(runs, TIMES)
    return [*rows, *((jobs, f"{took[jobs]:.1f}", f"{took['1'] / took[jobs]:.2f}") for jobs in runs)]


def many_files(folder: Path) -> list[tuple[str, ...]]:
    """Return time and peak memory for few and for many files of a few sentences."""
    rows: list[tuple[str, ...]] = [("files", "s", "ms a file", "peak MB")]
    _extract(_small(folder / "one-file", 1), folder)  # what is read once and then kept
    for number in FILES:
        place = _small(folder / f"{number}-files", number)
        child = _extract(place, folder, "-j", "1")
        each = f"{child.seconds / number * 1000:.1f}"
        rows.append((f"{number:,}", f"{child.seconds:.1f}", each, f"{child.peak / 1e6:.0f}"))
    return rows


def _small(folder: Path, number: int) -> Path:
    folder.mkdir()
    for index in range(number):
        (folder / f"{index}.txt").write_text(SMALL, encoding="utf-8")
    return folder


def _reports(texts: Sequence[str], folder: Path, megabytes: float) -> Path:
    """Write reports until there are so many megabytes of them; return their folder."""
    folder.mkdir()
    written = 0
    for number, text in enumerate(cycle(texts)):
        if written >= megabytes * 1_000_000:
            break
        data = text.encode()
        (folder / f"{number}.txt").write_bytes(data)
        written += len(data)
    return folder


def _extract(reports: Path, folder: Path, *options: str) -> Child:
    """Extract everything from a folder of reports into a file, as people do."""
    command = ("-m", "govtext", "extract", str(reports), "-o", str(folder / "records.jsonl"), *options)
    return run_child(command, clean_environment(folder))
