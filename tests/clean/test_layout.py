"""Is a text hard-wrapped, and which lines run on?"""

import pytest

from govtext.clean.layout import is_wrapped, read_lines, runs_on
from tests.texts import HEADING, PARAGRAPHS, wrap

LIST = "\n".join(f"{number}.完善第{number}类设施建设" for number in range(1, 9))
HEADINGS = "\n".join(
    ("一、工作回顾", "（一）经济发展", "（二）社会民生", "二、工作安排", "（一）总体要求", "（二）重点任务")
)
TABLE = "\n".join(
    f"{name}\t{i}\t{i + 3}\t{i + 7}" for i, name in enumerate(("粮食产量", "工业产值", "财政收入", "社会消费"))
)
VERSE = "\n".join(("天更蓝", "水更清", "山更绿", "人更和"))


@pytest.mark.parametrize("columns", [12, 18, 25, 33, 40])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n"])
def test_wrapped(columns: int, gap: str) -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrap("　　" + paragraph, columns)]
    assert is_wrapped(read_lines(gap.join(lines)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        PARAGRAPHS[0],
        "\n".join(PARAGRAPHS),
        "\n".join([HEADING, *PARAGRAPHS]),
        "\n".join(f"　　{paragraph}" for paragraph in PARAGRAPHS),
        LIST,
        HEADINGS,
        TABLE,
        VERSE,
        "主要目标如下：\n增长5%；\n就业12万人；\n投资85亿元。",
    ],
    ids=["empty", "blank", "line", "prose", "heading", "indented", "list", "headings", "table", "verse", "semicolons"],
)
def test_not_wrapped(text: str) -> None:
    assert not is_wrapped(read_lines(text))


def test_lines() -> None:
    heading, page, empty = "　　一、回顾  ", "- 12 -", "   "
    first, second, last = read_lines(f"{heading}\n{page}\n{empty}\n“完成了。”")
    assert (first.start, first.end, first.indented, first.ended, first.furniture) == (2, 6, True, False, False)
    assert second.furniture
    assert last.ended
    assert not last.indented


@pytest.mark.parametrize("text", ["- 4 -", "—12—", "12", "第 3 页", "第3页", "· 7 ·", "— 128 —"])
def test_page_numbers(text: str) -> None:
    assert read_lines(text)[0].furniture


@pytest.mark.parametrize("text", ["2021年", "12345", "3件", "一", "12.5", "（12）"])
def test_no_page_numbers(text: str) -> None:
    assert not read_lines(text)[0].furniture


def joined(text: str) -> list[bool]:
    lines = read_lines(text)
    return [runs_on(lines, i) for i in range(len(lines) - 1)]


def test_runs_on() -> None:
    first = "　　坚持科学立法民主立法依法立\n法，共制定地方性法规十三件并\n修改四件。\n"
    second = "　　聚焦绿色发展，守住一江清水\n责无旁贷。"
    assert joined(first + second) == [True, True, False, True]
