"""Examples: a text, what is expected of it, and, where govtext is still wrong, why."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from govtext import Fact

FindFacts = Callable[..., tuple[Fact, ...]]

FIELDS = ("text", "kind", "value", "low", "high", "unit", "bound")
MEANING = ("indicator", "predicate", "change", "status", "time", "baseline")

Reading = dict[str, Any]


def example(text: str, expected: object, *, wrong: str | None = None) -> ParameterSet:
    """One row of a table; `wrong` says what is still wrong with it."""
    marks = [pytest.mark.xfail(strict=True, reason=wrong)] if wrong else []
    return pytest.param(text, expected, id=text, marks=marks)


def readings(facts: tuple[Fact, ...], field: str) -> list[tuple[str, Any]]:
    """Return (text, field) of each fact, in order: what a one-field table expects."""
    return [(fact.text, getattr(fact, field)) for fact in facts]


def pairs(expected: Mapping[str, object]) -> list[tuple[str, object]]:
    return list(expected.items())


def whole(fact: Fact) -> Reading:
    """Return all fields of a fact that a whole-sentence table expects."""
    return {field: getattr(fact, field) for field in (*FIELDS, *MEANING)}


def reading(  # noqa: PLR0917
    text: str,
    kind: str,
    value: str | int | None,
    unit: str | None,
    indicator: str | None,
    predicate: str | None = None,
    **others: object,
) -> Reading:
    """Write down a fact; the fields not named have their defaults."""
    return {
        "text": text,
        "kind": kind,
        "value": None if value is None else Decimal(value),
        "low": None,
        "high": None,
        "unit": unit,
        "bound": "exact",
        "indicator": indicator,
        "predicate": predicate,
        "change": None,
        "status": "actual",
        "time": None,
        "baseline": None,
        **others,
    }


def percent(text: str, value: str | int, indicator: str | None, predicate: str | None, **others: object) -> Reading:
    return reading(text, "percent", value, "%", indicator, predicate, **others)


def money(text: str, value: str | int, indicator: str | None, predicate: str | None, **others: object) -> Reading:
    return reading(text, "money", value, "元", indicator, predicate, **others)


def point(text: str, value: str | int, indicator: str | None, predicate: str | None, **others: object) -> Reading:
    return reading(text, "point", value, "百分点", indicator, predicate, **others)


def count(
    text: str, value: str | int, unit: str | None, indicator: str | None, predicate: str | None, **others: object
) -> Reading:
    return reading(text, "count", value, unit, indicator, predicate, **others)


def measure(
    text: str, value: str | int, unit: str, indicator: str | None, predicate: str | None, **others: object
) -> Reading:
    return reading(text, "measure", value, unit, indicator, predicate, **others)
