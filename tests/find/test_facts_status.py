"""Done, aimed at or estimated: the fact's own cue, the head of its list, the heading above it."""

import pytest

from tests.find.examples import FindFacts, example, pairs, readings

DONE, AIM, GUESS = "actual", "target", "estimate"

CUES = [
    example("全市新建公办幼儿园18所。", {"18所": DONE}),
    example("全市确保新建公办幼儿园18所。", {"18所": AIM}),
    example("力争规上工业增加值增长8%。", {"8%": AIM}),
    example("争取引进投资项目30个。", {"30个": AIM}),
    example("我们将改造背街小巷120条。", {"120条": AIM}),
    example("今年要新增停车泊位2600个。", {"2600个": AIM}),
    example("今年计划改造老旧小区45个。", {"45个": AIM}),
    example("记者获悉，该市今年拟新增公交线路6条。", {"6条": AIM}),
    example("今年经济增长预期6%左右。", {"6%": AIM}),
    example("今年经济增长的预期目标是6%左右。", {"6%": AIM}),
    example("到2030年，森林覆盖率达到62%。", {"62%": AIM}),
    example("明年，新建公办幼儿园12所。", {"12所": AIM}),
    example("今后五年，地区生产总值年均增长6%以上。", {"6%": AIM}),
    example("财政赤字率拟按3%左右安排。", {"3%": AIM}),
    example("拟安排地方政府专项债券42亿元。", {"42亿元": AIM}),
    example("预计全年接待游客820万人次。", {"820万人次": GUESS}),
    example("全年外贸进出口有望突破100亿元。", {"100亿元": GUESS}),
    example("初步核算，全市生产总值1286.3亿元，增长5.7%。", {"1286.3亿元": GUESS, "5.7%": GUESS}),
    example("社会消费品零售总额预计增长6%，固定资产投资预计增长7.5%。", {"6%": GUESS, "7.5%": GUESS}),
    example("已安排专项资金3.2亿元。", {"3.2亿元": DONE}),
    example("县财政安排了防汛资金860万元。", {"860万元": DONE}),
    example("全力确保了2300户受灾群众安全过冬。", {"2300户": DONE}),
    example("主要农产品产量达到42万吨。", {"42万吨": DONE}),
    example("全县重要水源地有12处。", {"12处": DONE}),
    example("去年，我们将审批时限由20个工作日压缩到7个工作日。", {"20个工作日": DONE, "7个工作日": DONE}),
    example("三年行动计划实施以来，新建公厕1200座。", {"1200座": DONE}),
    example("计划生育技术服务站达到46个。", {"46个": DONE}),
    example("我们如期实现了脱贫目标，12个贫困村全部退出。", {"12个": DONE}),
    example("要用好已建成的46个社区食堂，再新建15个。", {"46个": DONE, "15个": AIM}),
    example("去年完成投资82亿元，今年要完成90亿元。", {"82亿元": DONE, "90亿元": AIM}),
    example("今年赤字率拟从去年的2.6%提高到2.8%。", {"2.6%": DONE, "2.8%": AIM}),
    example("实际造林9.1万亩，超过原定8万亩的目标。", {"9.1万亩": DONE, "8万亩": AIM}),
    example("2023年一般公共预算收入完成46.2亿元，为预算的101.3%。", {"46.2亿元": DONE, "101.3%": DONE}),
    example("政府將會興建約8 000個單位。", {"8000個": AIM}),
    example("政府已撥款十二億元。", {"十二億元": DONE}),
    example("一九五八年计划生产生铁三万吨。", {"三万吨": AIM}),
]

LISTS = [
    example("报告提出物价涨幅要降到10%左右，实际回落到6%。", {"10%": AIM, "6%": DONE}),
    example("围绕上述目标，重点抓好以下工作：安排项目21个、总投资36亿元。", {"21个": AIM, "36亿元": AIM}),
    example(
        "今年要重点抓好三个方面的工作。\n一是扩大投资。新建学校6所。\n二是改善民生。改造小区42个，去年改造38个。\n",
        {"6所": AIM, "42个": AIM, "38个": DONE},
    ),
    example("收支相抵，结转下年支出2亿元。", {"2亿元": DONE}),
    example("在能耗累计下降12%的基础上，到2030年再降8%。", {"12%": DONE, "8%": AIM}),
    example("今年赤字率不变，主要是为了减税，全年减轻企业负担3亿元。", {"3亿元": AIM}),
    example("先后将23件草案向社会公布，收集意见400条。", {"23件": DONE, "400条": DONE}),
    example("政府會預留三億元推行先導計劃。", {"三億元": AIM}),
    example("首批800個單位將於明年落成。", {"800個": AIM}),
    example("完成投资32亿元，为年度计划的106%。", {"32亿元": DONE, "106%": DONE}),
    example(
        "今年经济社会发展主要预期目标是：地区生产总值增长6%左右；一般公共预算收入增长4%；城镇新增就业1.2万人。",
        {"6%": AIM, "4%": AIM, "1.2万人": AIM},
    ),
    example(
        "今年发展主要预期目标是：\n——地区生产总值增长6%以上；\n——一般公共预算收入增长5%；\n——居民收入增长7%。\n",
        {"6%": AIM, "5%": AIM, "7%": AIM},
    ),
    example(
        "今年要重点抓好以下工作：新建学校6所；改造老旧小区42个；疏浚河道36公里。",
        {"6所": AIM, "42个": AIM, "36公里": AIM},
    ),
    example(
        "“十五五”时期主要目标：研发经费投入强度达到2.6%，人均预期寿命提高到80岁，森林覆盖率稳定在58%。",
        {"2.6%": AIM, "80岁": AIM, "58%": AIM},
    ),
    example(
        "预计（下同），全年地区生产总值增长5.8%，规上工业增加值增长7%，社会消费品零售总额增长6.2%。",
        {"5.8%": GUESS, "7%": GUESS, "6.2%": GUESS},
    ),
    example(
        "预计全年实现地区生产总值320亿元，增长6%；城镇居民人均可支配收入4.1万元，增长5.5%。",
        {"320亿元": GUESS, "6%": GUESS, "4.1万元": GUESS, "5.5%": GUESS},
    ),
    example(
        "2024年预算草案：一般公共预算收入48亿元，增长4%；一般公共预算支出126亿元，下降1.5%。",
        {"48亿元": AIM, "4%": AIM, "126亿元": AIM, "1.5%": AIM},
    ),
    example(
        "2024年，一般公共预算收入安排48亿元，增长4%，其中税收收入36亿元，增长6%。",
        {"48亿元": AIM, "4%": AIM, "36亿元": AIM, "6%": AIM},
    ),
    example(
        "过去一年主要做了以下工作：新建学校6所；改造老旧小区42个；疏浚河道36公里。",
        {"6所": DONE, "42个": DONE, "36公里": DONE},
    ),
]

HEADINGS = [
    example(
        "一、2023年工作回顾\n\n新建高标准农田2万亩。\n\n二、2024年工作安排\n\n新建高标准农田3万亩。\n",
        {"2万亩": DONE, "3万亩": AIM},
    ),
    example(
        "一、过去五年的工作\n\n地区生产总值年均增长6.3%。\n\n二、今后五年的奋斗目标\n\n地区生产总值年均增长7%。\n",
        {"6.3%": DONE, "7%": AIM},
    ),
    example(
        "（一）2023年预算执行情况\n\n税收收入21亿元。\n\n（二）2024年预算草案\n\n税收收入23亿元。\n",
        {"21亿元": DONE, "23亿元": AIM},
    ),
    example("二、下一步工作打算\n\n组织开展执法检查3次。\n", {"3次": AIM}),
    example("三、2025年重点任务\n\n（一）壮大现代产业。培育专精特新企业20家。\n", {"20家": AIM}),
    example("二、主要目标\n\n农村自来水普及率达到95%。\n", {"95%": AIM}),
    example("二、2024年工作安排\n\n去年新建的12座水库已全部蓄水，再新建5座。\n", {"12座": DONE, "5座": AIM}),
    example("一、主要成绩\n\n农村自来水普及率达到92%。\n", {"92%": DONE}),
]


DATED = [
    example("到2030年，森林覆盖率达到62%。", ("2026-01-15", AIM)),
    example("到2022年底，森林覆盖率达到59%。", ("2023-01-15", DONE)),
    example("2027年，森林覆盖率达到61%。", ("2025-01-15", AIM)),
    example("2024年，森林覆盖率达到60%。", ("2025-01-15", DONE)),
    example("到一九八二年底，森林覆盖率达到百分之三十。", ("1983-06-06", DONE)),
    example("到一九八五年，森林覆盖率达到百分之三十。", ("1978-02-26", AIM)),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_status_by_date(find_facts: FindFacts, text: str, expected: tuple[str, str]) -> None:
    """A level reached by a year to come is a target."""
    date, status = expected
    assert [fact.status for fact in find_facts(text, date)] == [status]


@pytest.mark.parametrize(("text", "expected"), [*CUES, *LISTS, *HEADINGS])
def test_status(find_facts: FindFacts, text: str, expected: dict[str, str]) -> None:
    assert readings(find_facts(text), "status") == pairs(expected)
