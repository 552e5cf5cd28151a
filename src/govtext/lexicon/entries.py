"""One row of each dictionary."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from govtext.model import FactKind, PolicyKind, SloganKind

Text = Annotated[str, msgspec.Meta(min_length=1)]


class Entry(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag=True, gc=False
):
    """A row and where it stands: `path` and 1-based `row` of the file it was read from."""

    path: str = ""
    row: int = 0


class Unit(Entry, frozen=True, kw_only=True):
    """A unit or measure word: 元, 人次, 微克/立方米. value × factor is in `base`.

    `not_before` lists what may not follow (项 before 目 is 项目); a `noun` (县, 泊位) counts only after Arabic digits.
    """

    unit: Text
    kind: FactKind
    base: str | None = None
    factor: Decimal | None = None
    aliases: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    noun: Literal["yes", ""] = ""
    note: str = ""


class Cue(Entry, frozen=True, kw_only=True):
    """A word that sets a field: 左右 → bound about, 下降 → change decrease."""

    cue: Text
    role: Literal[
        "bound_before",
        "bound_after",
        "verb",
        "status",
        "baseline",
        "place",
        "adverb",
        "generic",
        "not_a_number",
        "nominal_verb",
        "noun",
        "policy_head",
        "title_head",
        "quoted_head",
        "policy_action",
        "policy_edge",
        "policy_soft",
        "policy_keep",
        "policy_place",
        "policy_generic",
        "policy_not",
        "policy_against",
        "not_a_policy",
        "number_prefix",
    ]
    value: str = ""
    note: str = ""


class Indicator(Entry, frozen=True, kw_only=True):
    """A statistical indicator: gdp, 国内生产总值, its aliases and usual unit."""

    id: Text
    name: Text
    aliases: tuple[str, ...] = ()
    unit: str | None = None
    english: str = ""


class SloganEntry(Entry, frozen=True, kw_only=True):
    """A slogan: canonical form, other forms, what a numbered one stands for, the year it came into use."""

    canonical: Text
    kind: SloganKind
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    since: int | None = None
    occasion: str = ""
    english: str = ""


class PolicyEntry(Entry, frozen=True, kw_only=True):
    """A named policy: standard name, short names, kind, period (ISO 8601: 2021, 1978-12, 2021/2025), issuer."""

    id: Text
    name: Text
    kind: PolicyKind
    aliases: tuple[str, ...] = ()
    period: str | None = None
    issuer: str | None = None
    note: str = ""


class UserWord(Entry, frozen=True, kw_only=True):
    """A word for segmentation in jieba's format: 词 [频次] [词性]."""

    word: Text
    frequency: int | None = None
    pos: str | None = None


class SwitchedOff(Entry, frozen=True, kw_only=True):
    """An entry that is not to count: `-词` in a list of words, `yes` under `off` in a table.

    `table` is the kind of entry (word, unit, cue …), `key` its key; of a policy or an indicator the id or the name.
    """

    table: str
    key: str


AnyEntry = Unit | Cue | Indicator | SloganEntry | PolicyEntry | UserWord | SwitchedOff
