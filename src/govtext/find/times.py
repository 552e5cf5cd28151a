"""Expressions of time: 2021年8月, 过去的六年, “十四五”期间."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govtext.find.matching import keep_longest

if TYPE_CHECKING:
    from govtext.lexicon import Lexicon


class TimeExpression(NamedTuple):
    """A time expression in the running text; `kind` is point, period, or none (it only hides the numbers inside)."""

    start: int
    end: int
    kind: str


def find_times(text: str, lexicon: Lexicon) -> list[TimeExpression]:
    """Return the time expressions of a folded text in order."""
    return keep_longest(
        TimeExpression(match.start(), match.end(), rule.kind or "point")
        for rule in lexicon.rules_for("time")
        for match in rule.finditer(text)
        if match.end() > match.start()
    )
