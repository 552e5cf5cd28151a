"""Words of a clause → noun phrases: who or what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.find.fact_words import FactWords
    from govtext.segment import Word

_STOPS = ("d", "p", "c", "t", "r", "y", "uz", "ul", "ug", "w", "zg", "df")
NOMINAL_VERBS = ("vn", "vi", "vd")
_OPENERS = frozenset("“《「『")
_INSIDE = frozenset("的、和与及·”》」』") | {"以及"} | _OPENERS
_ENDERS = frozenset({"了", "等", "，", "全部", "每个", "均", "都", "提出", "作出", "给予", "予以", "进行"})
_SELF = frozenset({"各类", "各级", "各种", "各项", "本", "该", "每", "某", "自", "非", "其他", "其它", "相关"})


class Phrase(NamedTuple):
    """A stretch of the running text (end exclusive); empty where start == end."""

    start: int
    end: int


def is_verb(word: Word, known: FactWords) -> bool:
    """Tell whether a word can govern: a verb of the dictionary that is no noun at the same time, or a cue verb."""
    plain = word.pos.startswith("v") and word.pos not in NOMINAL_VERBS
    return plain or (word.text in known.verbs and not word.pos.startswith(("n", "vn")))


def noun_phrase(words: Sequence[Word]) -> Phrase | None:
    """Return the noun phrase that a stretch of words is, without adverbs and prepositions at its start."""
    first, last = 0, len(words)
    while first < last and skippable(words[first]):
        first += 1
    while last > first and words[last - 1].text in ("的", "了", "等", "、", "共", "为", "：", "，", "”", "“"):
        last -= 1
    for position in range(last - 2, first - 1, -1):
        if words[position].text == "等" and position + 1 < last:
            first = position + 1
            break
    return Phrase(words[first].start, words[last - 1].end) if first < last else None


def skippable(word: Word) -> bool:
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
    words: Sequence[Word], known: FactWords, *, counted: bool = False, governed: bool = False
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
        if _ends_phrase(words, position, known) and (
            named or not word.pos.startswith("v") or not _leads_to_noun(words, position)
        ):
            if governed and _is_compound(words[position:], known):
                last = len(words)
            if not _is_compound_subject(words, position, known):
                break
        named = named or word.pos.startswith(("n", "j", "q", "eng"))
        last = position + 1
    while last and words[last - 1].text in ("的", "、", "和", "与", "及", "以及", *_OPENERS):
        last -= 1
    rest = [word for word in words[last:] if not word.pos.startswith("d") or word.text in ("不", "没")]
    said = Phrase(rest[0].start, rest[-1].end) if rest else None
    return (Phrase(words[0].start, words[last - 1].end) if last else None), said


def _is_compound(words: Sequence[Word], known: FactWords) -> bool:
    """Tell whether a verb and what follows end a name: 认定|事项, 创业|投资|引导|基金."""
    nominal = all(word.pos.startswith(("n", "j", "v")) for word in words)
    return nominal and len(words) > 1 and known.heads.ends(words[-1].text)


def _is_compound_subject(words: Sequence[Word], position: int, known: FactWords) -> bool:
    """Tell whether a verb and the noun after it are a name of which more is said: 沉陷区治理工程|开始建设."""
    rest = words[position + 2 :]
    return (
        position > 0
        and words[position].pos.startswith("v")
        and any(word.pos.startswith("v") for word in rest)
        and known.heads.ends(words[position + 1].text)
    )


def _leads_to_noun(words: Sequence[Word], position: int) -> bool:
    """Tell whether verbs go on to a noun, with 的 at most between: 采煤沉陷区, 执法部门, 怀孕的母畜."""
    for word in words[position + 1 : position + 4]:
        if word.pos.startswith(("n", "j")):
            return True
        if not word.pos.startswith(("v", "b", "a")) and word.text != "的":
            return False
    return False


def _ends_phrase(words: Sequence[Word], position: int, known: FactWords) -> bool:
    word = words[position]
    if word.text in _SELF:
        return False
    if word.pos.startswith(("d", "p", "c", "t", "y", "uz", "ul", "ug")) or word.text in _ENDERS:
        return True
    if is_verb(word, known):
        following = words[position + 1].text if position + 1 < len(words) else ""
        return position == 0 or following not in ("的", "、", "和")
    return False
