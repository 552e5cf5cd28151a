"""Other tools on the same text: how long they take and how many quantities they find; processor time, one process."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from benchmarks.others import ABSENT, PEERS, reason
from benchmarks.timing import in_turns, processor_seconds

from govtext import Extractor, __version__
from govtext.read import SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TIMES = 3
SIZE = 30_000
"""Bytes of text; the slowest tool reads 13 KB a second."""

SCRIPTS = {
    "Recognizers-Text": ("number, percentage, currency, dimension", "time_recognizers.py"),
    "JioNLP": ("extract_money", "time_jionlp.py"),
    "cn2an": ("transform", "time_cn2an.py"),
}


class Said(NamedTuple):
    """What a tool took for the text (seconds), and how many quantities it found; None where it only rewrites."""

    version: str
    seconds: float
    found: int | None


def table(texts: Sequence[str], cache: Path | None) -> list[tuple[str, ...]]:
    """Return a row a tool, ours first."""
    chosen: list[str] = []
    for text in texts:
        if sum(len(text.encode()) for text in chosen) < SIZE:
            chosen.append(text)
    kilobytes = sum(len(text.encode()) for text in chosen) / 1000
    rows: list[tuple[str, ...]] = [("", "ms a KB", "quantities found")]
    rows.append(_row("govtext, facts alone", _ours(chosen), kilobytes))
    for peer in PEERS:
        if peer.name not in SCRIPTS:
            continue
        what, script = SCRIPTS[peer.name]
        name = f"{peer.name}, {what}"
        try:
            if cache is None:
                raise FileNotFoundError("no --peers")
            said = msgspec.json.decode(peer.ask(cache, script, json.dumps(chosen)).splitlines()[-1], type=Said)
        except (OSError, subprocess.SubprocessError) as error:
            print(f"{peer.name}: {ABSENT}: {reason(error)}", file=sys.stderr)
            rows.append((name, ABSENT, ""))
            continue
        rows.append(_row(name, said, kilobytes))
    return rows


def _row(name: str, said: Said, kilobytes: float) -> tuple[str, ...]:
    found = "–" if said.found is None else f"{said.found:,}"
    return (f"{name} ({said.version})", f"{said.seconds / kilobytes * 1000:.2f}", found)


def _ours(texts: Sequence[str]) -> Said:
    extractor = Extractor()
    sources = [SourceText(path="-", text=text, encoding="utf-8", sha256="") for text in texts]

    def find() -> int:
        return sum(len(extractor.extract(source, tables=("facts",)).facts) for source in sources)

    def seconds() -> float:
        begun = processor_seconds()
        find()
        return processor_seconds() - begun

    found = find()
    return Said(__version__, in_turns({"": seconds}, TIMES)[""], found)
