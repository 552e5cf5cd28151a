"""cn2an: a converter. `transform` rewrites a sentence, `cn2an` reads one number."""

import warnings

import cn2an
from digits import converted
from exchange import serve

warnings.simplefilter("ignore")


def in_sentence(form):
    return converted(form, cn2an.transform(form["text"]))


def alone(form):
    try:
        return [{"value": str(cn2an.cn2an(form["form"], "smart"))}]
    except ValueError:
        return []


serve("cn2an", in_sentence, alone)
