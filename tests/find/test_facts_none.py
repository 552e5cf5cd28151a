"""Numerals that measure nothing."""

import pytest

from tests.find.examples import FindFacts, example

NOTHING = [
    example("破除城乡二元结构，全部零件报废。", []),
    # dates and periods
    example("2024年3月5日，会议在县城召开。", []),
    example("会议于上午9时30分开始。", []),
    example("展望二○三五年，青岭将更加美好。", []),
    example("六年来，我们始终坚持人民至上。", []),
    example("过去五年极不平凡，未来五年大有可为。", []),
    example("二十世纪八十年代以来，全省面貌焕然一新。", []),
    example("行政長官於二零二三年發表施政報告。", []),
    example("每年都要开展回头看。", []),
    # ordinals and names
    example("青岭县第十七届人民代表大会第三次会议开幕。", []),
    example("深入学习贯彻党的二十大和二十届三中全会精神。", []),
    example("第一书记扎根山村。", []),
    example("接到报警后第一时间赶赴现场。", []),
    example("认真落实中央一号文件。", []),
    example("加快5G网络和6G试验布局。", []),
    example("C919大飞机实现商业运营。", []),
    example("参加G20峰会配套活动。", []),
    example("第七次全国人口普查顺利完成。", []),
    example("依照监督法第三十八条的规定办理。", []),
    example("地铁3号线开工建设。", []),
    example("G312国道改线工程启动。", []),
    example("县第一中学、第二人民医院完成搬迁。", []),
    example("三次产业结构持续优化，第二产业支撑有力。", []),
    example("成功创建国家5A级旅游景区。", []),
    example("荣获全省一等奖。", []),
    example("李四光事迹展在三亚、九江、六安巡回。", []),
    example("PM2.5治理取得成效。", []),
    example("通过ISO9001质量管理体系认证。", []),
    example("拨打12345热线和110报警电话。", []),
    # list numbers, documents, telephones
    example("一是健全制度，二是压实责任，三是严格考核。", []),
    example("（三）着力改善民生。", []),
    example("3．加强基层建设。", []),
    example("根据青政发〔2023〕12号文件执行。", []),
    example("联系电话：0571-8800123。", []),
    # slogans and policies
    example("坚定不移拥护“两个确立”，做到“两个维护”。", []),
    example("驰而不息落实八项规定精神，带头过紧日子。", []),
    example("“双减”政策落地见效，“三农”工作扎实推进。", []),
    example("实施城市更新三年行动计划。", []),
    example("编制“十五五”规划。", []),
    example("粮食生产实现“十一连增”。", []),
    example("构建“1+3+N”政策体系。", []),
    # idioms and articles
    example("千方百计稳就业，四面八方聚人才。", []),
    example("万众一心加油干。", []),
    example("推出一系列举措，办成一批实事。", []),
    example("进一步统一思想，一律从严执行。", []),
    example("各方面工作再上一个新台阶。", []),
    example("这在全国尚属首次，也是全省首家。", []),
    example("十分重视百姓冷暖，走进千家万户。", []),
    example("三番五次上门，做到万无一失。", []),
    example("一把手负总责。", []),
    # per-unit bases and fixed names
    example("普及九年义务教育。", []),
    example("推行每周五天工作制。", []),
]

AMONG = [
    example("2024年3月，县政府第3次专题会议听取了6个部门的汇报。", ["6个"]),
    example("5G基站达到1200个。", ["1200个"]),
    example("九年义务教育巩固率达98.5%。", ["98.5%"]),
    example("每百户城镇家庭拥有汽车46.3辆。", ["46.3辆"]),
    example("每万人拥有执业医师32名。", ["32名"]),
    example("每千名老人拥有养老床位38张。", ["38张"]),
    example("万元地区生产总值能耗下降3.1%。", ["3.1%"]),
    example("12345热线受理诉求3.6万件。", ["3.6万件"]),
    example("PM2.5平均浓度降至32微克/立方米。", ["32微克/立方米"]),
    example("三年行动计划完成项目56个。", ["56个"]),
    example("第七次全国人口普查显示，全县常住人口42.6万人。", ["42.6万人"]),
    example("一是新建泵站6座；二是疏浚河道48公里。", ["6座", "48公里"]),
    example("1.新建学校3所。", ["3所"]),
    example("（一）投入资金2.1亿元。", ["2.1亿元"]),
    example("（1）2.3公里管网完成改造。", ["2.3公里"]),
    example("首批36名选派干部到岗。", ["36名"]),
    example("G312国道改造18公里。", ["18公里"]),
    example("青政发〔2023〕12号文件明确的8项任务全部完成。", ["8项"]),
    example("自7月1日起，新增公交线路3条。", ["3条"]),
    example("20世纪80年代建成的水库有6座。", ["6座"]),
    example("全国劳动模范王五一资助学生14名。", ["14名"]),
    example("第三批主题教育覆盖党员2.1万名。", ["2.1万名"]),
    example("两个月内办结信访事项62件。", ["62件"]),
    example("居民人均可支配收入[12]36231元。", ["36231元"]),
    example("用于三峡移民后期扶持资金4.2亿元。", ["4.2亿元"]),
    example("落实5年过渡期帮扶政策。", ["5年"]),
]


@pytest.mark.parametrize(("text", "expected"), [*NOTHING, *AMONG])
def test_only_facts(find_facts: FindFacts, text: str, expected: list[str]) -> None:
    assert [fact.text for fact in find_facts(text)] == expected
