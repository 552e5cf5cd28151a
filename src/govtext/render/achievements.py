"""Set targets against what was achieved: facts of one report that measure the same thing in the same unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.model import Fact


class Comparison(NamedTuple):
    """An indicator with its targets and its achievements (done or estimated), each with its place in the table."""

    indicator: str
    targets: tuple[tuple[int, Fact], ...]
    achieved: tuple[tuple[int, Fact], ...]


def comparisons(facts: Sequence[Fact]) -> list[Comparison]:
    """Return the indicators that have both, in the order of their first target.

    Level and change are two things: `达到2186.4亿元` is not compared with `增长6%左右`, nor a rise
    with a fall.
    """
    groups: dict[tuple[str | None, ...], list[tuple[int, Fact]]] = {}
    for number, fact in enumerate(facts):
        name = fact.indicator_id or fact.indicator
        if name and ends(fact):
            groups.setdefault((name, fact.kind, fact.unit, fact.change), []).append((number, fact))
    found = []
    for group in groups.values():
        targets = tuple(pair for pair in group if pair[1].status == "target")
        achieved = tuple(pair for pair in group if pair[1].status != "target")
        if targets and achieved:
            found.append(Comparison(targets[0][1].indicator or achieved[0][1].indicator or "", targets, achieved))
    return sorted(found, key=lambda comparison: comparison.targets[0][0])


def ends(fact: Fact) -> tuple[float, float] | None:
    """Return the least and the greatest value of a fact; None where it has no number."""
    numbers = [float(number) for number in (fact.value, fact.low, fact.high) if number is not None]
    return (min(numbers), max(numbers)) if numbers else None
