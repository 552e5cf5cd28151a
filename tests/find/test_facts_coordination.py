"""分别: numbers handed to nouns in order, and where that cannot be done."""

import pytest

from tests.find.examples import FindFacts, example, pairs, readings

PAIRED = [
    # nouns with a shared head
    example(
        "城镇和农村居民人均可支配收入分别增长5.1%和6.4%。",
        {"5.1%": "城镇居民人均可支配收入", "6.4%": "农村居民人均可支配收入"},
    ),
    example(
        "城乡居民收入分别增长5.1%和6.4%。",
        {"5.1%": "城镇居民收入", "6.4%": "农村居民收入"},
    ),
    example(
        "粮食、油料、蔬菜产量分别达到42万吨、3.6万吨和118万吨。",
        {"42万吨": "粮食产量", "3.6万吨": "油料产量", "118万吨": "蔬菜产量"},
    ),
    example(
        "第一、第二、第三产业增加值分别增长3.1%、6.2%和7.5%。",
        {"3.1%": "第一产业增加值", "6.2%": "第二产业增加值", "7.5%": "第三产业增加值"},
    ),
    example(
        "单位地区生产总值能耗和二氧化碳排放分别降低13.5%和18%。",
        {"13.5%": "单位地区生产总值能耗", "18%": "单位地区生产总值二氧化碳排放"},
        wrong="a shared head is spliced by characters, not by words",
    ),
    example(
        "工业和服务业增加值分别占36.2%和51.8%。",
        {"36.2%": "工业增加值", "51.8%": "服务业增加值"},
    ),
    example("小学、初中净入学率分别达到99.8%和98.6%。", {"99.8%": "小学净入学率", "98.6%": "初中净入学率"}),
    example(
        "青岭县、白河县地区生产总值分别增长6.2%、5.8%。",
        {"6.2%": "青岭县地区生产总值", "5.8%": "白河县地区生产总值"},
    ),
    # nouns that share nothing
    example("汽车、船舶、家具分别增长8.6%、21.7%、3.1%。", {"8.6%": "汽车", "21.7%": "船舶", "3.1%": "家具"}),
    example(
        "固定资产投资和社会消费品零售总额分别增长9.2%和6.1%。", {"9.2%": "固定资产投资", "6.1%": "社会消费品零售总额"}
    ),
    example(
        "婴儿死亡率与孕产妇贫血率分别降至2.8‰和3.9%。",
        {"2.8‰": "婴儿死亡率", "3.9%": "孕产妇贫血率"},
    ),
    example("财政收入和财政支出分别为12.3亿元和35.6亿元。", {"12.3亿元": "财政收入", "35.6亿元": "财政支出"}),
    example("分别新建小学、初中6所和3所。", {"6所": "小学", "3所": "初中"}),
    # verbs that differ
    example(
        "小学、初中、高中在校生分别增加320人、减少150人、增加80人。",
        {"320人": "小学在校生", "150人": "初中在校生", "80人": "高中在校生"},
    ),
    # several numbers each
    example(
        "城镇化率和森林覆盖率分别由51.2%、38.6%提高到58.4%、41.3%。",
        {"51.2%": "城镇化率", "38.6%": "森林覆盖率", "58.4%": "城镇化率", "41.3%": "森林覆盖率"},
    ),
    # a shared unit
    example(
        "小微企业、涉农贷款增速分别提高1.3和0.8个百分点。",
        {"1.3": "小微企业贷款增速", "0.8个百分点": "涉农贷款增速"},
        wrong="a shared head is spliced by characters, not by words",
    ),
    # earlier facts
    example(
        "收案1260件，结案1198件，同比分别上升3.2%、4.5%。",
        {"1260件": "收案", "1198件": "结案", "3.2%": "收案", "4.5%": "结案"},
    ),
    example(
        "规上工业增加值增长7.2%、社会消费品零售总额增长6.8%，分别高于全市1.1个、0.6个百分点。",
        {
            "7.2%": "规上工业增加值",
            "6.8%": "社会消费品零售总额",
            "1.1个": "规上工业增加值",
            "0.6个百分点": "社会消费品零售总额",
        },
    ),
    example(
        "小麦产量26万吨，玉米产量31万吨，分别比上年增长2.1%和3.4%。",
        {"26万吨": "小麦产量", "31万吨": "玉米产量", "2.1%": "小麦产量", "3.4%": "玉米产量"},
    ),
    # ranks
    example("进出口总额、实际使用外资分别居全省第3位和第5位。", {"第3位": "进出口总额", "第5位": "实际使用外资"}),
    # Chinese numerals, traditional characters
    example("钢、生铁产量分别达到三万吨和五万吨。", {"三万吨": "钢产量", "五万吨": "生铁产量"}),
    example("小學和中學學額分別增加六百個和四百個。", {"六百個": "小學學額", "四百個": "中學學額"}),
    # one number for all
    example("小麦产量和玉米产量均增长3.2%。", {"3.2%": "小麦产量和玉米产量"}),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_paired(find_facts: FindFacts, text: str, expected: dict[str, str]) -> None:
    facts = find_facts(text)
    assert readings(facts, "indicator") == pairs(expected)
    assert not [fact.flags for fact in facts if fact.flags]


SHARED = [
    example("城镇和农村居民收入分别比上年增长5.1%和6.4%。", ("增长", "increase", "比上年")),
    example("城镇和农村居民收入同比分别增长5.1%和6.4%。", ("增长", "increase", "同比")),
    example("城镇和农村居民收入分别提高到3.6万元和2.1万元。", ("提高到", None, None)),
    example("单位能耗和煤炭消费量较2020年分别下降8%和5%。", ("下降", "decrease", "较2020年")),
    example("小麦、玉米单产分别增加了12公斤和15公斤。", ("增加", "increase", None)),
    example("工业投资、民间投资增速分别高于全省2.1个、1.6个百分点。", ("高于", None, "全省")),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_shared(find_facts: FindFacts, text: str, expected: tuple[str, str | None, str | None]) -> None:
    """Predicate, change and baseline hold for every number."""
    found = [(fact.predicate, fact.change, fact.baseline) for fact in find_facts(text)]
    assert found == [expected, expected]


UNPAIRED = [
    example("小麦、玉米、水稻面积分别增长2.1%和3.4%。", {"2.1%": ("unpaired",), "3.4%": ("unpaired",)}),
    example("城镇和农村居民收入分别增长4.8%。", {"4.8%": ("unpaired",)}),
    example(
        "工业投资和民间投资分别增长4.8%、6.1%和7.7%。",
        {"4.8%": ("unpaired",), "6.1%": ("unpaired",), "7.7%": ("unpaired",)},
    ),
    example("两家医院分别经过评审，授予技术骨干称号18人。", {"两家": (), "18人": ()}),
    example("县委、县政府分别召开专题会议研究部署。", {}),
    example("城镇和农村居民收入分别增长4.8%和6.3%。", {"4.8%": (), "6.3%": ()}),
]


@pytest.mark.parametrize(("text", "expected"), UNPAIRED)
def test_unpaired(find_facts: FindFacts, text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """Where things and values differ in number, a careful reader is told."""
    assert readings(find_facts(text), "flags") == pairs(expected)


@pytest.mark.xfail(strict=True, reason="coordinated times are not handed out")
def test_times_are_handed_out(find_facts: FindFacts) -> None:
    facts = find_facts("2021年和2022年分别完成投资12亿元和15亿元。")
    assert readings(facts, "time") == [("12亿元", "2021年"), ("15亿元", "2022年")]
    assert readings(facts, "indicator") == [("12亿元", "投资"), ("15亿元", "投资")]
