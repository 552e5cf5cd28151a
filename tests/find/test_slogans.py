"""Slogans: where they stand and their kind; what is none; what the dictionary promises. The sentences are our own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, get_args

import pytest

from govtext.find.matching import skeleton_key
from govtext.model import Slogan, SloganKind
from govtext.pipeline import Extractor
from govtext.read import read_bytes

if TYPE_CHECKING:
    from govtext.lexicon import Rule, SloganEntry

EXTRACTOR = Extractor()
LEXICON = EXTRACTOR.lexicon


@cache
def slogans(text: str) -> tuple[Slogan, ...]:
    source = read_bytes(text.encode(), path="-", encoding="utf-8")
    return EXTRACTOR.extract(source, tables=("slogans",)).slogans


def found(text: str) -> list[tuple[str, str]]:
    return [(slogan.text, slogan.kind) for slogan in slogans(text)]


Case = tuple[str, list[tuple[str, str]]]

KNOWN: list[Case] = [
    ("树牢“四个意识”、坚定“四个自信”。", [("四个意识", "formula"), ("四个自信", "formula")]),
    ("做好“六稳”“六保”工作。", [("六稳", "formula"), ("六保", "formula")]),
    ("加大三农投入，码头更忙。", [("三农", "formula")]),
    ("统筹“五位一体”总体布局。", [("“五位一体”总体布局", "formula")]),
    ("学习“三个代表”重要思想。", [("“三个代表”重要思想", "thought")]),
    ("贯彻新发展理念，修好海堤。", [("新发展理念", "thought")]),
    ("坚持人民至上、生命至上，守护渔港。", [("人民至上、生命至上", "dictum")]),
    ("我们不忘初心，牢记使命，建好海港。", [("不忘初心，牢记使命", "dictum")]),
    ("推动海港高质量发展。", [("高质量发展", "vision")]),
    ("弘扬伟大抗疫精神。", [("伟大抗疫精神", "spirit")]),
]

UNKNOWN: list[Case] = [
    # numbered shorthand
    ("兜牢“五个不减”要求。", [("五个不减", "formula")]),
    ("建设“一港三湾六岛”。", [("一港三湾六岛", "formula")]),
    ("形成“一轴、两湾、多点”的布局。", [("一轴、两湾、多点", "formula")]),
    ("构建一核两翼发展布局。", [("一核两翼", "formula")]),
    ("构建“1+4+N”体系。", [("1+4+N", "formula")]),
    ("始终做到四个着力，", [("四个着力", "formula")]),
    ("增强海防组织力、海防动员力。", [("海防组织力、海防动员力", "formula")]),
    # spirits
    ("大力弘扬灯塔守护精神，", [("灯塔守护精神", "spirit")]),
    ("大庆精神代代相传。", [("大庆精神", "spirit")]),
    ("传承“海塘”精神。", [("“海塘”精神", "spirit")]),
    # aims
    ("建设书香中国。", [("书香中国", "vision")]),
    ("东港市的干部建设清廉东港，百姓称好。", [("清廉东港", "vision")]),
    ("建设旅游强县。", [("旅游强县", "vision")]),
    ("打造“云上渔乡”。", [("云上渔乡", "vision")]),
    ("创造“滨海速度”。", [("滨海速度", "vision")]),
    # ideas and lines
    ("学习习近平总书记关于海港的重要论述。", [("习近平总书记关于海港的重要论述", "thought")]),
    ("牢固树立绿色港口理念，", [("绿色港口理念", "thought")]),
    ("贯彻捕捞与养护相结合的方针。", [("捕捞与养护相结合", "thought")]),
    ("树立正确的就业观。", [("正确的就业观", "thought")]),
    ("坚持以港为本。", [("以港为本", "thought")]),
    ("加强党对渔业工作的全面领导。", [("党对渔业工作的全面领导", "thought")]),
    # couplets
    ("学风更扎实，作风更过硬。", [("学风更扎实，作风更过硬", "couplet")]),
    ("海更蓝、岸更绿、城更美。", [("海更蓝、岸更绿、城更美", "couplet")]),
    ("护渔港、惠渔民\n全市开展巡查。", [("护渔港、惠渔民", "couplet")]),
    ("必须坚持生态立港、文化兴港。", [("生态立港、文化兴港", "couplet")]),
    ("坚持尊重渔民、依靠渔民、服务渔民的宗旨。", [("尊重渔民、依靠渔民、服务渔民", "couplet")]),
    ("守护天蓝、岸绿、湾清的家园。", [("天蓝、岸绿、湾清", "couplet")]),
    ("实现更有活力、更加均衡、更可持续的目标。", [("更有活力、更加均衡、更可持续", "couplet")]),
    (
        "潮平岸阔，正当扬帆竞渡；天高海远，还需破浪前行。",
        [("潮平岸阔，正当扬帆竞渡；天高海远，还需破浪前行", "couplet")],
    ),
    ("把渔港建设得更旺，把渔村装扮得更美。", [("把渔港建设得更旺，把渔村装扮得更美", "couplet")]),
    ("推进审批便捷化、管理精细化。", [("审批便捷化、管理精细化", "couplet")]),
    ("实行民主办港、勤俭办港的方针。", [("民主办港、勤俭办港", "thought")]),
    # sayings
    ("践行“码头连四海，货物通万家”的承诺。", [("码头连四海，货物通万家", "dictum")]),
    ("牢记“渔民的事没有小事”。", [("渔民的事没有小事", "dictum")]),
]

NONE: list[str] = [
    "会议听取了三个方面的汇报。",
    "新建两个项目。",
    "第三个代表团到会。",
    "贯彻会议精神，落实文件精神。",
    "加强精神文明建设的同时改善精神状态。",
    "全会精神和讲话精神要学深学透。",
    "推动科技创新发展理念陈旧的船厂改造。",
    "渔港长三公里。",
    "发展工业、农业、商业。",
    "赤字规模5.66万亿元、比上年增加1.6万亿元。",
    "修建码头、道路和水塔。",
    "提出建议、推动转化，渔港受益。",
    "各地区、各部门要抓紧落实。",
    "不同地区、不同行业差别很大。",
    "召开座谈会、论证会、听证会。",
    "“十四五”时期，“一号文件”下发。",
    "加强国防，加强市场监管。",
    "增强大局观点。",
    "他说：“今天下雨，明天再来”。",
    "发展制造业、建筑业、渔业。",
    "调整产品结构，改善消费环境。",
    "职业教育、成人教育稳步发展。",
    "用好码头制度，审结码头租用、转让案件12件。",
    "厂房都比较大，设备都比较新，其中6套是进口的。",
]

NOT_REACHED: list[Case] = [
    ("坚持渔旅融合，以港带村、以村促港。", [("以港带村、以村促港", "couplet"), ("渔旅融合", "thought")]),
    ("海港是渔民的家园，海港是发展的引擎。", [("海港是渔民的家园，海港是发展的引擎", "couplet")]),
]


@pytest.mark.parametrize(("text", "expected"), [*KNOWN, *UNKNOWN])
def test_slogans(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.xfail(strict=True, reason="not reached yet")
@pytest.mark.parametrize(("text", "expected"), NOT_REACHED)
def test_slogans_not_reached(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_slogan(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", [text for text, _ in (*KNOWN, *UNKNOWN, *NOT_REACHED)])
def test_offsets(text: str) -> None:
    previous = 0
    for slogan in slogans(text):
        assert "".join(text[slogan.start : slogan.end].split()) == slogan.text
        assert slogan.start >= previous, "slogans do not overlap"
        previous = slogan.end


def test_offsets_across_quotation_marks_and_blanks() -> None:
    text = "增强“四个　意识”。\n坚定“四个自信”。"
    first, second = slogans(text)
    assert (text[first.start : first.end], first.text) == ("四个　意识", "四个意识")
    assert (second.line, second.column) == (2, 4)


@pytest.mark.parametrize(("text", "members"), [("做好“六稳”工作。", 6), ("守住“三保”底线。", 3)])
def test_dictionary_fields(text: str, members: int) -> None:
    (slogan,) = slogans(text)
    assert slogan.canonical == slogan.text
    assert len(slogan.members) == members
    assert slogan.rule == "slogan/dictionary"


def test_canonical_of_an_alias_and_of_an_unknown_one() -> None:
    assert slogans("贯彻五大发展理念。")[0].canonical == "新发展理念"
    unknown = slogans("打造“云上渔乡”。")[0]
    assert (unknown.canonical, unknown.rule) == ("云上渔乡", "slogan/aim-in-quotes")


def test_numbers_in_a_formula_are_no_facts() -> None:
    source = read_bytes("落实“六个不减”，建成泊位6个。".encode(), path="-", encoding="utf-8")
    assert [fact.text for fact in EXTRACTOR.extract(source).facts] == ["6个"]


@pytest.mark.parametrize("rule", LEXICON.rules_for("slogan"), ids=lambda rule: rule.name)
def test_rules(rule: Rule) -> None:
    assert rule.check() == []


# The dictionary


def entry_id(entry: SloganEntry) -> str:
    return entry.canonical


def test_names_are_unique() -> None:
    names = Counter(skeleton_key(name) for entry in LEXICON.slogans for name in (entry.canonical, *entry.aliases))
    assert [name for name, count in names.items() if count > 1] == []


def test_kinds() -> None:
    assert {entry.kind for entry in LEXICON.slogans} == set(get_args(SloganKind))


OLDER = {"全世界无产者联合起来": 1848}
"""Formulations of the years before 1921."""


def test_years() -> None:
    wrong = {
        entry.canonical: entry.since
        for entry in LEXICON.slogans
        if entry.since is not None and not 1921 <= entry.since <= 2026
    }
    assert wrong == OLDER


NUMERALS = dict(zip("一二三四五六七八九十两双", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 2), strict=True))


def numbers(name: str) -> list[int]:
    """Read the numbers at the head of the parts of a name: 两不愁三保障 → 2, 3."""
    return [
        sum(NUMERALS[digit] for digit in match)
        for match in re.findall(r"十[一二三四五六七八九]?|[一二三四五六七八九两双]", name)
    ]


@pytest.mark.parametrize(
    "entry",
    [
        entry
        for entry in LEXICON.slogans
        if entry.kind == "formula" and entry.members and re.match("“?[一二三四五六七八九十两双]", entry.canonical)
    ],
    ids=entry_id,
)
def test_members_are_as_many_as_the_name_says(entry: SloganEntry) -> None:
    counted = numbers(entry.canonical)
    assert len(entry.members) in (counted[0], sum(counted))
