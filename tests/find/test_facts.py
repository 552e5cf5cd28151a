"""Whole sentences: every field of every fact."""

from decimal import Decimal

import pytest

from tests.find.examples import FindFacts, Reading, count, example, measure, money, percent, point, reading, whole

UP, DOWN = "increase", "decrease"

SENTENCES = [
    # work reports of counties, cities and provinces
    example(
        "2023年，全县地区生产总值完成186.4亿元，增长6.2%；一般公共预算收入12.7亿元，同比增长8.1%，"
        "其中税收收入9.3亿元，占一般公共预算收入的73.2%。",
        [
            money("186.4亿元", 18640000000, "地区生产总值", "完成", time="2023年"),
            percent("6.2%", "6.2", "地区生产总值", "增长", change=UP, time="2023年"),
            money("12.7亿元", 1270000000, "一般公共预算收入", None, time="2023年"),
            percent("8.1%", "8.1", "一般公共预算收入", "增长", change=UP, time="2023年", baseline="同比"),
            money("9.3亿元", 930000000, "税收收入", None, time="2023年"),
            percent("73.2%", "73.2", "税收收入", "占", time="2023年"),
        ],
    ),
    example(
        "进出口总额达到214亿元，增长11.3%，增速居全省第4位。",
        [
            money("214亿元", 21400000000, "进出口总额", "达到"),
            percent("11.3%", "11.3", "进出口总额", "增长", change=UP),
            reading("第4位", "rank", 4, "位", "进出口总额增速", "居"),
        ],
        wrong="增幅 or 增速 alone is not joined to the carried indicator",
    ),
    example(
        "规上工业企业达到126家，较2020年净增38家。",
        [
            count("126家", 126, "家", "规上工业企业", "达到"),
            count("38家", 38, "家", "规上工业企业", "净增", change=UP, baseline="较2020年"),
        ],
    ),
    example(
        "城镇新增就业1.82万人，城镇登记失业率控制在3.5%以内。",
        [
            count("1.82万人", 18200, "人", "城镇新增就业", "新增", change=UP),
            percent("3.5%", "3.5", "城镇登记失业率", "控制在", bound="at_most"),
        ],
    ),
    example(
        "投入资金4200万元，改造老旧小区36个、楼栋214栋，惠及居民1.1万户。",
        [
            money("4200万元", 42000000, "资金", "投入"),
            count("36个", 36, "个", "老旧小区", "改造"),
            count("214栋", 214, "栋", "楼栋", "改造"),
            count("1.1万户", 11000, "户", "居民", "惠及"),
        ],
    ),
    example(
        "12个贫困村全部退出，3.4万贫困人口实现脱贫。",
        [count("12个", 12, "个", "贫困村", "退出"), count("3.4万", 34000, None, "贫困人口", "实现脱贫")],
    ),
    example(
        "减少贫困人口2.3万人，贫困发生率从8.4%降至1.2%。",
        [
            count("2.3万人", 23000, "人", "贫困人口", "减少", change=DOWN),
            percent("8.4%", "8.4", "贫困发生率", None),
            percent("1.2%", "1.2", "贫困发生率", "降至"),
        ],
    ),
    example(
        "空气质量优良天数比例达到89.3%，同比提高1.6个百分点，细颗粒物平均浓度下降8.6%，降至34微克/立方米。",
        [
            percent("89.3%", "89.3", "空气质量优良天数比例", "达到"),
            point("1.6个百分点", "1.6", "空气质量优良天数比例", "提高", change=UP, baseline="同比"),
            percent("8.6%", "8.6", "细颗粒物平均浓度", "下降", change=DOWN, baseline="同比"),
            measure("34微克/立方米", 34, "微克/立方米", "细颗粒物平均浓度", "降至"),
        ],
    ),
    example(
        "粮食产量连续五年增产，稳定在40万吨以上。",
        [
            reading("五年", "duration", 5, "年", "粮食产量", "增产"),
            measure("40万吨", 400000, "吨", "粮食产量", "稳定在", bound="at_least"),
        ],
    ),
    example(
        "税费改革使农民负担减轻三分之一以上。",
        [reading("三分之一", "ratio", "0.3333", None, "农民负担", "减轻", change=DOWN, bound="at_least")],
    ),
    example(
        "旅游收入比2019年翻一番。",
        [reading("翻一番", "multiple", 2, None, "旅游收入", None, change=UP, baseline="比2019年")],
    ),
    example(
        "历时26个月建成的南湖大桥正式通车。",
        [reading("26个月", "duration", 26, "个月", "南湖大桥", "历时")],
        wrong="连续N年 or N年的 takes the wrong noun",
    ),
    example(
        "服务业增加值占地区生产总值比重由45.1%提高到48.3%。",
        [
            percent("45.1%", "45.1", "服务业增加值占地区生产总值比重", None),
            percent("48.3%", "48.3", "服务业增加值占地区生产总值比重", "提高到"),
        ],
    ),
    example(
        "居民医保财政补助标准由每人每年610元提高到640元。",
        [
            money("610元", 610, "居民医保财政补助标准", None),
            money("640元", 640, "居民医保财政补助标准", "提高到"),
        ],
    ),
    example(
        "实际使用外资3.2亿美元，增长15%。",
        [
            reading("3.2亿美元", "money", 320000000, "美元", "实际使用外资", "使用"),
            percent("15%", 15, "实际使用外资", "增长", change=UP),
        ],
    ),
    # people's congresses, courts, procuratorates
    example(
        "一年来，常委会共召开常委会会议9次、主任会议21次，听取审议专项工作报告18项，作出决议决定12项。",
        [
            count("9次", 9, "次", "常委会会议", "召开", time="一年来"),
            count("21次", 21, "次", "主任会议", "召开", time="一年来"),
            count("18项", 18, "项", "专项工作报告", "听取审议", time="一年来"),
            count("12项", 12, "项", "决议决定", "作出", time="一年来"),
        ],
    ),
    example(
        "共收到代表建议186件（其中重点建议23件），已办结179件，办结率96.2%。",
        [
            count("186件", 186, "件", "代表建议", "收到"),
            count("23件", 23, "件", "重点建议", "收到"),
            count("179件", 179, "件", "代表建议", "办结"),
            percent("96.2%", "96.2", "办结率", None),
        ],
        wrong="a bracketed part does not take the verb before it, or its noun is carried on after it",
    ),
    example(
        "全市法院收案8.62万件，结案8.31万件，同比分别上升5.4%和6.7%。",
        [
            count("8.62万件", 86200, "件", "收案", None),
            count("8.31万件", 83100, "件", "结案", None),
            percent("5.4%", "5.4", "收案", "上升", change=UP, baseline="同比"),
            percent("6.7%", "6.7", "结案", "上升", change=UP, baseline="同比"),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    example(
        "批准逮捕各类犯罪嫌疑人423人，提起公诉1126人。",
        [
            count("423人", 423, "人", "犯罪嫌疑人", "批准逮捕"),
            count("1126人", 1126, "人", "犯罪嫌疑人", "提起公诉"),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    # budgets, communiqués
    example(
        "2024年，全区一般公共预算收入安排38.5亿元，比上年执行数增长5%；一般公共预算支出安排96.2亿元，下降2.1%。",
        [
            money("38.5亿元", 3850000000, "一般公共预算收入", "安排", status="target", time="2024年"),
            percent(
                "5%", 5, "一般公共预算收入", "增长", change=UP, status="target", time="2024年", baseline="比上年执行数"
            ),
            money("96.2亿元", 9620000000, "一般公共预算支出", "安排", status="target", time="2024年"),
            percent(
                "2.1%",
                "2.1",
                "一般公共预算支出",
                "下降",
                change=DOWN,
                status="target",
                time="2024年",
                baseline="比上年执行数",
            ),
        ],
        wrong="安排 of a budget item is no target cue",
    ),
    example(
        "财政赤字率拟按3%左右安排，比上年提高0.2个百分点。",
        [
            percent("3%", 3, "财政赤字率", "安排", bound="about", status="target"),
            point("0.2个百分点", "0.2", "财政赤字率", "提高", change=UP, status="target", baseline="比上年"),
        ],
    ),
    example(
        "年末全市常住人口268.4万人，比上年末减少1.2万人，其中城镇常住人口181.6万人，占总人口比重为67.66%，"
        "比上年末提高0.73个百分点。",
        [
            count("268.4万人", 2684000, "人", "常住人口", None, time="年末"),
            count("1.2万人", 12000, "人", "常住人口", "减少", change=DOWN, time="年末", baseline="比上年末"),
            count("181.6万人", 1816000, "人", "城镇常住人口", None, time="年末"),
            percent("67.66%", "67.66", "城镇常住人口占总人口比重", "为", time="年末"),
            point(
                "0.73个百分点",
                "0.73",
                "城镇常住人口占总人口比重",
                "提高",
                change=UP,
                time="年末",
                baseline="比上年末",
            ),
        ],
    ),
    example(
        "初步核算，全年全市生产总值1286.3亿元，比上年增长5.7%。第一产业增加值142.5亿元，增长3.9%。",
        [
            money("1286.3亿元", 128630000000, "生产总值", None, status="estimate", time="全年"),
            percent("5.7%", "5.7", "生产总值", "增长", change=UP, status="estimate", time="全年", baseline="比上年"),
            money("142.5亿元", 14250000000, "第一产业增加值", None),
            percent("3.9%", "3.9", "第一产业增加值", "增长", change=UP),
        ],
    ),
    # plans, circulars, news
    example(
        "到2030年，全市森林覆盖率达到61.5%以上，单位地区生产总值能耗比2025年降低12%，新建改建农村公路1500公里。",
        [
            percent("61.5%", "61.5", "森林覆盖率", "达到", bound="at_least", status="target", time="到2030年"),
            percent(
                "12%",
                12,
                "单位地区生产总值能耗",
                "降低",
                change=DOWN,
                status="target",
                time="到2030年",
                baseline="比2025年",
            ),
            measure("1500公里", 1500, "公里", "农村公路", "新建改建", status="target", time="到2030年"),
        ],
    ),
    example(
        "各乡镇要确保6月底前完成改厕任务2300户，验收合格率不低于98%。",
        [
            count("2300户", 2300, "户", "改厕任务", "完成", status="target", time="6月底前"),
            percent("98%", 98, "验收合格率", "不低于", bound="at_least", status="target", time="6月底前"),
        ],
    ),
    example(
        "目前，全县已收获小麦32.6万亩，占应收面积的九成。",
        [
            measure("32.6万亩", 326000, "亩", "小麦", "收获", time="目前"),
            percent("九成", 90, "小麦", "占", time="目前"),
        ],
    ),
    # 1950s–80s
    example(
        "一九五六年，全省粮食总产量计划达到九十二亿斤，比一九五五年增产百分之十一。",
        [
            measure("九十二亿斤", 9200000000, "斤", "粮食总产量", "达到", status="target", time="一九五六年"),
            percent(
                "百分之十一",
                11,
                "粮食总产量",
                "增产",
                change=UP,
                status="target",
                time="一九五六年",
                baseline="比一九五五年",
            ),
        ],
    ),
    example(
        "五年来，全地区工业总产值平均每年递增百分之八点四，农民人均纯收入由一九七八年的八十六元提高到二百一十三元。",
        [
            percent("百分之八点四", "8.4", "工业总产值", "递增", change=UP, time="五年来"),
            money("八十六元", 86, "农民人均纯收入", None, time="一九七八年"),
            money("二百一十三元", 213, "农民人均纯收入", "提高到", time="五年来"),
        ],
    ),
    example(
        "粮食平均亩产四百二十斤，比上年增加三十五斤。",
        [
            measure("四百二十斤", 420, "斤", "粮食平均亩产", None),
            measure("三十五斤", 35, "斤", "粮食平均亩产", "增加", change=UP, baseline="比上年"),
        ],
    ),
    # Hong Kong
    example(
        "政府將於2026-27年度提供約1 200個單位。",
        [count("1200個", 1200, "個", "單位", "提供", bound="about", status="target", time="2026-27年度")],
    ),
    example(
        "去年共批出貸款十二億元，較前年增加百分之八。",
        [
            money("十二億元", 1200000000, "貸款", "批出", time="去年"),
            percent("百分之八", 8, "貸款", "增加", change=UP, time="去年", baseline="較前年"),
        ],
    ),
]


LONGER = [
    example(
        "五年来，全省累计化解不良贷款316亿元，压减钢铁产能480万吨，高技术产业增加值占规上工业比重从9.8%提升到16.4%。",
        [
            money("316亿元", 31600000000, "不良贷款", "化解", time="五年来"),
            measure("480万吨", 4800000, "吨", "钢铁产能", "压减", change=DOWN, time="五年来"),
            percent("9.8%", "9.8", "高技术产业增加值占规上工业比重", None, time="五年来"),
            percent("16.4%", "16.4", "高技术产业增加值占规上工业比重", "提升到", time="五年来"),
        ],
    ),
    example(
        "新建改扩建中小学校26所，新增学位2.4万个，学前教育普惠率达到91.2%，比2018年提高8.7个百分点。",
        [
            count("26所", 26, "所", "中小学校", "新建改扩建"),
            count("2.4万个", 24000, "个", "学位", "新增", change=UP),
            percent("91.2%", "91.2", "学前教育普惠率", "达到"),
            point("8.7个百分点", "8.7", "学前教育普惠率", "提高", change=UP, baseline="比2018年"),
        ],
        wrong="a fixed statistic loses its verb or its name",
    ),
    example(
        "全年减税降费18.6亿元，发放小微企业贷款210亿元、增长14%，解决企业用工问题1360个。",
        [
            money("18.6亿元", 1860000000, "减税降费", None, time="全年"),
            money("210亿元", 21000000000, "小微企业贷款", "发放", time="全年"),
            percent("14%", 14, "小微企业贷款", "增长", change=UP, time="全年"),
            count("1360个", 1360, "个", "企业用工问题", "解决", time="全年"),
        ],
    ),
    example(
        "去年，常委会制定法规4件、修改7件、废止2件，备案审查规范性文件136件，督促纠正12件。",
        [
            count("4件", 4, "件", "法规", "制定", time="去年"),
            count("7件", 7, "件", "法规", "修改", time="去年"),
            count("2件", 2, "件", "法规", "废止", time="去年"),
            count("136件", 136, "件", "规范性文件", "备案审查", time="去年"),
            count("12件", 12, "件", "规范性文件", "督促纠正", time="去年"),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    example(
        "依法审结金融纠纷案件3120件，涉案金额46.8亿元；执结案件2.3万件，执行到位金额31亿元。",
        [
            count("3120件", 3120, "件", "金融纠纷案件", "审结"),
            money("46.8亿元", 4680000000, "涉案金额", None),
            count("2.3万件", 23000, "件", "案件", "执结"),
            money("31亿元", 3100000000, "执行到位金额", None),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    example(
        "起诉破坏环境资源犯罪86人，办理公益诉讼案件142件，发出检察建议97份，整改率达100%。",
        [
            count("86人", 86, "人", "破坏环境资源犯罪", "起诉"),
            count("142件", 142, "件", "公益诉讼案件", "办理"),
            count("97份", 97, "份", "检察建议", "发出"),
            percent("100%", 100, "整改率", "达"),
        ],
    ),
    example(
        "全市财政总收入突破300亿元，达到312.6亿元，是2018年的1.8倍。",
        [
            money("300亿元", 30000000000, "财政总收入", "突破", bound="over"),
            money("312.6亿元", 31260000000, "财政总收入", "达到"),
            reading("1.8倍", "multiple", "1.8", "倍", "财政总收入", "是", baseline="2018年"),
        ],
    ),
    example(
        "今年主要预期目标是：地区生产总值增长6.5%左右；居民消费价格涨幅控制在2%左右；单位地区生产总值能耗降低2.5%。",
        [
            percent("6.5%", "6.5", "地区生产总值", "增长", change=UP, status="target", bound="about", time="今年"),
            percent("2%", 2, "居民消费价格涨幅", "控制在", change=UP, status="target", bound="about", time="今年"),
            percent("2.5%", "2.5", "单位地区生产总值能耗", "降低", change=DOWN, status="target", time="今年"),
        ],
    ),
    example(
        "今年，我们要建成高标准农田5万亩，新改建农村公路200公里，让3万名群众喝上放心水。",
        [
            measure("5万亩", 50000, "亩", "高标准农田", "建成", status="target", time="今年"),
            measure("200公里", 200, "公里", "农村公路", "新改建", status="target", time="今年"),
            count("3万名", 30000, "名", "群众", "喝上", status="target", time="今年"),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    example(
        "12条黑臭水体全部消除，国考断面优良水体比例提高20个百分点，达到100%。",
        [
            count("12条", 12, "条", "黑臭水体", "消除"),
            point("20个百分点", 20, "国考断面优良水体比例", "提高", change=UP),
            percent("100%", 100, "国考断面优良水体比例", "达到"),
        ],
    ),
    example(
        "年末金融机构本外币各项存款余额3126.5亿元，比年初增加246.8亿元；各项贷款余额2648.2亿元，比年初增加211.4亿元。",
        [
            money("3126.5亿元", 312650000000, "金融机构本外币各项存款余额", None, time="年末"),
            money(
                "246.8亿元",
                24680000000,
                "金融机构本外币各项存款余额",
                "增加",
                change=UP,
                time="年末",
                baseline="比年初",
            ),
            money("2648.2亿元", 264820000000, "各项贷款余额", None, time="年末"),
            money("211.4亿元", 21140000000, "各项贷款余额", "增加", change=UP, time="年末", baseline="比年初"),
        ],
    ),
    example(
        "全县一般公共预算收入完成9.86亿元，比上年增收6300万元，增长6.8%。",
        [
            money("9.86亿元", 986000000, "一般公共预算收入", "完成"),
            money("6300万元", 63000000, "一般公共预算收入", "增收", change=UP, baseline="比上年"),
            percent("6.8%", "6.8", "一般公共预算收入", "增长", change=UP, baseline="比上年"),
        ],
    ),
    example(
        "白河市昨日发布的数据显示，上半年全市快递业务量2.6亿件，同比增长31.2%，快递业务收入18.4亿元。",
        [
            count("2.6亿件", 260000000, "件", "快递业务量", None, time="上半年"),
            percent("31.2%", "31.2", "快递业务量", "增长", change=UP, time="上半年", baseline="同比"),
            money("18.4亿元", 1840000000, "快递业务收入", None, time="上半年"),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    example(
        "为1.2万户企业减免税费6.8亿元，发放稳岗补贴3100万元、惠及职工4.6万人。",
        [
            count("1.2万户", 12000, "户", "企业", None),
            money("6.8亿元", 680000000, "税费", "减免"),
            money("3100万元", 31000000, "稳岗补贴", "发放"),
            count("4.6万人", 46000, "人", "职工", "惠及"),
        ],
        wrong="a verb is taken out of a compound noun, or a noun out of a compound verb",
    ),
    example(
        "累计选派驻村工作队员1260名，结对帮扶困难家庭3400户，落实帮扶项目218个。",
        [
            count("1260名", 1260, "名", "驻村工作队员", "选派"),
            count("3400户", 3400, "户", "困难家庭", "结对帮扶"),
            count("218个", 218, "个", "帮扶项目", "落实"),
        ],
    ),
    example(
        "建成区绿化覆盖率由41%提高到43%，人均公园绿地面积增加1.2平方米、达到15平方米。",
        [
            percent("41%", 41, "建成区绿化覆盖率", None),
            percent("43%", 43, "建成区绿化覆盖率", "提高到"),
            measure("1.2平方米", "1.2", "平方米", "人均公园绿地面积", "增加", change=UP),
            measure("15平方米", 15, "平方米", "人均公园绿地面积", "达到"),
        ],
    ),
    example(
        "綠化地區會由八個增至十五個，新增樹木約三萬棵。",
        [
            count("八個", 8, "個", "綠化地區", None),
            count("十五個", 15, "個", "綠化地區", "增至", status="target"),
            count("三萬棵", 30000, "棵", "樹木", "新增", change=UP, status="target", bound="about"),
        ],
        wrong="traditional 將會, 會 is no target cue, or the unit is simplified",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SENTENCES, *LONGER])
def test_sentence(find_facts: FindFacts, text: str, expected: list[Reading]) -> None:
    assert [whole(fact) for fact in find_facts(text)] == expected


ACCEPTANCE = (
    "全年地区生产总值增长5.2%左右，一般公共预算收入完成2.3万亿元，同比增长3%；新增就业1186万人以上；"
    "制定地方性法规19部，开展执法检查、代表视察和专题调研201次；粮食产量稳定在1.3万亿斤以上；二○三五年远景目标；"
    "三分之一以上的企业；城乡居民收入分别增长4.8%和6.3%。"
)


def test_acceptance(find_facts: FindFacts) -> None:
    facts = find_facts(ACCEPTANCE)
    found = [(fact.text, fact.value, fact.unit, fact.bound, fact.indicator, fact.change) for fact in facts]
    assert found == [
        ("5.2%", Decimal("5.2"), "%", "about", "地区生产总值", UP),
        ("2.3万亿元", Decimal(2300000000000), "元", "exact", "一般公共预算收入", None),
        ("3%", Decimal(3), "%", "exact", "一般公共预算收入", UP),
        ("1186万人", Decimal(11860000), "人", "at_least", "新增就业", UP),
        ("19部", Decimal(19), "部", "exact", "地方性法规", None),
        ("201次", Decimal(201), "次", "exact", "执法检查、代表视察和专题调研", None),
        ("1.3万亿斤", Decimal(1300000000000), "斤", "at_least", "粮食产量", None),
        ("三分之一", Decimal("0.3333"), None, "at_least", "企业", None),
        ("4.8%", Decimal("4.8"), "%", "exact", "城镇居民收入", UP),
        ("6.3%", Decimal("6.3"), "%", "exact", "农村居民收入", UP),
    ]
    assert (facts[0].time, facts[2].baseline) == ("全年", "同比")


@pytest.mark.parametrize(
    "text",
    [
        ACCEPTANCE,
        "　　全市新建公办幼儿\n园 18 所，\r\n　　改造卫生院12\n家。\n",
        "筹集资金２１，５００，０００元；培训６２０人。",
        "小學和中學學額分別增加六百個和四百個。",
    ],
    ids=str,
)
def test_places(find_facts: FindFacts, text: str) -> None:
    """Offsets are into the text as decoded; `text` is the span without white space; records stand in order."""
    facts = find_facts(text)
    assert facts
    for fact in facts:
        assert "".join(text[fact.start : fact.end].split()) == fact.text
        assert text.splitlines()[fact.line - 1][fact.column - 1] == text[fact.start]
    assert [(fact.start, fact.end) for fact in facts] == sorted((fact.start, fact.end) for fact in facts)
