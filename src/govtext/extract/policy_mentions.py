"""A policy mentioned in a text, before it becomes a record; and the text it is read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.extract.policy_words import Edges

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.extract.policy_words import PolicyWords
    from govtext.lexicon.entries import PolicyEntry
    from govtext.model import PolicyKind
    from govtext.segment import Segmenter

_OPEN, _CLOSE = "“‘「『《〈", "”’」』》〉"
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
        self.edges = Edges(words.find_edges(folded))
        self._segmenter = segmenter
        self._cut: dict[str, list[tuple[str, str]]] = {}

    def words(self, start: int, end: int) -> list[tuple[str, str]]:
        """Return (word, part of speech) of a short stretch."""
        piece = self.text[start:end]
        known = self._cut.get(piece)
        if known is None:
            known = self._cut[piece] = [(word.text, word.pos) for word in self._segmenter.words(piece)]
        return known

    def action(self, start: int) -> str | None:
        """Return the verb right before a name: 制定出台 before a name, 贯彻 before 新修订的 and a name."""
        edge = self.edges.last_action(max(0, start - 12), start)
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
    opened = sum(inside.count(mark) for mark in _OPEN)
    closed = sum(inside.count(mark) for mark in _CLOSE)
    before, after = text[start - 1 : start], text[end : end + 1]
    if closed > opened and before and before in _OPEN:
        return start - 1, end
    if opened > closed and after and after in _CLOSE:
        return start, end + 1
    if before and before in _OPEN and after and after == _CLOSE[_OPEN.index(before)]:
        return start - 1, end + 1
    return start, end


def keep_longest_names(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions that do not overlap, the longest first served, in order; titles in titles stay."""
    kept: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.entry is None)):
        if mention.inner:
            kept.append(mention)
        elif not any(first < mention.end and mention.start < last for first, last in taken):
            kept.append(mention)
            taken.append((mention.start, mention.end))
    return sorted(kept, key=lambda mention: (mention.start, mention.end))
