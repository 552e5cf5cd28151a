"""Quantities by their shape: text, kind, value or range, unit. And numbers that measure nothing."""

import pytest

from govtext import Extractor, Lexicon
from govtext.clean import fold
from govtext.find.passages import Passages
from govtext.find.quantities import Quantity, find_quantities
from govtext.find.times import find_times
from tests.tables import Table, case

FOUND: Table = [
    # Arabic digits, decimals, thousands, full width
    case("新建厂房126座", ["126座 count 126 座"]),
    case("新建厂房１２６座", ["126座 count 126 座"]),
    case("铺设管网４５．５公里", ["45.5公里 measure 45.5 公里"]),
    case("接待来访1,100人次", ["1,100人次 count 1100 人次"]),
    case("常住居民１６４，３００人", ["164，300人 count 164300 人"]),
    case("完成投资47.264287亿元", ["47.264287亿元 money 4726428700 元"]),
    case("引资100000万美元", ["100000万美元 money 1000000000 美元"]),
    # 万, 亿, 万亿, mixed
    case("帮扶2.3万户", ["2.3万户 count 23000 户"]),
    case("总量突破2.3万亿元", ["2.3万亿元 money 2300000000000 元"]),
    case("存款达到二十万亿元", ["二十万亿元 money 20000000000000 元"]),
    case("贷款余额1万5千亿元", ["1万5千亿元 money 1500000000000 元"]),
    case("拨付5万4千6百元", ["5万4千6百元 money 54600 元"]),
    case("补助3万4000元", ["3万4000元 money 34000 元"]),
    case("种植一亿零九百万亩", ["一亿零九百万亩 measure 109000000 亩"]),
    case("覆盖三万万人", ["三万万人 count 300000000 人"]),
    # Chinese
    case("修建水窖一万二千眼", ["一万二千眼 count 12000 眼"]),
    case("修建水窖两千三百零五眼", ["两千三百零五眼 count 2305 眼"]),
    case("修桥廿五座", ["廿五座 count 25 座"]),
    case("奖励壹万贰仟元", ["壹万贰仟元 money 12000 元"]),
    case("年产量达十五点八万吨", ["十五点八万吨 measure 158000 吨"]),
    # per cent and its kin
    case("同比增长5.2%", ["5.2% percent 5.2 %"]),
    case("同比增长５．２％", ["5.2% percent 5.2 %"]),
    case("增长百分之十二点五", ["百分之十二点五 percent 12.5 %"]),
    case("合格率达到百分之百", ["百分之百 percent 100 %"]),
    case("下降百分之三点五左右", ["百分之三点五 percent 3.5 %"]),
    case("自然增长率为6.5‰", ["6.5‰ percent 6.5 ‰"]),
    case("死亡率为千分之三", ["千分之三 percent 0.3 %"]),
    case("误差不超过万分之五", ["万分之五 percent 0.05 %"]),
    case("占比超过两成", ["两成 percent 20 %"]),
    case("占比接近两成半", ["两成半 percent 25 %"]),
    case("提高0.11个百分点", ["0.11个百分点 point 0.11 百分点"]),
    case("下调25个基点", ["25个基点 point 25 基点"]),
    case("增速为负0.2%", ["负0.2% percent -0.2 %"]),
    case("气温降至零下", []),
    # fractions, halves, multiples
    case("三分之一以上的乡镇", ["三分之一 ratio 0.3333 -"]),
    case("达到五又三分之一", ["五又三分之一 ratio 5.3333 -"]),
    case("占全市的一半以上", ["一半 ratio 0.5 -"]),
    case("占比过半，", ["半 ratio 0.5 -"]),
    case("是二〇一五年的2.5倍", ["2.5倍 multiple 2.5 倍"]),
    case("增长一倍半", ["一倍半 multiple 1.5 倍"]),
    case("产值翻了一番", ["翻了一番 multiple 2 -"]),
    case("收入翻两番", ["翻两番 multiple 4 -"]),
    case("结构优化为9.5：45.2：45.3", ["9.5 ratio 9.5 -", "45.2 ratio 45.2 -", "45.3 ratio 45.3 -"]),
    # vague
    case("走访180余次", ["180余次 count 180+ 次"]),
    case("投入2亿多元", ["2亿多元 money 200000000+ 元"]),
    case("惠及100多万人", ["100多万人 count 1000000+ 人"]),
    case("困扰三年多的难题", ["三年多 duration 3+ 年"]),
    case("聚集十几万人", ["十几万人 count 100000+ 人"]),
    case("引进几十个项目", ["几十个 count 20..90 个"]),
    case("带动数百家企业", ["数百家 count 200..900 家"]),
    case("吸引上百家企业", ["上百家 count 100+ 家"]),
    case("种树七八千棵", ["七八千棵 count 7000..8000 棵"]),
    case("打井五六十眼", ["五六十眼 count 50..60 眼"]),
    case("发放三四十万元", ["三四十万元 money 300000..400000 元"]),
    case("调研两三次", ["两三次 count 2..3 次"]),
    # ranges, every dash
    *(
        case(f"增长3{dash}5%", [f"3{dash.replace('－', '-')}5% percent 3..5 %"])
        for dash in ("—", "–", "－", "-", "~", "～", "至", "到", "——")
    ),
    case("增长3%—5%", ["3%—5% percent 3..5 %"]),
    case("每年增长百分之四到五", ["百分之四到五 percent 4..5 %"]),
    case("每年增长百分之四至百分之五", ["百分之四至百分之五 percent 4..5 %"]),
    case("下降2至3个百分点", ["2至3个百分点 point 2..3 百分点"]),
    case("投资3000—4000亿元", ["3000—4000亿元 money 300000000000..400000000000 元"]),
    case("补助3至10万元", ["3至10万元 money 30000..100000 元"]),
    case("办理时限5～8个工作日", ["5～8个工作日 duration 5..8 个工作日"]),
    case("增长2—3倍", ["2—3倍 multiple 2..3 倍"]),
    # halves after the unit
    case("车程三个半小时", ["三个半小时 duration 3.5 个小时"]),
    case("历时一年半建成", ["一年半 duration 1.5 年"]),
    case("暂停半年审批", ["半年 duration 0.5 年"]),
    # shared units
    case("分别提高4.2和0.7个百分点", ["4.2 point 4.2 百分点", "0.7个百分点 point 0.7 百分点"]),
    case("分别投入3000、4000亿元", ["3000 money 300000000000 元", "4000亿元 money 400000000000 元"]),
    case("分别为5、6和7个", ["5 count 5 个", "6 count 6 个", "7个 count 7 个"]),
    case("分别增长5%、6%和7%", ["5% percent 5 %", "6% percent 6 %", "7% percent 7 %"]),
    # units
    case("浓度降至35微克/立方米", ["35微克/立方米 measure 35 微克/立方米"]),
    case("发电3.5亿千瓦时", ["3.5亿千瓦时 measure 350000000 千瓦时"]),
    case("装机一千瓦", ["一千瓦 measure 1 千瓦"]),
    case("装机50万千瓦", ["50万千瓦 measure 500000 千瓦"]),
    case("栽种3千公顷", ["3千公顷 measure 3000 公顷"]),
    case("水深20米", ["20米 measure 20 米"]),
    case("粮价2.4元/斤", ["2.4元/斤 money 2.4 元/斤"]),
    case("人均预期寿命76.1岁", ["76.1岁 measure 76.1 岁"]),
    case("551万农村贫困人口脱贫", ["551万 count 5510000 -"]),
    case("近一亿脱贫人口", ["一亿 count 100000000 -"]),
    case("三十万三十万地增加", []),
    # ranks
    case("增速居全省第3位", ["第3位 rank 3 位"]),
    case("规模居全国第一。", ["第一 rank 1 位"]),
    case("增速位居首位", ["首位 rank 1 位"]),
    # next to each other
    case("从29.5%提高到31.2%", ["29.5% percent 29.5 %", "31.2% percent 31.2 %"]),
    case("完成85件、办结率97%", ["85件 count 85 件", "97% percent 97 %"]),
]

NO_FACT: Table = [
    *(
        case(text, None)
        for text in (
            "一般公共服务更加优质",
            "统一部署、统一指挥",
            "形势十分严峻",
            "共建“一带一路”走深走实",
            "长三角一体化发展提速",
            "切实做好三农工作",
            "5G网络实现覆盖",
            "C919投入运营",
            "加强PM2.5治理",
            "12345热线高效运转",
            "G60科创走廊建设加快",
            "召开第三次会议",
            "市三届人大依法履职",
            "第一书记驻村帮扶",
            "第一时间赶到现场",
            "第三产业蓬勃发展",
            "2021年8月召开会议",
            "3月5日开幕",
            "二○三五年远景目标",
            "一九五六年完成改造",
            "上午9时开会",
            "过去五年，我们团结奋斗",
            "六年来，我们团结奋斗",
            "每年开展评议",
            "一是加强领导。二是改进作风。三是狠抓落实。",
            "（二）推进改革。",
            "3.改善民生。",
            "千方百计稳就业",
            "四面八方齐心协力",
            "万众一心加油干",
            "一批项目落地见效",
            "一系列举措出台",
            "一方面扩大内需，另一方面优化供给",
            "办好一件事",
            "两岸同胞",
            "两会胜利召开",
            "全国两会精神",
            "年过半百的老工人",
            "统一零售价",
            "十八大以来",
            "八项规定精神",
            "坚定“四个自信”",
            "“十四五”规划顺利实施",
            "三年行动圆满收官",
            "电话0571-12345678",
            "1234567890123456789",
            "24613591842.51842.610238.7",
            "首次突破",
            "位列前茅",
            "李四人民满意",
            "半导体产业",
            "世界一流",
            "五四精神",
            "七一讲话",
            "双减政策",
            "国发〔2021〕5号文件",
            "第五十六条规定",
            "一般预算",
            "千家万户",
            "百花齐放",
        )
    ),
    case("万元产值能耗下降", None),
]


def show(quantity: Quantity, text: str) -> str:
    """Write a quantity in one line: `2.3万户 count 23000 户`."""
    number = f"{quantity.low}..{quantity.high}" if quantity.value is None else f"{quantity.value}"
    more = "+" if quantity.over else ""
    return f"{text[quantity.start : quantity.end]} {quantity.kind} {number}{more} {quantity.unit or '-'}"


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    folded = fold(text, {})
    masks = [(time.start, time.end) for time in find_times(Passages(folded), lexicon)]
    assert [show(quantity, folded) for quantity in find_quantities(Passages(folded), lexicon, masks)] == expected


@pytest.mark.parametrize(("text", "_expected"), NO_FACT)
def test_no_fact(extractor: Extractor, text: str, _expected: None) -> None:
    from govtext.read import read_bytes

    found = extractor.extract(read_bytes(f"{text}\n".encode(), path="-", encoding="utf-8"))
    assert [fact.text for fact in found.facts] == []


def test_footnote_marks(extractor: Extractor) -> None:
    """The mark goes, the number that follows stays: [7]1267万人."""
    from govtext.read import read_bytes

    found = extractor.extract(read_bytes("城镇新增就业[7]1267万人。".encode(), path="-", encoding="utf-8"))
    assert [(fact.text, str(fact.value), fact.unit) for fact in found.facts] == [("1267万人", "12670000", "人")]


def test_masks(lexicon: Lexicon) -> None:
    """Nothing is found where a name, slogan or date stands."""
    text = "两个确立，两个项目"
    assert [q.start for q in find_quantities(Passages(text), lexicon)] == [0, 5]
    assert [q.start for q in find_quantities(Passages(text), lexicon, [(0, 4)])] == [5]


@pytest.mark.parametrize(
    ("text", "_expected"),
    [
        case("1" * 40 + "个", None),
        case("亿" * 60 + "元", None),
        case("九" * 60 + "人", None),
        case("0/0", None),
        case("零分之零", None),
        case("翻99999999999番", None),
    ],
)
def test_never_raises(lexicon: Lexicon, text: str, _expected: None) -> None:
    for quantity in find_quantities(Passages(text), lexicon):
        assert quantity.start < quantity.end
