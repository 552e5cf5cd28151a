"""Sentences written for the tests, and ways to print them."""

from itertools import pairwise

PARAGRAPHS = (
    (
        "过去一年，全市上下团结奋斗，地区生产总值达到2186.4亿元，同比增长4.6%，增速居全省第3位；新增就业12.5万人，"
        "改造老旧小区174个，惠及居民2.9万户，粮食总产量142.8万吨。"
    ),
    (
        "坚持稳中求进工作总基调，深入实施乡村振兴战略，取消行政许可事项83项，开展执法检查126次，"
        "小微企业贷款平均利率从5.12%下降到4.58%，制造业增加值占地区生产总值的31.2%，三分之一以上的乡镇建成文化站。"
    ),
    (
        "全市经济社会发展主要预期目标是：地区生产总值增长6%左右，外贸进出口总额增长3%—5%，城镇新增就业4万人以上，"
        "单位地区生产总值能耗降低百分之二点五，群众办事平均时限压缩到3个工作日以内，让绿水青山就是金山银山成为共识。"
    ),
)

HEADING = "一、重点工作回顾"


def width(text: str) -> float:
    return sum(0.5 if char < "\u0100" else 1 for char in text)


def wrap(text: str, columns: int) -> list[str]:
    """Break a paragraph as a newspaper does: at the column's width, inside words and numbers too."""
    lines, line = [], ""
    for char in text:
        if width(line + char) > columns:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def full_width(text: str) -> str:
    """Write digits and their signs in full width."""
    return text.translate(str.maketrans("0123456789%.", "０１２３４５６７８９％．"))


def spaced(text: str) -> str:
    """Put blanks between the digits of whole numbers and round them: 1 2 6 次."""
    parts = [text[:1]]
    for first, second in pairwise(text):
        digits = first.isascii() and second.isascii() and first.isdigit() and second.isdigit()
        parts.append(f" {second}" if digits else second)
    return "".join(parts)
