"""Hold the accuracy: no figure may fall below its floor in floors.json.

python ../shared/eval/score.py --cmd .venv/bin/govtext --json | python tests/floors.py
python ../shared/eval/score.py --cmd .venv/bin/govtext --json | python tests/floors.py --raise 0.005

--raise lifts each floor to that much below the figure now. It lowers none: that is an edit by hand.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")


def figures(score: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """Yield the figures of a score by name: facts.strict.f1, facts.fields.kind, slogans.recall …"""
    for name, value in score.items():
        if isinstance(value, dict):
            yield from figures(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def compare(floors: dict[str, float], now: dict[str, float]) -> tuple[str, list[str]]:
    """Return a table of floors and figures, and the names of the figures that are too low or missing."""
    low = [name for name, floor in floors.items() if now.get(name, -1.0) < floor]
    width = max(map(len, floors), default=0)
    rows = [f"{'figure':<{width}}   floor     now  above"]
    for name, floor in floors.items():
        value = now.get(name, math.nan)
        mark = "  TOO LOW" if name in low else ""
        rows.append(f"{name:<{width}}  {floor:.4f}  {value:.4f} {value - floor:+.4f}{mark}")
    return "\n".join(rows) + "\n", low


def raised(floors: dict[str, float], now: dict[str, float], margin: float) -> dict[str, float]:
    """Return the floors, each at least `margin` below the figure now."""
    return {name: max(floor, round(now.get(name, 0) - margin, 4)) for name, floor in floors.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare a score (JSON, from standard input) with floors.json.")
    parser.add_argument("--raise", dest="margin", type=float, metavar="MARGIN", help="lift floors to now - MARGIN")
    margin = parser.parse_args().margin
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    now = dict(figures(json.load(sys.stdin)))
    if margin is not None:
        floors = raised(floors, now, margin)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    table, low = compare(floors, now)
    sys.stdout.write(table)
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
