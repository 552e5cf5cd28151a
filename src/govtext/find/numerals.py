"""Numerals → exact decimals: 2.3万亿, 一万二千, 1万5千, 五六十, 3700多万.

The one place where a number is read; everything is Decimal.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

import regex

from govtext.clean import fold_width

_DIGITS = {
    **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    **dict(zip("貳參陸兩两", (2, 3, 6, 2, 2), strict=True)),
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30}
_HIGH = frozenset("百千佰仟万亿")
_MARKS = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_VAGUE_TAIL = "余餘多几幾来"

_ARABIC = regex.compile(r"\d+(?:\.\d+)?")
_GROUPED = regex.compile(r"(?<![\d.])\d{1,3}(?:[,，' ]\d{3})+(?!\d)")
_PAIR = regex.compile(
    rf"(?P<head>.*?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<tail>[十百千万亿]*)(?P<over>[{_VAGUE_TAIL}]?)"
)
_FRACTION = regex.compile(r"(?:(?P<whole>.+)又)?(?P<parts>.+)分之(?P<share>.+)")
_TENFOLD = regex.compile(r"[十百千万亿拾佰仟萬億]+|10+")

_PLAIN = regex.compile(r"[0-9]+(?:\.[0-9]+)?")

REMEMBERED = 4096
"""How many numerals are kept with their values: reports repeat 一, 两, 10."""

LIMIT = 100
"""A run of more characters is a collapsed table or noise, and no numeral."""


class Numeral(NamedTuple):
    """A numeral read: an exact `value`, or `low` and `high`; `over` where 多, 余 or 几 says there is more."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    over: bool = False


def parse_number(text: str) -> Decimal | None:
    """Return the value of a Chinese, Arabic or mixed numeral, or None where the text is no numeral.

    >>> parse_number("一万二千三百")
    Decimal('12300')
    >>> parse_number("1万5千亿")
    Decimal('1500000000000')
    >>> parse_number("负０．２")
    Decimal('-0.2')
    """
    numeral = fold_width(text).strip().replace("·", ".").replace("萬", "万").replace("億", "亿")
    negative = numeral[:1] in ("负", "負", "-", "−")
    if negative:
        numeral = numeral[1:]
    numeral = _GROUPED.sub(lambda match: regex.sub(r"[,，' ]", "", match[0]), numeral)
    if not 0 < len(numeral) <= LIMIT:
        return None
    with localcontext(prec=2 * LIMIT):
        fraction = _FRACTION.fullmatch(numeral)
        value = _fraction(fraction) if fraction else _whole(numeral)
        if value is None:
            return None
        return plain(-value if negative else value)


def read_whole(numeral: str) -> int:
    """Return a year or a small numeral as an int: 二〇三五, 三十一, 12; 0 where it is neither (一二月)."""
    value = None if len(numeral) == 2 and all(char in _DIGITS for char in numeral) else parse_number(numeral)
    return int(value) if value is not None and value == value.to_integral_value() else 0


def plain(value: Decimal) -> Decimal:
    """Return the same number written without exponent or trailing zeros: 23000.0 → 23000."""
    digits = format(value, "f")
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


@lru_cache(maxsize=REMEMBERED)
def read_numeral(text: str) -> Numeral | None:
    """Read a numeral with its vagueness: 100多万 is over 1000000, 五六十 is 50 to 60, 几十 is 20 to 90."""
    if len(text) <= LIMIT and _PLAIN.fullmatch(text):
        return Numeral(plain(Decimal(text)))
    numeral = fold_width(text).replace("幾", "几").replace("餘", "余").replace("數", "数")
    if numeral[:1] in ("几", "数"):
        scale = parse_number("一" + numeral[1:].strip(_VAGUE_TAIL)) if numeral[1:] else None
        return Numeral(None, plain(2 * scale), plain(9 * scale)) if scale else None
    if numeral[:1] == "上" and len(numeral) > 1:
        value = parse_number(numeral[1:] if numeral[1:2] in _DIGITS else "一" + numeral[1:])
        return Numeral(value, over=True) if value else None
    pair = _approximate_pair(numeral)
    if pair:
        return pair
    bare = regex.sub(f"[{_VAGUE_TAIL}]", "", numeral)
    value = parse_number(bare)
    if value is None and bare:
        value = parse_number("一" + bare)
    return Numeral(value, over=bare != numeral) if value is not None else None


def _approximate_pair(numeral: str) -> Numeral | None:
    """Read two neighbouring digits as a range: 七八千, 三四十万, 十五六."""
    match = _PAIR.fullmatch(numeral)
    if match is None or _DIGITS[match["high"]] - _DIGITS[match["low"]] != 1 or match["head"][-1:] in _DIGITS:
        return None
    low = parse_number(match["head"] + match["low"] + match["tail"])
    high = parse_number(match["head"] + match["high"] + match["tail"])
    return Numeral(None, low, high, over=bool(match["over"])) if low is not None and high is not None else None


def _fraction(match: regex.Match[str]) -> Decimal | None:
    """Read 三分之一 as 0.3333, 百分之五 as 0.05, 五又三分之一 as 5.3333; tenths and the like are exact."""
    parts, share = parse_number(match["parts"]), parse_number(match["share"])
    whole = parse_number(match["whole"]) if match["whole"] else Decimal(0)
    if not parts or share is None or whole is None:
        return None
    ratio = share / parts
    return whole + (ratio if _TENFOLD.fullmatch(match["parts"]) else round(ratio, 4))


def _whole(numeral: str) -> Decimal | None:
    """Read a numeral without 分之: by 万亿, by 亿, then by 万, then below."""
    numeral = numeral.replace("万万", "亿")
    for mark, scale in _MARKS.items():
        if mark not in numeral:
            continue
        before, _, after = numeral.partition(mark)
        head = _whole(before) if before else Decimal(1)
        tail = _tail(after, scale)
        if head is None or tail is None or tail >= scale:
            return None
        return head * scale + tail
    return _below_ten_thousand(numeral)


def _tail(numeral: str, scale: int) -> Decimal | None:
    """Read what follows a multiplier: 一万二 is 12000, 一万零二 is 10002, 3万4000 is 34000."""
    if not numeral:
        return Decimal(0)
    if len(numeral) == 1 and _DIGITS.get(numeral):
        return Decimal(_DIGITS[numeral] * scale // 10)
    return None if numeral[0] in _HIGH else _whole(numeral)


def _below_ten_thousand(numeral: str) -> Decimal | None:
    """Read 二千三百零五, 5千4百, 1956, 二〇三五, 十二点五."""
    before, point, after = numeral.partition("点")
    if point:
        whole, digits = _below_ten_thousand(before), _positional(after)
        return whole + Decimal(f"0.{digits}") if whole is not None and digits else None
    if len(numeral) > 1 and all(char in _DIGITS for char in numeral):
        return Decimal(_positional(numeral))
    total, current, scale, position = Decimal(0), None, 0, 0
    zero = False
    while position < len(numeral):
        char = numeral[position]
        arabic = _ARABIC.match(numeral, position)
        if arabic:
            if current is not None:
                return None
            current, position = Decimal(arabic[0]), arabic.end()
            continue
        if char in _SMALL:
            unit = _SMALL[char]
            if scale and unit >= scale:
                return None
            total += (Decimal(1) if current is None or unit in (20, 30) else current) * unit
            current, scale = None, 10 if unit in (20, 30) else unit
        elif char in "零〇" and position + 1 < len(numeral):
            current, scale, zero = None, 0, True
        elif char in _DIGITS and current is None and (char not in "零〇" or not total):
            current = Decimal(_DIGITS[char])
        else:
            return None
        position += 1
    if current is None:
        return total if scale else None
    implied = scale >= 100 and not zero and numeral[-1] in _DIGITS
    return total + (current * scale / 10 if implied else current)


def _positional(digits: str) -> str:
    """Return digits one by one: 二〇三五 → 2035."""
    return "".join(char if char.isdigit() and char.isascii() else str(_DIGITS.get(char, "")) for char in digits)
