"""Couplets: clauses built alike that stand side by side. 守初心、担使命; 政治更坚定，行动更自觉; 天更蓝、山更绿、水更清."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govtext.segment import Word

LONGEST = 16
"""A clause of a couplet has at most this many characters."""

_RUN = regex.compile(r"[一-龥]{2,40}(?:[、，；][一-龥]{2,40})+")
_CLAUSE = regex.compile(r"[一-龥]+")
_EMPTY = frozenset("的了和与及是在有不地得")
_CLASSES = {"n": "N", "s": "N", "f": "N", "t": "N", "j": "N", "v": "V", "a": "A", "b": "A", "z": "A", "d": "D", "m": "M"}
_BOTH = {"vn": "VN", "vd": "VD", "an": "AN", "ad": "AD", "i": "*", "l": "*", "x": "*", "nz": "*", "nr": "*"}


class Couplet(NamedTuple):
    """Where clauses built alike stand, and how many they are."""

    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]


class Couplets:
    """Finds couplets; `lead` matches what may stand before one (坚持, 实现), `cut` gives the words of a text."""

    def __init__(self, lead: regex.Pattern[str], tail: regex.Pattern[str], cut: Callable[[str], Sequence[Word]]) -> None:
        self._lead = lead
        self._tail = tail
        self._cut = cut

    def find(self, text: str) -> Iterator[Couplet]:
        """Yield the couplets of a folded text, left to right; they do not overlap."""
        for run in _RUN.finditer(text):
            clauses = [(run.start() + m.start(), run.start() + m.end()) for m in _CLAUSE.finditer(run[0])]
            index = 0
            while index < len(clauses) - 1:
                found = self._longest(text, clauses, index)
                if found is None:
                    index += 1
                else:
                    yield found
                    index += len(found.clauses)

    def _longest(self, text: str, clauses: list[tuple[int, int]], index: int) -> Couplet | None:
        """Return the longest couplet that begins in clause `index`."""
        start, end = clauses[index]
        for first in self._starts(text, start, end, clauses[index + 1]):
            length = end - first
            if length < 2 or length > LONGEST:
                continue
            group = [(first, end)]
            for other, stop in clauses[index + 1 :]:
                if stop - other == length:
                    group.append((other, stop))
                    continue
                if stop - other > length and self._tail.match(text, other + length, stop):
                    group.append((other, other + length))
                break
            if len(group) > 1 and self._alike(text, group):
                return Couplet(group[0][0], group[-1][1], tuple(group))
        return None

    def _starts(self, text: str, start: int, end: int, following: tuple[int, int]) -> Iterator[int]:
        """Yield where the first clause may begin: at its start, or after a verb that governs the couplet."""
        yield start
        lead = self._lead.match(text, start, end)
        if lead:
            yield lead.end()
        shorter = end - (following[1] - following[0])
        if shorter > start and (lead is None or shorter != lead.end()):
            yield shorter

    def _alike(self, text: str, group: list[tuple[int, int]]) -> bool:
        """Tell whether clauses of one length are built alike."""
        parts = [text[start:end] for start, end in group]
        if len(set(parts)) < len(parts):
            return False
        frame = _frame(parts)
        return alike(parts, frame, self._cut)


def _frame(parts: Sequence[str]) -> tuple[int, ...]:
    """Return the positions where all clauses have the same character: 更 in 政治更坚定，行动更自觉."""
    return tuple(i for i, chars in enumerate(zip(*parts, strict=True)) if len(set(chars)) == 1 and chars[0] not in _EMPTY)


def alike(parts, frame, cut):
    words = [list(cut(part)) for part in parts]
    shapes = [tuple(len(w.text) for w in ws) for ws in words]
    return True
