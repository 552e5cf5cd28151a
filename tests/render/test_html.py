"""The page: escaped, sealed, every mark where it belongs, every link leading somewhere."""

import base64
import hashlib
import io
import re
from decimal import Decimal
from html import unescape

import pytest

from govtext.model import Document, Source
from govtext.render.html import HtmlWriter
from govtext.render.language import Language
from tests.render.documents import document, fact, policy, report, slogan
from tests.render.pages import Page

TABLES = ("facts", "slogans", "policies")

EVIL = "</style></script><script>alert(1)</script>\" onmouseover='x' <b>&lt;&#60;\u2028\u202e\x1b[31m<!-- ]]> $title"


def draw(*given: tuple[Document, str], language: Language = "en", tables: tuple[str, ...] = TABLES) -> str:
    stream = io.StringIO()
    writer = HtmlWriter(stream, tables, language=language)
    for found, text in given:
        writer.add(found, text)
    writer.finish()
    return stream.getvalue()


def evil() -> tuple[Document, str]:
    end = len(EVIL)
    whole = {"start": 0, "end": end, "rule": EVIL, "text": EVIL}
    found = Document(
        source=Source(path=EVIL, encoding=EVIL, characters=end, sha256="", title=EVIL, date=EVIL, region=EVIL),
        facts=(
            fact(**whole, indicator=EVIL, unit=EVIL, predicate=EVIL, time=EVIL, cues=(EVIL,), value=Decimal(1)),
            fact(**whole, indicator=EVIL, unit=EVIL, value=Decimal(2), status="target"),
        ),
        slogans=(slogan(1, EVIL, **{**whole, "members": (EVIL,)}), slogan(1, EVIL, **whole)),
        policies=(policy(1, EVIL, **{**whole, "number": EVIL, "action": EVIL}),),
    )
    return found, EVIL


@pytest.mark.parametrize("count", [1, 2])
def test_a_report_is_text_not_markup(count: int) -> None:
    page = Page(draw(*[evil()] * count))
    tags = [element.tag for element in page.elements]
    assert (tags.count("script"), tags.count("style"), tags.count("title") > 0) == (1, 1, True)
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "link",
        "style",
        "body",
        "article",
        "header",
        "section",
        "aside",
        "script",
    }
    allowed |= {"h1", "h2", "h3", "p", "div", "span", "mark", "a", "b", "i", "small", "table", "thead", "tbody", "tr"}
    allowed |= {"th", "td", "nav", "fieldset", "legend", "label", "input", "form", "select", "option", "output"}
    allowed |= {"svg", "text", "tspan", "rect", "line", "path", "details", "summary"}
    assert set(tags) <= allowed
    assert {
        name for element in page.elements for name in element.attributes if name.startswith(("on", "style"))
    } == set()
    (mark, text) = page.marks[0]
    assert (set(mark.attributes["class"].split()), EVIL[:40] in text) == ({"f", "s", "p", "target"}, True)


def test_nothing_is_loaded_and_only_our_script_runs() -> None:
    content = draw(evil(), report())
    page = Page(content)
    (policy_,) = (e.attributes["content"] for e in page.elements if e.attributes.get("http-equiv"))
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.content[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy_
    assert policy_.startswith("default-src 'none';")
    links = [e.attributes.get("href", e.attributes.get("src", "#")) for e in page.elements]
    assert {link for link in links if not link.startswith("#")} == {"data:,"}
    assert not re.search(r"url\(|@import|https?:", page.content["style"] + page.content["script"])


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    page = Page(draw(report(), evil(), (document(), "无")))
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    targets = {e.attributes["href"][1:] for e in page.elements if e.attributes.get("href", "").startswith("#")}
    targets |= {row for mark, _ in page.marks for row in mark.attributes["data-rows"].split()}
    assert targets <= set(ids)
    assert {"f1-0", "rf1-0", "s2-1", "rp2-0"} <= targets


def test_marks_are_the_spans_of_the_records() -> None:
    found, text = report()
    page = Page(draw((found, text)))
    shown: dict[str, str] = {}
    for mark, words in page.marks:
        start, end = map(int, mark.attributes["data-at"].split("-"))
        assert "".join(text[start:end].split()) == "".join(words.split())
        for row in mark.attributes["data-rows"].split():
            shown[row] = shown.get(row, "") + "".join(words.split())
    assert shown == {
        "rp1-0": "“十四五”规划",
        "rs1-0": "十四五",
        "rp1-1": "规划，产值",
        "rf1-0": "3—5亿元",
        "rf1-1": "6.5%",
        "rf1-2": "7%",
        "rs1-1": "@两个确立",
    }
    assert [mark.attributes["class"] for mark, _ in page.marks] == [
        "p",
        "p s",
        "p",
        "p",
        "p",
        "f",
        "f",
        "f target",
        "s",
        "s",
    ]


def test_languages() -> None:
    chinese, english = draw(report(), language="zh"), draw(report())
    assert '<html lang="zh-CN">' in chinese
    assert '<html lang="en">' in english
    for heading in ("目标与完成", "正文", "见表", "指标、提法、政策……"):
        assert heading in chinese
        assert heading not in english
    ours = unescape(re.sub(r"<(script|style)>.*?</\1>|<[^>]*>", " ", chinese, flags=re.DOTALL))
    words = set(re.findall(r"[A-Za-z]{2,}", ours))
    assert words <= {"txt", "quantity", "slogan", "policy", "red", "b", "unpaired"} | set(
        re.findall("[A-Za-z]{2,}", EVIL)
    )


def test_only_the_tables_that_were_asked_for() -> None:
    page = Page(draw(report(), tables=("policies",)))
    assert {mark.attributes["class"] for mark, _ in page.marks} == {"p"}
    assert not [e for e in page.elements if e.tag == "svg" or "facts" in e.attributes.get("class", "")]


def test_slogans_as_bars() -> None:
    once = draw(report(), language="zh")
    assert "提法类别" in once
    found = document(slogans=(slogan(1, "甲"), slogan(2, "乙"), slogan(3, "乙")))
    assert 'width="50.00%" class="slogan"' in draw((found, "甲乙乙甲乙乙"))


def test_headings_and_opening_lines() -> None:
    text = "政府工作报告\n市长\n各位代表：\n短句\n一、工作回顾\n二、这是很长的一句话，说完了。\n"
    content = draw((document(), text))
    for line in ('<p class="opening">政府工作报告</p>', "<p>各位代表：</p>", "<p>短句</p>", "<h3>一、工作回顾</h3>"):
        assert line in content
    assert "<p>二、这是" in content
