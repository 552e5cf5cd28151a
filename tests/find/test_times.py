"""Expressions of time: what is one, as written, and of what kind."""

import pytest

from govtext import Lexicon
from govtext.clean import fold
from govtext.find.passages import Passages
from govtext.find.times import find_times
from tests.tables import Table, case

FOUND: Table = [
    # dates
    case("2021年完成投资", ["point 2021年"]),
    case("２０２１年完成投资", ["point 2021年"]),
    case("2021年8月开工", ["point 2021年8月"]),
    case("2021年8月5日开幕", ["point 2021年8月5日"]),
    case("二〇二一年八月开工", ["point 二〇二一年八月"]),
    case("二○三五年建成", ["point 二〇三五年"]),
    case("一九五六年完成", ["point 一九五六年"]),
    case("到2025年底建成", ["point 到2025年底"]),
    case("截至2023年末完成", ["point 截至2023年末"]),
    case("2022年上半年增长", ["point 2022年上半年"]),
    case("2022年前三季度增长", ["point 2022年前三季度"]),
    case("2021年以来新建", ["point 2021年以来"]),
    case("2016—2020年投入", ["period 2016—2020年"]),
    case("2016年至2020年投入", ["period 2016年至2020年"]),
    case("2024-25年度建成", ["period 2024-25年度"]),
    # within a year
    case("一季度增长", ["point 一季度"]),
    case("第三季度增长", ["point 第三季度"]),
    case("前三季度增长", ["point 前三季度"]),
    case("上半年增长", ["point 上半年"]),
    case("1—9月增长", ["point 1—9月"]),
    case("今年1—9月增长", ["point 今年1—9月"]),
    case("12月底完成", ["point 12月底"]),
    # relative
    case("去年增长", ["point 去年"]),
    case("今年以来增长", ["point 今年以来"]),
    case("比上年增长", ["point 上年"]),
    case("全年增长", ["point 全年"]),
    case("年内完成", ["point 年内"]),
    case("每年新增", ["point 每年"]),
    # stretches
    case("过去五年，我们", ["period 过去五年"]),
    case("过去的六年，我们", ["period 过去的六年"]),
    case("六年来，我们", ["period 六年来"]),
    case("近三年增长", ["period 近三年"]),
    case("未来五年增长", ["period 未来五年"]),
    case("今后三年增长", ["period 今后三年"]),
    case("改革开放以来，我们", ["period 改革开放以来"]),
    case("“十四五”期间增长", ["period “十四五”期间"]),
    case("“十三五”末达到", ["period “十三五”末"]),
    case("八五时期增长", ["period 八五时期"]),
    case("九十年代初期建成", ["period 九十年代初期"]),
    # only hides its numbers
    case("上午9时30分开会", ["none 上午9时30分"]),
    case("星期三开会", ["none 星期三"]),
    # several
    case("2020年比2015年增长", ["point 2020年", "point 2015年"]),
    # none
    case("连续五年增长", []),
    case("历时7个月建成", []),
    case("新增岗位5000个", []),
    case("第三次会议", []),
    case("年终奖", []),
    case("十五年", []),
    case("共2021人", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_times(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    folded = fold(text, {})
    found = find_times(Passages(folded), lexicon)
    assert [f"{time.kind} {folded[time.start : time.end]}" for time in found] == expected
