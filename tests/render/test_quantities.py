"""Numbers as people read them."""

from decimal import Decimal

import pytest

from govtext.render.quantities import plain, quantity
from tests.render.documents import fact


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": Decimal(23000), "unit": "户"}, "23,000 户"),
        ({"value": Decimal("2.3E+12"), "unit": "元"}, "2,300,000,000,000 元"),
        ({"value": Decimal("5.2"), "unit": "%", "change": "increase"}, "↑ 5.2 %"),
        ({"value": Decimal(6), "unit": "%", "bound": "at_least", "change": "decrease"}, "↓ ≥6 %"),
        ({"value": Decimal(180), "unit": "次", "bound": "over"}, ">180 次"),
        ({"value": Decimal(180), "unit": "次", "bound": "under"}, "<180 次"),
        ({"value": Decimal(3), "unit": "%", "bound": "at_most"}, "≤3 %"),
        ({"value": Decimal(3), "unit": "%", "bound": "about"}, "≈3 %"),
        ({"low": Decimal(3), "high": Decimal(5), "unit": "%", "bound": "range"}, "3–5 %"),
        ({"value": Decimal("0.3333")}, "0.3333"),
        ({"value": Decimal(-1), "unit": "℃"}, "-1 ℃"),
        ({"text": "数十家"}, "数十家"),
    ],
    ids=str,
)
def test_quantity(fields: dict[str, object], expected: str) -> None:
    assert quantity(fact(**fields)) == expected


def test_plain_has_no_exponent() -> None:
    assert plain(Decimal("1.26E+14")) == "126000000000000"
