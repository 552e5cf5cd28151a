"""Folding: one character for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext import Lexicon
from govtext.clean import fold, fold_width, is_traditional
from govtext.clean.fold import WIDTH


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２．５％", "12.5%"),
        ("０１２３４５６７８９", "0123456789"),
        ("－３＋２＆４／５", "-3+2&4/5"),
        ("ＧＤＰ增长ｘ倍", "GDP增长x倍"),
        ("二○三五年", "二〇三五年"),
        ("二◯三五年", "二〇三五年"),
        ("增长5﹪", "增长5%"),
        ("3〜5", "3～5"),
        ("﹣3", "-3"),
    ],
)
def test_width(text: str, folded: str) -> None:
    assert fold_width(text) == folded


@pytest.mark.parametrize(
    "text", ["，。；：！？（）《》“”", "①⑳", "㎡", "Ⅲ", "Ａ级".translate({0xFF21: "A"}), "１".translate({0xFF11: "1"})]
)
def test_left_alone(text: str) -> None:
    """Chinese punctuation is no half-width one, ① no number, ㎡ one character."""
    assert fold_width(text) == text


def test_table_is_one_for_one() -> None:
    for source, target in WIDTH.items():
        assert isinstance(target, str)
        assert len(target) == 1
        assert ord(target) != source


def test_characters_are_one_for_one(lexicon: Lexicon) -> None:
    for traditional, simplified in lexicon.traditional.items():
        assert len(traditional) == len(simplified) == 1
        assert traditional != simplified


def test_traditional(lexicon: Lexicon) -> None:
    text = "發展經濟，改善民生，實現２個目標"
    assert is_traditional(text, lexicon.traditional)
    assert fold(text, lexicon.traditional) == "发展经济，改善民生，实现2个目标"


def test_simplified_is_left_alone(lexicon: Lexicon) -> None:
    """A rare Traditional character in a simplified text stays: 乾 in 乾坤 is no 干."""
    text = "乾坤朗朗，" + "经济社会发展取得新成绩，" * 10
    assert not is_traditional(text, lexicon.traditional)
    assert fold(text, lexicon.traditional) == text
    assert not is_traditional("", lexicon.traditional)


@given(st.text())
def test_keeps_length(lexicon: Lexicon, text: str) -> None:
    assert len(fold(text, lexicon.traditional)) == len(text)
