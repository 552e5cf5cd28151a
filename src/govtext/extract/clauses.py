"""What stands before and after a number in its clause: hedge, verb, baseline, noun phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.extract.phrases import Phrase, is_verb, leading_noun_phrase, split_object
from govtext.segment import Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govtext.lexicon import Lexicon
    from govtext.model import Bound, Change
    from govtext.segment import Segmenter

_TAIL = r"(?:了|到|至|为|成|过|出|得)?"
_LEVEL_TAIL = ("到", "至", "为", "成")
_BASELINE = regex.compile(
    r"""
    (?P<phrase> 同比 | 环比
      | (?: (?<![可占对环同配反类攀相])比 | (?<!比)较 | 相较于? | 相比于? ) (?! 例|重|较|赛|如|价|对|特|上下|下|率|值|为|高|低|大|多|快|好 ) [^，。；：、]{1,24}? (?: 相比 )?
      | (?: 与 | 同 | 和 ) [^，。；：、]{1,20}? 相比 )
    (?: 同口径 | 可比口径 )? $
    """,
    regex.VERBOSE,
)
_COMPARED_EARLIER = regex.compile(
    r"(?P<phrase>(?:与|同|和)[^，。；：、]{1,20}?(?:相比较?|比较)|(?<![可占对环同配反类攀相])(?:比|相?较于?)(?:上年|去年|上月|同期|\d{4}年)[^，。；：、\d]{0,12})$"
)
_OF = regex.compile(
    r"(?P<verb>不低于|不少于|不高于|不超过|超过|高于|低于|达到|达|为|是|相当于|仅为|约为|接近|不足|不到|突破|高达|完成)(?P<base>[^，。；：、]{2,30})的$"
)
_START = regex.compile(
    r"(?:从|由|自)(?:[\d〇零一二三四五六七八九十]{2,4}年[底末初]?|去年|上年|前年|年初|“[^”]{2,4}”[末时期]*|高峰|最高|原来|过去|现行|目前|现在)?的?(?:人均|约|近)?$"
)
_ANY_START = regex.compile(r"(?:从|由|自)[^，。；：、从由自]{0,16}$")
_REACHED = regex.compile(r"(?:以上|以下|左右)?[一-龥]{0,5}(?:到|至|为)(?=[\d一二三四五六七八九十百约近])")
_ASIDE = regex.compile(r"(?:扣除|剔除|考虑|不考虑)[^，。；：]{1,10}?因素(?:后|影响)?|按(?:可比|不变)价格(?:计算)?|按[^，。；：、]{1,10}口径(?:计算)?")
_COMPARATIVES = frozenset({"高", "低", "多", "少", "快", "好", "最高", "最低", "最多", "最少", "人均", "平均", "年均", "户均", "总计", "合计", "共计", "来", "较"})
_COMPARES = frozenset("比较与同和于过为是的")
_SUFFIXES = frozenset("率量额值费款数")
_DIFFERENCE = frozenset({"高", "低", "多", "少", "快", "慢"})
_TIMELIKE = regex.compile(r"年|月|季|同期|上届|前|时期|期间")
_STANDARD = regex.compile(r"(?:主要)?(?:预期目标|目标任务|预期|目标|指标|计划数|预算数|控制数)(?:是|为)?$")
_NAMES_RISE = regex.compile(r"(?:增速|增幅|涨幅|增长率|增长速度|升幅|增长)$|^(?:城镇|合计|累计|农村|全社会)?(?:新增|净增)(?!长)")
_NAMES_FALL = regex.compile(r"(?:降幅|跌幅|下降率)$")
_STREAK = regex.compile(r"(?:已?连续|第)第?[\d一二三四五六七八九十]+(?:年|次|个月|个季度)")
_QUOTED = regex.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」")
_PER = regex.compile(r"(?:平均)?(?:每(?:人|户|亩|月|年|天|吨|公斤|斤|[\d一二三四五六七八九十百千万]+[一-龥]{1,2}))+$|人均$")
_FOOTNOTE = regex.compile(r"\[\d{1,3}\]$")
_COMPARED = regex.compile(
    r"(?P<verb>高于|低于|快于|慢于|高出|超出|超过|优于|大于|多于|少于|领先|落后于|好于|相当于|小于)(?P<base>[^，。；：、的\d]{2,16}?)(?P<by>约|近|分别)?$"
)
_BRACKET = regex.compile(r"[（(][^（）()]{0,40}[）)]$")
_OPENING_BRACKET = regex.compile(r"[（(][^（）()]{0,40}[）)]")
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
    starting: bool = False
    """从 or 由 stands before the number: it is where a change begins."""


class After(NamedTuple):
    """What the words after a number say."""

    bound: Bound | None = None
    noun: Phrase | None = None
    said: Phrase | None = None
    cues: tuple[str, ...] = ()
    linked: bool = False
    """的 stands between: 三分之一的企业."""


class ClauseReader:
    """Reads clauses with the cue words of a lexicon and the words of a segmenter."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        cues = lexicon.cue_words
        self._segmenter = segmenter
        self._times: dict[int, int] = {}
        self._before = cues.get("bound_before", {})
        self._after = cues.get("bound_after", {})
        self.verbs = cues.get("verb", {})
        self._generic = cues.get("generic", {})
        self._places = sorted(cues.get("place", {}), key=len, reverse=True)
        self._hedge = regex.compile(f"(?:{_any(self._before)})$")
        self._bound_after = regex.compile(f"[（(]?[含的]?(?P<cue>{_any(self._after)})")
        self._verb = regex.compile(f"(?P<verb>{_any(self.verbs)})(?P<tail>{_TAIL})$")
        self._adverb = regex.compile(f"(?:{_any(cues.get('adverb', {}))})$")
        self._leading_adverb = regex.compile(r"(?:其中|其|共|累计|合计|已|将|要|力争|确保|预计|争取|平均|实际|另有|还有|还|又|也|均|都|使|从|由|在)(?![同享青建有产办投中西小央等校职岗册籍编押案营线外])")
        self._statistics = lexicon.indicator_names

    def set_times(self, times: Iterable[tuple[int, int]]) -> None:
        """Take the spans of the time expressions of a text: they are skipped like adverbs."""
        self._times = {end: start for start, end in times}

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """Return the words of text[start:end] with offsets into the text; 处置|率 is one noun."""
        words: list[Word] = []
        position = start
        for quoted in _QUOTED.finditer(text, start, end):
            self._add_words(words, text, position, quoted.start())
            words.append(Word(quoted.start(), quoted.end(), quoted[0], "nz"))
            position = quoted.end()
        self._add_words(words, text, position, end)
        return words

    def _add_words(self, words: list[Word], text: str, start: int, end: int) -> None:
        """Append the words of text[start:end]; a suffix such as 率 joins the word before it."""
        for word in self._segmenter.words(text[start:end]):
            if word.text in _SUFFIXES and words and words[-1].end == word.start + start and words[-1].pos[0] in "vna":
                words[-1] = Word(words[-1].start, word.end + start, words[-1].text + word.text, "n")
            else:
                words.append(Word(word.start + start, word.end + start, word.text, word.pos))

    def before(self, text: str, start: int, end: int, *, clause: int, proportional: bool) -> Before:
        """Read text[start:end], the part of a clause (from `clause` on) that leads up to a number.

        `proportional` where the number is a percentage or multiple, which follows what it measures.
        """
        stop = self._leave_out_time(text, start, self._trim(text, start, end))
        share = _OF.search(text, start, stop)
        if share:
            return self._share_of(text, start, share)
        bound, hedge, cues, stop = self._hedges(text, start, stop)
        compared = _COMPARED.search(text, start, end)
        if compared and not compared["base"].startswith(("了", "过", "到")):
            return self._comparison(text, start, compared, bound)
        statistic = self._statistic(text, start, stop) if hedge is None else None
        if statistic:
            whole = self.noun(text, start, stop)
            named = whole if whole and whole.start < statistic.start and self._is_name(text, whole) else statistic
            return Before(bound, None, self._change_of(text, named, None), named, None, cues)
        starting = (_ANY_START if _REACHED.match(text, end) else _START).search(text, start, stop)
        if starting and hedge is None:
            noun = self.noun(text, start, self.skip_adverbs(text, start, starting.start())[0])
            return Before(bound, None, None, noun, None, cues, starting=True)
        verb_at, tail = self._final_verb(text, start, stop)
        predicate, change = hedge, None
        if verb_at is not None:
            predicate = Phrase(verb_at, stop - (1 if text[stop - 1] == "了" else 0))
            change = self._change(text[verb_at:stop], tail)
            stop = verb_at
        rest, _ = self.skip_adverbs(text, start, self._skip_aside(text, start, stop))
        dealt = "分别" in text[rest:stop]
        baseline = None
        found = _BASELINE.search(text, start, rest)
        if found and (predicate is not None or proportional):
            baseline = Phrase(*found.span("phrase"))
            rest, again = self.skip_adverbs(text, start, found.start())
            dealt = dealt or again
            if change and text[verb_at or 0 : end].startswith(tuple(_DIFFERENCE)) and not _TIMELIKE.search(found[0]):
                change = None
        elif compared_before := _COMPARED_EARLIER.search(text, max(0, clause - 25), max(0, clause - 1)):
            baseline = Phrase(*compared_before.span("phrase")) if change else None
        level = tail in _LEVEL_TAIL and bool(tail)
        noun = self.noun(text, start, rest)
        if predicate is None and not proportional:
            predicate, noun = self._verb_and_object(text, start, rest)
        elif noun is not None:
            noun = self._after_governing_verb(text, noun)
        if change is None and not level and not (predicate and _is_difference(text, predicate)):
            change = self._change_of(text, noun, predicate)
        return Before(bound, predicate, change, noun, baseline, cues, dealt, level)

    def _hedges(self, text: str, start: int, stop: int) -> tuple[Bound | None, Phrase | None, tuple[str, ...], int]:
        """Read the hedges at the end: 近, 约, 超过. Return bound, the hedge that is a verb, cues, where they begin."""
        bound: Bound | None = None
        verb: Phrase | None = None
        cues: list[str] = []
        hedge = self._hedge.search(text, start, stop)
        while hedge and self._starts_word(text, start, hedge.start(), stop):
            cues.insert(0, hedge[0])
            if bound is None:
                bound = self._before[hedge[0]]  # type: ignore[assignment]
                if hedge[0] in self.verbs or (len(hedge[0]) > 1 and bound not in ("about",) and hedge[0][0] not in "最至起"):
                    verb = Phrase(*hedge.span())
            stop = self._trim(text, start, hedge.start())
            hedge = self._hedge.search(text, start, stop)
        return bound, verb, tuple(cues), stop

    def _share_of(self, text: str, start: int, share: regex.Match[str]) -> Before:
        """Read 不低于居住用地供应总量的|70% and 为1955年的|98.88%."""
        verb = share["verb"]
        noun = self.noun(text, start, self.skip_adverbs(text, start, share.start())[0])
        base = Phrase(*share.span("base"))
        baseline = base if _TIMELIKE.search(share["base"]) and len(share["base"]) <= 12 else None
        return Before(
            self._before.get(verb),  # type: ignore[arg-type]
            Phrase(*share.span("verb")),
            None,
            noun,
            baseline,
            (verb,) if verb in self._before else (),
            "分别" in text[start : share.start()],
        )

    def _comparison(self, text: str, start: int, compared: regex.Match[str], bound: Bound | None) -> Before:
        """Read 高于全国|1.2个百分点: the difference is neither rise nor fall."""
        head, dealt = self.skip_adverbs(text, start, compared.start())
        return Before(
            bound if bound in ("about", "under") else None,
            Phrase(*compared.span("verb")),
            None,
            self.noun(text, start, head),
            Phrase(*compared.span("base")),
            (),
            dealt or bool(compared["by"] == "分别"),
        )

    def _change(self, verb: str, tail: str) -> Change | None:
        """Return the change that a final verb says: 增长 is one, 增长到 a level."""
        value = self.verbs.get(verb.removesuffix(tail) if tail else verb) or self.verbs.get(verb)
        return value if value in ("increase", "decrease") and tail not in _LEVEL_TAIL else None  # type: ignore[return-value]

    def _skip_aside(self, text: str, start: int, end: int) -> int:
        """Leave out 扣除价格因素 before the verb."""
        end, _ = self.skip_adverbs(text, start, end)
        for aside in _ASIDE.finditer(text, start, end):
            if aside.end() == end:
                return aside.start()
        return end

    def after(self, text: str, start: int, end: int, *, counted: bool) -> After:
        """Read text[start:end], the part of a clause that follows a number; `counted` where a measure word stands before it."""
        bound: Bound | None = None
        cues: tuple[str, ...] = ()
        found = self._bound_after.match(text, start, end)
        if found:
            bound = self._after[found["cue"]]  # type: ignore[assignment]
            cues = (found["cue"],)
            start = found.end()
        bracket = _OPENING_BRACKET.match(text, start, end)
        if bracket:
            start = bracket.end()
        linked = text[start:end].startswith(("的", "之"))
        words = self.words(text, start + linked, end)
        noun, said = leading_noun_phrase(words, self.verbs, counted=counted)
        return After(bound, noun, said, cues, linked)

    def is_generic(self, text: str) -> bool:
        """Tell whether a noun after a number says nothing of its own: 台阶, 水平, 大关."""
        return text.strip(_QUOTES) in self._generic

    def _trim(self, text: str, start: int, end: int) -> int:
        while end > start and text[end - 1] in " 　“”‘’「」共":
            end -= 1
        for pattern in (_FOOTNOTE, _BRACKET, _STANDARD, _PER):
            found = pattern.search(text, start, end)
            if found and found.start() > start:
                end = found.start()
        return end

    def _leave_out_time(self, text: str, start: int, end: int) -> int:
        """Leave out the time of a level reached: 增加到1987年的|110万人 reads like 增加到|110万人."""
        time = self._times.get(end - 1)
        reached = time is not None and time > start and text[end - 1] == "的" and text[time - 1] in "到至"
        return time if reached and time is not None else end

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
        value = self.verbs[match["verb"]]
        if value == "do" and text[match.start() - 1 : match.start()] == "的" and match.start() > start:
            return None, ""
        words = self.words(text, start, end)
        if len(match["verb"]) == 1 and not match["tail"] and not self._stands_alone(text, start, match.start()):
            if not any(word.start == match.start() for word in words):
                return None, ""
        if value == "do":
            if match["tail"] in _LEVEL_TAIL and match["tail"]:
                return match.end("verb"), ""
            last = [word for word in words if word.end > match.start()]
            before = [word for word in words if word.end <= match.start()]
            if before and last and last[0].start < match.start():
                return None, ""
            plain = len(last) == 1 and last[0].pos == "v"
            if before and not plain and not match["tail"] and not self._adverbial(before[-1].text):
                return None, ""
        return match.start(), match["tail"]

    def _statistic(self, text: str, start: int, end: int) -> Phrase | None:
        """Return the statistic whose name ends text[start:end] and begins with a verb: 新增就业, 实际使用外资."""
        for first in range(max(start, end - 16), end - 2):
            row = self._statistics.get(text[first:end])
            if row is None:
                continue
            opening = self.words(text, first, end)[0].text
            if opening in row.name and (opening == "实际" or self.verbs.get(opening) == "increase"):
                return Phrase(first, end)
        return None

    def _is_name(self, text: str, phrase: Phrase) -> bool:
        """Tell whether nothing but nouns stands before a statistic: 城镇|新增就业."""
        words = self.words(text, phrase.start, phrase.end)
        return not is_verb(words[0], self.verbs) and len(words) <= 4

    def _stands_alone(self, text: str, start: int, position: int) -> bool:
        """Tell whether a single character is the verb before a number whatever jieba joins it to: 共为, 房占."""
        if text[position] == "为":
            return position > start and text[position - 1] not in "行作认成以因称列视改变分极较最更大甚"
        return text[position] in "占达"

    def _adverbial(self, word: str) -> bool:
        return self._adverb.fullmatch(word) is not None

    def skip_adverbs(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """Return where the adverbs at the end of text[start:end] begin, and whether 分别 is among them."""
        dealt = False
        while True:
            time = self._times.get(end)
            if time is not None and time >= start and text[time - 1 : time] not in _COMPARES:
                end = time - (text[time - 1 : time] in ("在", "于", "到") and time > start)
                continue
            match = self._adverb.search(text, start, end)
            if match is None or not self._starts_word(text, start, match.start(), end):
                return end, dealt
            dealt = dealt or match[0] == "分别"
            end = match.start()

    def noun(self, text: str, start: int, end: int) -> Phrase | None:
        """Return text[start:end] as a noun phrase without time, place and adverbs at its start."""
        while end > start and text[end - 1] in " ，、“的了：在不未":
            end -= 1
        position = start
        moved = True
        while position < end and moved:
            streak = _STREAK.match(text, position, end)
            if streak:
                position = streak.end()
                continue
            place = next((p for p in self._places if text.startswith(p, position, end) and position + len(p) < end), "")
            adverb = self._leading_adverb.match(text, position, end)
            moved = bool(place) or text[position] in " ，、”的：" or (adverb is not None and adverb.end() < end)
            if place:
                position += len(place)
            elif moved:
                position = adverb.end() if adverb and adverb.end() < end else position + 1
        return Phrase(position, end) if position < end and text[position:end] not in _COMPARATIVES else None

    def _verb_and_object(self, text: str, start: int, end: int) -> tuple[Phrase | None, Phrase | None]:
        noun = self.noun(text, start, end)
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
        if words[first:] and words[-1].pos.startswith(("d", "p", "c", "r")) and first == len(words) - 1:
            return None
        return Phrase(words[first].start, noun.end)

    def _change_of(self, text: str, noun: Phrase | None, predicate: Phrase | None) -> Change | None:
        """Return the change that the words name themselves: 新增就业, 减轻农民负担, 涨幅, 经济增长|预期."""
        said = text[predicate.start : predicate.end] if predicate else ""
        value = self.verbs.get(said)
        if value in ("increase", "decrease"):
            return value  # type: ignore[return-value]
        if said.startswith(("新增", "净增")):
            return "increase"
        if noun is None:
            return None
        phrase = text[noun.start : noun.end]
        if _NAMES_RISE.search(phrase):
            return "increase"
        if _NAMES_FALL.search(phrase):
            return "decrease"
        opening = self.words(text, noun.start, noun.end)[0].text
        value = self.verbs.get(opening)
        return value if value in ("increase", "decrease") and opening != phrase else None  # type: ignore[return-value]


def _is_difference(text: str, predicate: Phrase) -> bool:
    return text[predicate.start : predicate.end] in _DIFFERENCE


def _any(words: Iterable[str]) -> str:
    """Return an alternation that prefers the longest; one that never matches where there are no words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(regex.escape, ordered)) or r"(?!)"
