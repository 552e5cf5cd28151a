"""Whether the number is the size of a change, and of which."""

import pytest

from tests.find.examples import FindFacts, example, pairs, readings

UP, DOWN = "increase", "decrease"

CHANGES = [
    example("人口自然增长率7‰以内。", {"7‰": None}),
    example("城镇新增就业6万人，完成目标的113%。", {"6万人": UP, "113%": None}),
    example("财政收入增速较全国、全省分别高1.3个和0.6个百分点。", {"1.3个": None, "0.6个百分点": None}),
    example("两年新增生产能力有：生铁3万吨，原煤20万吨。", {"3万吨": UP, "20万吨": UP}),
    example("新增工业企业32家、商贸企业58家。", {"32家": UP, "58家": UP}),
    example("经济增长5%、失业率3.2%。", {"5%": UP, "3.2%": None}),
    example("规上工业增加值增长7.4%。", {"7.4%": UP}),
    example("农民收入增加860元。", {"860元": UP}),
    example("城镇化率提高1.1个百分点。", {"1.1个百分点": UP}),
    example("居民消费价格上涨0.4%。", {"0.4%": UP}),
    example("工业品出厂价格涨幅2.3%。", {"2.3%": UP}),
    example("新增绿地面积36公顷。", {"36公顷": UP}),
    example("净增规上企业48家。", {"48家": UP}),
    example("早稻增产2.3万吨。", {"2.3万吨": UP}),
    example("群众人均增收420元。", {"420元": UP}),
    example("快递业务量增长0.8倍。", {"0.8倍": UP}),
    example("旅游总收入翻一番。", {"翻一番": UP}),
    example("播种面积扩大3.5万亩。", {"3.5万亩": UP}),
    example("优良天数比上年多12天。", {"12天": UP}),
    example("服务业增加值增速达8.2%。", {"8.2%": UP}),
    example("工业用电量增幅为5.6%。", {"5.6%": UP}),
    example("社会消费品零售总额下降3.2%。", {"3.2%": DOWN}),
    example("贫困人口减少2.1万。", {"2.1万": DOWN}),
    example("单位产品能耗降低4.5%。", {"4.5%": DOWN}),
    example("商品房库存增速回落6.3个百分点。", {"6.3个百分点": DOWN}),
    example("平均审理周期缩短9天。", {"9天": DOWN}),
    example("行政编制精简四分之一。", {"四分之一": DOWN}),
    example("“三公”经费压减12%以上。", {"12%": DOWN}),
    example("较大事故比上年少3起。", {"3起": DOWN}),
    example("房地产开发投资降幅3.1%。", {"3.1%": DOWN}),
    example("农民负担减轻4600万元。", {"4600万元": DOWN}),
    example("常住人口城镇化率达到65%。", {"65%": None}),
    example("高中阶段毛入学率提高到93%。", {"93%": None}),
    example("城镇调查失业率降至4.9%。", {"4.9%": None}),
    example("用水户增加到3.2万户。", {"3.2万户": None}),
    example("审批环节减少到4个。", {"4个": None}),
    example("民营企业增至2.6万家。", {"2.6万家": None}),
    example("办理时间压缩到3天。", {"3天": None}),
    example("取消行政审批事项46项。", {"46项": None}),
    example("新开工重点项目58个。", {"58个": None}),
    example("建成充电桩1200个。", {"1200个": None}),
    example("工业投资增速高于全省2.3个百分点。", {"2.3个百分点": None}),
    example("地区生产总值增速比全省平均水平高1.1个百分点。", {"1.1个百分点": None}),
    example("财政收入增速快于全市2.1个百分点。", {"2.1个百分点": None}),
    example("税收收入占一般公共预算收入的71%。", {"71%": None}),
    example("进出口总额居全省第6位。", {"第6位": None}),
    example("关停散乱污企业23家。", {"23家": None}),
    example("住院费用报销比例由60%提高到75%。", {"60%": None, "75%": None}),
    example("在园幼儿从1.9万人减少到1.6万人。", {"1.9万人": None, "1.6万人": None}),
    example("贫困发生率下降5.2个百分点，降至1.1%。", {"5.2个百分点": DOWN, "1.1%": None}),
    example("小学在校生增加320人、初中在校生减少150人。", {"320人": UP, "150人": DOWN}),
    example("公營房屋單位增加六百個。", {"六百個": UP}),
    example("粮食产量比一九五二年增加百分之十九。", {"百分之十九": UP}),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_change(find_facts: FindFacts, text: str, expected: dict[str, str | None]) -> None:
    assert readings(find_facts(text), "change") == pairs(expected)
