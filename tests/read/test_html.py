"""A page gives the text of its report: decoded first, with selectolax or without."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.read import nodes, read_bytes
from govtext.read.html import page_text, read_html
from govtext.read.selectors import selector

ZHU = "国务院总理朱镕基作政府工作报告，李喆、陶堃出席。"
PARTS = (
    *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<ul>", "<li>", "</ul>", "<h2>", "</h2>"),
    *("<span>", "</span>", "增长", "5%", "&nbsp;", "&lt;"),
)
LONG = "全市地区生产总值增长百分之五，城镇新增就业三万人。" * 10


@pytest.fixture(params=["selectolax", "standard library"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "standard library":
        monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    else:
        pytest.importorskip("selectolax.lexbor")


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>一、<b>增长</b>5<i>%</i></p><p>二</p>", "一、增长5%\n二\n"),
        ("<p>一<p>二<div>三<br>四<br/>五</div>六", "一\n二\n三\n四\n五\n六\n"),
        ("<p>\n  增长\n  5%\n</p>\n<p>&nbsp;</p><p>　　次</p>", "增长 5%\n　　次\n"),
        ("<ul><li>一<li>二<ul><li>三</ul><li>四</ul>", "一\n二\n三\n四\n"),
        ("<h1>报告</h1><script>x='<p>99%</p>'</script><style>p{}</style><p>完</p>", "报告\n完\n"),
        ("<nav>首页</nav><p>文</p><p style='display: none'>暗</p><footer>备案</footer><p hidden>暗</p>", "文\n"),
        ("<title>题</title><p>5 &lt; 6 &amp; 7&#8220;文&#x201d;</p>", "5 < 6 & 7“文”\n"),
        (
            "<table><tr><th>指标</th><th>单位</th><th>值</th></tr><tr><td>产量<td>吨<td>6.5<tr><td>人口<td><td>14</table>完",
            "指标\t单位\t值\n产量\t吨\t6.5\n人口\t\t14\n完\n",
        ),
        (
            "<table><thead><tr><td><p>指标</p><p>（亿元）</p></td><td>甲<br>乙</td></tr></thead></table>",
            "指标 （亿元）\t甲 乙\n",
        ),
        (f"<table><tr><td>左栏</td><td><p>{LONG * 2}</p><p>次</p></td></tr></table>", f"左栏\n{LONG * 2}\n次\n"),
        ("<table><tr><td><p>一</p><p>二</p></td></tr></table>", "一\n二\n"),
        (
            "<table><tr><td>甲<table><tr><td>1<td>2<tr><td>3<td>4</table></td><td>乙</td></tr></table>",
            "甲 1\t2 3\t4\t乙\n",
        ),
        ("<pre>一\n  二\n</pre>三", "一\n二\n三\n"),
        ("<ruby>镕<rp>(</rp><rt>róng</rt><rp>)</rp></ruby>基<sup>2</sup>", "镕基2\n"),
        ("<p>一</p></div></span><p>二", "一\n二\n"),
        ("<p>一<!-- 暗 --></p><![CDATA[x]]><p>二</p>", "一\n二\n"),
        ("", ""),
    ],
)
def test_text(page: str, text: str) -> None:
    assert page_text(f"<!DOCTYPE html><html><body>{page}</body></html>") == text


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "area",
    [
        '<div id="UCAP-CONTENT">@</div>',
        '<div class="pages_content mhide2">@</div>',
        '<table><tr><td>栏目</td><td class="x TRS_Editor">@</td></tr></table>',
        '<div id="zoom">@</div>',
        '<div class="article-content">@</div>',
        "<article>@</article>",
        '<div role="main">@</div>',
        '<div class="content">短</div><div class="content">@</div>',
    ],
)
def test_content_area(area: str) -> None:
    page = f"""<html><head><title>网</title></head><body><div class="top">投资99亿元</div>
    {area.replace("@", f"<p>{LONG}</p><div class='share'>分享到</div>")}<div>相关新闻 88%</div></body></html>"""
    assert page_text(page) == LONG + "\n"


@pytest.mark.usefixtures("_parser")
def test_title_outside_the_content_comes_first_once() -> None:
    page = f"<body><div>首页</div><h1>政府工作<br>报告</h1><div id=zoom>@<p>{LONG}</p></div></body>"
    assert page_text(page.replace("@", "")) == f"政府工作\n报告\n{LONG}\n"
    assert page_text(page.replace("@", "<p>政府工作报告</p>")) == f"政府工作报告\n{LONG}\n"


@pytest.mark.usefixtures("_parser")
def test_short_content_area_is_not_believed() -> None:
    assert page_text(f"<div id=zoom>附件</div><p>{LONG}</p>") == f"附件\n{LONG}\n"


@pytest.mark.parametrize(
    "label", ["gb2312", "GBK", "gb18030", "x-gbk", "gb_2312-80", "utf-8", "iso-8859-1", "nonsense"]
)
@pytest.mark.parametrize("codec", ["gb18030", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize(
    "form", ['<meta charset="{}">', "<meta http-equiv=Content-Type content='text/html; charset={}'>", "<!-- no {} -->"]
)
@pytest.mark.usefixtures("_parser")
def test_zhu_rongji_is_not_cut(label: str, codec: str, form: str) -> None:
    data = f"<html><head>{form.format(label)}</head><body><p>{ZHU}</p></body></html>".encode(codec)
    found = read_html(data)
    assert (found.text, found.encoding, found.warnings) == (ZHU + "\n", codec, ())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=big5><p>國務院總理</p>".encode("big5"), "big5hkscs"),
        ("<meta charset=utf-16><p>国务院</p>".encode(), "utf-8"),
        ("\ufeff<html><p>国务院</p>".encode("utf-16-le"), "utf-16"),
        (("<?xml version='1.0' encoding='gb2312'?><html><p>朱镕基</p></html>").encode("gbk"), "gb18030"),
    ],
)
def test_other_encodings(data: bytes, encoding: str) -> None:
    found = read_bytes(data, path="x.html")
    assert found.encoding == encoding
    assert found.text in ("国务院\n", "國務院總理\n", "朱镕基\n")


def test_damaged_bytes_are_replaced_and_reported() -> None:
    data = f"<meta charset=utf-8><p>{ZHU}</p>".encode()
    found = read_html(data[:60] + b"\xff\xfe" + data[60:])
    assert found.text.count("\ufffd") >= 2
    assert found.text.endswith("出席。\n")
    assert "damaged characters" in found.warnings[0]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_both_parsers_see_the_same_words(parts: list[str]) -> None:
    pytest.importorskip("selectolax.lexbor")
    page = "<html><body>" + "".join(parts) + "</body></html>"

    def words(root: nodes.Node) -> str:
        return "".join("".join(child for child in node.children if isinstance(child, str)) for node in root.walk())

    assert sorted(words(nodes.parse(page))) == sorted(words(nodes.parse_standard(page)))


def test_deep_nesting() -> None:
    page = "<div>" * 20_000 + "增长" + "</div>" * 20_000
    assert page_text(page) == "增长\n"


@pytest.mark.parametrize("written", ["", "div p", "a > b", ":first", "#"])
def test_selectors_are_simple(written: str) -> None:
    with pytest.raises(ValueError, match="no simple selector"):
        selector(written)
