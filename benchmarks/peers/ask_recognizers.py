"""Recognizers-Text: one model a kind of number; all that can say something about a report are asked."""

import re

import recognizers_suite
from exchange import serve
from recognizers_suite import Culture

MODELS = ("number", "ordinal", "percentage", "currency", "dimension", "age", "temperature", "datetime")
UNITS = {"Chinese yuan": "元", "Ton": "吨", "Mu": "亩", "Fen": "分"}
DURATION = re.compile(r"PT?(?P<value>[\d.]+)(?P<unit>[A-Z])")
PERIODS = {"H": "小时", "D": "日", "W": "周", "M": "月", "Y": "年"}


def in_sentence(form):
    return [answer for model in MODELS for answer in _ask(model, form["text"])]


def alone(form):
    return [answer for model in MODELS for answer in _ask(model, form["form"])]


def _ask(model, text):
    for found in getattr(recognizers_suite, f"recognize_{model}")(text, Culture.Chinese):
        yield {"start": found.start, "end": found.end + 1, **_answer(model, found.resolution)}


def _answer(model, resolution):
    if model == "datetime":
        return _time(resolution["values"][0]["timex"])
    value, unit = resolution["value"], resolution.get("unit")
    if model == "ordinal":
        return {"value": value, "unit": "第", "says": f"第{value}"}
    if model == "percentage":
        return {"value": value.removesuffix("%"), "unit": "%"}
    return {"value": value, "unit": UNITS.get(unit, unit)}


def _time(timex):
    duration = DURATION.fullmatch(timex)
    if duration:
        return {"value": duration["value"], "unit": PERIODS.get(duration["unit"], duration["unit"])}
    if timex.isdigit():
        return {"value": timex, "unit": "年", "says": f"{timex}年"}
    return {"says": timex}


serve("recognizers-text-suite", in_sentence, alone)
