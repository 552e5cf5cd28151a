"""Couplets: clauses of one length, built alike, side by side. 守初心、担使命; 政治更坚定，行动更自觉."""

from __future__ import annotations

from itertools import accumulate
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.parallels import Parallel
from govtext.find.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.find.shapes import Shapes
    from govtext.segment import Segmenter

LONGEST = 14
"""A clause of a couplet has at most this many characters."""

_BEGINS = "“‘「『\n"
MOST = 8
"""A row has at most this many clauses."""

_HAN = regex.compile(r"[一-龥]")
_MARKS = frozenset("，；、")
_PIECES = regex.compile(r"[一-龥]+|[^一-龥]+")


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
    """Where clauses of one length that are built alike stand.

    `line` where what follows calls them a line of policy, `powers` where they are a series such as 凝聚力、号召力.
    """

    start: int
    end: int
    length: int
    line: bool = False
    powers: bool = False


class Couplets:
    """Finds couplets in folded text."""

    def __init__(self, shapes: Shapes, segmenter: Segmenter) -> None:
        self._shapes = shapes
        self._segmenter = segmenter

    def find(self, text: str) -> Iterator[Couplet]:
        """Yield couplets, left to right; neighbours of one length are one: 坚定信心、开拓奋进，求真务实、担当作为."""
        last: Couplet | None = None
        for found in self._find(text):
            if last and found.start < last.end:
                continue
            if last and last.length == found.length and found.start == last.end + 1 and text[last.end] in "，；":
                last = last._replace(end=found.end, line=found.line)
                continue
            if last:
                yield last
            last = found
        if last:
            yield last

    def _find(self, text: str) -> Iterator[Couplet]:
        clauses = _Clauses(text)
        for index, count in clauses.places():
            chosen = clauses.take(index, count)
            if count > 1:
                found = self._in_series(text, chosen)
            else:
                found = _in_pairs(text, chosen) or self._in_row(text, chosen)
            if found:
                yield found._replace(line=self._shapes.line.match(text, found.end) is not None)

    def _in_series(self, text: str, clauses: Sequence[Clause]) -> Couplet | None:
        """Read a series joined by 、: the first clause may have words in front, the last words behind."""
        first, last = clauses[0], clauses[-1]
        for length in self._lengths(text, clauses):
            start, end = first.end - length, last.start + length
            if (
                not 2 <= length <= LONGEST
                or start < first.start
                or end > last.end
                or any(clause.length != length for clause in clauses[1:-1])
            ):
                continue
            parallel = self._parallel(text, [start, *(clause.start for clause in clauses[1:])], length)
            before = self._is_cut(text, first.start, start)
            behind = end < last.end and not self._shapes.after.match(text, end)
            setting = Setting.of(text, start, end, cut=before or (behind and length > 3))
            if (
                parallel.is_series(setting)
                and (not before or self._between(text, first, start))
                and (not behind or self._between(text, last, end))
            ):
                return Couplet(start, end, length, powers=parallel.is_powers)
        return None

    def _is_cut(self, text: str, start: int, place: int) -> bool:
        """Tell whether something other than a verb that governs the couplet stands between two places."""
        return place > start and not self._shapes.before.fullmatch(text, start, place)

    def _lengths(self, text: str, clauses: Sequence[Clause]) -> list[int]:
        """Return how long the clauses may be: as long as an inner one, else as what is left without a verb or 的."""
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

    def _between(self, text: str, clause: Clause, place: int) -> bool:
        """Tell whether no known word stands across `place`; cheaper than to cut the clause into words."""
        return all(
            self._segmenter.tag(text[start:end]) == "x"
            for start in range(max(clause.start, place - 2), place)
            for end in range(place + 1, min(clause.end, place + 2) + 1)
        )

    def _in_row(self, text: str, clauses: Sequence[Clause]) -> Couplet | None:
        """Read whole clauses of one length joined by ，: 学习更精准，实践更有力.

        The first may have words in front: 代表来自于人民，根植于人民.
        """
        first, second = clauses[0], clauses[1]
        start = max(first.start, first.end - second.length)
        length = first.end - start
        others = self._equals(text, clauses[1:], length) if 4 <= length <= LONGEST else []
        while others:
            parallel = self._parallel(text, [start, *(clause.start for clause in others)], length)
            if parallel.is_promising or text[start - 1 : start] in _BEGINS:
                end = others[-1].start + length
                cut = self._is_cut(text, first.start, start)
                if parallel.is_row(Setting.of(text, start, end, cut=cut)) and (
                    not cut or self._between(text, first, start)
                ):
                    return Couplet(start, end, length)
            others = others[:-1]
        return None

    def _equals(self, text: str, clauses: Sequence[Clause], length: int) -> list[Clause]:
        """Return the clauses at the head of the list that are of that length; the last may have 的 and more behind."""
        equals = []
        for clause in clauses:
            tail = clause.length > length and self._shapes.after.match(text, clause.start + length)
            if clause.mark == "、" or (clause.length != length and not tail):
                break
            equals.append(clause)
            if tail:
                break
        return equals

    def _parallel(self, text: str, starts: Sequence[int], length: int) -> Parallel:
        return Parallel([text[start : start + length] for start in starts], self._shapes, self._segmenter)


class _Clauses:
    """The clauses of a text and what stands between them, in turn.

    Few clauses can be part of a couplet; this finds them by their lengths before anything dearer is done.
    """

    def __init__(self, text: str) -> None:
        self._pieces: list[str] = _PIECES.findall(text)
        self._lengths = list(map(len, self._pieces))
        self._ends = [0, *accumulate(self._lengths)]

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield where a couplet can begin, and how many clauses 、 joins from there on (1: ， joins them)."""
        pieces, lengths = self._pieces, self._lengths
        index = 0 if pieces and _HAN.match(pieces[0]) else 1
        last = len(pieces) - 2
        while index < last:
            mark = pieces[index + 1]
            count = 1
            if mark == "、":
                while index + 2 * count < len(pieces) and pieces[index + 2 * count - 1] == "、":
                    count += 1
                if self._can_be_series(index, count):
                    yield index, count
            elif mark in "，；" and self._can_be_row(index, lengths[index], lengths[index + 2]):
                yield index, 1
            index += 2 * count

    def take(self, index: int, count: int) -> list[Clause]:
        """Return `count` clauses from `index` on, or as many (not more than MOST) as ，、； join where it is 1."""
        stop = index + 2 * count
        end = min(len(self._pieces), index + 2 * MOST)
        while count == 1 and stop < end and self._pieces[stop - 1] in _MARKS:
            stop += 2
        return [
            Clause(self._ends[i], self._ends[i + 1], self._pieces[i - 1] if i else "") for i in range(index, stop, 2)
        ]

    def _can_be_series(self, index: int, count: int) -> bool:
        """Tell by lengths whether a series can be a couplet; words of two characters must begin alike."""
        lengths = self._lengths[index : index + 2 * count : 2]
        if count == 2:
            first, second = self._pieces[index], self._pieces[index + 2]
            return min(lengths) > 2 and (not {3, 4}.isdisjoint(lengths) or not set(first).isdisjoint(second))
        inner = lengths[1]
        if inner == 2 and self._pieces[index + 2][0] != self._pieces[index + 2 * count - 2][0]:
            return False
        return (
            lengths[0] >= inner <= lengths[-1] and lengths.count(inner) >= count - 2 and set(lengths[1:-1]) == {inner}
        )

    def _can_be_row(self, index: int, size: int, following: int) -> bool:
        """Tell whether clauses joined by ， can be a couplet: they share a character, are many, or open a paragraph.

        Of clauses of unequal length the first has words in front, or the second 的 and more behind.
        """
        if size < 4 or following < 4:
            return False
        first, second = self._pieces[index], self._pieces[index + 2]
        third = self._lengths[index + 4] if index + 4 < len(self._pieces) else 0
        if size == following:
            return third == size or any(map(eq, first, second)) or index == 0 or self._pieces[index - 1][-1] in _BEGINS
        if size > following:
            return first[-1] == second[-1] or first[-following] == second[0]
        return first[0] == second[0] or (third == size and self._pieces[index + 3] == "；")


def _in_pairs(text: str, clauses: Sequence[Clause]) -> Couplet | None:
    """Read two pairs: 风劲潮涌，自当扬帆破浪；任重道远，更需策马扬鞭."""
    if len(clauses) < 4 or [clause.mark for clause in clauses[1:4]] != ["，", "；", "，"]:
        return None
    a, b, c, d = clauses[:4]
    if a.length != c.length or b.length != d.length or a.length == b.length or max(a.length, b.length) > LONGEST:
        return None
    return Couplet(a.start, d.end, 0) if Setting.of(text, a.start, d.end).sentence else None
