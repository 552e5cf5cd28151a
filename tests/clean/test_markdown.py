"""The notation of Markdown does not stand between the words; plain text has none."""

import pytest

from govtext.clean import reflow
from govtext.clean.markdown import read_notation

LINE = "全市上下团结奋斗，稳中求进，各项工作取得新的成效。"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (f"# 报告\n\n## 一、回顾 ##\n{LINE}", f"报告\n一、回顾\n{LINE}"),
        ("**地区生产总值**增长__5.2%__，*约*`3万人`~~旧~~。", "地区生产总值增长5.2%，约3万人旧。"),
        ("见[监督法](https://example.cn/a_b)和![图](x.png)。", "见监督法和。"),
        ("- **一**\n- 5个\n* 乙\n+ [x] 丙", "一\n5个\n乙\n丙"),
        ("> **引文**\n> 下文", "引文\n下文"),
        (
            f"{LINE}\n\n| 指标 | 单位 | 数值 |\n|---|:-:|--:|\n| 粮食产量 | 吨 | 6.5 |\n\n{LINE}",
            f"{LINE}\n指标\t单位\t数值\n粮食产量\t吨\t6.5\n{LINE}",
        ),
        (f"**一**\n\n---\n\n{LINE}", f"一\n{LINE}"),
        ("**一** 1\\.2\\*3", "一1.2*3"),
    ],
)
def test_notation_goes(source: str, text: str) -> None:
    working = reflow(source)
    assert working.text == text
    for index, char in enumerate(working.text):
        assert char in (source[working.origin(index)], "\n", "\t")


@pytest.mark.parametrize(
    "source",
    [
        "增长5*3*2倍，#1机组，a_b_c，2|3。",
        "- 4 -\n— 5 —",
        "[2021]5号（http://a.cn）",
        "*注：数据",
        "5 - 3\n- 3%",
        "第1#楼、第2#楼",
    ],
)
def test_plain_text_has_none(source: str) -> None:
    assert read_notation(source).gone == []


@pytest.mark.parametrize(
    "unit", ["[", "![", "*a", "**a ", "__", "~~a", "`", "``a", "- ", "> ", "|", "| -", "#", " ", "\\", "-"]
)
def test_time_is_linear(unit: str) -> None:
    from time import perf_counter

    start = perf_counter()
    read_notation("**一**\n|-|-|\n" + unit * (150_000 // len(unit)))
    assert perf_counter() - start < 2
