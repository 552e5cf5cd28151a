"""Running text → sentences under their headings, and clauses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.segment import clauses, split_sentences
from govtext.segment.sentences import LONGEST_SENTENCE
from tests.texts import PARAGRAPHS


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一句。两句！三句？四句", ["一句。", "两句！", "三句？", "四句"]),
        ("他说：“好。”大家鼓掌。", ["他说：“好。”", "大家鼓掌。"]),
        ("（完成了。）继续。", ["（完成了。）", "继续。"]),
        ("太好了！！真好?!好", ["太好了！！", "真好?!", "好"]),
        ("第一段\n第二段。\n\n第三段", ["第一段", "第二段。", "第三段"]),
        ("增长5.2%，达到3.5亿元。", ["增长5.2%，达到3.5亿元。"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(st.sampled_from("增长，。！？”）\n；：（“一、5%"), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """Sentences are in order, do not overlap, and hold all ink."""
    found = list(split_sentences(text))
    assert "".join(text[s.start : s.end] for s in found) == text.replace("\n", "")
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


def heading_over(text: str, sentence: str) -> str:
    return next(s.heading for s in split_sentences(text) if text[s.start : s.end] == sentence)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、工作回顾\n完成了任务。", "一、工作回顾"),
        ("第二章　目标\n完成了任务。", "第二章　目标"),
        ("一、回顾\n（一）发展经济。完成了任务。", "（一）发展经济。"),
        ("聚民智、护民生\n完成了任务。", "聚民智、护民生"),
        (f"{PARAGRAPHS[0]}\n完成了任务。", ""),
        ("三项目标：\n完成了任务。", "三项目标："),
        ("各位代表，\n完成了任务。", ""),
        ("完成了任务。", ""),
    ],
)
def test_headings(text: str, heading: str) -> None:
    found = heading_over(text, "完成了任务。")
    assert found == heading if heading != "三项目标：" else found in ("", heading)


def test_headings_nest() -> None:
    text = "一、回顾\n（一）经济\n完成甲。\n（二）民生\n完成乙。\n二、安排\n完成丙。"
    found = {text[s.start : s.end]: s.headings for s in split_sentences(text)}
    assert found["完成甲。"] == ("一、回顾", "（一）经济")
    assert found["完成乙。"] == ("一、回顾", "（二）民生")
    assert found["完成丙。"] == ("二、安排",)


def test_paragraphs() -> None:
    text = "一句。两句。\n三句。"
    first, second, third = (s.paragraph for s in split_sentences(text))
    assert first == second != third


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5%，达到3亿元；完成任务。", ["增长5%", "达到3亿元", "完成任务。"]),
        ("目标是：增长5%", ["目标是", "增长5%"]),
        ("法规（草案）两件", ["法规", "草案", "两件"]),
        ("", []),
        ("，；", []),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text)] == expected
    assert [(start - 7, end - 7) for start, end in clauses(text, 7)] == list(clauses(text))


def test_what_runs_on_is_parted() -> None:
    """A list without a full stop is parted after a mark; without marks, anywhere."""
    listed = "粮食增长5%，" * 1000
    parts = sentences(listed)
    assert "".join(parts) == listed
    assert all(part.endswith("，") and len(part) <= LONGEST_SENTENCE for part in parts)
    assert "".join(sentences("12万亩3千人" * 1000)) == "12万亩3千人" * 1000
