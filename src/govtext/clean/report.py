"""A report ready to be read: its source, its running text, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from typing import TYPE_CHECKING, TypedDict

import regex

from govtext.clean.fold import fold
from govtext.clean.reflow import reflow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govtext.clean.pieces import Pieces

_LINE_BREAK = regex.compile(r"\r\n|[\n\r]")


class Place(TypedDict):
    """Where a mention stands in the source: offsets, 1-based line, column and page, text without white space."""

    start: int
    end: int
    line: int
    column: int
    page: int | None
    text: str


class Report:
    """The running text of a report, twice with the same offsets: as `written`, and `folded` for rules to match.

    Offsets inside the extractors are into these two; `place` leads back to the source.
    """

    def __init__(self, source: str, traditional: Mapping[str, str], pages: Sequence[int] = ()) -> None:
        """Take a source text and where in it each page starts (characters); no pages where it has none."""
        self.source = source
        self._pages = pages
        self._pieces: Pieces = reflow(source)
        self.written = self._pieces.text
        self.folded = fold(self.written, traditional)
        self._offset = 0
        self._line_starts = [0, *(match.end() for match in _LINE_BREAK.finditer(source))]

    def place(self, start: int, end: int) -> Place:
        """Return where text[start:end] (not empty) stands in the source."""
        first, last = self._pieces.span(self._offset + start, self._offset + end)
        line = bisect_right(self._line_starts, first)
        return Place(
            start=first,
            end=last,
            line=line,
            column=first - self._line_starts[line - 1] + 1,
            page=max(bisect_right(self._pages, first), 1) if self._pages else None,
            text="".join(self.source[first:last].split()),
        )

    def origin(self, index: int) -> int:
        """Return where a character of the running text stands in the source."""
        return self._pieces.origin(self._offset + index)

    def part(self, start: int, end: int) -> Report:
        """Return text[start:end] as a report of its own, whose places are those in the source of the whole."""
        part = copy(self)
        part.written, part.folded = self.written[start:end], self.folded[start:end]
        part._offset = self._offset + start
        return part
