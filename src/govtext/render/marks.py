"""Cut a text where records begin and end, so that nested and crossing ones can be shown side by side."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govtext.model import Document, Record

Spans = list[tuple[int, int]]
"""The pieces of the source that make up a paragraph, in order; what lies between them is layout."""

_LINE = regex.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


class Mark(NamedTuple):
    """A record as it is marked: its table, its place in that table (0-based)."""

    table: str
    number: int
    record: Record


class Piece(NamedTuple):
    """A part of a paragraph that the same marks cover: its text, and the span of the source (end exclusive)."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...]


def lines(text: str) -> Iterator[Spans]:
    """Yield every line that is not blank as a paragraph."""
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            yield [(start, start + len(stripped))]


def marked(
    document: Document, text: str, tables: Sequence[str], paragraphs: Callable[[str], Iterable[Spans]] = lines
) -> Iterator[list[Piece]]:
    """Yield the paragraphs of a text as pieces, cut at the ends of marks.

    `完成“十四五”规划目标` with a slogan `十四五` inside a policy gives four pieces; the second is both.
    """
    starts, marks = _covering(document, tables)
    for spans in paragraphs(text):
        pieces: list[Piece] = []
        for start, end in spans:
            position = start
            while position < end:
                place = bisect_right(starts, position)
                limit = min(end, starts[place]) if place < len(starts) else end
                covering = marks[place - 1] if place else ()
                if pieces and pieces[-1].marks == covering:
                    last = pieces.pop()
                    pieces.append(Piece(last.text + text[position:limit], last.start, limit, covering))
                else:
                    pieces.append(Piece(text[position:limit], position, limit, covering))
                position = limit
        if pieces:
            yield pieces


def _covering(document: Document, tables: Sequence[str]) -> tuple[list[int], list[tuple[Mark, ...]]]:
    """Return where in the text the marks change, and which cover it from there on."""
    changes: dict[int, tuple[list[Mark], list[Mark]]] = {}
    for table in tables:
        records: Sequence[Record] = getattr(document, table)
        for number, record in enumerate(records):
            mark = Mark(table, number, record)
            changes.setdefault(record.start, ([], []))[0].append(mark)
            changes.setdefault(record.end, ([], []))[1].append(mark)
    starts = sorted(changes)
    covering: list[tuple[Mark, ...]] = []
    now: list[Mark] = []
    for start in starts:
        begun, ended = changes[start]
        now = [mark for mark in now if not any(mark is gone for gone in ended)] + begun
        covering.append(tuple(sorted(now, key=lambda mark: (mark.record.start, -mark.record.end, mark.table))))
    return starts, covering
