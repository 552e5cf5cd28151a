"""Expressions of time → ISO 8601."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.find.periods import plan_years, resolve_period
from tests.tables import Table, case

GIVEN = "2022-03-05"

RESOLVED: Table = [
    case("2021年", "2021"),
    case("到2025年底", "2025"),
    case("1956年", "1956"),
    case("一九五六年", "1956"),
    case("二〇三五年", "2035"),
    case("2021年8月", "2021-08"),
    case("2021年8月5日", "2021-08-05"),
    case("二〇二一年八月", "2021-08"),
    case("二〇二一年十二月三十一日", "2021-12-31"),
    case("2021年13月", "2021"),
    case("2021年8月45日", "2021-08"),
    case("2016—2020年", "2016/2020"),
    case("2016-20年", "2016/2020"),
    case("2016年至2020年", "2016/2020"),
    case("2024-25年度", "2024/2025"),
    case("2021年上半年", "2021-01/2021-06"),
    case("2021年下半年", "2021-07/2021-12"),
    case("2021年一季度", "2021-01/2021-03"),
    case("2021年4季度", "2021-10/2021-12"),
    case("2021年前三季度", "2021-01/2021-09"),
    case("2021年1—9月", "2021-01/2021-09"),
    case("“十四五”期间", "2021/2025"),
    case("“十五”期间", "2001/2005"),
    case("八五时期", "1991/1995"),
    case("“十三五”末", "2016/2020"),
    case("去年", "2021"),
    case("上年同期", "2021"),
    case("前年", "2020"),
    case("今年", "2022"),
    case("今年以来", "2022"),
    case("明年", "2023"),
    case("去年12月", "2021-12"),
    case("去年前三季度", "2021-01/2021-09"),
    case("前三季度", "2022-01/2022-09"),
    case("第三季度", "2022-07/2022-09"),
    case("1—9月", "2022-01/2022-09"),
    case("一至九月", "2022-01/2022-09"),
    case("1月份至9月份", "2022-01/2022-09"),
    case("3月5日", "2022-03-05"),
    case("五年来", "2017/2021"),
    case("过去五年", "2017/2021"),
    case("过去的六年", "2016/2021"),
    case("过去10年", "2012/2021"),
    case("近三年", "2019/2021"),
    case("未来五年", "2022/2026"),
    case("今后五年", "2022/2026"),
    case("全年", None),
    case("近年来", None),
    case("二十多年来", None),
    case("一百二十年来", None),
    case("110年来", None),
    case("九十年代", None),
    case("九十年代以来", None),
    case("改革开放以来", None),
    case("连续五年", None),
    case("一二月份", None),
    case("", None),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_resolved(text: str, expected: str | None) -> None:
    assert resolve_period(text, GIVEN) == expected


@pytest.mark.parametrize("text", ["去年", "今年以来", "五年来", "未来五年", "前三季度", "1—9月", "上半年"])
def test_relative_needs_a_date(text: str) -> None:
    assert resolve_period(text, None) is None


@pytest.mark.parametrize("text", ["2021年", "2016—2020年", "“十四五”期间", "2021年8月"])
def test_absolute_needs_none(text: str) -> None:
    assert resolve_period(text, None) == resolve_period(text, "1999")


@pytest.mark.parametrize(
    ("number", "years"),
    [
        ("一", "1953/1957"),
        ("三", "1966/1970"),
        ("六", "1981/1985"),
        ("十", "2001/2005"),
        ("十四", "2021/2025"),
        ("零", None),
    ],
)
def test_plans(number: str, years: str | None) -> None:
    assert plan_years(number) == years


@given(
    st.text(st.sampled_from("0123456789一二三四五六七八九十〇年月日季度前后去今上下半—至到来过未近期间“”"), max_size=20)
)
def test_never_raises(text: str) -> None:
    for date in (None, "2022", "2022-03", GIVEN):
        resolve_period(text, date)
