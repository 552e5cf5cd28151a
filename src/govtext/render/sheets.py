"""What people see of a table, before anything is drawn: columns and rows of words. Terminal and Markdown share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from govtext.render.language import say
from govtext.render.quantities import quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.model import Document, Fact, Policy, Record, Slogan
    from govtext.render.language import Language

By = Literal["name", "mention"]

Cell = tuple[str, ...]
"""The lines of a cell."""

Row = tuple[Cell, ...]

NUMBERS = ("line", "first line", "count", "since", "value")
"""Columns that are set flush right."""


class Sheet(msgspec.Struct, frozen=True):
    """A table to draw. `count` is how many records it stands for."""

    name: str
    count: int
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet(document: Document, table: str, *, by: By = "name", language: Language = "en") -> Sheet:
    """Return one table of a document; slogans and policies with a row for each name, or for each mention."""
    records: Sequence[Record] = getattr(document, table)
    headings, row = _ROWS[table, "mention" if table == "facts" else by]
    if table == "facts" or by == "mention":
        rows = [row((record,), language) for record in records]
    else:
        rows = [row(group, language) for group in groups(records)]
    return _filled(Sheet(table, len(records), headings, tuple(rows)))


FACTS = ("line", "value", "indicator", "predicate", "time, baseline", "status")
SLOGANS = ("count", "first line", "since", "kind", "slogan", "stands for")
SLOGAN_MENTIONS = ("line", "kind", "as written", "sentence")
POLICIES = ("count", "first line", "kind", "period, number", "policy")
POLICY_MENTIONS = ("line", "kind", "action", "period, number", "policy", "as written")


def _fact(group: Sequence[Fact], language: Language) -> Row:
    fact = group[0]
    status = None if fact.status == "actual" else say(fact.status, language)
    return (
        _cell(fact.line),
        _cell(quantity(fact)),
        _cell(fact.indicator),
        _cell(fact.predicate),
        _cell(fact.time, fact.baseline),
        _cell(status),
    )


def _slogan(group: Sequence[Slogan], language: Language) -> Row:
    first = group[0]
    kind, members = say(first.kind, language), "、".join(first.members)
    count = _cell(len(group))
    return count, _cell(first.line), _cell(first.since), _cell(kind), _cell(first.canonical), _cell(members)


def _slogan_mention(group: Sequence[Slogan], language: Language) -> Row:
    slogan = group[0]
    return _cell(slogan.line), _cell(say(slogan.kind, language)), _cell(slogan.text), _cell(slogan.sentence)


def _policy(group: Sequence[Policy], language: Language) -> Row:
    first = group[0]
    periods = dict.fromkeys(value for policy in group for value in (policy.period, policy.number))
    kind = say(first.kind, language)
    return _cell(len(group)), _cell(first.line), _cell(kind), _cell(*periods), _cell(name_of(first))


def _policy_mention(group: Sequence[Policy], language: Language) -> Row:
    policy = group[0]
    return (
        _cell(policy.line),
        _cell(say(policy.kind, language)),
        _cell(policy.action),
        _cell(policy.period, policy.number),
        _cell(name_of(policy)),
        _cell(policy.text),
    )


def name_of(record: Record) -> str:
    """Return what a slogan or a policy goes by."""
    name: str | None = getattr(record, "canonical", None) or getattr(record, "name", None)
    return name or record.text


def _cell(*parts: str | int | None) -> Cell:
    return tuple(str(part) for part in parts if part)


def groups(records: Sequence[Record]) -> list[list[Record]]:
    """Group records of one name, the most frequent first, then in order of first mention."""
    named: dict[str, list[Record]] = {}
    for record in records:
        named.setdefault(name_of(record), []).append(record)
    return sorted(named.values(), key=lambda group: -len(group))


def _filled(drawn: Sheet) -> Sheet:
    """Leave out the columns in which nothing stands."""
    kept = [index for index in range(len(drawn.headings)) if any(row[index] for row in drawn.rows)]
    return Sheet(
        drawn.name,
        drawn.count,
        tuple(drawn.headings[index] for index in kept),
        tuple(tuple(row[index] for index in kept) for row in drawn.rows),
    )


_ROWS: dict[tuple[str, str], tuple[tuple[str, ...], Callable[[Any, Language], Row]]] = {
    ("facts", "mention"): (FACTS, _fact),
    ("slogans", "name"): (SLOGANS, _slogan),
    ("slogans", "mention"): (SLOGAN_MENTIONS, _slogan_mention),
    ("policies", "name"): (POLICIES, _policy),
    ("policies", "mention"): (POLICY_MENTIONS, _policy_mention),
}
