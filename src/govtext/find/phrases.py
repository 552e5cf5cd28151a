"""Words of a clause → noun phrase and verb: who is counted, and what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govtext.segment import Word

_AMOUNT = regex.compile(r"(?:量|额|率|资金|金额|人员|嫌疑人)$")
_SUM = regex.compile(r"(?:投资|支出|投入|资金|经费|贷款|补贴|拨款|开支)$")
_HEAD = regex.compile(
    r"(?:事项|工程|项目|设施|机构|目标|基金|标准|中心|基地|任务|制度|体系|措施|案件|资金|人员|部门|单位|红线)$"
)
"""Nouns that a verb before them describes: 审批事项, 治理工程."""
_NOMINAL = regex.compile(
    r"(?:支出|收入|投诉|投入|出口|进口|投资|补贴|消费|生产|来访|来信|亏损|赔偿|就业|负担|包干|超收|脱困|统计|足够|经费"
    r"|工作|连续|亩产|单产|年产|合作|销售|积累|开采|[案生林荒电税款债])$"
)
"""Verbs that name what is counted (中央财政|支出), among them those that hold their object (收案, 招生, 贷款)."""
_JOINTS = frozenset("、和与及") | {"以及"}
_STOPS = ("d", "p", "c", "t", "r", "y", "uz", "ul", "ug", "w", "zg", "df")
_NOMINAL_VERBS = ("vn", "vi", "vd")
_OPENERS = frozenset("“《「『")
_INSIDE = frozenset("的、和与及·”》」』") | {"以及"} | _OPENERS
_ENDERS = frozenset({"了", "等", "，", "全部", "每个", "均", "都"})
_SELF = frozenset({"各类", "各级", "各种", "各项", "本", "该", "每", "某", "自", "非", "其他", "其它", "相关"})


class Phrase(NamedTuple):
    """A stretch of the running text (end exclusive); empty where start == end."""

    start: int
    end: int


def is_verb(word: Word, verbs: Mapping[str, str]) -> bool:
    """Tell whether a word can govern: a verb of the dictionary that is no noun at the same time, or a cue verb."""
    plain = word.pos.startswith("v") and word.pos not in _NOMINAL_VERBS
    return plain or (word.text in verbs and not word.pos.startswith(("n", "vn")))


def split_object(words: Sequence[Word], verbs: Mapping[str, str]) -> tuple[Phrase | None, Phrase | None]:
    """Split 开展执法检查、代表视察 into its verb and its object; either is None where there is none.

    A run of verbs before a noun is the verb (听取审议|专项报告); before 、 or at the end only its first is
    (开展|执法检查、…).
    """
    position = len(words) - 1
    best = _verb_of_list(words, verbs)
    while best is None and position >= 0:
        if not _verbal(words[position], verbs):
            position -= 1
            continue
        last = position
        while position > 0 and _verbal(words[position - 1], verbs):
            position -= 1
        single = position == last and position > 1
        if single and words[position - 1].text in _JOINTS and words[position - 2].text in verbs:
            position -= 2
        first = position
        run = _governing(words, first, last, verbs)
        if run and not _describes(words, run[1]):
            best = run
        position -= 1
    if best is None:
        return _final_verb(words, verbs)
    first, last = best
    return Phrase(words[first].start, words[last].end), _noun_phrase(words[last + 1 :])


def _verb_of_list(words: Sequence[Word], verbs: Mapping[str, str]) -> tuple[int, int] | None:
    """Return which words are the verb before a list that 等 closes: 制定|信息公示条例等法规; its names hold others."""
    if not any(word.text == "等" for word in words[1:-1]):
        return None
    first = next((number for number, word in enumerate(words) if not _skippable(word)), 0)
    last = first
    while _verbal(words[last + 1], verbs):
        last += 1
    return (first, last) if is_verb(words[first], verbs) else None


def _describes(words: Sequence[Word], last: int) -> bool:
    """Tell whether 用于 only describes the money that follows: 用于|职工住宅的|投资, 用于|医疗卫生|支出."""
    spent = words[last].text in ("用于", "用在")
    return spent and last + 2 < len(words) and _SUM.search(words[-1].text) is not None


def _final_verb(words: Sequence[Word], verbs: Mapping[str, str]) -> tuple[Phrase | None, Phrase | None]:
    """Split words that end in a verb, which has a number for its object: 铁路新线|投产."""
    last = words[-1]
    if not _verbal(last, verbs) or len(last.text) < 2 or _NOMINAL.search(last.text):
        return None, _noun_phrase(words)
    if len(words) == 1 and last.pos != "v":
        return None, _noun_phrase(words)
    before = words[:-1]
    while before and before[-1].pos.startswith(("d", "ad", "c", "p", "t")):
        before = before[:-1]
    return Phrase(last.start, last.end), _noun_phrase(before)


def _verbal(word: Word, verbs: Mapping[str, str]) -> bool:
    return word.pos.startswith("v") or word.text in verbs


def _governing(words: Sequence[Word], first: int, last: int, verbs: Mapping[str, str]) -> tuple[int, int] | None:
    """Return which words of a verb run govern what follows; None where the run is part of a noun phrase."""
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.text == "了":
        return first, last + 1
    joins = following is None or following.text in _JOINTS or following.text in ("的", "等")
    initial = first == 0 or words[first - 1].pos.startswith(("d", "p", "c", "t", "w", "x", "r"))
    if joins:
        return (first, first) if last > first and is_verb(words[first], verbs) else None
    if following is not None and following.pos.startswith(("f", "q")):
        return None
    while first < last and not is_verb(words[first], verbs) and not initial:
        first += 1
    while last > first and words[last].pos in _NOMINAL_VERBS and words[last].text not in verbs:
        last -= 1
    while last > first and words[last].text not in verbs and words[first].text in verbs:
        last -= 1
    if words[first].text not in verbs and first and words[first - 1].text in _JOINTS:
        return None
    named = following is not None and _AMOUNT.search(following.text) is not None
    if named and last > first and (words[last].text not in verbs or words[last - 1].text in verbs):
        last -= 1
    elif named and words[first].text not in verbs:
        return None
    if is_verb(words[first], verbs) or initial:
        return first, last
    return None


def _noun_phrase(words: Sequence[Word]) -> Phrase | None:
    """Return the noun phrase that a stretch of words is, without adverbs and prepositions at its start."""
    first, last = 0, len(words)
    while first < last and _skippable(words[first]):
        first += 1
    while last > first and words[last - 1].text in ("的", "了", "等", "、", "共", "为", "：", "，", "”", "“"):
        last -= 1
    for position in range(last - 2, first - 1, -1):
        if words[position].text == "等" and position + 1 < last:
            first = position + 1
            break
    return Phrase(words[first].start, words[last - 1].end) if first < last else None


def _skippable(word: Word) -> bool:
    if word.text in _SELF:
        return False
    return word.pos.startswith(_STOPS) or word.text in (
        "了",
        "的",
        "、",
        "，",
        "其中",
        "“",
        "”",
        "等",
        "各",
        "共",
        "着",
    )


def leading_noun_phrase(
    words: Sequence[Word], verbs: Mapping[str, str], *, counted: bool = False, governed: bool = False
) -> tuple[Phrase | None, Phrase | None]:
    """Return the noun phrase at the start of a stretch of words, and what is said of it after that.

    贫困人口实现易地搬迁 → 贫困人口, 实现易地搬迁; 行政审批事项 → all of it, nothing. After a measure word (`counted`)
    a noun must come, so verbs before the first noun belong to it: 调整改造项目. Where a verb governs the number
    already (`governed`), one before the last noun belongs to the phrase too: 取消|职业资格许可认定事项.
    """
    last = 0
    named = not counted
    for position, word in enumerate(words):
        if word.text in _INSIDE:
            last = position + 1 if word.text in _OPENERS else last
            continue
        if _ends_phrase(words, position, verbs) and (
            named or not word.pos.startswith("v") or not _leads_to_noun(words, position)
        ):
            if governed and _is_compound(words[position:]):
                last = len(words)
            if not _is_compound_subject(words, position):
                break
        named = named or word.pos.startswith(("n", "j", "q", "eng"))
        last = position + 1
    while last and words[last - 1].text in ("的", "、", "和", "与", "及", "以及", *_OPENERS):
        last -= 1
    rest = [word for word in words[last:] if not word.pos.startswith("d") or word.text in ("不", "没")]
    said = Phrase(rest[0].start, rest[-1].end) if rest else None
    return (Phrase(words[0].start, words[last - 1].end) if last else None), said


def _is_compound(words: Sequence[Word]) -> bool:
    """Tell whether a verb and what follows end a name: 认定|事项, 创业|投资|引导|基金."""
    nominal = all(word.pos.startswith(("n", "j", "v")) for word in words)
    return nominal and len(words) > 1 and _HEAD.search(words[-1].text) is not None


def _is_compound_subject(words: Sequence[Word], position: int) -> bool:
    """Tell whether a verb and the noun after it are a name of which more is said: 沉陷区治理工程|开始建设."""
    rest = words[position + 2 :]
    return (
        position > 0
        and words[position].pos.startswith("v")
        and any(word.pos.startswith("v") for word in rest)
        and _HEAD.search(words[position + 1].text) is not None
    )


def _leads_to_noun(words: Sequence[Word], position: int) -> bool:
    """Tell whether verbs go on to a noun with nothing between: 采煤沉陷区, 执法部门."""
    for word in words[position + 1 : position + 4]:
        if word.pos.startswith(("n", "j")):
            return True
        if not word.pos.startswith(("v", "b", "a")):
            return False
    return False


def _ends_phrase(words: Sequence[Word], position: int, verbs: Mapping[str, str]) -> bool:
    word = words[position]
    if word.text in _SELF:
        return False
    if word.pos.startswith(("d", "p", "c", "t", "y", "uz", "ul", "ug")) or word.text in _ENDERS:
        return True
    if is_verb(word, verbs):
        following = words[position + 1].text if position + 1 < len(words) else ""
        return position == 0 or following not in ("的", "、", "和")
    return False
