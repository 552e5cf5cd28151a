"""Numerals of every form, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govtext import parse_number
from govtext.find.numerals import Numeral, plain, read_numeral

EXACT = {
    # Arabic
    "0": "0",
    "7": "7",
    "1186": "1186",
    "5.2": "5.2",
    "0.20": "0.2",
    "100.0": "100",
    "１２６": "126",
    "２．３": "2.3",
    "5·2": "5.2",
    # thousands
    "1,100": "1100",
    "12,345,678": "12345678",
    "1，100": "1100",
    "１６４，３００": "164300",
    "1 100": "1100",
    "2,500.5": "2500.5",
    # Arabic with multipliers
    "551万": "5510000",
    "1,100万": "11000000",
    "2.3万亿": "2300000000000",
    "47.264287亿": "4726428700",
    "100000万": "1000000000",
    "1万5千": "15000",
    "1万5千亿": "1500000000000",
    "5万4千6百": "54600",
    "25万6千": "256000",
    "3万4000": "34000",
    "1千零20": "1020",
    "1万亿2345亿": "1234500000000",
    "3百": "300",
    # Chinese
    "零": "0",
    "〇": "0",
    "两": "2",
    "十": "10",
    "十二": "12",
    "二十": "20",
    "九十九": "99",
    "百": "100",
    "一百零五": "105",
    "一百一十": "110",
    "一百二": "120",
    "三百五": "350",
    "两千三百零五": "2305",
    "一千零五十": "1050",
    "三千五": "3500",
    "一万": "10000",
    "一万二": "12000",
    "一万二千": "12000",
    "一万二千三百": "12300",
    "一万零二": "10002",
    "一万零十二": "10012",
    "一万零一十二": "10012",
    "十万": "100000",
    "百万": "1000000",
    "五百三十万": "5300000",
    "五百万零三千": "5003000",
    "一亿零九百万": "109000000",
    "一亿二": "120000000",
    "一万五千亿": "1500000000000",
    "二十万亿": "20000000000000",
    "二十一万亿": "21000000000000",
    "三万亿五千亿": "3500000000000",
    "万万": "100000000",
    "三万万": "300000000",
    "零点五": "0.5",
    "十二点五": "12.5",
    "一点三亿": "130000000",
    "一点零五": "1.05",
    "廿": "20",
    "廿五": "25",
    "卅": "30",
    # digits one by one
    "一九五六": "1956",
    "二〇二一": "2021",
    "二○三五": "2035",
    # financial and Traditional
    "壹贰叁": "123",
    "壹万贰仟": "12000",
    "壹佰贰拾叁": "123",
    "參佰": "300",
    "兩千": "2000",
    "五萬": "50000",
    "三億": "300000000",
    # fractions
    "三分之一": "0.3333",
    "三分之二": "0.6667",
    "四分之一": "0.25",
    "五又三分之一": "5.3333",
    "百分之五": "0.05",
    "百分之十二点五": "0.125",
    "百分之百": "1",
    "百分之零点零零五": "0.00005",
    "千分之三": "0.003",
    "万分之五": "0.0005",
    "万分之零点五": "0.00005",
    # negatives
    "-3": "-3",
    "−3": "-3",
    "－３": "-3",
    "负0.2": "-0.2",
    "负二点五": "-2.5",
    "負五": "-5",
    "负百分之三": "-0.03",
    # long
    "123456789012345678901234567890": "123456789012345678901234567890",
    "0.123456789012345678901234567890123": "0.123456789012345678901234567890123",
}

NONE = [
    *("", " ", "-", "负", "个", "万元", "一般", "统一", "十分", "千方百计", "亿万", "百亿万"),
    *(
        "1.2.3",
        "1,10",
        "1,1000",
        ".5",
        "5.",
        "+5",
        "1e5",
        "12%",
        "3个",
        "第3",
        "5 2",
        "三5",
        "一5",
        "5三",
        "12.5点",
        "0x10",
    ),
    *("点五", "五点", "一点", "十十", "二百百", "百千", "一千零", "十零", "几", "几十", "多", "余", "半", "两半"),
    *("三分之", "分之一", "零分之一", "又三分之一", "一百万千", "一万二万", "三万40000", "ABC", "Ⅲ", "①", "㎡", "\n"),
    *("亿" * 3000, "一分之" * 1000, "9" * 10_000, "又" * 50),
]

VAGUE: dict[str, tuple[str | None, str | None, str | None, bool]] = {
    "180余": ("180", None, None, True),
    "100多万": ("1000000", None, None, True),
    "3700多万": ("37000000", None, None, True),
    "2亿多": ("200000000", None, None, True),
    "十多": ("10", None, None, True),
    "十几": ("10", None, None, True),
    "十几万": ("100000", None, None, True),
    "三十几": ("30", None, None, True),
    "二百余": ("200", None, None, True),
    "三十万多亿": ("30000000000000", None, None, True),
    "十来": ("10", None, None, True),
    "几十": (None, "20", "90", False),
    "几百亿": (None, "20000000000", "90000000000", False),
    "数百": (None, "200", "900", False),
    "数十万": (None, "200000", "900000", False),
    "上百": ("100", None, None, True),
    "上千万": ("10000000", None, None, True),
    "上亿": ("100000000", None, None, True),
    "两三": (None, "2", "3", False),
    "五六十": (None, "50", "60", False),
    "三四十": (None, "30", "40", False),
    "七八千": (None, "7000", "8000", False),
    "两三百": (None, "200", "300", False),
    "三四十万": (None, "300000", "400000", False),
    "十五六": (None, "15", "16", False),
    "一百五六十": (None, "150", "160", False),
    "三万四五千": (None, "34000", "35000", False),
    "四五亿多": (None, "400000000", "500000000", True),
    "幾十": (None, "20", "90", False),
    "一二三": ("123", None, None, False),
    "一九五六": ("1956", None, None, False),
    "5.2": ("5.2", None, None, False),
}


def short(text: str) -> str:
    return repr(text[:20])


@pytest.mark.parametrize(("text", "value"), EXACT.items(), ids=EXACT)
def test_exact(text: str, value: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert str(number) == value  # no exponent, no trailing zeros


@pytest.mark.parametrize("text", NONE, ids=short)
def test_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "expected"), VAGUE.items(), ids=VAGUE)
def test_vague(text: str, expected: tuple[str | None, str | None, str | None, bool]) -> None:
    value, low, high = (Decimal(number) if number else None for number in expected[:3])
    assert read_numeral(text) == Numeral(value, low, high, expected[3])


@pytest.mark.parametrize("text", ["", "几", "数", "上", "余", "多", "近", "一般"], ids=short)
def test_vague_none(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("23000.0", "23000"),
        ("2.30", "2.3"),
        ("1E+5", "100000"),
        ("1E-5", "0.00001"),
        ("-0.50", "-0.5"),
        ("9" * 40, "9" * 40),
    ],
)
def test_plain(number: str, written: str) -> None:
    assert str(plain(Decimal(number))) == written


DIGITS = "零一二三四五六七八九"


def write(number: int) -> str:
    """Write a whole number in Chinese as a careful writer does: 10012 is 一万零一十二."""
    for scale, mark in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            head, rest = divmod(number, scale)
            gap = "零" if 0 < rest < scale // 10 else ""
            return write(head) + mark + gap + (write(rest) if rest else "")
    return DIGITS[number]


@pytest.mark.parametrize(("number", "written"), [(10012, "一万零一十二"), (20 * 10**12, "二十万亿"), (305, "三百零五")])
def test_write(number: int, written: str) -> None:
    """The writer of this test writes what people write (but 一十 for 十)."""
    assert write(number).replace("一十", "十", write(number).startswith("一十")) in (
        written,
        written.replace("一十", "十"),
    )


@given(st.one_of(st.integers(0, 10**4), st.integers(0, 10**16 - 1)))
@settings(max_examples=300)
def test_reads_what_is_written(number: int) -> None:
    assert parse_number(write(number)) == number


@given(st.integers(10, 19))
def test_ten_without_one(number: int) -> None:
    assert parse_number(write(number).removeprefix("一")) == number


@given(st.decimals(min_value=0, max_value=10**9, places=3), st.sampled_from(["", "万", "亿", "万亿"]))
def test_reads_arabic(number: Decimal, mark: str) -> None:
    scale = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[mark]
    assert parse_number(f"{number:,f}{mark}") == number * scale


NOISE = st.text(st.sampled_from("0123456789.,，-负零一二两三十百千万亿廿半几数上多余来又分之点第个 ．１%"), max_size=30)


@given(st.one_of(st.text(max_size=30), NOISE))
@settings(max_examples=500)
def test_never_raises(text: str) -> None:
    number = parse_number(text)
    assert number is None or (isinstance(number, Decimal) and number.is_finite() and "E" not in str(number))
    numeral = read_numeral(text)
    assert numeral is None or (numeral.value is None) == (numeral.low is not None) == (numeral.high is not None)
