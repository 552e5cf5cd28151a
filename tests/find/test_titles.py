"""Title, date and region, from the first lines or the file name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.clean import Report
from govtext.find.titles import Title, read_title
from tests.tables import Table, case

READ: Table = [
    case(
        "政府工作报告\n——2023年1月10日在桐川市第八届人民代表大会第三次会议上\n",
        Title("政府工作报告", "2023-01-10", "桐川市"),
    ),
    case(
        "政府工作报告\n（2012年2月20日在松河县第十六届人民代表大会第一次会议上）\n",
        Title("政府工作报告", "2012-02-20", "松河县"),
    ),
    case(
        "政府工作报告\n——二〇一九年一月二十一日在岚江省第十二届人民代表大会第二次会议上\n",
        Title("政府工作报告", "2019-01-21", "岚江省"),
    ),
    case("政府工作报告\n——一九八七年三月在北屏省第六届人民代表大会上\n", Title("政府工作报告", "1987-03", "北屏省")),
    case("政府工作报告\n——二〇二一年十三月在会议上\n", Title("政府工作报告", "2021", None)),
    case("政府工作报告\n——二〇二一年一二月在会议上\n", Title("政府工作报告", "2021", None)),
    case("政府工作报告\n——二〇二一年十十月二十十日在会议上\n", Title("政府工作报告", "2021", None)),
    case("政府工作报告\n——2021年2月45日在会议上\n", Title("政府工作报告", "2021-02", None)),
    case("发展规划\n到2035年，建成新城。\n", Title("发展规划", None, None)),
    case("情况通报\n今年全省第一季度\n", Title(None, None, None)),
    case("工作报告\n我代表市人民政府向大会报告。", Title("工作报告", None, None)),
    case("工作报告\n现在，我代表桐川市人民政府向大会报告。", Title("工作报告", None, "桐川市")),
    case("　　全年增长5%。\n　　2020年完成任务。\n", Title(None, None, None)),
    case("根深方能叶茂\n源远自然流长\n", Title(None, None, None)),
    case("", Title(None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_read(text: str, expected: Title) -> None:
    assert read_title(Report(text, {}), "-") == expected


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("reports/2017.txt", "2017"),
        ("report-2023-01-10.txt", "2023-01-10"),
        ("report_202301.txt", "2023-01"),
        ("gongbao20230110.txt", "2023-01-10"),
        ("1956-budget.txt", "1956"),
        ("report-12345.txt", None),
        ("2019/report.txt", None),
        ("-", None),
    ],
)
def test_file_name(path: str, date: str | None) -> None:
    assert read_title(Report("完成任务。", {}), path).date == date


def test_given_date_wins() -> None:
    report = Report("政府工作报告\n——2023年1月10日在会议上\n", {})
    assert read_title(report, "2017.txt", "2019-05").date == "2019-05"
    assert read_title(report, "2017.txt").date == "2023-01-10"


@given(st.text(st.sampled_from("政府工作报告\n——（）20213年一二十月日在会议上第届市"), max_size=40))
def test_never_raises(text: str) -> None:
    read_title(Report("政府工作报告\n" + text, {}), text)
