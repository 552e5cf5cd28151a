"""What is measured, and the verb that ties it to the number."""

import pytest

from tests.extract.examples import FindFacts, example, pairs, readings

PREDICATES = [
    example("规上工业增加值增长7.4%。", {"7.4%": "增长"}),
    example("规上工业增加值同比增长7.4%。", {"7.4%": "增长"}),
    example("财政收入年均增长7.4%。", {"7.4%": "增长"}),
    example("粮食总产量达到42万吨。", {"42万吨": "达到"}),
    example("高速公路里程达1200公里。", {"1200公里": "达"}),
    example("高中阶段毛入学率提高到93%。", {"93%": "提高到"}),
    example("城镇调查失业率降至4.9%。", {"4.9%": "降至"}),
    example("税收收入占财政收入的71%。", {"71%": "占"}),
    example("经济总量居全省第6位。", {"第6位": "居"}),
    example("综合实力位列全国百强县第82位。", {"第82位": "位列"}),
    example("新建了15所幼儿园。", {"15所": "新建"}),
    example("先后组织开展专题调研18次。", {"18次": "组织开展"}),
    example("共受理行政复议案件126件。", {"126件": "受理"}),
    example("累计投入帮扶资金近5亿元。", {"5亿元": "投入"}),
    example("制定了地方性法规6件。", {"6件": "制定"}),
    example("取消和下放行政审批事项38项。", {"38项": "取消和下放"}),
    example("粮食总产量42万吨。", {"42万吨": None}),
    example("经济总量超过600亿元。", {"600亿元": "超过"}),
    example("市场主体突破18万户。", {"18万户": "突破"}),
    example("验收合格率不低于98%。", {"98%": "不低于"}),
    example("城镇调查失业率在5.3%以下。", {"5.3%": "在"}),
    example("居民消费价格涨幅控制在3%以内。", {"3%": "控制在"}),
    example("森林覆盖率稳定在58%。", {"58%": "稳定在"}),
    example("城镇调查失业率平均值为5.1%。", {"5.1%": "为"}),
    example("报销比例由60%提高到75%。", {"60%": None, "75%": "提高到"}),
    example("审结民事案件2.1万件、行政案件430件。", {"2.1万件": "审结", "430件": "审结"}),
    example("832户脱贫户全部住进新居。", {"832户": "住进"}, wrong="the verb behind number + noun is not the predicate"),
    example(
        "全省3.4万贫困人口实现脱贫。", {"3.4万": "实现脱贫"}, wrong="the verb behind number + noun is not the predicate"
    ),
    example("城镇新增就业1.2万人。", {"1.2万人": "新增"}, wrong="a fixed statistic loses its verb or its name"),
    example("实际使用外资3.2亿美元。", {"3.2亿美元": "使用"}, wrong="a fixed statistic loses its verb or its name"),
    example("政府接獲投訴二百六十宗。", {"二百六十宗": "接獲"}),
    example("一九五五年兴修水库十八座。", {"十八座": "兴修"}),
]


@pytest.mark.parametrize(("text", "expected"), PREDICATES)
def test_predicate(find_facts: FindFacts, text: str, expected: dict[str, str | None]) -> None:
    assert readings(find_facts(text), "predicate") == pairs(expected)


INDICATORS = [
    # verb and object
    example("修建乡村公路126公里。", {"126公里": "乡村公路"}),
    example("全市共新建污水处理厂12座。", {"12座": "污水处理厂"}),
    example("查处食品安全违法案件86起。", {"86起": "食品安全违法案件"}),
    example("举办各类招聘会64场。", {"64场": "招聘会"}, wrong="各类 is kept"),
    example("为企业减免社会保险费2.6亿元。", {"2.6亿元": "社会保险费"}),
    # subject and verb
    example("粮食总产量达到42万吨。", {"42万吨": "粮食总产量"}),
    example("全市常住人口城镇化率达到65%。", {"65%": "常住人口城镇化率"}),
    example("我县农村自来水普及率提高到95%。", {"95%": "农村自来水普及率"}),
    example("到去年底，全区高新技术企业总数达到312家。", {"312家": "高新技术企业总数"}),
    example("地级及以上城市空气质量优良天数比例为86.5%。", {"86.5%": "地级及以上城市空气质量优良天数比例"}),
    example("粮食产量42万吨。", {"42万吨": "粮食产量"}),
    # number before noun
    example("办理了36件代表建议。", {"36件": "代表建议"}),
    example(
        "解决了3.2万农村人口的饮水安全问题。", {"3.2万": "农村人口"}, wrong="number + noun + 的: the indicator runs on"
    ),
    example("1260名基层干部参加了培训。", {"1260名": "基层干部"}),
    example("取消311项行政审批事项。", {"311项": "行政审批事项"}),
    example("三分之一的规上企业设立了研发机构。", {"三分之一": "规上企业"}),
    # the action itself
    example("走访慰问320次。", {"320次": "走访慰问"}),
    example("召开主任会议21次。", {"21次": "主任会议"}),
    example("开展执法检查、代表视察和专题调研86次。", {"86次": "执法检查、代表视察和专题调研"}),
    # carried
    example("外贸进出口完成2.3亿元，同比增长3%。", {"2.3亿元": "外贸进出口", "3%": "外贸进出口"}),
    example("新建厂房62万平方米，同比增长21%。", {"62万平方米": "厂房", "21%": "厂房"}),
    example("贫困发生率下降5.2个百分点，降至1.1%。", {"5.2个百分点": "贫困发生率", "1.1%": "贫困发生率"}),
    example("收到代表建议186件，办结179件。", {"186件": "代表建议", "179件": "代表建议"}),
    example("共有社区食堂46个，今年再新建15个。", {"46个": "社区食堂", "15个": "社区食堂"}),
    example(
        "工业投资增长12%，增幅比上年提高3.1个百分点。",
        {"12%": "工业投资", "3.1个百分点": "工业投资增幅"},
        wrong="增幅 or 增速 alone is not joined to the carried indicator",
    ),
    example("进出口总额86亿元，居全省第4位。", {"86亿元": "进出口总额", "第4位": "进出口总额"}),
    # from … to …
    example("报销比例由60%提高到75%。", {"60%": "报销比例", "75%": "报销比例"}),
    example("规上企业从86家增加到142家。", {"86家": "规上企业", "142家": "规上企业"}),
    example("贫困发生率由2015年的11.2%降至0.8%。", {"11.2%": "贫困发生率", "0.8%": "贫困发生率"}),
    # shares
    example("税收收入占财政收入的71%。", {"71%": "税收收入"}),
    example("服务业增加值占地区生产总值比重为52.1%。", {"52.1%": "服务业增加值占地区生产总值比重"}),
    example("制造业增加值占地区生产总值的比重提高到31%。", {"31%": "制造业增加值占地区生产总值的比重"}),
    example("新能源汽车产量2.6万辆，占汽车产量的四成。", {"2.6万辆": "新能源汽车产量", "四成": "新能源汽车产量"}),
    # ranks
    example("专利授权量居全省首位。", {"首位": "专利授权量"}),
    example(
        "专利授权量由全省第9位上升到第5位。",
        {"第9位": "专利授权量", "第5位": "专利授权量"},
        wrong="a particle, adverb or modal stays in the predicate or the indicator",
    ),
    # durations
    example("连续五年听取法治政府建设情况报告。", {"五年": "法治政府建设情况报告"}),
    example("粮食产量连续三年增产。", {"三年": "粮食产量"}),
    example("停滞6年的旧城改造项目重新启动。", {"6年": "旧城改造项目"}, wrong="连续N年 or N年的 takes the wrong noun"),
    example("历时14个月建成南湖大桥。", {"14个月": "南湖大桥"}),
    # per head, per year
    example("农村居民人均可支配收入突破2万元。", {"2万元": "农村居民人均可支配收入"}),
    example("公用经费年均增长3.6%。", {"3.6%": "公用经费"}),
    example("人均公园绿地面积达到14.2平方米。", {"14.2平方米": "人均公园绿地面积"}),
    example("农民平均每人的口粮增加三十五斤。", {"三十五斤": "农民平均每人的口粮"}),
    # of which
    example("财政收入32亿元，其中税收收入21亿元。", {"32亿元": "财政收入", "21亿元": "税收收入"}),
    example("新建公路86公里，其中高速公路24公里。", {"86公里": "公路", "24公里": "高速公路"}),
    # fixed statistics
    example("城镇新增就业1.2万人。", {"1.2万人": "城镇新增就业"}),
    example("实际使用外资3.2亿美元，增长15%。", {"3.2亿美元": "实际使用外资", "15%": "实际使用外资"}),
    example("实际利用外资3.2亿美元。", {"3.2亿美元": "实际利用外资"}),
    # other genres
    example("提起公诉电信网络诈骗犯罪嫌疑人312人。", {"312人": "电信网络诈骗犯罪嫌疑人"}),
    example("發出牌照四百二十個。", {"四百二十個": "牌照"}),
    example("全省小学在校学生达五万三千人。", {"五万三千人": "小学在校学生"}),
]


@pytest.mark.parametrize(("text", "expected"), INDICATORS)
def test_indicator(find_facts: FindFacts, text: str, expected: dict[str, str | None]) -> None:
    assert readings(find_facts(text), "indicator") == pairs(expected)
