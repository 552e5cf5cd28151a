"""A place in the running text → a place in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.clean import Report


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_place(end: str) -> None:
    source = f"第一段。{end}　　第二段增长 5 %。"
    report = Report(source, {})
    assert report.written == "第一段。\n第二段增长5%。"
    start = report.written.index("5%")
    place = report.place(start, start + 2)
    assert source[place["start"] : place["end"]] == "5 %"
    assert (place["line"], place["column"], place["text"]) == (2, 9, "5%")


def test_both_texts_have_the_same_offsets() -> None:
    report = Report("增長１２％，發展經濟", {"長": "长", "發": "发", "經": "经", "濟": "济"})
    assert report.written == "增長１２％，發展經濟"
    assert report.folded == "增长12%，发展经济"


def test_astral_characters_are_one() -> None:
    report = Report("㐀𠀀 5件", {})
    place = report.place(2, 4)
    assert (place["start"], place["end"], place["column"]) == (3, 5, 4)


@given(st.text(st.sampled_from("增长５5 %\u3000\t\r\n\v\u2028\x00\u200b。图为𠀀"), max_size=40))
def test_every_character_is_traced(source: str) -> None:
    report = Report(source, {})
    for i, char in enumerate(report.written):
        place = report.place(i, i + 1)
        assert place["end"] == place["start"] + 1
        if not char.isspace():
            assert source[place["start"]] == char
        before = source[: place["start"]].replace("\r\n", "\n\n")
        assert place["line"] >= 1
        assert 1 <= place["column"] <= place["start"] + 1
        assert before.count("\n") + before.count("\r") >= place["line"] - 1
