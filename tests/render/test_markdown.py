"""Markdown tables that show a report's text as it is."""

import io
from decimal import Decimal

from govtext.model import Document
from govtext.render.markdown import MarkdownWriter
from tests.render.documents import document, fact


def write(*documents: Document) -> str:
    stream = io.StringIO()
    writer = MarkdownWriter(stream, ("facts", "policies"), language="zh")
    for written in documents:
        writer.add(written)
    writer.finish()
    return stream.getvalue()


def test_table() -> None:
    text = write(
        document(facts=(fact(value=Decimal(1200), unit="户", indicator="企业", time="全年", baseline="同比"),))
    )
    assert text == (
        "# report.txt\n\n## 数据\n\n| 行 | 数值 | 指标 | 时间、基准 |\n| ---: | ---: | --- | --- |\n"
        "| 3 | 1,200 户 | 企业 | 全年<br>同比 |\n\n## 政策\n\n未发现\n"
    )


def test_no_markup(hostile: Document) -> None:
    text = write(hostile)
    assert r"见附表\[/1\]\[red\]=1+1\|␛\[31m" in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "\x1b" not in text
