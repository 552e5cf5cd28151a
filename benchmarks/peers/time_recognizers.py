"""Recognizers-Text: numbers, percentages, amounts of money and measures; a place that two models find counts once."""

import recognizers_suite
from recognizers_suite import Culture
from timed import time

MODELS = ("number", "percentage", "currency", "dimension")


def find(text):
    spans = {
        (found.start, found.end)
        for model in MODELS
        for found in getattr(recognizers_suite, f"recognize_{model}")(text, Culture.Chinese)
    }
    return sum(not any(span != other and _within(span, other) for other in spans) for span in spans)


def _within(span, other):
    return other[0] <= span[0] and span[1] <= other[1]


time("recognizers-text-suite", find)
