"""Expressions of time: 2021年8月, 过去的六年, “十四五”期间."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govtext.find.matching import keep_longest

if TYPE_CHECKING:
    from govtext.find.passages import Passages
    from govtext.lexicon import Lexicon


class TimeExpression(NamedTuple):
    """A time expression in the running text; `kind` is point, period, or none (it only hides the numbers inside)."""

    start: int
    end: int
    kind: str


def find_times(passages: Passages, lexicon: Lexicon) -> list[TimeExpression]:
    """Return the time expressions of a text in order."""
    return keep_longest(
        TimeExpression(found.start, found.end, found.rule.kind or "point")
        for found in passages.find(lexicon, "time")
        if found.end > found.start
    )
