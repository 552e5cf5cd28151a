"""What stands before and after a number in its clause: hedge, verb, baseline, noun phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.extract.phrases import Phrase, leading_noun_phrase, split_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.lexicon import Lexicon
    from govtext.model import Bound, Change
    from govtext.segment import Segmenter, Word

_TAIL = r"(?:了|到|至|为|成|过|出|得)?"
_LEVEL_TAIL = ("到", "至", "为", "成")
_BASELINE = regex.compile(
    r"""
    (?P<phrase> 同比 | 环比
      | (?: 比 | 较 | 相较于? | 相比于? | 与 ) (?!例|重|较|赛|如|价|对|特|上|下|率|值) [^，。；：、]{1,20}? (?: 相比 )?
      | (?: 比 | 较 ) (?: 上年 | 上月 | 上季 | 上届 | 上一 ) [^，。；：、]{0,10}? )
    (?= (?:同口径|可比)? (?: {tail} )? $ )
    """.replace("{tail}", "[^，。；：比较]{0,8}?"),
    regex.VERBOSE,
)
_COMPARED = regex.compile(
    r"(?P<verb>高于|低于|快于|慢于|高出|超出|超过|优于|大于|多于|少于|领先|落后于|好于|相当于|小于)(?P<base>[^，。；：、的\d]{2,16}?)(?P<by>约|近|分别)?$"
)
_BRACKET = regex.compile(r"[（(][^（）()]{0,40}[）)]$")
_QUOTES = "“”‘’「」『』《》"


class Before(NamedTuple):
    """What the words before a number say; offsets into the running text."""

    bound: Bound | None = None
    predicate: Phrase | None = None
    change: Change | None = None
    noun: Phrase | None = None
    baseline: Phrase | None = None
    cues: tuple[str, ...] = ()
    dealt: bool = False
    """分别 stands before the number."""
    level: bool = False
    """The verb has 到, 至 or 为: the number is a level reached."""


class After(NamedTuple):
    """What the words after a number say."""

    bound: Bound | None = None
    noun: Phrase | None = None
    said: Phrase | None = None
    cues: tuple[str, ...] = ()


class ClauseReader:
    """Reads clauses with the cue words of a lexicon and the words of a segmenter."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        cues = lexicon.cue_words
        self._segmenter = segmenter
        self._before = cues.get("bound_before", {})
        self._after = cues.get("bound_after", {})
        self.verbs = cues.get("verb", {})
        self._generic = cues.get("generic", {})
        self._places = sorted(cues.get("place", {}), key=len, reverse=True)
        self._hedge = regex.compile(f"(?:{_any(self._before)})$")
        self._bound_after = regex.compile(f"[（(]?[含的]?(?P<cue>{_any(self._after)})")
        self._verb = regex.compile(f"(?P<verb>{_any(self.verbs)})(?P<tail>{_TAIL})$")
        self._adverb = regex.compile(f"(?:{_any(cues.get('adverb', {}))})$")
        self._statistic = regex.compile(f"(?:{_any(lexicon.indicator_names)})$")

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """Return the words of text[start:end] with offsets into the text."""
        return [
            type(word)(word.start + start, word.end + start, word.text, word.pos)
            for word in self._segmenter.words(text[start:end])
        ]

    def before(self, text: str, start: int, end: int) -> Before:
        """Read text[start:end], the part of a clause that leads up to a number."""
        bound: Bound | None = None
        predicate: Phrase | None = None
        cues: list[str] = []
        stop = self._trim(text, start, end)
        hedge = self._hedge.search(text, start, stop)
        while hedge and self._starts_word(text, start, hedge.start(), stop):
            cues.insert(0, hedge[0])
            if bound is None:
                bound = self._before[hedge[0]]  # type: ignore[assignment]
                if hedge[0] in self.verbs:
                    predicate = Phrase(*hedge.span())
            stop = self._trim(text, start, hedge.start())
            hedge = self._hedge.search(text, start, stop)
        compared = _COMPARED.search(text, start, end)
        if compared and not compared["base"].startswith(("了", "过")):
            base = Phrase(*compared.span("base"))
            noun = self._noun(text, start, self._skip_adverbs(text, start, compared.start())[0])
            verb = Phrase(*compared.span("verb"))
            return Before(bound if bound in ("about", "under") else None, verb, None, noun, base, tuple(cues), "分别" in text[start:end])
        verb_at, tail = self._final_verb(text, start, stop)
        change: Change | None = None
        if verb_at is not None:
            verb = text[verb_at:stop]
            predicate = Phrase(verb_at, stop - 1 if verb.endswith("了") else stop)
            value = self.verbs.get(verb.removesuffix(tail) if tail else verb) or self.verbs.get(verb)
            if value in ("increase", "decrease") and tail not in _LEVEL_TAIL:
                change = value  # type: ignore[assignment]
            stop = verb_at
        rest, dealt = self._skip_adverbs(text, start, stop)
        baseline = None
        found = _BASELINE.search(text, start, rest)
        if found and predicate is not None:
            baseline = Phrase(*found.span("phrase"))
            rest, again = self._skip_adverbs(text, start, found.start())
            dealt = dealt or again
        noun = self._noun(text, start, rest)
        if verb_at is None and predicate is None:
            predicate, noun = self._verb_and_object(text, start, rest)
        elif noun is not None:
            noun = self._after_governing_verb(text, noun)
        if change is None and noun is not None and not (tail in _LEVEL_TAIL and tail):
            change = self._change_of(text, noun, predicate)
        return Before(bound, predicate, change, noun, baseline, tuple(cues), dealt, tail in _LEVEL_TAIL and bool(tail))

    def after(self, text: str, start: int, end: int) -> After:
        """Read text[start:end], the part of a clause that follows a number."""
        bound: Bound | None = None
        cues: tuple[str, ...] = ()
        found = self._bound_after.match(text, start, end)
        if found:
            bound = self._after[found["cue"]]  # type: ignore[assignment]
            cues = (found["cue"],)
            start = found.end()
        bracket = regex.compile(r"[（(][^（）()]{0,40}[）)]").match(text, start, end)
        if bracket:
            start = bracket.end()
        linked = text[start:end].startswith(("的", "之"))
        words = self.words(text, start + linked, end)
        noun, said = leading_noun_phrase(words, self.verbs)
        if noun and text[noun.start : noun.end].strip(_QUOTES) in self._generic:
            noun = None
        return After(bound, noun, said, cues)

    def _trim(self, text: str, start: int, end: int) -> int:
        while end > start and text[end - 1] in " 　“”‘’「」共":
            end -= 1
        bracket = _BRACKET.search(text, start, end)
        return bracket.start() if bracket and bracket.start() > start else end

    def _starts_word(self, text: str, start: int, position: int, end: int) -> bool:
        """Tell whether a word begins at a position: 超 does in 超千亿, not in 赶超."""
        if end - position > 1:
            return True
        return any(word.start == position for word in self.words(text, max(start, position - 8), end))

    def _final_verb(self, text: str, start: int, end: int) -> tuple[int | None, str]:
        """Return where the verb at the end of text[start:end] begins, and its 到, 至, 为 or 了."""
        match = self._verb.search(text, start, end)
        if match is None:
            return None, ""
        if self._statistic.search(text, start, end) and self.verbs[match["verb"]] == "do":
            return None, ""
        if len(match["verb"]) == 1 and not match["tail"]:
            words = self.words(text, max(start, end - 10), end)
            if not any(word.start == match.start() for word in words):
                return None, ""
        if self.verbs[match["verb"]] == "do" and match.start() > start:
            words = self.words(text, start, end)
            if words[-1].start < match.start() or (len(words) > 1 and words[-1].pos in ("n", "vn") and not match["tail"]):
                return None, ""
        return match.start(), match["tail"]

    def _skip_adverbs(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """Return where the adverbs at the end of text[start:end] begin, and whether 分别 is among them."""
        dealt = False
        while True:
            match = self._adverb.search(text, start, end)
            if match is None or not self._starts_word(text, start, match.start(), end):
                return end, dealt
            dealt = dealt or match[0] == "分别"
            end = match.start()

    def _noun(self, text: str, start: int, end: int) -> Phrase | None:
        """Return text[start:end] as a noun phrase without time, place and adverbs at its start."""
        while end > start and text[end - 1] in " ，、“”的了：":
            end -= 1
        position = start
        while position < end:
            for place in self._places:
                if text.startswith(place, position, end) and position + len(place) < end:
                    position += len(place)
                    break
            else:
                if text[position] in " ，、”的：其共中" and text[position : position + 2] not in ("中国", "中央", "中小", "中等", "共同", "共享", "共青", "中西", "中医", "中外", "其他"):
                    position += 1
                    continue
                break
        return Phrase(position, end) if position < end else None

    def _verb_and_object(self, text: str, start: int, end: int) -> tuple[Phrase | None, Phrase | None]:
        noun = self._noun(text, start, end)
        if noun is None:
            return None, None
        words = self.words(text, noun.start, noun.end)
        predicate, thing = split_object(words, self.verbs)
        return predicate, thing

    def _after_governing_verb(self, text: str, noun: Phrase) -> Phrase | None:
        """Cut 推动城镇调查失业率 to 城镇调查失业率: a verb before a subject governs the clause, not the phrase."""
        words = self.words(text, noun.start, noun.end)
        first = 0
        for position, word in enumerate(words[:-1]):
            if word.text in ("使", "推动", "带动", "确保", "力争", "实现", "保持", "完成", "让", "将", "把", "到", "在", "促进", "预计", "预期"):
                first = position + 1
            elif word.pos.startswith(("d", "p", "c", "t", "r")) and position == first and word.text not in ("各", "每"):
                first = position + 1
        return Phrase(words[first].start, noun.end) if first < len(words) else noun

    def _change_of(self, text: str, noun: Phrase, predicate: Phrase | None) -> Change | None:
        """Return the change that a noun phrase names itself: 新增就业, 涨幅, 增长速度."""
        phrase = text[noun.start : noun.end]
        if regex.match(r"(?:城镇|全市|全省|农村|累计)?(?:新增|净增)(?!长)", phrase):
            return "increase"
        if regex.search(r"(?:增速|增幅|涨幅|增长率|增长速度|升幅)$", phrase):
            return "increase"
        if regex.search(r"(?:降幅|跌幅|下降率)$", phrase):
            return "decrease"
        said = text[predicate.start : predicate.end] if predicate else ""
        return "increase" if said.startswith(("新增", "净增")) and not said.endswith(_LEVEL_TAIL) else None


def _any(words: Iterable[str]) -> str:
    """Return an alternation that prefers the longest; one that never matches where there are no words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(regex.escape, ordered)) or r"(?!)"
