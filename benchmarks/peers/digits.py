"""Read the numbers a converter leaves in a sentence: 3万 → 30000, 1亿900万, 1/3, 6~7%, 4.2和0.7个百分点.

A converter answers with text, so its answer is read here, with a generous eye: Arabic digits with 万 and 亿, a sign, a
fraction, a percent sign, a range, numbers side by side; whether it wrote them or found them so.
"""

import re
from fractions import Fraction

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6, "千万": 10**7}
TENTHS = "成"

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
PART = re.compile(rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?P<scale>{SCALE})?", re.ASCII)
FRACTION = re.compile(r"(?:(?P<whole>\d+)又)?(?P<share>\d+)/(?P<parts>\d+)", re.ASCII)
ONE = re.compile(
    r"(?:不低于)?(?P<sign>[-−负])?(?P<number>[\d.,/又十百千万亿]+)(?P<unit>[%％‰成元倍]|个百分点|个?小时)?", re.ASCII
)
TO = re.compile(r"[-~～—至到]")
BESIDE = re.compile(r"[、和：:]")


def read(text):
    """Return the answers that a piece of converted text holds, none where it is not all digits."""
    ends = [_one(end) for end in TO.split(text)]
    if len(ends) == 2 and all(ends):
        (low, low_unit), (high, high_unit) = ends
        return [{"low": low, "high": high, "unit": high_unit or low_unit}]
    beside = [_one(number) for number in BESIDE.split(text)]
    if not all(beside):
        return []
    shared = beside[-1][1]
    return [{"value": value, "unit": unit or shared} for value, unit in beside]


def _one(text):
    """Read one number with its unit, or None."""
    match = ONE.fullmatch(text)
    value = _value(match["number"]) if match else None
    if value is None:
        return None
    unit = (match["unit"] or "").replace("％", "%").removeprefix("个") or None
    if unit == TENTHS:
        value, unit = 10 * value, "%"
    return _written(-value if match["sign"] else value), unit


def _value(number):
    """Read 34000, 3.4万, 1亿900万, 1/3 or 5又1/3; every part smaller in scale than the one before."""
    fraction = FRACTION.fullmatch(number)
    if fraction:
        return int(fraction["whole"] or 0) + Fraction(int(fraction["share"]), int(fraction["parts"]))
    value, scale, end = Fraction(0), None, 0
    while end < len(number):
        part = PART.match(number, end)
        if part is None:
            return None
        own = SCALES.get(part["scale"], 1)
        if scale is not None and own >= scale:
            return None
        value += Fraction(part["digits"].replace(",", "")) * own
        scale, end = own, part.end()
    return value


def _written(value):
    return str(value.numerator) if value.denominator == 1 else str(float(value))


def converted(form, output):
    """Return what a converter made of the form, as answers: nothing where it left it and it is not all digits."""
    text, start, end = form["text"], form["start"], form["end"]
    head, tail = text[:start], text[end:]
    if not (output.startswith(head) and output.endswith(tail)):
        return [{"start": start, "end": end, "says": output}]
    piece = output[len(head) : len(output) - len(tail)]
    place = {"start": start, "end": end, "says": piece}
    answers = [{**place, **answer} for answer in read(piece)]
    return answers or ([place] if piece != form["form"] else [])
