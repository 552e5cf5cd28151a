"""Write a quantity for people: 23,000 户, ↑ ≥6 %, 3–5 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from govtext.model import Fact

SIGNS = {"about": "≈", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤"}
ARROWS = {"increase": "↑ ", "decrease": "↓ "}


def plain(number: Decimal) -> str:
    """Return the exact decimal without exponent: 2300000000000."""
    return f"{number:f}"


def grouped(number: Decimal) -> str:
    """Return the exact decimal with thousands separators: 2,300,000,000,000."""
    return f"{number:,f}"


def quantity(fact: Fact) -> str:
    """Return value or range with its bound as a sign, its change as an arrow, and the unit; else the text as written.

    `新增就业1186万人` → `↑ 11,860,000 人`, `6%以上` → `≥6 %`, `3%—5%` → `3–5 %`.
    """
    if fact.value is not None:
        number = grouped(fact.value)
    elif fact.low is not None or fact.high is not None:
        number = "–".join(grouped(end) if end is not None else "" for end in (fact.low, fact.high))
    else:
        return fact.text
    sign = SIGNS.get(fact.bound, "")
    arrow = ARROWS.get(fact.change or "", "")
    return f"{arrow}{sign}{number} {fact.unit or ''}".rstrip()
