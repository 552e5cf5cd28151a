"""Find quantities by their shape: 2.3万户, 百分之四到五, 三分之一, 第3位."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.matching import covered
from govtext.find.numerals import Numeral, parse_number, plain, read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govtext.find.passages import Found, Passages
    from govtext.lexicon import Lexicon
    from govtext.model import FactKind

MOST_DOUBLINGS = 20
"""More than 翻二十番 is no figure of a report."""
_HALF = Decimal("0.5")
_NO_UNIT_RULES = frozenset({"fraction", "proportion", "bare"})
_FIXED_UNITS = {"percent": "%", "point": "百分点", "rank": "位", "multiple": "倍"}
_COORDINATED = regex.compile(
    r"""(?<![\d.万亿]|第|[A-Za-z])
        (?P<number>\d+(?:\.\d+)?(?:万亿|[十百千万亿])*|[一二两三四五六七八九十百千]+(?:万亿|[万亿])*)
        (?P<unit>[%‰])?
        (?P<joint>[、和与及]|以及)$""",
    regex.VERBOSE,
)
_JOINTS = frozenset("、和与及")
_MULTIPLIER = regex.compile(r"(?:万亿|[万亿])+(?=\D*$)")


class Quantity(NamedTuple):
    """A number with its unit: offsets into the running text, value or ends of a range, canonical unit."""

    start: int
    end: int
    rule: str
    kind: FactKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    over: bool = False
    chinese: bool = False
    """The numeral is written in Chinese characters without 万 or 亿, so it may be part of a word."""


def find_quantities(passages: Passages, lexicon: Lexicon, masks: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Return the quantities of a text in order, none inside a mask (dates, slogans, policy names).

    Of matches that overlap the leftmost and longest counts whose numeral can be read.
    """
    alone: list[Quantity] = []
    last = 0
    for found in sorted(passages.find(lexicon, "quantity"), key=lambda found: (found.start, -found.end)):
        if found.start < last:
            continue
        if covered(found.start, found.end, masks):
            last = found.end
            continue
        read = list(_read(found, lexicon))
        if read:
            last = found.end
        alone += read
    return list(_with_coordinated(passages.whole, _with_shared_points(passages.whole, alone), masks))


def match_quantities(passages: Passages, lexicon: Lexicon) -> Iterator[Quantity]:
    """Yield what the rules match, rule after rule; the matches may overlap."""
    for found in passages.find(lexicon, "quantity"):
        yield from _read(found, lexicon)


def _read(found: Found, lexicon: Lexicon) -> Iterator[Quantity]:
    """Make the quantity that a rule's groups describe; nothing where the numeral cannot be read."""
    match, rule, shift = found.match, found.rule, found.shift
    groups = match.groupdict()
    name = rule.name.removeprefix("quantity/")
    kind: FactKind = rule.kind or "count"  # type: ignore[assignment]
    if name == "proportion":
        for part in ("first_part", "second_part", "third_part"):
            if groups[part]:
                start, end = match.span(part)
                yield Quantity(start + shift, end + shift, rule.name, kind, value=plain(Decimal(groups[part])))
        return
    numeral = _numeral(groups)
    if numeral is None:
        return
    unit_text = groups.get("unit")
    unit: str | None = None
    if name not in _NO_UNIT_RULES:
        unit = _FIXED_UNITS.get(kind) or unit_text
        if name in ("half-unit", "quantity", "range"):
            row = lexicon.units.get((unit_text or "").replace("个半", "个"))
            unit, kind = (row.unit, row.kind) if row else (unit_text, "count")
            if row and row.noun and not any(char.isdigit() for char in match[0]):
                return
        if unit_text in ("‰",):
            unit = "‰"
        if unit_text == "番":
            unit = None
        if kind == "point" and unit_text:
            unit = unit_text.removeprefix("个")
    if name == "fraction" and unit_text:
        unit, kind = unit_text, "multiple"
    written = match[0]
    yield Quantity(
        found.start,
        found.end,
        rule.name,
        kind,
        value=numeral.value,
        low=numeral.low,
        high=numeral.high,
        unit=unit,
        over=numeral.over or bool(groups.get("more")),
        chinese=not any(char.isdigit() and char.isascii() for char in written)
        and not any(mark in written for mark in "万亿"),
    )


def _numeral(groups: dict[str, str | None]) -> Numeral | None:
    """Read the numeral of a match, whichever groups it has."""
    low, high, number = groups.get("low"), groups.get("high"), groups.get("number")
    if low and high:
        return _range(low, high)
    if groups.get("first"):
        return Numeral(Decimal(1))
    if groups.get("parts"):
        whole = f"{groups['whole']}又" if groups.get("whole") else ""
        value = parse_number(f"{whole}{groups['parts']}分之{groups['share']}")
        return Numeral(value) if value is not None else None
    if groups.get("only") or (groups.get("half") and not number and not groups.get("tenths")):
        return Numeral(_HALF)
    if groups.get("tenths"):
        tenths = parse_number(groups["tenths"] or "")
        if tenths is None:
            return None
        rest = parse_number(groups.get("hundredths") or "零") or 0
        return Numeral(plain(10 * tenths + rest + (10 * _HALF if groups.get("half") else 0)))
    if number in ("万", "亿"):
        return None
    if number is None:
        return Numeral(Decimal(2)) if groups.get("unit") == "番" else None
    numeral = read_numeral(number)
    return _adjusted(numeral, groups) if numeral else None


def _adjusted(numeral: Numeral, groups: dict[str, str | None]) -> Numeral:
    """Apply 番, 千分之 and a half after the unit to a numeral."""
    value = numeral.value
    if value is None:
        return numeral
    unit = groups.get("unit") or ""
    if unit == "番" and value > MOST_DOUBLINGS:
        return Numeral(None)
    if unit == "番":
        return numeral._replace(value=Decimal(2) ** value)
    if groups.get("permille"):
        return numeral._replace(value=plain(value / 10))
    if groups.get("permyriad"):
        return numeral._replace(value=plain(value / 100))
    if groups.get("half") or unit.startswith("个半") or unit.endswith("半") or "half" in groups:
        halved = groups.get("half") is not None or unit.startswith("个半")
        return numeral._replace(value=plain(value + _HALF)) if halved else numeral
    return numeral


def _range(low_text: str, high_text: str) -> Numeral | None:
    """Read the ends of a range; a multiplier that only the higher has counts for both: 3至10万."""
    low, high = read_numeral(low_text), read_numeral(high_text)
    if low is None or high is None or low.value is None or high.value is None:
        return None
    shared = _MULTIPLIER.search(high_text)
    if shared and not _MULTIPLIER.search(low_text) and low.value < high.value:
        scale = parse_number("一" + shared[0])
        if scale and low.value * scale <= high.value:
            low = low._replace(value=low.value * scale)
    if low.value is None or low.value >= high.value:
        return None
    return Numeral(None, plain(low.value), plain(high.value))


def _with_shared_points(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities; a 个 that 百分点 follows in the same list counts points: 1.2个、0.8个百分点."""
    shared = list(quantities)
    for position in range(len(shared) - 2, -1, -1):
        quantity, following = shared[position], shared[position + 1]
        if quantity.unit == "个" and following.kind == "point" and text[quantity.end : following.start] in _JOINTS:
            shared[position] = quantity._replace(rule=following.rule, kind="point", unit=following.unit)
    return shared


def _with_coordinated(
    text: str, quantities: Iterable[Quantity], masks: Sequence[tuple[int, int]]
) -> Iterator[Quantity]:
    """Yield the quantities with the bare numbers that share their unit: 4.2和0.7个百分点, 3000、4000亿元."""
    last_end = 0
    for quantity in quantities:
        sharing: list[Quantity] = []
        position = quantity.start
        while quantity.value is not None and quantity.rule != "quantity/rank" and text[position - 1] in _JOINTS:
            match = _COORDINATED.search(text, max(last_end, position - 24), position)
            if match is None or covered(*match.span("number"), masks):
                break
            value = parse_number(match["number"])
            shared = _MULTIPLIER.search(text[quantity.start : quantity.end].rstrip(quantity.unit or ""))
            if value is None:
                break
            if shared and not _MULTIPLIER.search(match["number"]):
                value *= parse_number("一" + shared[0]) or 1
            start, end = match.span("number")
            sharing.append(quantity._replace(start=start, end=end, value=plain(value), over=False))
            position = start
        yield from reversed(sharing)
        yield quantity
        last_end = quantity.end
