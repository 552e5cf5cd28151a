"""JioNLP: finders of money and of time; `parse_money` reads a number by itself."""

import jionlp
from exchange import serve

UNITS = {"year": "年", "month": "月", "day": "日", "hour": "小时", "minute": "分钟", "second": "秒"}


def in_sentence(form):
    text = form["text"]
    for found in jionlp.ner.extract_money(text, with_parsing=True, ret_all=True):
        yield {**_place(found), **_money(found["detail"])}
    for found in jionlp.ner.extract_time(text, time_base={"year": 2024}, with_parsing=True, ret_all=True):
        yield {**_place(found), **_time(found["detail"])}


def alone(form):
    """Read the form as an amount; 元 is the parser's default, not its finding, unless it is written."""
    try:
        answer = _money(jionlp.parse_money(form["form"]))
    except ValueError:
        return []
    return [answer if "元" in form["form"] else {**answer, "unit": None}]


def _place(found):
    start, end = found["offset"]
    return {"start": start, "end": end}


def _money(detail):
    number, unit = detail["num"], detail["case"]
    if isinstance(number, list):
        return {"low": number[0], "high": number[1], "unit": unit}
    end = {"blur+": "low", "blur-": "high"}.get(detail["definition"], "value")
    return {end: number, "unit": unit}


def _time(detail):
    if detail["type"] == "time_delta" and len(detail["time"]) == 1:
        ((unit, value),) = detail["time"].items()
        return {"value": str(value), "unit": UNITS.get(unit, unit)}
    return {"says": "–".join(sorted({str(time)[:10] for time in detail["time"]}))}


serve("jionlp", in_sentence, alone)
