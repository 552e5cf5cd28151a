"""Pages of placed lines → running text: heads and page numbers gone, paragraphs joined. PDF and OFD share it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(r"[0-9]{1,6}")
_PAGE = re.compile(
    r"[-—–－·•~～\s]+\d{1,4}[-—–－·•~～\s]+|第\s*(?:\d{1,4}|[一二三四五六七八九十百]+)\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|共\s*\d{1,4}\s*页\s*第\s*\d{1,4}\s*页|Page\s*\d+(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
_NARROW = 10
"""Characters that a line in a column holds at least; a heading may hold less."""
_WIDE = 18
"""Characters from which on a single line is taken for a full one."""
_EDGE = 2
"""Lines at the head and foot of a page among which furniture is looked for."""


class PlacedLine(NamedTuple):
    """A line and where it stands: its left and right edge, its foot from the bottom of the page, its type size."""

    text: str
    left: float
    right: float
    foot: float
    size: float


class _Column(NamedTuple):
    left: float
    right: float
    leading: float


def join_pages(pages: Sequence[Sequence[PlacedLine]]) -> tuple[str, tuple[int, ...]]:
    """Return the running text, a paragraph a line, and where in it each page starts (characters)."""
    pages = _without_furniture([[line for line in page if line.text.strip()] for page in pages])
    columns = _columns(pages)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    last: tuple[PlacedLine, _Column] | None = None
    for page, column in zip(pages, columns, strict=True):
        fresh = True
        for line in page:
            if last is not None:
                mark = _between(*last, line, column, same_page=not fresh)
                parts.append(mark)
                length += len(mark)
            if fresh:
                starts.append(length)
                fresh = False
            parts.append(line.text)
            length += len(line.text)
            last = line, column
        if fresh:
            starts.append(length)
    return "".join(parts) + ("\n" if parts else ""), tuple(starts)


def _without_furniture(pages: list[list[PlacedLine]]) -> list[list[PlacedLine]]:
    """Leave out page numbers, and what stands apart at the head or foot of three pages or more."""
    from_top = [sorted(page, key=lambda line: -line.foot) for page in pages]
    edges = [[*page[:_EDGE], *page[_EDGE:][-_EDGE:]] for page in from_top]
    same = Counter(key for page in edges for key in set(map(_same, page)))
    counted = Counter(
        key for number, page in enumerate(edges) for key in {_counted(line, number) for line in page} if key
    )
    often = 2 if len(pages) == 2 else 3
    kept = []
    for number, (page, ordered) in enumerate(zip(pages, from_top, strict=True)):
        repeats = {
            id(line)
            for line in edges[number]
            if _PAGE.fullmatch(line.text.strip())
            or same[_same(line)] >= often
            or ((count := _counted(line, number)) is not None and counted[count] >= 2)
        }
        leading = _leading(ordered)
        gone = {id(line) for side in (ordered, ordered[::-1]) for line in _outside(side, repeats, leading)}
        kept.append([line for line in page if id(line) not in gone])
    return kept


def _outside(lines: list[PlacedLine], repeats: set[int], leading: float) -> list[PlacedLine]:
    """Return the lines at one end of a page that repeat on others and stand apart from what follows."""
    for count in range(min(_EDGE, len(lines)), 0, -1):
        outer = lines[:count]
        if all(id(line) in repeats for line in outer):
            last, inner = lines[count - 1], lines[count] if count < len(lines) else None
            if inner is None or _PAGE.fullmatch(last.text.strip()):
                return outer
            if abs(last.foot - inner.foot) > 1.25 * leading or abs(last.size - inner.size) > 0.08 * inner.size:
                return outer
    return []


def _leading(ordered: Sequence[PlacedLine]) -> float:
    """Return the usual distance from line to line on a page."""
    gaps = [upper.foot - lower.foot for upper, lower in pairwise(ordered) if upper.foot > lower.foot]
    return median(gaps) if gaps else 0.0


def _same(line: PlacedLine) -> tuple[str, int]:
    """Return what running heads share: their text, and about where they stand."""
    return "".join(line.text.split()), round(line.foot / 6)


def _counted(line: PlacedLine, page: int) -> tuple[str, int, int] | None:
    """Return what lines with the page number in them share: the text around it, the place, how the number runs."""
    numbers = _NUMBER.findall(line.text)
    if len(numbers) != 1:
        return None
    text, height = _same(line)
    return text.replace(numbers[0], "#"), height, int(numbers[0]) - page


def _columns(pages: Sequence[Sequence[PlacedLine]]) -> list[_Column]:
    """Return the column of each page. Its right edge is where two lines end; where none do, that of the other pages."""
    edges = [_edge(page) for page in pages]
    widths = [edge - min(line.left for line in page) for page, edge in zip(pages, edges, strict=True) if edge]
    wide = median(widths) if widths else None
    columns = []
    for page, edge in zip(pages, edges, strict=True):
        left = min((line.left for line in page), default=0.0)
        right = max((line.right for line in page), default=0.0)
        if wide is not None:
            right = edge or max(right, left + wide)
        elif page and right - left < _WIDE * page[0].size:
            right = inf
        columns.append(_Column(left, right, _leading(page)))
    return columns


def _edge(page: Sequence[PlacedLine]) -> float | None:
    """Return how far to the right the lines of a page reach, if it is more than one that does and is long."""
    right = max((line.right for line in page), default=0.0)
    long = [line for line in page if line.right > right - line.size and line.right - line.left >= _NARROW * line.size]
    return right if len(long) > 1 else None


def _between(above: PlacedLine, column: _Column, below: PlacedLine, under: _Column, *, same_page: bool) -> str:
    """Return what stands between two lines: nothing or a blank inside a paragraph, else a line break."""
    size = above.size or 1.0
    full = above.right >= column.right - 2 * size and _density(above) >= 0.75
    flush = below.left <= under.left + 0.9 * size
    alike = abs(above.size - below.size) <= 0.12 * size
    near = not same_page or 0 < above.foot - below.foot <= max(1.5 * column.leading, 1.2 * size)
    if not (full and flush and alike and near) or "\t" in above.text or "\t" in below.text:
        return "\n"
    before, after = above.text[-1], below.text[0]
    return " " if before.isascii() and after.isascii() and before.isalpha() and after.isalpha() else ""


def _density(line: PlacedLine) -> float:
    """Return how much of the line's width its characters fill: cells of a table leave gaps."""
    filled = sum(0.5 if char < "\u0100" else 1.0 for char in line.text) * line.size
    return filled / max(line.right - line.left, 1.0)
