"""A figure below its floor fails, also one that is no longer measured."""

import json

from tests.floors import FLOORS, compare, figures, raised

SCORE = {"facts.span": {"f1": 0.9, "gold": 5}, "slogans": {"recall": 0.7}}


def test_figures_are_named_by_their_path() -> None:
    assert dict(figures(SCORE)) == {"facts.span.f1": 0.9, "facts.span.gold": 5, "slogans.recall": 0.7}


def test_too_low() -> None:
    table, low = compare({"facts.span.f1": 0.9, "slogans.recall": 0.8, "slogans.kind": 0.5}, dict(figures(SCORE)))
    assert low == ["slogans.recall", "slogans.kind"]
    assert table.count("TOO LOW") == 2
    assert "0.8000  0.7000 -0.1000" in table


def test_floors_only_rise() -> None:
    now = dict(figures(SCORE))
    assert raised({"facts.span.f1": 0.5, "slogans.recall": 0.8}, now, 0.01) == {
        "facts.span.f1": 0.89,
        "slogans.recall": 0.8,
    }


def test_floors_are_shares() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert len(floors) == 19
    assert all(0 <= floor <= 1 for floor in floors.values())
