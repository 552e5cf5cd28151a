"""The shipped dictionaries: every row is sound, every rule keeps its word."""

import csv
from collections import Counter
from collections.abc import Iterable

import pytest
import regex

from govtext import Lexicon
from govtext.clean import fold_width
from govtext.lexicon import Rule, Unit
from tests.conftest import ROOT
from tests.tables import Table

SHIPPED = Lexicon.load()
ISO = regex.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?:/(?P<end>\d{4}(?:-\d\d){0,2}))?")


def doubled(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def units() -> list[Unit]:
    return list({id(unit): unit for unit in SHIPPED.units.values()}.values())


def test_every_file_is_read() -> None:
    read = {file.path for file in SHIPPED.files}
    there = {str(path) for pattern in ("*.csv", "words.txt", "rules/*.toml") for path in (ROOT / "dicts").glob(pattern)}
    assert read == there


@pytest.mark.parametrize("path", sorted((ROOT / "dicts").glob("*.csv")), ids=lambda path: path.name)
def test_cells_are_tidy(path: object) -> None:
    """No blanks at the ends of cells, no empty or doubled alias."""
    from pathlib import Path

    assert isinstance(path, Path)
    with path.open(encoding="utf-8", newline="") as file:
        for cells in csv.reader(file):
            if cells and cells[0].startswith("#"):
                continue
            for cell in cells:
                assert cell == cell.strip(), cells
                parts = cell.split("|")
                assert len(parts) == 1 or (all(parts) and not doubled(parts)), cells


def test_units_are_unique() -> None:
    assert doubled(name for unit in units() for name in (unit.unit, *unit.aliases)) == []


def test_units_measure() -> None:
    names = {unit.unit for unit in units()}
    for unit in units():
        assert unit.factor is None or unit.factor > 0, unit
        assert (unit.base is None) == (unit.factor is None), unit
        assert unit.base is None or unit.base in names, unit
        base = SHIPPED.units[unit.base] if unit.base else unit
        assert base.kind == unit.kind, unit


def test_indicators_are_unique() -> None:
    assert doubled(row.id for row in SHIPPED.indicators) == []
    assert doubled(name for row in SHIPPED.indicators for name in (row.name, *row.aliases)) == []
    assert len(SHIPPED.indicators) > 0


def test_indicator_units_are_known() -> None:
    known = {"%", "‰", "百分点", "倍", *(unit.unit for unit in units()), *SHIPPED.units}
    assert sorted({row.unit for row in SHIPPED.indicators if row.unit} - known) == []


def test_cues() -> None:
    values = {
        "bound_before": {"about", "over", "at_least", "under", "at_most"},
        "bound_after": {"about", "over", "at_least", "under", "at_most"},
        "status": {"actual", "target", "estimate"},
    }
    for cue in SHIPPED.cues:
        allowed = values.get(cue.role)
        assert allowed is None or cue.value.split(" ")[0] in allowed, cue
    assert doubled(f"{cue.cue} {cue.role}" for cue in SHIPPED.cues) == []


def test_policies_are_unique() -> None:
    assert doubled(row.id for row in SHIPPED.policies) == []
    assert doubled(row.name for row in SHIPPED.policies) == []
    assert doubled(name for row in SHIPPED.policies for name in (row.name, *row.aliases)) == []


def test_policy_periods_are_iso() -> None:
    for row in SHIPPED.policies:
        if row.period is not None:
            match = ISO.fullmatch(row.period)
            assert match is not None, row
            assert match["end"] is None or match["end"] >= row.period.split("/")[0], row


def test_slogans_are_unique() -> None:
    assert doubled(row.canonical for row in SHIPPED.slogans) == []
    assert doubled(name for row in SHIPPED.slogans for name in (row.canonical, *row.aliases)) == []


def test_slogans_are_dated() -> None:
    for row in SHIPPED.slogans:
        assert row.since is None or 1840 <= row.since <= 2030, row


def test_units_and_cues_match_folded_text() -> None:
    """A full-width sign alone would never match: what has one, has a half-width twin."""
    assert [unit for unit in SHIPPED.units if fold_width(unit) not in SHIPPED.units] == []
    assert [cue.cue for cue in SHIPPED.cues if fold_width(cue.cue) != cue.cue] == []


def rule_cases(kind: str) -> Table:
    return [pytest.param(rule, id=f"{rule.name}::{kind}") for rule in SHIPPED.rules]


@pytest.mark.parametrize("rule", rule_cases("examples and rejects"))
def test_rule(rule: Rule) -> None:
    assert rule.check() == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in SHIPPED.rules])
def test_rule_is_linear(rule: Rule) -> None:
    """Long runs of one character do not run into the time limit of a rule."""
    for char in ("1", "一", "国", "，", "“", "（", "、", "1."):
        for _ in rule.finditer(char * (20_000 // len(char))):
            pass
