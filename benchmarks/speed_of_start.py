"""From the call of a command to its end, beside `python -m jieba` and bare Python; by the clock, as people feel it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.timing import clean_environment, in_turns, run_child

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "samples/city-report-2023.txt"
TIMES = 9

PAIRS = {
    "`govtext extract REPORT --json` : `python -m jieba REPORT`": (
        ("-m", "govtext", "extract", SAMPLE, "--json"),
        ("-m", "jieba", SAMPLE),
    ),
    "`govtext extract REPORT --json --engine rjieba` : `python -m jieba REPORT`": (
        ("-m", "govtext", "extract", SAMPLE, "--json", "--engine", "rjieba"),
        ("-m", "jieba", SAMPLE),
    ),
    "`govtext --version` : `python -c pass`": (("-m", "govtext", "--version"), ("-c", "pass")),
    '`govtext --help` : `python -c "import typer"`': (("-m", "govtext", "--help"), ("-c", "import typer")),
    '`python -c "import govtext"` : `python -c pass`': (("-c", "import govtext"), ("-c", "pass")),
}


def table(folder: Path) -> list[tuple[str, ...]]:
    """Return how long each command takes and its ratio to the other; each has been run before, so caches are there."""
    environment = clean_environment(folder)
    commands = {command for pair in PAIRS.values() for command in pair}

    def seconds(command: tuple[str, ...]) -> float:
        return run_child(command, environment).seconds

    for command in commands:
        seconds(command)
    took = in_turns({" ".join(command): partial(seconds, command) for command in commands}, TIMES)
    rows: list[tuple[str, ...]] = [("", "ms", "ms of the other", "ratio")]
    for name, pair in PAIRS.items():
        ours, other = (took[" ".join(command)] for command in pair)
        rows.append((name, f"{ours * 1000:.0f}", f"{other * 1000:.0f}", f"{ours / other:.2f}"))
    return rows
