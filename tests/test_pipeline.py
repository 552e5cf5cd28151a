"""The order of the steps: dates are checked, an Extractor serves many texts."""

from __future__ import annotations

import pytest

import govtext


@pytest.mark.parametrize("date", ["abc", "20", "2023-13", "2023-1", "2023-02-32", ""])
def test_wrong_date(date: str) -> None:
    with pytest.raises(govtext.UsageError, match="YYYY-MM-DD"):
        govtext.extract("去年财政收入增长3%。", date=date)


@pytest.mark.parametrize("date", ["2023", "2023-01", "2023-01-10"])
def test_date(date: str) -> None:
    assert govtext.extract("去年财政收入增长3%。", date=date).facts[0].period == "2022"


def test_empty_text() -> None:
    document = govtext.extract("")
    assert (document.facts, document.slogans, document.policies) == ((), (), ())


def test_extract_twice() -> None:
    assert govtext.extract("增长3%。") == govtext.extract("增长3%。")
