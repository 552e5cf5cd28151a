"""The order of the steps: dates are checked, an Extractor serves many texts."""

from __future__ import annotations

import pytest

import govtext
from govtext import Extractor
from govtext.segment import sections
from govtext.segment.sentences import LONGEST_SENTENCE
from tests.conftest import SAMPLES


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


@pytest.mark.parametrize("longest", [300, 1000, 4000])
def test_long_texts_are_read_by_section(extractor: Extractor, monkeypatch: pytest.MonkeyPatch, longest: int) -> None:
    """The records are those of the whole text, at the same places, as long as a section holds several paragraphs."""
    for path in SAMPLES:
        whole = extractor.extract_file(path)
        with monkeypatch.context() as patch:
            patch.setattr("govtext.pipeline.LONGEST_SECTION", longest)
            parts = extractor.extract_file(path)
        for table in ("facts", "slogans", "policies"):
            one, other = ({(r.start, r.end): r.text for r in getattr(document, table)} for document in (whole, parts))
            common = one.items() & other.items()
            assert len(common) >= 0.97 * max(len(one), len(other)), table


def test_sections_are_the_text() -> None:
    text = "一、回顾\n甲。乙。\n" + "丙" * 30 + "。" + "丁" * 50 + "\n二、任务\n戊。\n"
    for longest in range(5, len(text) + 2):
        spans = list(sections(text, longest))
        assert [start for start, _ in spans] == [0, *(end for _, end in spans)][: len(spans)]
        assert spans[-1][1] == len(text)
        assert all(0 < end - start <= longest for start, end in spans)
    assert [text[start:end][:4] for start, end in sections(text, len(text) - 1)] == ["一、回顾", "二、任务"]


@pytest.mark.parametrize("unit", ["12万亩3千人", "增长5%，", "1234567890", "同比分别下降三分之一和百分之五、"])
def test_text_without_full_stops(extractor: Extractor, unit: str) -> None:
    """A sentence that runs on is read in parts, and every record is where it says."""
    text = unit * 1500
    document = extractor.extract_text(text)
    assert all(text[fact.start : fact.end] == fact.text for fact in document.facts)
    assert all(len(fact.sentence) <= LONGEST_SENTENCE for fact in document.facts)
