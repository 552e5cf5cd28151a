"""Is a text hard-wrapped, and which line ends are breaks of the paragraph?"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

_LINE = regex.compile(r"[^\r\n\v\f\x85\u2028\u2029]*")
_ENDED = frozenset("。！？!?；;：:…")
_CLOSERS = "”’」』）)》〉】]\"' \t\u3000\xa0"
_FURNITURE = regex.compile(r"[-—–－·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–－·•\s]*|[-—–－]+\s*\d{1,4}\s*[-—–－]+")
_ITEM = regex.compile(
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十])|\d{1,2}[、.．](?!\d)"
    r"|第[一二三四五六七八九十百]{1,4}[章节条][\s\u3000]|[●◆■□▲★•·—–-](?=[\s\u3000]*[一-龥])|[①-⑳]"
)
_ROW = regex.compile(r"[^\t]\t+[^\t]+\t+[^\t]")
_NARROW = regex.compile(r"[\x00-\xff]+")
_INDENT = regex.compile(r"\u3000+|[ \t\xa0]{2,}")

_FULL = 0.8
"""A line that is at least this share of the column's width runs on into the next."""


class Line(NamedTuple):
    """A line without its line break: offsets of its ink, its width in Chinese characters, and what it looks like.

    An `item` opens with the mark of a list or heading (（一）, 3., ①); a `row` is one of a table with tabs.
    """

    start: int
    end: int
    width: float
    ended: bool
    indented: bool
    furniture: bool
    item: bool
    row: bool


def read_lines(text: str) -> list[Line]:
    """Return the lines of a text that have ink."""
    lines = []
    for match in _LINE.finditer(text):
        raw = match[0]
        ink = raw.strip()
        if not ink:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        tail = ink.rstrip(_CLOSERS)
        lines.append(
            Line(
                start=start,
                end=start + len(ink),
                width=len(ink) - 0.5 * sum(map(len, _NARROW.findall(ink))),
                ended=not tail or tail[-1] in _ENDED,
                indented=_INDENT.match(raw) is not None,
                furniture=_FURNITURE.fullmatch(ink) is not None,
                item=_ITEM.match(ink) is not None,
                row=_ROW.search(ink) is not None,
            )
        )
    return lines


def is_wrapped(lines: list[Line]) -> bool:
    """Tell whether lines were broken at a fixed width: most end in mid-sentence, near the width of their column."""
    body = [line for line in lines if line.width >= 6 and not line.furniture]
    before_item = {first for first, second in pairwise(body) if second.item}
    unfinished = [line for line in body if not (line.ended or line.row or line in before_item)]
    if len(unfinished) < 3 or len(unfinished) < 0.5 * len(body):
        return False
    typical = median(line.width for line in unfinished)
    near = sum(1 for line in unfinished if abs(line.width - typical) <= max(2.0, 0.12 * typical))
    return typical <= 60 and near >= 0.6 * len(unfinished)


def runs_on(lines: list[Line], index: int) -> bool:
    """Tell whether line `index` of a wrapped text goes on in the next line."""
    line, following = lines[index], lines[index + 1]
    if following.indented or following.item or line.row or following.row or line.furniture or following.furniture:
        return False
    column = _column(lines, index)
    full = line.width >= _FULL * column
    if not line.ended:
        return full
    heading = not following.ended and following.width < _FULL * _column(lines, index + 1)
    return full and not heading


def _column(lines: list[Line], index: int) -> float:
    """Return the width of the column that a line stands in, from the lines before and after it."""
    before = [line.width for line in lines[max(0, index - 3) : index]]
    after = [line.width for line in lines[index + 1 : index + 4]]
    sides = [max(side) for side in (before, after) if len(side) == 3]
    return min(sides) if sides else max([*before, *after, lines[index].width])
