"""Which time expression of its sentence governs a number."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.find.drafts import Draft
    from govtext.find.times import TimeExpression
    from govtext.lexicon import Lexicon
    from govtext.segment import Sentence


class GoverningTimes:
    """The time expressions of a text, in order."""

    def __init__(self, text: str, lexicon: Lexicon, times: Sequence[TimeExpression]) -> None:
        self._text = text
        self._times = times
        self._starts = [time.start for time in times]
        self._goes_on = lexicon.shape("clause/goes-on")
        self._weak_time = lexicon.shape("clause/weak-time")
        self._set_aside = lexicon.shape("clause/set-aside")
        self._compared = lexicon.shape("clause/compared-time")

    def within(self, sentence: Sentence) -> Sequence[TimeExpression]:
        """Return the time expressions of a sentence."""
        return self._times[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]

    def of(self, draft: Draft, sentence: Sentence) -> TimeExpression | None:
        """Return the time expression that governs a number: the last before it in its sentence.

        本年, 全年 and 每年 yield to an explicit time unless they open the clause; a start (从去年的2.1%) has its own.
        """
        text, quantity, base = self._text, draft.quantity, draft.before.baseline
        if quantity.kind == "duration" and self._goes_on.search(text, max(0, quantity.start - 3), quantity.start):
            return None
        governing: TimeExpression | None = None
        for time in self.within(sentence):
            if time.end > quantity.start:
                break
            if time.kind == "none" or (base and base.start <= time.start < base.end) or self._describes(time, draft):
                continue
            starts = text[time.start - 1 : time.start] in ("从", "由", "自")
            if starts and not text[time.end : quantity.start].strip("的约近不足到超过"):
                return time
            if starts or self.is_compared(time) or text[time.start - 1 : time.start] == "占":
                continue
            opens_clause = 0 <= time.start - draft.clause <= 1
            if governing is None or opens_clause or not self._is_weak(time) or self._is_weak(governing):
                governing = time
        return governing

    def is_compared(self, time: TimeExpression) -> bool:
        """Tell whether a time is part of what something is compared with: 比2015年."""
        return self._compared.search(self._text, max(0, time.start - 3), time.start) is not None

    def is_coming(self, time: TimeExpression, sentence: Sentence) -> bool:
        """Tell whether a time is the year that a report speaks of as still to come: 今年, 全年 after 今年."""
        said = self._text[time.start : time.end]
        return said in ("今年", "明年") or (said == "全年" and "今年" in self._text[sentence.start : time.start])

    def _is_weak(self, time: TimeExpression) -> bool:
        return self._weak_time.search(self._text[time.start : time.end]) is not None

    def _describes(self, time: TimeExpression, draft: Draft) -> bool:
        """Tell whether a time only describes what comes after it: 超过了建国以来的最高水平, 在十年间增长7%的基础上."""
        if self._set_aside.match(self._text, time.end, draft.quantity.start):
            return True
        return self._text.startswith("以来的", time.end - 2) and time.end < draft.clause
