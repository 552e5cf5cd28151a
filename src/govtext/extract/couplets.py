"""Couplets: clauses of one length, built alike, side by side. 守初心、担使命; 政治更坚定，行动更自觉; 山乡巨变，山河锦绣."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.extract.parallels import Parallel, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.extract.shapes import Shapes
    from govtext.segment import Segmenter

LONGEST = 14
"""A clause of a couplet has at most this many characters."""

_RUN = regex.compile(r"[一-龥]{2,40}(?:[、，；][一-龥]{2,40})+")


class Clause(NamedTuple):
    """A clause of a run, and the mark in front of it."""

    start: int
    end: int
    mark: str

    @property
    def length(self) -> int:
        """Characters."""
        return self.end - self.start


class Couplet(NamedTuple):
    """Where clauses of one length that are built alike stand; `line` where what follows calls them a line of policy."""

    start: int
    end: int
    length: int
    line: bool = False


class Couplets:
    """Finds couplets in folded text."""

    def __init__(self, shapes: Shapes, segmenter: Segmenter) -> None:
        self._shapes = shapes
        self._segmenter = segmenter

    def find(self, text: str) -> Iterator[Couplet]:
        """Yield couplets, left to right; neighbours of one length are one: 坚定信心、开拓奋进，求真务实、担当作为."""
        last: Couplet | None = None
        for found in self._find(text):
            if last and last.length == found.length and found.start == last.end + 1 and text[last.end] in "，；":
                last = last._replace(end=found.end, line=found.line)
                continue
            if last:
                yield last
            last = found
        if last:
            yield last

    def _find(self, text: str) -> Iterator[Couplet]:
        for run in _RUN.finditer(text):
            clauses = list(_clauses(run))
            index = 0
            while index < len(clauses) - 1:
                series = _series(clauses[index:])
                if len(series) > 1:
                    found, used = self._in_series(text, series), len(series)
                else:
                    found, used = self._in_pairs(text, clauses[index : index + 4]) or self._in_row(text, clauses[index:])
                if found:
                    yield found._replace(line=self._shapes.line.match(text, found.end) is not None)
                index += used

    def _in_series(self, text: str, clauses: Sequence[Clause]) -> Couplet | None:
        """Read a series joined by 、: the first clause may have words in front, the last words behind."""
        for length in self._lengths(text, clauses):
            start, end = clauses[0].end - length, clauses[-1].start + length
            if (
                2 <= length <= LONGEST
                and all(clause.length == length for clause in clauses[1:-1])
                and start >= clauses[0].start
                and end <= clauses[-1].end
                and self._edges(text, clauses, start, end)
                and self._parallel(text, [start, *(clause.start for clause in clauses[1:])], length).is_series(
                    Setting.of(text, start, end)
                )
            ):
                return Couplet(start, end, length)
        return None

    def _lengths(self, text: str, clauses: Sequence[Clause]) -> list[int]:
        """Return how long the clauses of a series may be: that of an inner one, else what is left without a verb or 的."""
        if len(clauses) > 2:
            return [clauses[1].length]
        first, last = clauses
        lengths = [first.length, last.length]
        before = self._shapes.before.match(text, first.start, first.end)
        if before:
            lengths.append(first.end - before.end())
        tail = text.find("的", last.start, last.end)
        if tail > 0:
            lengths.append(tail - last.start)
        return list(dict.fromkeys(lengths))

    def _edges(self, text: str, clauses: Sequence[Clause], start: int, end: int) -> bool:
        """Tell whether a couplet in a series begins and ends between words."""
        first, last = clauses[0], clauses[-1]
        if start > first.start and not self._shapes.before.fullmatch(text, first.start, start):
            if not self._between(text, first, start):
                return False
        return end == last.end or bool(self._shapes.after.match(text, end)) or self._between(text, last, end)

    def _between(self, text: str, clause: Clause, place: int) -> bool:
        """Tell whether a word of the clause begins at `place`."""
        words = self._segmenter.words(text[clause.start : clause.end])
        return any(clause.start + word.start == place for word in words)

    def _in_row(self, text: str, clauses: Sequence[Clause]) -> tuple[Couplet | None, int]:
        """Read whole clauses of one length joined by ，: 学习更精准，实践更有力. Also say how many clauses are used."""
        first = clauses[0]
        for start in self._starts(text, first, clauses[1]):
            length = first.end - start
            others = self._equals(text, clauses[1:], length) if 4 <= length <= LONGEST else []
            while others:
                end = others[-1].start + length
                if self._parallel(text, [start, *(clause.start for clause in others)], length).is_row(
                    Setting.of(text, start, end)
                ):
                    return Couplet(start, end, length), 1 + len(others)
                others = others[:-1]
        return None, 1

    def _starts(self, text: str, first: Clause, second: Clause) -> Iterator[int]:
        """Yield where the first clause of a row may begin: at its start, or after a verb that governs the row."""
        yield first.start
        before = self._shapes.before.match(text, first.start, first.end)
        if before:
            yield before.end()

    def _equals(self, text: str, clauses: Sequence[Clause], length: int) -> list[Clause]:
        """Return the clauses at the head of the list that are of one length; the last may have 的 and more behind it."""
        equals = []
        for clause in clauses:
            tail = clause.length > length and self._shapes.after.match(text, clause.start + length)
            if clause.mark == "、" or (clause.length != length and not tail):
                break
            equals.append(clause)
            if tail:
                break
        return equals

    def _in_pairs(self, text: str, clauses: Sequence[Clause]) -> tuple[Couplet, int] | None:
        """Read two pairs: 风劲潮涌，自当扬帆破浪；任重道远，更需策马扬鞭."""
        if len(clauses) < 4 or [clause.mark for clause in clauses[1:]] != ["，", "；", "，"]:
            return None
        a, b, c, d = clauses
        if a.length != c.length or b.length != d.length or a.length == b.length or max(a.length, b.length) > LONGEST:
            return None
        return (Couplet(a.start, d.end, 0), 4) if Setting.of(text, a.start, d.end).stands else None

    def _parallel(self, text: str, starts: Sequence[int], length: int) -> Parallel:
        return Parallel([text[start : start + length] for start in starts], self._shapes, self._segmenter)


def _clauses(run: regex.Match[str]) -> Iterator[Clause]:
    """Cut a run at its marks."""
    start, mark = run.start(), ""
    for place, char in enumerate(run[0], start=run.start()):
        if char in "、，；":
            yield Clause(start, place, mark)
            start, mark = place + 1, char
    yield Clause(start, run.end(), mark)


def _series(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """Return the clauses at the head of the list that 、 joins."""
    for index, clause in enumerate(clauses[1:], start=1):
        if clause.mark != "、":
            return clauses[:index]
    return clauses
