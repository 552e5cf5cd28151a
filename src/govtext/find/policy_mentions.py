"""A policy mentioned in a text, before it becomes a record; and the text it is read in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.find.policy_words import PolicyWords
    from govtext.lexicon.entries import PolicyEntry
    from govtext.model import PolicyKind
    from govtext.segment import Segmenter

_OPEN, _CLOSE = "“‘「『《〈", "”’」』》〉"
_MARK = re.compile(r"[，。；：！？、\n\t“”‘’「」『』《》〈〉（）()…—·,;:.]")
_BETWEEN = regex.compile(r"(?:了|过|好|国家|全国|全省|全市|省|市|区|县|新?(?:修订|修改|制定)后?的|《|“|「)*")


class Mention(NamedTuple):
    """A policy in the running text: offsets, rule, kind, name; what is known of it."""

    start: int
    end: int
    rule: str
    kind: PolicyKind
    name: str
    entry: PolicyEntry | None = None
    canonical: str | None = None
    number: str | None = None
    issuer: str | None = None
    period: str | None = None
    action: str | None = None
    inner: bool = False
    """Stands in its own marks inside a longer title, and is kept beside it."""


class Reading:
    """A text under reading: folded and as written, with its edge words, and words where they are needed."""

    def __init__(self, folded: str, written: str, words: PolicyWords, segmenter: Segmenter) -> None:
        self.text = folded
        self.written = written
        self.vocabulary = words
        self.edges = words.find_edges(folded)
        self._segmenter = segmenter
        self._marks = [mark.end() for mark in _MARK.finditer(folded)]
        self._cut: dict[str, list[tuple[str, str]]] = {}

    def words(self, start: int, end: int) -> list[tuple[str, str]]:
        """Return (word, part of speech) of a short stretch."""
        piece = self.text[start:end]
        known = self._cut.get(piece)
        if known is None:
            known = self._cut[piece] = [(word.text, word.pos) for word in self._segmenter.words(piece)]
        return known

    def tag(self, word: str) -> str:
        """Return the part of speech of a word; x where jieba knows none."""
        return self._segmenter.tag(word) if word else "x"

    def last_mark(self, floor: int, position: int) -> int:
        """Return the end of the last punctuation mark within text[floor:position], or -1."""
        place = bisect_right(self._marks, position) - 1
        return self._marks[place] if place >= 0 and self._marks[place] > floor else -1

    def action(self, start: int) -> str | None:
        """Return the verb right before a name: 制定出台 before a name, 贯彻 before 新修订的 and a name."""
        edge = self.edges.last_action(max(0, start - 12), start)
        if edge is not None and self.text.endswith("的", edge.end, start):
            edge = self.edges.last_action(max(0, edge.start - 4), edge.start)
        if edge is None or not _BETWEEN.fullmatch(self.text, edge.end, start):
            return None
        first = edge.start
        before = self.edges.last_action(max(0, first - 6), first)
        while before is not None and before.end == first:
            first = before.start
            before = self.edges.last_action(max(0, first - 6), first)
        return self.written[first : edge.end]


def with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that belong to a span: “放管服”改革, “一带一路”, 《基本法》."""
    inside = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before and before in _OPEN) and not (after and after in _CLOSE):
        return start, end
    opened = sum(inside.count(mark) for mark in _OPEN)
    closed = sum(inside.count(mark) for mark in _CLOSE)
    if closed > opened and before and before in _OPEN:
        return start - 1, end
    if opened > closed and after and after in _CLOSE:
        return start, end + 1
    if before and before in _OPEN and after and after == _CLOSE[_OPEN.index(before)]:
        return start - 1, end + 1
    return start, end


def keep_longest_names(mentions: Iterable[Mention], length: int) -> list[Mention]:
    """Return mentions that do not overlap in a text, the longest first served, in order; titles in titles stay."""
    taken = bytearray(length)
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.entry is None)):
        if mention.inner:
            kept.append(mention)
        elif not any(taken[mention.start : mention.end]):
            kept.append(mention)
            taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    return sorted(kept, key=lambda mention: (mention.start, mention.end))
