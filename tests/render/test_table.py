"""Tables that a person can read at 80 columns, whatever stands in a report."""

import io
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from govtext.model import Document
from govtext.render.language import Language
from govtext.render.sheets import By
from govtext.render.table import TableWriter
from tests.render.documents import document, fact, policy, slogan

TABLES = ("facts", "slogans", "policies")


def draw(*documents: Document, by: By = "name", language: Language = "en", width: int = 80) -> str:
    stream = io.StringIO()
    writer = TableWriter(stream, TABLES, by=by, language=language, width=width)
    for drawn in documents:
        writer.add(drawn)
    writer.finish()
    return stream.getvalue()


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_facts() -> None:
    text = draw(
        document(
            facts=(
                fact(
                    value=Decimal(6),
                    unit="%",
                    bound="about",
                    change="increase",
                    indicator="地区生产总值",
                    predicate="增长",
                    time="2022年",
                    baseline="比上年",
                    status="target",
                ),
                fact(line=12, value=Decimal(2300000000000), unit="元", indicator="固定资产投资", predicate="完成"),
            )
        ),
        language="zh",
    )
    assert lines(text)[:9] == [
        "report.txt",
        "10 字 · 数据 2 · 提法 0 · 政策 0",
        "",
        "数据: 2",
        "行                   数值   指标           谓词   时间、基准   状态",
        "─" * 67,
        " 3                 ↑ ≈6 %   地区生产总值   增长   2022年       目标",
        "                                                  比上年",
        "12   2,300,000,000,000 元   固定资产投资   完成",
    ]


def test_names_are_counted_the_most_frequent_first() -> None:
    found = document(
        slogans=(
            slogan(1, "甲乙丙", kind="thought"),
            slogan(2, "两个确立", members=("甲", "乙"), since=2021),
            slogan(9, "两个确立", members=("甲", "乙"), since=2021),
        ),
        policies=(
            policy(4, "“十四五”规划", period="2021/2025"),
            policy(5, "办法", kind="document", number="某发〔2021〕5号"),
        ),
    )
    text = lines(draw(found))
    assert "facts: none found" in text
    assert "slogans: 2 (3 mentions)" in text
    assert "    2            2    2021   formula   两个确立   甲、乙" in text
    assert "    1            4   plan       2021/2025         “十四五”规划" in text
    mentions = lines(draw(found, by="mention"))
    assert "   9   formula   两个确立" in mentions


def test_nothing_is_cut_and_nothing_stands_out() -> None:
    long = "坚持高标准建设现代化综合交通运输体系" * 4
    found = document(
        facts=(
            fact(
                value=Decimal(123456789012),
                unit="元",
                indicator=long,
                predicate="达到" * 8,
                time="上年" * 9,
                baseline="比" * 20,
            ),
        ),
        slogans=(slogan(1, long, members=(long,)),),
        policies=(policy(1, long, number="号" * 40),),
    )
    for by in ("name", "mention"):
        text = draw(found, by=by)
        assert "…" not in text
        assert all(cell_len(line) <= 80 for line in text.splitlines())
        assert text.count("坚") >= 4 * 3
        assert "123,456,789,012 元" in text


def test_report_text_is_neither_markup_nor_control(hostile: Document) -> None:
    text = draw(hostile, width=400) + draw(hostile, by="mention", width=400)
    assert "见附表[/1][red]=1+1|␛[31m␛]0;x\\x07\\u202e<b>\\x9b" in text
    assert not set(text) & set("\x1b\x07\x9b\u202e")


@settings(max_examples=50, deadline=None)
@given(st.text(), st.text())
def test_any_text(one: str, two: str) -> None:
    found = document(one, facts=(fact(indicator=one, unit=two, value=Decimal(1)),), slogans=(slogan(1, two),))
    assert not set(draw(found)) & set("\x1b\x07\x9b\u202e\r")
