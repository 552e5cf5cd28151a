"""WeTextProcessing: inverse text normalisation, a converter."""

from digits import converted
from exchange import serve
from itn.chinese.inverse_normalizer import InverseNormalizer

normalizer = InverseNormalizer()


def in_sentence(form):
    return converted(form, normalizer.normalize(form["text"]))


def alone(form):
    return converted(
        {**form, "text": form["form"], "start": 0, "end": len(form["form"])}, normalizer.normalize(form["form"])
    )


serve("WeTextProcessing", in_sentence, alone)
