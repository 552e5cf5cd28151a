"""How fast govtext is and how much memory it takes, beside jieba and other tools; write docs/performance.md.

    python -m benchmarks.speed
    python -m benchmarks.speed --quick --corpus reports/ --peers ~/.cache/govtext-peers

Without --corpus the text is that of samples/. Without --peers the other tools are not asked; they are installed from
PyPI into an environment of their own in the folder named. --quick leaves out 100 MB.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import speed_of_peers, speed_of_runs, speed_of_start, speed_of_text

from govtext.read import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE = Path("docs/performance.md")

TEXT = """\
# Performance

Written by `{command}` on {cores} cores, {machine}, {system}, Python {python}.
The text is that of {corpus}: {count} reports of {size:.0f} KB together, in UTF-8. What stands in one table was measured
in turns and is the median of several: trust the ratios, not the seconds.

{tables}
"""


def main() -> None:
    """Measure, print the tables, write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=Path("samples"), help="folder of reports (default: %(default)s)")
    parser.add_argument("--peers", type=Path, help="folder for the environment of the other tools")
    parser.add_argument("--quick", action="store_true", help="leave out 100 MB")
    parser.add_argument("--only", nargs="+", choices=("start", "text", "growth", "workers", "files", "peers"))
    parser.add_argument("--output", type=Path, default=PAGE, help="the page to write (default: %(default)s)")
    options = parser.parse_args()

    texts = [read_file(path).text for path in sorted(options.corpus.rglob("*.txt"))]
    with tempfile.TemporaryDirectory(prefix="govtext-speed-") as folder:
        place = Path(folder)
        families = {
            "start": ("From a cold start", lambda: speed_of_start.table(place)),
            "text": ("The text itself, one warm process", lambda: speed_of_text.table(texts)),
            "growth": ("More text", lambda: speed_of_runs.growth(texts, place, quick=options.quick)),
            "workers": ("Two processes", lambda: speed_of_runs.workers(texts, place)),
            "files": ("Many small files", lambda: speed_of_runs.many_files(place)),
            "peers": ("Other tools", lambda: speed_of_peers.table(texts, options.peers)),
        }
        tables = []
        for name in options.only or families:
            title, measure = families[name]
            tables.append("\n".join([f"## {title}", "", *_markdown(measure())]))
            print(tables[-1], end="\n\n", flush=True)
    options.output.write_text(
        TEXT.format(
            command=" ".join(["python -m benchmarks.speed", *sys.argv[1:]]),
            cores=os.cpu_count(),
            machine=platform.machine(),
            system=platform.system(),
            python=platform.python_version(),
            corpus=f"`{options.corpus.name}`",
            count=len(texts),
            size=sum(len(text.encode()) for text in texts) / 1000,
            tables="\n\n".join(tables),
        ),
        encoding="utf-8",
        newline="\n",
    )


def _markdown(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; the first row is its head."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"| --- |{' ---: |' * (len(row) - 1)}"


if __name__ == "__main__":
    main()
