"""Targets meet what was achieved where both measure the same thing."""

from decimal import Decimal

from govtext.render.achievements import comparisons
from tests.render.documents import fact


def test_comparisons() -> None:
    facts = [
        fact(indicator="生产总值", indicator_id="gdp", value=Decimal("4.6"), change="increase", status="estimate"),
        fact(indicator="生产总值", indicator_id="gdp", value=Decimal(100), kind="money"),
        fact(indicator="粮食", value=Decimal(3), status="target"),
        fact(indicator="GDP", indicator_id="gdp", low=Decimal(5), high=Decimal(6), change="increase", status="target"),
        fact(indicator="能耗", value=Decimal(3), change="decrease"),
        fact(indicator="能耗", value=Decimal(3), change="increase", status="target"),
        fact(indicator="煤", value=Decimal(3)),
        fact(indicator="煤", status="target"),
        fact(value=Decimal(1)),
        fact(value=Decimal(1), status="target"),
    ]
    (found,) = comparisons(facts)
    assert found.indicator == "GDP"
    assert [number for number, _ in found.targets] == [3]
    assert [number for number, _ in found.achieved] == [0]
