"""A quantity with what its clause says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from govtext.find.clauses import After, Before, ClauseReader
    from govtext.find.governing_times import GoverningTimes
    from govtext.find.quantities import Quantity
    from govtext.segment import Sentence

_EDGE = regex.compile(r"[，；,;（）()…—\n]|(?<!\d)：|：(?!\d)")
_NEXT_EDGE = regex.compile(r"[，；：,;:∶（）()…—\n。、！？]|和(?=[^，。、]{0,12}$)")
_ASIDE = regex.compile(r"[（(][一-龥]、?[一-龥]?[）)](?=[一-龥])")  # 省（区、市）|完成了
_JOINT = regex.compile(r"[^、和及与]{0,12}?[、和及与]")
_OPENS_WITH_TIME = regex.compile(r"[“”]?(?:到|在|于|其中|这|至|截至|自|但)?")


AHEAD = 24
"""How many characters behind a number may say whose it is, and when it comes."""


class Draft(NamedTuple):
    """A quantity with what its clause says, before the sentence adds what it hands down."""

    quantity: Quantity
    before: Before
    after: After
    clause: int
    """Where the number's clause begins."""
    start: int
    """Where the words begin that lead up to the number."""


class Drafter:
    """Finds the clause of each quantity and reads it."""

    def __init__(self, text: str, clauses: ClauseReader, times: GoverningTimes) -> None:
        self._text = text
        self._clauses = clauses
        self._times = times

    def draft(self, quantity: Quantity, sentence: Sentence, previous: int, following: int) -> Draft:
        """Read the clause of a quantity that stands between two others (`previous` ends, `following` begins)."""
        text = self._text
        clause = self._clause(quantity, sentence)
        start = max(clause, previous)
        if start == previous and start > sentence.start:
            start = self._clauses.after_hedge(text, start, quantity.start)
            joint = _JOINT.match(text, start, quantity.start)
            if joint and joint.end() <= quantity.start:
                start = joint.end()
        for time in self._times.within(sentence):
            opens = _OPENS_WITH_TIME.fullmatch(text, start, max(start, time.start)) is not None
            if start <= time.start and time.end <= quantity.start and opens and not self._times.is_compared(time):
                start = time.end
        edge = _NEXT_EDGE.search(text, quantity.end, sentence.end)
        aside = edge and _ASIDE.match(text, edge.start(), sentence.end)
        if aside:
            edge = _NEXT_EDGE.search(text, aside.end(), sentence.end)
        end = min(edge.start() if edge else sentence.end, following)
        proportional = quantity.kind in ("percent", "point", "multiple", "ratio")
        before = self._clauses.before(
            text, start, quantity.start, clause=clause, after=quantity.end, proportional=proportional
        )
        governed = before.predicate is not None and not self._clauses.known.pivot.fullmatch(text, *before.predicate)
        after = self._clauses.after(text, quantity.end, end, counted=is_counted(quantity), governed=governed)
        return Draft(quantity, before, after, clause, start)

    def _clause(self, quantity: Quantity, sentence: Sentence) -> int:
        """Return where the clause of a quantity begins; a bracket in it does not end it."""
        edges = [edge.end() for edge in _EDGE.finditer(self._text, sentence.start, quantity.start)]
        clause = edges[-1] if edges else sentence.start
        between = self._text[clause : quantity.start].strip("的约近共达为等")
        if self._text[clause - 1 : clause] in ("）", ")") and (not between or between[0] in "由从自"):
            opened = max(self._text.rfind(mark, sentence.start, clause) for mark in "（(")
            outside = [edge for edge in edges if edge <= opened]
            return outside[-1] if outside else sentence.start
        return clause


def is_counted(quantity: Quantity) -> bool:
    """Tell whether a noun must follow, as after a measure word: 311项…, 551万…."""
    alone = quantity.unit in ("人", "户", "人次", "次", "轮", "遍", "趟")
    return quantity.kind in ("money", "measure") or (quantity.kind == "count" and not alone)


def counts_things(quantity: Quantity) -> bool:
    """Tell whether a number can stand before the thing it counts: 311项行政审批事项, 551万农村贫困人口."""
    return quantity.kind in ("count", "money", "measure", "ratio") or quantity.unit is None
