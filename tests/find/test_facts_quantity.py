"""The number itself: span, kind, value, unit, and what hedges it."""

from decimal import Decimal

import pytest

from tests.find.examples import FindFacts, example, pairs, readings

BOUNDS = [
    example("品种大约增加了300种。", {"300种": "about"}),
    example("旅游收入约占财政收入的七分之一。", {"七分之一": "about"}),
    example("实际到位内资首超60亿元。", {"60亿元": "over"}),
    example("果业、旅游业收入分别突破8亿元和3亿元。", {"8亿元": "over", "3亿元": "over"}),
    example("失业率控制在4.5%的目标以内。", {"4.5%": "at_most"}),
    example("全县地区生产总值增长6.5%。", {"6.5%": "exact"}),
    example("全市登记在册经营主体突破18万户。", {"18万户": "over"}),
    example("培训农民工超过4300人次。", {"4300人次": "over"}),
    example("各级妇联服务群众逾2.6万人次。", {"2.6万人次": "over"}),
    example("办理群众来信320余件。", {"320余件": "over"}),
    example("今春栽植苗木七十多万株。", {"七十多万株": "over"}),
    example("三年投入改造资金100多万元。", {"100多万元": "over"}),
    example("选派驻村干部两千余名。", {"两千余名": "over"}),
    example("高新技术企业超1200家。", {"1200家": "over"}),
    example("小麦平均亩产高于480公斤。", {"480公斤": "over"}),
    example("线上办事比例超九成。", {"九成": "over"}),
    example("累计投入近5亿元。", {"5亿元": "under"}),
    example("城镇登记失业率不到4%。", {"4%": "under"}),
    example("剩余危房不足800户。", {"800户": "under"}),
    example("执行案件平均用时接近120天。", {"120天": "under"}),
    example("惠及群众将近三千户。", {"三千户": "under"}),
    example("近三成企业扩大了生产。", {"三成": "under"}),
    example("居民消费价格涨幅低于2%。", {"2%": "under"}),
    example("地区生产总值增长7%左右。", {"7%": "about"}),
    example("全区现有个体工商户约2400户。", {"2400户": "about"}),
    example("年处理污泥大约3万吨。", {"3万吨": "about"}),
    example("公路客运量在260万人次上下。", {"260万人次": "about"}),
    example("一般公共预算收入增长5.5%以上。", {"5.5%": "at_least"}),
    example("新建口袋公园不少于12个。", {"12个": "at_least"}),
    example("农村集中供水率不低于94%。", {"94%": "at_least"}),
    example("每个乡镇至少建成1个养老服务站。", {"1个": "at_least"}),
    example("一半以上的村集体有了稳定收入。", {"一半": "at_least"}),
    example("压减一般性支出不少于三分之一。", {"三分之一": "at_least"}),
    example("居民消费价格涨幅控制在3%以内。", {"3%": "at_most"}),
    example("城镇调查失业率保持在5.5%以下。", {"5.5%": "at_most"}),
    example("企业开办时间不超过5个工作日。", {"5个工作日": "at_most"}),
    example("“三公”经费支出不高于860万元。", {"860万元": "at_most"}),
    example("地区生产总值增长3%—5%。", {"3%—5%": "range"}),
    example("审批时限压缩至2至3天。", {"2至3天": "range"}),
    example("农业总产值每年增长百分之四到五。", {"百分之四到五": "range"}),
    example("各县平均联系企业五六十个。", {"五六十个": "range"}),
    example("规上工业增加值增长8%以上、力争达到9%。", {"8%": "at_least", "9%": "exact"}),
    example("工业投资增速高于全市平均1.2个百分点。", {"1.2个百分点": "exact"}),
    example("城镇登记失业率低于控制目标0.6个百分点。", {"0.6个百分点": "exact"}),
    example("未來三年會推出約1 500個單位。", {"1500個": "about"}),
    example("可發展土地最少300公頃。", {"300公頃": "at_least"}),
    example("工业总产值增长６．５％左右。", {"６．５％": "about"}),
    example("财政支出较上年增加20亿元以上。", {"20亿元": "at_least"}),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_bound(find_facts: FindFacts, text: str, expected: dict[str, str]) -> None:
    assert readings(find_facts(text), "bound") == pairs(expected)


QUANTITIES = [
    example("平均每户养猪一头半。", [("一头半", "count", "1.5", "头")]),
    example("大桥提前半年通车。", [("半年", "duration", "0.5", "年")]),
    example("总量和增速分列全市第3、第2位。", [("第3", "rank", 3, "位"), ("第2位", "rank", 2, "位")]),
    example("提供岗位3.2万个次。", [("3.2万个次", "count", 32000, "个次")]),
    example("为企业减轻税负3.5亿元。", [("3.5亿元", "money", 350000000, "元")]),
    example("采纳率达三成。", [("三成", "percent", 30, "%")]),
    example("化肥产量增长一点二倍。", [("一点二倍", "multiple", "1.2", "倍")]),
    example("产业集群产值迈上千亿元台阶。", [("千亿元", "money", 100000000000, "元")]),
    example("新增百亿级企业2家。", [("2家", "count", 2, "家")]),
    example("就诊人次增加一倍多。", [("一倍多", "multiple", 1, "倍")]),
    example(
        "增速比上年提高1.3个和0.6个百分点。",
        [("1.3个", "point", "1.3", "百分点"), ("0.6个百分点", "point", "0.6", "百分点")],
    ),
    example("结对帮扶脱贫户1.6万户。", [("1.6万户", "count", 16000, "户")]),
    example("全市财政总收入1.2万亿元。", [("1.2万亿元", "money", 1200000000000, "元")]),
    example("一九五八年积肥一万二千三百担。", [("一万二千三百担", "measure", 12300, "担")]),
    example("三分之一的乡镇用上了管道燃气。", [("三分之一", "ratio", "0.3333", None)]),
    example("公用经费压缩一半。", [("一半", "ratio", "0.5", None)]),
    example("两成的路灯换成了节能灯。", [("两成", "percent", 20, "%")]),
    example("原煤产量增长百分之五点六。", [("百分之五点六", "percent", "5.6", "%")]),
    example("农民纯收入翻一番。", [("翻一番", "multiple", 2, None)]),
    example("社队企业总产值翻两番。", [("翻两番", "multiple", 4, None)]),
    example("快递业务量增长2.5倍。", [("2.5倍", "multiple", "2.5", "倍")]),
    example("营商环境评价居全省第3位。", [("第3位", "rank", 3, "位")]),
    example("人均预期寿命达到79.4岁。", [("79.4岁", "measure", "79.4", "岁")]),
    example("大桥建设历时26个月。", [("26个月", "duration", 26, "个月")]),
    example("税收占比提高1.5个百分点。", [("1.5个百分点", "point", "1.5", "百分点")]),
    example("可吸入颗粒物浓度为52微克/立方米。", [("52微克/立方米", "measure", 52, "微克/立方米")]),
    example("全社会用电量84亿千瓦时。", [("84亿千瓦时", "measure", 8400000000, "千瓦时")]),
    example("城乡人口之比为62.4：37.6。", [("62.4", "ratio", "62.4", None), ("37.6", "ratio", "37.6", None)]),
    example(
        "一、二级公路里程增速分别提高1.3和0.8个百分点。",
        [("1.3", "point", "1.3", "百分点"), ("0.8个百分点", "point", "0.8", "百分点")],
    ),
    example("培训护理员1，260人。", [("1，260人", "count", 1260, "人")]),
    example("筹集资金２１，５００，０００元。", [("２１，５００，０００元", "money", 21500000, "元")]),
    example("帮助3.2万农村人口喝上放心水。", [("3.2万", "count", 32000, None)]),
    example("联系服务企业140余家（个）。", [("140余家", "count", 140, "家")]),
    example("全港共有醫生一萬五千名。", [("一萬五千名", "count", 15000, "名")]),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantity(find_facts: FindFacts, text: str, expected: list[tuple[str, str, str | int, str | None]]) -> None:
    found = [(fact.text, fact.kind, fact.value, fact.unit) for fact in find_facts(text)]
    assert found == [(span, kind, Decimal(value), unit) for span, kind, value, unit in expected]


RANGES = [
    example("地区生产总值增长3%—5%。", ("3%—5%", 3, 5, "%")),
    example("每年扩建学校5至8所。", ("5至8所", 5, 8, "所")),
    example("亩均增收300～500元。", ("300～500元", 300, 500, "元")),
    example("农业总产值每年增长百分之四到五。", ("百分之四到五", 4, 5, "%")),
    example("每个支部吸收新党员两三名。", ("两三名", 2, 3, "名")),
    example("各县联系企业五六十个。", ("五六十个", 50, 60, "个")),
    example("新建粮仓20—25座。", ("20—25座", 20, 25, "座")),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_range(find_facts: FindFacts, text: str, expected: tuple[str, int, int, str]) -> None:
    (fact,) = find_facts(text)
    span, low, high, unit = expected
    assert (fact.text, fact.low, fact.high, fact.unit) == (span, Decimal(low), Decimal(high), unit)
    assert (fact.value, fact.bound) == (None, "range")
