"""The forms of numbers in reports, and when a tool has read one of them right."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

TABLE = Path(__file__).with_name("forms.csv")
NOT_A_QUANTITY = "not a quantity"
VAGUE = "vague numbers"
PER_ONE = {"%": Decimal("0.01"), "‰": Decimal("0.001")}


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A form in a sentence, and what it means: the numbers in `values`, or `low` and `high`, or no quantity at all."""

    category: str
    text: str
    form: str
    values: tuple[Decimal, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    also: tuple[str, ...] = ()
    """Other ways to write what is no quantity: 第3次会议."""

    @property
    def start(self) -> int:
        return self.text.index(self.form)

    @property
    def end(self) -> int:
        return self.start + len(self.form)

    @property
    def quantity(self) -> bool:
        return self.category != NOT_A_QUANTITY

    def expected(self) -> str:
        """Write what the form means: 12,000 吨, 30–40 座, ≥100 个."""
        if not self.quantity:
            return "no quantity"
        number = "; ".join(map(grouped, self.values)) or written(None, self.low, self.high)
        return f"{number} {self.unit or ''}".rstrip()

    def question(self) -> dict[str, Any]:
        """Return what a peer may know: the sentence and the place, not the answer."""
        names = ("text", "form", "start", "end", "quantity")
        return {name: getattr(self, name) for name in names}


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a tool says about a place of the sentence; peers write it as JSON."""

    start: int
    end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    says: str | None = None

    def shown(self) -> str:
        """Write the answer for people: as the tool said it, else number and unit."""
        return self.says or f"{written(self.value, self.low, self.high)} {self.unit or ''}".rstrip()


def read_forms(path: Path = TABLE) -> list[Form]:
    """Read the table of forms."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_form(row) for row in csv.DictReader(file)]


def _form(row: dict[str, str]) -> Form:
    return Form(
        category=row["category"],
        text=row["text"],
        form=row["form"],
        values=tuple(map(Decimal, filter(None, row["value"].split(";")))),
        low=Decimal(row["low"]) if row["low"] else None,
        high=Decimal(row["high"]) if row["high"] else None,
        unit=row["unit"] or None,
        also=tuple(filter(None, row["also"].split(";"))),
    )


def is_right(form: Form, answers: list[Answer]) -> bool:
    """Tell whether the answers say what the form means.

    A tool is given the benefit of every doubt: a wrong answer beside the right one does not count against it, a unit
    or a bound counts only where it states one, and a range may come as two numbers.
    """
    answers = most_specific(answers)
    if not form.quantity:
        return all(answer.says in (form.form, *form.also) for answer in answers)
    answers = [answer for answer in answers if answer.unit is None or _same_unit(answer.unit, form.unit)]
    if form.values:
        return all(any(_is_number(answer, value, form.unit) for answer in answers) for value in form.values)
    if form.category == VAGUE:
        return any(_within(answer, form) for answer in answers)
    ends = [end for end in (form.low, form.high) if end is not None]
    whole = any((answer.low, answer.high) == (form.low, form.high) for answer in answers)
    return whole or all(any(_is_number(answer, end, form.unit) for answer in answers) for end in ends)


def most_specific(answers: list[Answer]) -> list[Answer]:
    """Drop numbers without a unit where the tool gives one with a unit at the same place: 5 beside 5%."""
    full = [answer for answer in answers if answer.unit]
    return [
        answer
        for answer in answers
        if answer.unit or all(other.end <= answer.start or answer.end <= other.start for other in full)
    ]


def _is_number(answer: Answer, value: Decimal, unit: str | None) -> bool:
    """Compare to four places; 0.3 % may be written 3 ‰, and 0.003 where the tool gives no unit."""
    if answer.value is None:
        return False
    per_one = PER_ONE.get(unit or "")
    if per_one is not None and answer.unit in PER_ONE:
        return answer.value * PER_ONE[answer.unit] == value * per_one
    meant = {value} if per_one is None else {value, value * per_one}
    return answer.value in meant or round(answer.value, 4) in meant


def _same_unit(unit: str, expected: str | None) -> bool:
    return unit.removeprefix("个") == (expected or "").removeprefix("个") or (unit in PER_ONE and expected in PER_ONE)


def _within(answer: Answer, form: Form) -> bool:
    """Tell whether a range lies within the one a vague number can mean; it may be open above."""
    if answer.low is None or form.low is None or answer.low < form.low:
        return False
    return answer.high is None or form.high is None or answer.high <= form.high


def written(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    """Write a number or a range: 12,000, 30–40, ≥100, ≤5."""
    if value is not None:
        return grouped(value)
    if low is not None and high is not None:
        return f"{grouped(low)}–{grouped(high)}"
    return f"≥{grouped(low)}" if low is not None else f"≤{grouped(high)}" if high is not None else ""


def grouped(number: Decimal) -> str:
    """Write a number with thousands separators, to four places."""
    whole = number.to_integral_value()
    return f"{whole if whole == number else round(number, 4).normalize():,f}"
