"""Layout → running text."""

import pytest

from govtext.clean import reflow
from tests.tables import Table, case
from tests.texts import HEADING, PARAGRAPHS, spaced, wrap

BLANKS: Table = [
    case("１９５６年开工", "１９５６年开工"),
    case("1 9 9 8 年开工", "1998年开工"),
    case("1 9 9 8年开工", "1998年开工"),
    case("１ ９ ９ ８ 年开工", "１９９８年开工"),
    case("共计7 4 7 7 2 亿元", "共计74772亿元"),
    case("惠及1 100 万人", "惠及1100万人"),
    case("惠及1 234 567人", "惠及1234567人"),
    case("人口１６４，３００人", "人口１６４，３００人"),
    case("增长 5 . 2 %", "增长5.2%"),
    case("增长 5.2 %左右", "增长5.2%左右"),
    case("修订法规 9 件、废止 2件", "修订法规9件、废止2件"),
    case("2 0 2 1 年 8 月 5 日", "2021年8月5日"),
    case("从 3 % 到 5 %", "从3%到5%"),
    case("增长1 2.5%", "增长12.5%"),
    case("增长 1 2 . 5 8 %", "增长12.58%"),
    case("达到2 1 8 6.4亿元", "达到2186.4亿元"),
    case("增长4.5 8%", "增长4.58%"),
    case("见第12.5 8页", "见第12.5 8页"),
    case("法规\t9\t件", "法规\t9\t件"),
    case("法规\t9件", "法规9件"),
    case("增\u00a0长\u00a03%", "增长3%"),
    case("增长\u20093%", "增长3%"),
    case("增长\u30003%", "增长3%"),
    case("增\u200b长\ufeff3%", "增长3%"),
    case("共 产 党 员", "共产党员"),
    case("GDP 增长", "GDP增长"),
    case("Belt and Road", "Belt and Road"),
    case("5 6 7", "5 6 7"),
    case("排名5 6 7", "排名5 6 7"),
    case("　　甲方。", "甲方。"),
    case("甲方。  \n", "甲方。"),
    case("第一段。\r\n第二段。", "第一段。\n第二段。"),
    case("第一段。\r\n\r\n\r\n第二段。", "第一段。\n第二段。"),
    case("第一段。\r第二段。", "第一段。\n第二段。"),
    case("第一段。\u2028第二段。", "第一段。\n第二段。"),
    case("第一段。　　第二段。　　第三段。", "第一段。\n第二段。\n第三段。"),
    case("第一段。        第二段。", "第一段。\n第二段。"),
    case("第一段。 　　 第二段。", "第一段。\n第二段。"),
    case("王　明代表", "王明代表"),
    case("", ""),
    case(" \n　\t", ""),
]

DOUBLED: Table = [
    case("图为会场图为会场。。", "图为会场。"),
    case("图为代表视察工厂图为代表视察工厂。。记者记者摄摄", "图为代表视察工厂。记者摄"),
    case("图为代表在车间视察图为代表在车间视察。。", "图为代表在车间视察。"),
    case("人人人人讲卫生", "人人人人讲卫生"),
    case("高高兴兴", "高高兴兴"),
    case("干干净净、清清爽爽", "干干净净、清清爽爽"),
    case("一年接着一年干，一年接着一年干", "一年接着一年干，一年接着一年干"),
]


@pytest.mark.parametrize(("text", "expected"), BLANKS)
def test_blanks(text: str, expected: str) -> None:
    assert reflow(text).text == expected


@pytest.mark.parametrize(("text", "expected"), DOUBLED)
def test_doubled(text: str, expected: str) -> None:
    assert reflow(text).text == expected


@pytest.mark.parametrize("text", ["\n".join(PARAGRAPHS), "\n".join([HEADING, *PARAGRAPHS])], ids=["prose", "heading"])
def test_unwrapped_is_left_as_it_is(text: str) -> None:
    pieces = reflow(text)
    assert pieces.text == text
    assert [pieces.origin(i) for i in range(len(text))] == list(range(len(text)))


@pytest.mark.parametrize("columns", range(12, 41, 4))
@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n"], ids=["lf", "crlf", "blank lines"])
def test_wrapped_and_indented(columns: int, gap: str) -> None:
    """Words and numbers broken across lines are whole again, paragraphs apart."""
    lines = [line for paragraph in PARAGRAPHS for line in wrap("　　" + paragraph, columns)]
    assert reflow(gap.join(lines)).text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize("columns", [15, 22, 25, 31])
def test_wrapped_and_spaced(columns: int) -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrap("　　" + spaced(paragraph), columns)]
    text = reflow("\n".join(lines)).text
    for number in ("174个", "126次", "83项"):
        assert number in text


def test_page_numbers_go() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrap("　　" + paragraph, 25)]
    for at, page in ((7, "- 4 -"), (3, "—3—")):
        lines.insert(at, page)
    assert reflow("\n".join(lines)).text == "\n".join(PARAGRAPHS)


def test_page_number_inside_a_number() -> None:
    lines = wrap("　　" + PARAGRAPHS[0], 25)
    at = next(i for i in range(1, len(lines)) if lines[i - 1][-1] not in "，。")
    lines.insert(at, "\n- 4 -\n")
    assert reflow("\n".join(lines)).text == PARAGRAPHS[0]


def test_caption_doubled_across_lines() -> None:
    caption = "图为市人大代表在工业园区调研企业生产经营情况"
    body = wrap("　　" + PARAGRAPHS[0], 25)
    text = reflow("\n".join([*body, *wrap(f" {caption}{caption}。。 本报记者本报记者 摄摄", 25)])).text
    assert text.split("\n") == [PARAGRAPHS[0], f"{caption}。本报记者摄"]


def test_heading_is_not_joined() -> None:
    lines = [HEADING, *(line for paragraph in PARAGRAPHS for line in wrap("　　" + paragraph, 25))]
    assert reflow("\n".join(lines)).text == "\n".join([HEADING, *PARAGRAPHS])


def test_heading_of_two_lines_without_indents() -> None:
    """Newspaper: the two lines of a heading stay apart, and so do heading and text."""
    body = wrap(PARAGRAPHS[1], 25)
    text = reflow("\n\n".join(["聚民智、护民生", "把人民的期盼放在心间", *body])).text
    assert text.split("\n") == ["聚民智、护民生", "把人民的期盼放在心间", PARAGRAPHS[1]]


def test_furniture_of_a_newspaper() -> None:
    body = wrap("　　" + PARAGRAPHS[0], 25)
    text = reflow("\n".join(["□ 本报记者 肖言", *body])).text
    assert text.split("\n") == ["□本报记者肖言", PARAGRAPHS[0]]


def test_table_keeps_its_cells() -> None:
    """Numbers of neighbouring cells are not joined."""
    assert reflow("粮食\t5\t6\t7\n工业\t1\t2\t3").text == "粮食\t5\t6\t7\n工业\t1\t2\t3"


def test_list_is_not_joined() -> None:
    text = "\n".join(f"（{number}）完善设施建设" for number in "一二三四五六")
    assert reflow(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "国" * 50_000,
        "国 " * 20_000,
        "国 " * 20_000 + "\t国",
        "国" * 50_000 + "\t国",
        "国\t" * 20_000,
        "1 234 " * 5_000,
        "\n" * 50_000,
        "国国" * 300,
    ],
)
def test_pieces_cover_a_long_text(text: str) -> None:
    """Lines without end are read, too (a hang shows here)."""
    assert len(reflow(text).text) <= len(text)
