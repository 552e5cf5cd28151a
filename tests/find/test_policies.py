"""Named policies: where they stand, their kind, their name. The sentences are our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govtext.lexicon import Lexicon, Rule
from govtext.pipeline import Extractor, extract
from govtext.read import read_bytes

if TYPE_CHECKING:
    from govtext.model import Policy

EXTRACTOR = Extractor()


def policies(text: str) -> list[Policy]:
    source = read_bytes(text.encode(), path="-", encoding="utf-8")
    return list(EXTRACTOR.extract(source, tables=("policies",)).policies)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(policy.text, policy.kind, policy.name) for policy in policies(text)]


Case = tuple[str, list[tuple[str, str, str]]]

CASES: list[Case] = [
    # titles in 《》
    (
        "印发《关于加强东港城市更新的意见》。",
        [("《关于加强东港城市更新的意见》", "document", "关于加强东港城市更新的意见")],
    ),
    ("制定《东港市养犬管理条例（草案）》。", [("《东港市养犬管理条例（草案）》", "law", "东港市养犬管理条例（草案）")]),
    ("《东港日报》和《人民日报》作了报道。", []),
    ("听取《碧海长歌》的演出情况。", []),
    (
        "收到《关于报送〈东港市城市更新规划〉的请示》。",
        [
            ("《关于报送〈东港市城市更新规划〉的请示》", "document", "关于报送〈东港市城市更新规划〉的请示"),
            ("〈东港市城市更新规划〉", "plan", "东港市城市更新规划"),
        ],
    ),
    (
        "收到国务院关于东港新城规划的批复。",
        [("国务院关于东港新城规划的批复", "document", "国务院关于东港新城规划的批复")],
    ),
    # laws of the dictionary
    ("忠实履行宪法法律赋予的职责。", [("宪法", "law", "宪法")]),
    ("按照宪法规定行使职权。", [("宪法", "law", "宪法")]),
    ("完善公司法人治理结构。", []),
    ("普及安全生产法律知识。", []),
    ("开展监督法执法检查。", [("监督法", "law", "监督法")]),
    # names without marks, from the left edge
    ("制定古城墙保护条例，保护文脉。", [("古城墙保护条例", "law", "古城墙保护条例")]),
    ("全市深入推进山塘水库除险加固工程。", [("山塘水库除险加固工程", "programme", "山塘水库除险加固工程")]),
    ("在全省率先启动民营船厂试点。", [("民营船厂试点", "programme", "民营船厂试点")]),
    ("推动渔业企业实施水产品质量追溯人制度。", [("水产品质量追溯人制度", "system", "水产品质量追溯人制度")]),
    ("出台优化营商环境三年方案。", [("优化营商环境三年方案", "document", "优化营商环境三年方案")]),
    ("深入开展餐饮油烟专项整治。", [("餐饮油烟专项整治", "campaign", "餐饮油烟专项整治")]),
    ("建设国家海洋碳汇示范区。", [("海洋碳汇示范区", "programme", "海洋碳汇示范区")]),
    ("编制完成海岸带保护利用规划。", [("海岸带保护利用规划", "plan", "海岸带保护利用规划")]),
    # generic nouns are no names
    ("遵守有关法律法规，严格执行各项制度。", []),
    ("制定工作方案，开展专项行动。", []),
    ("审查预算报告和计划草案。", []),
    ("建立健全考核评价机制。", []),
    ("完善以租为主的住房保障机制。", []),
    ("国家规定的标准没有改变。", []),
    ("这关系到改革发展稳定大局，要保持战略定力。", []),
    ("房管部门正规划新的小区。", []),
    # quoted names with a head
    ("组织开展“项目攻坚年”活动。", [("“项目攻坚年”活动", "campaign", "“项目攻坚年”活动")]),
    ("市人大实施代表“赋能”工程。", [("代表“赋能”工程", "programme", "代表“赋能”工程")]),
    ("把今年定为“作风提升年”。", [("“作风提升年”", "campaign", "作风提升年")]),
    ("推广“老党员+网格员”模式。", [("“老党员+网格员”模式", "system", "“老党员+网格员”模式")]),
    ("出台“稳企惠民28条”。", [("“稳企惠民28条”", "document", "稳企惠民28条")]),
    ("推出「青年海景宿舍先导計劃」。", [("「青年海景宿舍先导計劃」", "programme", "青年海景宿舍先导計劃")]),
    ("深入推进“放管服”改革。", [("“放管服”改革", "strategy", "“放管服”改革")]),
    ("坚决反对“台独”分裂活动。", []),
    ("不搞劳民伤财的“形象工程”。", []),
    # numbered plans
    ("编制“十四五”规划。", [("“十四五”规划", "plan", "“十四五”规划")]),
    ("完成第十个五年计划。", [("第十个五年计划", "plan", "第十个五年计划")]),
    ("按照十年规划推进。", [("十年规划", "plan", "十年规划")]),
    ("出台“十三五”海洋渔业发展规划。", [("“十三五”海洋渔业发展规划", "plan", "“十三五”海洋渔业发展规划")]),
    ("再经过三个五年计划的努力。", []),
    ("“十四五”时期投资增长。", []),
    # coordination
    (
        "制定临海老街、海防遗址保护条例。",
        [("临海老街", "law", "临海老街保护条例"), ("海防遗址保护条例", "law", "海防遗址保护条例")],
    ),
    (
        "实施噪声、光、海湾污染防治行动计划。",
        [
            ("噪声", "plan", "噪声污染防治行动计划"),
            ("光", "plan", "光污染防治行动计划"),
            ("海湾污染防治行动计划", "plan", "海湾污染防治行动计划"),
        ],
    ),
    (
        "制定校园周边建设、河道采砂、共享单车管理等条例。",
        [
            ("校园周边建设", "law", "校园周边建设条例"),
            ("河道采砂", "law", "河道采砂条例"),
            ("共享单车管理", "law", "共享单车管理条例"),
        ],
    ),
    # meetings
    (
        "贯彻党的十九大和十九届二中、三中全会精神。",
        [
            ("党的十九大", "meeting", "党的十九大"),
            ("十九届二中", "meeting", "十九届二中"),
            ("三中全会", "meeting", "三中全会"),
        ],
    ),
    ("迎接省第九次党代会召开。", [("省第九次党代会", "meeting", "省第九次党代会")]),
    # the longest of nested names
    ("实施乡村振兴战略规划。", [("乡村振兴战略规划", "plan", "乡村振兴战略规划")]),
]

NOT_REACHED: list[Case] = [
    # a name that holds 和 and no verb of its own before it
    ("推进村镇银行和其他合作银行改革。", [("村镇银行和其他合作银行改革", "strategy", "村镇银行和其他合作银行改革")]),
    # a bare quoted name, without a head and unknown to the dictionary
    ("落实“五百亿”等政策。", [("“五百亿”", "programme", "五百亿")]),
    # a title that runs on after 》
    ("发布《长远渔业策略》周年进度报告。", [("《长远渔业策略》周年进度报告", "document", "长远渔业策略周年进度报告")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(pytest.param(*case, id=case[0]) for case in CASES),
        *(pytest.param(*case, id=case[0], marks=pytest.mark.xfail(strict=True)) for case in NOT_REACHED),
    ],
)
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "issuer"),
    [
        ("落实国发〔2021〕95号文件", "国发〔2021〕95号", "国务院"),
        ("落实国发 〔2011〕 935号文件", "国发〔2011〕935号", "国务院"),
        ("根据鄂政文[2004]915号精神", "鄂政文[2004]915号", "湖北省人民政府"),
        ("（东府办（２０１８）９７号）", "东府办（２０１８）９７号", None),
        ("按照国办发【2019】98号要求", "国办发【2019】98号", "国务院办公厅"),
    ],
)
def test_document_numbers(text: str, number: str, issuer: str | None) -> None:
    (policy,) = policies(text)
    assert (policy.number, policy.issuer, policy.kind) == (number, issuer, "document")


def test_a_number_broken_across_lines() -> None:
    lines = [
        "各地各部门围绕全年目标任务凝心聚力推动各项",
        "工作再上新的台阶，渔港建设按照东政发〔2021",
        "〕95号的要求全面铺开，各县区认真抓好落实，",
        "群众出行更加方便，沿海村镇面貌有了新的变化",
        "，基层服务能力也有了新的提高。",
    ]
    (policy,) = policies("\n".join(lines))
    assert policy.number == "东政发〔2021〕95号"


def test_a_number_belongs_to_the_title_beside_it() -> None:
    (policy,) = policies("印发《关于加强渔港建设的意见》（国发〔2021〕95号），各地落实。")
    assert policy.number == "国发〔2021〕95号"
    assert policy.issuer == "国务院"
    assert policy.action == "印发"


def test_a_number_on_its_own_line_stays() -> None:
    text = "国务院关于东港新城规划的批复\n国函〔2019〕959号\n东港市人民政府："
    assert [policy.text for policy in policies(text)] == ["国务院关于东港新城规划的批复", "国函〔2019〕959号"]


def test_short_names_lead_to_the_full_name() -> None:
    text = "原则同意《东港新城总体规划（2021—2035年）》（以下简称《总体规划》）。《总体规划》要认真实施。"
    whole, first, second = policies(text)
    assert whole.period == first.period == second.period == "2021/2035"
    assert first.canonical == second.canonical == whole.name


def test_rules_that_implement_a_law() -> None:
    law, rules = policies("修订《预算法》及其实施条例。")
    assert law.canonical == "中华人民共和国预算法"
    assert (rules.text, rules.name) == ("实施条例", "中华人民共和国预算法实施条例")


@pytest.mark.parametrize(
    ("text", "period"),
    [("编制“十四五”规划。", "2021/2025"), ("贯彻党的十九届六中全会精神。", "2021-11")],
)
def test_periods(text: str, period: str) -> None:
    assert policies(text)[0].period == period


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("制定出台古城墙保护条例。", "制定出台"),
        ("深入推进“放管服”改革。", "深入推进"),
        ("贯彻新修订的监督法。", "贯彻"),
        ("监督法是一部重要法律。", None),
    ],
)
def test_actions(text: str, action: str | None) -> None:
    assert policies(text)[0].action == action


def test_numbers_in_a_name_are_no_facts() -> None:
    document = extract("实施渔港建设三年行动计划，编制“十四五”规划。")
    assert document.facts == ()


def test_spans_point_into_the_source() -> None:
    text = "印发《关于加强渔港\n建设的意见》，实施乡村振兴战略。"
    for policy in policies(text):
        assert "".join(text[policy.start : policy.end].split()) == policy.text


POLICY_RULES = Lexicon.load().rules_for("policy")


@pytest.mark.parametrize("rule", POLICY_RULES, ids=[rule.name for rule in POLICY_RULES])
def test_rules_keep_their_examples(rule: Rule) -> None:
    assert rule.check() == []
