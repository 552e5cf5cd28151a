"""Placed lines become paragraphs; heads, feet and page numbers go, and nothing else does."""

import pytest

from govtext.errors import ReadError
from govtext.read import read_bytes
from govtext.read.pages import PlacedLine, join_pages
from tests.read import making

FULL = "全市上下团结奋斗稳中求进，各项工作取得新的成效并持续"


def lines(*texts: str, top: float = 700) -> list[PlacedLine]:
    """Lines of a page, ten points a character, one below the other; 　　 at the beginning is an indent."""
    placed = []
    for row, text in enumerate(texts):
        ink = text.lstrip("　")
        left = 100 + 10 * (len(text) - len(ink))
        placed.append(PlacedLine(ink, left, left + 10 * making.width(ink), top - 18 * row, 10))
    return placed


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([], ""),
        ([lines(FULL, "增长5%。")], FULL + "增长5%。\n"),
        ([lines("　　" + FULL[:24], FULL, "完。", "　　" + FULL[:24])], f"{FULL[:24]}{FULL}完。\n{FULL[:24]}\n"),
        ([lines("一、回顾", FULL, FULL)], f"一、回顾\n{FULL}{FULL}\n"),
        ([lines(FULL, "　　二、安排")], FULL + "\n二、安排\n"),
        ([lines("GDP" + "a" * 47, "growth")], "GDP" + "a" * 47 + " growth\n"),
        ([lines("值" * 24 + "12", "34亿元")], "值" * 24 + "1234亿元\n"),
        ([lines("甲\t" + FULL[:20], "乙\t" + FULL[:20])], f"甲\t{FULL[:20]}\n乙\t{FULL[:20]}\n"),
        ([lines(FULL, FULL), lines("完。")], FULL + FULL + "完。\n"),
    ],
)
def test_join(pages: list[list[PlacedLine]], text: str) -> None:
    assert join_pages(pages)[0] == text


@pytest.mark.parametrize(
    "foot",
    [
        ("— 1 —", "— 2 —", "— 3 —"),
        ("1", "2", "3"),
        ("17", "18", "19"),
        ("第1页", "第2页", "第3页"),
        ("第 1 页 共 3 页", "第 2 页 共 3 页", "第 3 页 共 3 页"),
        ("1/3", "2/3", "3/3"),
        ("云江市政府工作报告 · 1", "云江市政府工作报告 · 2", "云江市政府工作报告 · 3"),
        ("云江市政府工作报告", "云江市政府工作报告", "云江市政府工作报告"),
    ],
)
def test_furniture_goes(foot: tuple[str, ...]) -> None:
    pages = [
        [*lines(f"{n}{FULL}", f"{FULL}{n}", f"完{'甲乙丙'[n]}。"), PlacedLine(text, 300, 330, 40, 9)]
        for n, text in enumerate(foot)
    ]
    text, starts = join_pages(pages)
    assert not set(foot) & set(text.split("\n"))
    assert text.count("\n") == 3
    assert [text[start : start + 4] for start in starts] == [f"{n}{FULL[:3]}" for n in range(3)]


@pytest.mark.parametrize(
    "last",
    [("合计 14", "合计 27", "合计 91"), ("14", "27", "91"), ("一、", "二、", "三、"), ("5%", "6%", "7%")],
)
def test_what_only_looks_like_furniture_stays(last: tuple[str, ...]) -> None:
    pages = [lines(f"{n}{FULL}", f"{FULL}{n}", "　　" + text) for n, text in enumerate(last)]
    assert all(line in join_pages(pages)[0].split("\n") for line in last)


def test_a_page_without_text_has_its_number() -> None:
    text, starts = join_pages([lines("一、甲"), [], lines("二、乙")])
    assert (text, starts) == ("一、甲\n二、乙\n", (0, 3, 4))


def test_ofd() -> None:
    found = read_bytes(making.ofd([["一、工作回顾", "增长5%。"], ["二、工作安排"]]), path="x.ofd")
    assert (found.text, found.encoding, found.pages) == ("一、工作回顾\n增长5%。\n二、工作安排\n", "ofd", (0, 13))
    assert "experimental" in found.warnings[0]


def test_ofd_without_text() -> None:
    with pytest.raises(ReadError, match="needs OCR"):
        read_bytes(making.ofd([[]]), path="x.ofd")
