"""A document with everything in it that a terminal, a spreadsheet or Markdown could take amiss."""

from decimal import Decimal

import pytest

from govtext.model import Document
from tests.render.documents import HOSTILE, document, fact, policy, slogan


@pytest.fixture
def hostile() -> Document:
    return document(
        HOSTILE,
        facts=(fact(value=Decimal(5), unit=HOSTILE, indicator=HOSTILE, predicate="=cmd", sentence=HOSTILE),),
        slogans=(slogan(1, HOSTILE, members=(HOSTILE,), sentence=HOSTILE),),
        policies=(policy(1, HOSTILE, number=HOSTILE),),
    )
