"""Quantities with what makes them facts: 地区生产总值增长5.2%左右 → Fact."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.extract.clauses import After, Before, ClauseReader
from govtext.extract.coordination import deal_out
from govtext.extract.matching import covered
from govtext.extract.periods import resolve_period
from govtext.extract.phrases import Phrase, leading_noun_phrase
from govtext.extract.quantities import Quantity, find_quantities
from govtext.extract.status import StatusReader
from govtext.extract.times import TimeExpression, find_times
from govtext.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clean import Report
    from govtext.lexicon import Lexicon
    from govtext.model import Bound, Change
    from govtext.segment import Segmenter, Sentence

_EDGE = regex.compile(r"[，；：,;（）()…—\n]")
_NEXT_EDGE = regex.compile(r"[，；：,;（(）)…—\n。、！？]|和(?=[^，。、]{0,12}$)")
_OPENS_WITH_TIME = regex.compile(r"[“”]?(?:到|在|于|其中|这|至|截至|自|但)?")
_ONLY_SCOPE = regex.compile(
    r"(?:继续|连续|仍然?|稳|均|已|在|位|居|列|位居|位列|名列|排名|排|保持|稳居|全国|全省|全市|全区|世界|全球|亚洲|大中城市|省会城市|副省级城市|城市|地区|省份|第|中|国内|国际|各|前|首次|进入|跃居)*"
)
_LEVELS = ("保持", "位居", "位列", "超过", "增长", "稳定", "站稳", "居", "列", "下降", "实现", "突破", "高于", "低于", "提高")
_RANKED = regex.compile(
    r"(?P<verb>稳居|位居|位列|名列|排名|排在|跃居|跃升至|跃升到|升至|上升到|上升至|提升至|前移至|列|居|保持|进入|跻身|成为|是|为|排|稳定在|退居|降至|下滑至)(?:在|到|至)?(?P<scope>[^，。；、]{0,24})$"
)
_NAMED_IN_QUOTES = regex.compile(r"“[^“”，。]{1,10}”")
_POINTS_AT_TIME = regex.compile(r"(?:年|今明|明后|每|第|(?<![提以])前|头|这|那|同|上|下|隔|某|当|最近|今后|未来|过去|近|关键的?|重要的?|首|开局)$")
_NAMES_A_TERM = regex.compile(
    r"来|间|(?<!提)前|后|以来|以前|以后|内|里|之内|之前|之后|级|计划|规划|行动|方案|设想|纲要|累计|共|一遇|底|末|初|中(?!国|央|小)|期(?!间|限)|制|义务|一贯|如一日|新增|收入"
)
_RHETORICAL = regex.compile(r"(?:重点|重要|主要|突出|关键|基本)?(?:方面|事(?![故业项务])|工作(?=[：:。，]|$)|问题(?=[：:。，]|$)|任务|环节|关系|原则|要求|特点|要点)")
_WEAK_TIMES = frozenset({"本年", "全年", "每年", "上年", "当年", "上年度", "年内", "年末", "年底", "年初", "目前"})
_NAMES_AMOUNT = regex.compile(r"(?:量|数|率|额|总量|规模|面积|产量|里程|人数|总数)$")
_RATIO_OF = regex.compile(r"占(?P<whole>[^，。；]{0,24}?)(?:的)?(?P<share>比重|比例|份额|比)?$")
_DURATION_CUE = regex.compile(r"(?:连续|历时|停滞|长达|持续|为期|超过|延长|提前|推迟|用|耗时|时间|期限|期|缩短|已有|近|集中|达|不到|约|由|从|至|到|为)$")


class Draft(NamedTuple):
    """A quantity with what its clause says, before the sentence adds what it hands down."""

    quantity: Quantity
    before: Before
    after: After
    clause: int
    """Where the number's clause begins."""
    start: int
    """Where the words begin that lead up to the number."""


def find_facts(
    report: Report,
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
    segmenter: Segmenter,
    *,
    masks: Sequence[tuple[int, int]] = (),
    date: str | None = None,
) -> Iterator[Fact]:
    """Yield the numeric facts of a report in order.

    `masks`, sorted, are spans whose numbers name something (slogans, policies). `date` is the report's, ISO 8601.
    """
    times = [time for time in find_times(report.folded, lexicon) if not covered(time.start, time.end, masks)]
    hidden = sorted([*masks, *((time.start, time.end) for time in times)])
    quantities = find_quantities(report.folded, lexicon, hidden)
    year = int(date[:4]) if date else None
    reader = FactReader(report, lexicon, segmenter, StatusReader(lexicon, year), times, date)
    position = 0
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = tuple(group)
        first = position
        while position < len(quantities) and quantities[position].start < paragraph[-1].end:
            position += 1
        inside = quantities[first:position]
        if not inside:
            continue
        reader.status.enter_paragraph(report.folded, paragraph)
        for sentence in paragraph:
            reader.status.enter(report.folded, sentence)
            yield from reader.read(sentence, [q for q in inside if sentence.start <= q.start < sentence.end])


class FactReader:
    """Reads the quantities of one sentence after another."""

    def __init__(
        self,
        report: Report,
        lexicon: Lexicon,
        segmenter: Segmenter,
        status: StatusReader,
        times: Sequence[TimeExpression],
        date: str | None,
    ) -> None:
        self._report = report
        self._text = report.folded
        self._lexicon = lexicon
        self._clauses = ClauseReader(lexicon, segmenter)
        self._clauses.set_times((time.start, time.end) for time in times)
        self.status = status
        self._times = times
        self._date = date
        self._idioms = frozenset(lexicon.cue_words.get("not_a_number", {}))

    def read(self, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Fact]:
        """Yield the facts of a sentence."""
        times = [time for time in self._times if sentence.start <= time.start < sentence.end]
        drafts: list[Draft] = []
        for quantity in quantities:
            previous = drafts[-1].quantity.end if drafts else sentence.start
            following = next((other.start for other in quantities if other.start > quantity.start), sentence.end)
            if self._counts(quantity, sentence):
                drafts.append(self._draft(quantity, sentence, previous, following, times))
        facts: list[Fact] = []
        indicators = self._indicators(drafts, sentence)
        for position, draft in enumerate(drafts):
            before = drafts[position - 1] if position else None
            facts.append(self._fact(draft, before, facts, indicators[position], sentence, times))
        yield from facts

    def _counts(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a quantity measures something: no article (一个), ordinal (第三方), base (每万人) or idiom."""
        text = self._text
        if quantity.kind == "rank":
            return True
        if text[quantity.start - 1 : quantity.start] in ("第", "每") and quantity.start > sentence.start:
            return False
        if _NAMED_IN_QUOTES.match(text, max(0, text.rfind("“", max(0, quantity.start - 12), quantity.start))) and "”" not in text[max(0, text.rfind("“", max(0, quantity.start - 12), quantity.start)) : quantity.start]:
            return False
        written = text[quantity.start : quantity.end]
        if not any(char.isdigit() and char.isascii() for char in written):
            if quantity.kind == "count" and (quantity.value == 1 or _RHETORICAL.match(text, quantity.end)):
                return False
            if self._in_idiom(quantity) or (quantity.chinese and quantity.kind == "count" and self._in_word(quantity, sentence)):
                return False
        if quantity.kind == "duration":
            return self._measures_time(quantity)
        return True

    def _in_idiom(self, quantity: Quantity) -> bool:
        """Tell whether a numeral is part of a set phrase: 万家灯火, 统一."""
        text, start = self._text, quantity.start
        return any(
            text[start - back : start - back + size] in self._idioms
            for back in range(min(4, start + 1))
            for size in range(max(2, back + 1), 9)
        )

    def _in_word(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a numeral is part of a longer word: 三角, 五金."""
        first, last = max(sentence.start, quantity.start - 6), min(sentence.end, quantity.end + 6)
        return any(
            word.start < quantity.end
            and word.end > quantity.start
            and (word.start < quantity.start or word.end > quantity.end)
            and len(word.text) > 1
            and not word.pos.startswith(("m", "q", "t"))
            for word in self._clauses.words(self._text, first, last)
        )

    def _measures_time(self, quantity: Quantity) -> bool:
        """Tell whether 五年 measures a length (连续五年, 5年过渡期) or only says when (一年, 每年)."""
        before = self._text[max(0, quantity.start - 6) : quantity.start]
        after = self._text[quantity.end : quantity.end + 6]
        if _POINTS_AT_TIME.search(before) or _NAMES_A_TERM.match(after):
            return False
        if before.endswith("的") and after[:1] in ("，", "。", "；", ""):
            return False
        if quantity.value == 1 and quantity.chinese and not _DURATION_CUE.search(before):
            return False
        return quantity.unit not in ("日", "月")

    def _draft(
        self, quantity: Quantity, sentence: Sentence, previous: int, following: int, times: Sequence[TimeExpression]
    ) -> Draft:
        text = self._text
        clause = sentence.start
        for edge in _EDGE.finditer(text, sentence.start, quantity.start):
            clause = edge.end()
        if text[clause - 1 : clause] in ("）", ")"):
            opened = max(text.rfind("（", sentence.start, clause), text.rfind("(", sentence.start, clause))
            edges = [edge.end() for edge in _EDGE.finditer(text, sentence.start, max(opened, sentence.start))]
            if opened > sentence.start and not text[clause : quantity.start].strip("的约近共达为") :
                clause = edges[-1] if edges else sentence.start
        start = max(clause, previous)
        if start == previous and start > sentence.start:
            joint = regex.compile(r"[^、和及与]{0,12}?[、和及与]").match(text, start, quantity.start)
            if joint and joint.end() <= quantity.start:
                start = joint.end()
        for time in times:
            opens = _OPENS_WITH_TIME.fullmatch(text, start, max(start, time.start)) is not None
            if start <= time.start and time.end <= quantity.start and opens and not self._is_base(time):
                start = time.end
        edge = _NEXT_EDGE.search(text, quantity.end, sentence.end)
        end = min(edge.start() if edge else sentence.end, following)
        proportional = quantity.kind in ("percent", "point", "multiple", "ratio")
        before = self._clauses.before(text, start, quantity.start, clause=clause, proportional=proportional)
        return Draft(quantity, before, self._clauses.after(text, quantity.end, end, counted=_is_counted(quantity)), clause, start)

    def _is_base(self, time: TimeExpression) -> bool:
        """Tell whether a time is part of what something is compared with: 比2015年."""
        return regex.search(r"(?:比|较|与|同|和|相当于|超过|高于|低于|为|是)$", self._text[max(0, time.start - 3) : time.start]) is not None

    def _indicators(self, drafts: Sequence[Draft], sentence: Sentence) -> list[tuple[str | None, tuple[str, ...]]]:
        """Return indicator and flags of each quantity of a sentence."""
        written = self._report.written
        named: list[tuple[str | None, tuple[str, ...]]] = []
        for position, draft in enumerate(drafts):
            named.append((self._indicator(position, drafts, named), ()))
        return deal_out(self._text, written, drafts, named)

    def _indicator(
        self, position: int, drafts: Sequence[Draft], named: Sequence[tuple[str | None, tuple[str, ...]]]
    ) -> str | None:
        draft = drafts[position]
        quantity, before, after = draft.quantity, draft.before, draft.after
        inherited = named[position - 1][0] if position else self._topic(draft)
        noun, following = self._cut(before.noun), self._cut(after.noun)
        following = regex.sub(r"(?:之|当)?中$|里$", "", following) if following else following
        if following and self._clauses.is_generic(following) and (noun or inherited):
            following = None
        if position and self._joined(drafts[position - 1], draft):
            return following if following and _is_counted(quantity) else inherited
        if quantity.kind == "rank":
            return self._ranked(draft, noun, following) or inherited
        if quantity.kind == "duration":
            return self._lasting(draft, noun, following) or inherited
        ratio = self._ratio(draft)
        if ratio:
            return self._share(ratio, draft, inherited)
        if quantity.unit in ("次", "轮", "遍", "趟") and (following or after.said):
            return following if following and len(following) > 1 else self._object(after)
        if following and quantity.unit in ("人", "户") and (noun is None or len(noun) < 3) and not after.linked:
            return following
        if following and quantity.kind in ("percent", "ratio") and after.linked:
            return following
        if following and _is_counted(quantity) and not after.linked and not (noun and _NAMES_AMOUNT.search(noun) and before.predicate):
            return following
        if noun and position and inherited and drafts[position - 1].quantity.unit == quantity.unit and self._acts(draft):
            return inherited
        return noun or (following if quantity.kind not in ("point",) else None) or inherited or self._action(draft)

    def _joined(self, first: Draft, second: Draft) -> bool:
        """Tell whether a number goes straight on after another: 4.2和0.7个百分点."""
        return self._text[first.quantity.end : second.quantity.start] in ("、", "和", "与", "及", "以及")

    def _topic(self, draft: Draft) -> str | None:
        """Return the subject of the clause before, where the number's own clause has none: 粮食产量屡创新高，达到…."""
        end = draft.clause
        for _ in range(3):
            if end == 0 or self._text[end - 1] not in "，：,:":
                return None
            start = self._clause_start(end - 1)
            topic = self._subject(start, end - 1)
            if topic:
                return topic
            end = start
        return None

    def _subject(self, start: int, end: int) -> str | None:
        """Return the noun phrase that a clause opens with, where something is said of it."""
        opening = self._clauses.noun(self._text, start, end)
        words = self._clauses.words(self._text, opening.start, end) if opening else []
        last = 0
        while last < len(words) and (
            words[last].pos.startswith(("n", "vn", "j", "b", "a", "eng")) or (last and words[last].text in "的、和与及")
        ):
            last += 1
        named = last and words[last - 1].pos.startswith(("n", "j", "vn"))
        return self._cut(Phrase(words[0].start, words[last - 1].end)) if named else None

    def _clause_start(self, end: int) -> int:
        """Return where the clause that ends at `end` begins."""
        start = end
        while start > 0 and self._text[start - 1] not in "，；：,;。！？\n（）()":
            start -= 1
        return start

    def _ranked(self, draft: Draft, noun: str | None, following: str | None) -> str | None:
        """Return what holds a place: 专利申请量位居全国第一 → 专利申请量; 第四大航空港 → 航空港."""
        if following and self._text[draft.quantity.end - 1] != "位":
            return following.removeprefix("大")
        ranked = _RANKED.search(self._text, draft.start, draft.quantity.start)
        if ranked:
            head = self._clauses.noun(self._text, draft.start, ranked.start())
            found = self._cut(head)
            return found if found and not _ONLY_SCOPE.fullmatch(found) else None
        return noun if noun and not _ONLY_SCOPE.fullmatch(noun) else None

    def _lasting(self, draft: Draft, noun: str | None, following: str | None) -> str | None:
        """Return what lasts: 轮候时间不超过5年 → 轮候时间; 连续五年听取有关报告 → 有关报告; 停滞6年的戒毒所 → 戒毒所."""
        if draft.after.linked and following:
            return following
        if noun and self._text[draft.quantity.end :].startswith(_LEVELS):
            return noun
        if draft.before.noun and noun and not self._only_verbs(draft.before.noun) and noun != "连续":
            ongoing = regex.search(r"(?:连续|历时|持续)$", self._text[max(0, draft.quantity.start - 3) : draft.quantity.start])
            if not ongoing or not (following or draft.after.said):
                return noun
        return self._object(draft.after, lasting=True) or following

    def _ratio(self, draft: Draft) -> regex.Match[str] | None:
        """Find 占…的比重 in the clause of a percentage."""
        if draft.quantity.kind not in ("percent", "ratio", "point"):
            return None
        predicate = draft.before.predicate
        end = predicate.start if predicate else draft.quantity.start
        if predicate and self._text[predicate.start] == "占":
            end = draft.quantity.start
        return _RATIO_OF.search(self._text, draft.clause, end)

    def _only_verbs(self, phrase: Phrase | None) -> bool:
        """Tell whether a phrase only says what was done: 转送, 不予受理."""
        if phrase is None:
            return False
        words = self._clauses.words(self._text, phrase.start, phrase.end)
        return all(word.pos.startswith("d") or word.text in self._clauses.verbs for word in words)

    def _acts(self, draft: Draft) -> bool:
        """Tell whether the words before a number only say what was done, by whom: 转送, 最高法院办理."""
        noun, predicate = draft.before.noun, draft.before.predicate
        if noun is None:
            return False
        if predicate and predicate.start >= noun.end:
            return self._clauses.verbs.get(self._text[predicate.start : predicate.end]) == "do"
        return self._only_verbs(noun)

    def _action(self, draft: Draft) -> str | None:
        """Return the action itself where it has no object: 进站|13973人次."""
        predicate = self._cut(draft.before.predicate)
        acts = predicate is not None and self._clauses.verbs.get(predicate, "do") == "do"
        return predicate if acts and draft.quantity.kind in ("count", "money") else None

    def _share(self, ratio: regex.Match[str], draft: Draft, inherited: str | None) -> str | None:
        """Return what 占…比重 measures: the part, or with 比重 the whole ratio."""
        stop, _ = self._clauses.skip_adverbs(self._text, draft.clause, ratio.start())
        head = self._clauses.noun(self._text, max(draft.start, draft.clause), max(stop, draft.start))
        part = self._cut(head) or inherited
        if ratio["share"] and part:
            given = part.endswith("所")
            return part.removesuffix("所") + "所" * given + self._report.written[ratio.start() : ratio.end()]
        return part

    def _object(self, after: After, *, lasting: bool = False) -> str | None:
        """Return the thing that the words after a number act on: 听取有关报告 → 有关报告."""
        phrase = after.noun or after.said
        if phrase is None:
            return None
        whole = Phrase(phrase.start, after.said.end if after.said else phrase.end)
        words = self._clauses.words(self._text, whole.start, whole.end)
        if lasting and self._clauses.verbs.get(words[0].text) in ("level", "increase", "decrease"):
            return None
        while words and (words[0].pos.startswith(("v", "d", "p", "a")) or words[0].text in self._clauses.verbs):
            words = words[1:]
        return self._cut(Phrase(words[0].start, whole.end)) if words else self._cut(whole)

    def _cut(self, phrase: Phrase | None) -> str | None:
        """Return a phrase as written."""
        return self._report.written[phrase.start : phrase.end] or None if phrase else None

    def _fact(
        self,
        draft: Draft,
        previous: Draft | None,
        facts: Sequence[Fact],
        named: tuple[str | None, tuple[str, ...]],
        sentence: Sentence,
        times: Sequence[TimeExpression],
    ) -> Fact:
        quantity, before, after = draft.quantity, draft.before, draft.after
        joint = previous is not None and self._joined(previous, draft)
        predicate = self._predicate(draft, joint, facts, named[0])
        change: Change | None = before.change or (facts[-1].change if joint and facts else None)
        if change is None and quantity.kind == "percent" and not before.level and named[0] and regex.search(r"(?:增长速度|增速|增幅|涨幅|增长率)$", named[0]):
            change = "increase"
        if quantity.rule == "quantity/doubling":
            change, predicate = "increase", "翻"
        if quantity.kind == "rank" and not joint:
            predicate = self._rank_verb(draft)
        baseline = self._cut(before.baseline) or (facts[-1].baseline if joint and facts else None)
        if baseline is None and change and facts and facts[-1].change and facts[-1].baseline and quantity.kind in ("percent", "point"):
            baseline = facts[-1].baseline
        bound: Bound = after.bound or before.bound or ("over" if quantity.over else "exact")
        if quantity.low is not None:
            bound = "range"
        elif quantity.over and bound in ("exact", "about"):
            bound = "over"
        time = self._time(draft, times)
        status = self.status.read(
            self._text[sentence.start : quantity.start],
            draft.clause - sentence.start,
            this_year=time is not None and self._text[time.start : time.end] in ("今年", "明年"),
        )
        indicator, flags = named
        written = self._report.written
        return Fact(
            **self._report.place(quantity.start, quantity.end),
            rule=quantity.rule,
            kind=quantity.kind,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            bound=bound,
            indicator=indicator,
            indicator_id=self._indicator_id(indicator),
            predicate=predicate,
            change=change,
            status=status.status,
            time=written[time.start : time.end] if time else None,
            period=resolve_period(self._text[time.start : time.end], self._date) if time else None,
            baseline=baseline,
            cues=(*status.cues, *before.cues, *after.cues),
            flags=flags,
            sentence=written[sentence.start : sentence.end],
        )

    def _predicate(self, draft: Draft, joint: bool, facts: Sequence[Fact], indicator: str | None) -> str | None:
        """Return the verb that ties a number to its indicator; a list goes on with the verb of its first member."""
        quantity, before, after = draft.quantity, draft.before, draft.after
        if before.starting:
            return None
        streak = quantity.kind == "duration" or quantity.unit in ("次", "轮", "遍")
        if streak and after.said and self._text[max(0, quantity.start - 2) : quantity.start] == "连续":
            words = self._clauses.words(self._text, after.said.start, after.said.end)
            verbs = [word for word in takewhile(lambda word: word.pos.startswith("v"), words)]
            if verbs:
                return self._cut(Phrase(verbs[0].start, verbs[-1].end))
        if before.predicate and not (self._cut(before.predicate) == "为" and before.noun is None and after.said):
            return self._cut(before.predicate)
        if self._ratio(draft):
            return "占"
        listed = self._text[draft.start - 1 : draft.start] == "、" and bool(facts)
        if joint or listed:
            return facts[-1].predicate if facts else None
        if before.noun is None and _counts_things(quantity) and indicator:
            return self._cut(after.said)
        return None

    def _rank_verb(self, draft: Draft) -> str | None:
        """Return the verb that gives somebody a place: 位居, 跃升至."""
        ranked = _RANKED.search(self._text, draft.start, draft.quantity.start)
        return self._report.written[ranked.start("verb") : ranked.end("verb")] if ranked else None

    def _time(self, draft: Draft, times: Sequence[TimeExpression]) -> TimeExpression | None:
        """Return the time expression that governs a number: the last before it in its sentence.

        本年, 全年 and 每年 yield to an explicit time; a start (从去年的2.1%) has its own.
        """
        quantity, base = draft.quantity, draft.before.baseline
        if quantity.kind == "duration" and regex.search(r"(?:连续|停滞|困扰)$", self._text[max(0, quantity.start - 3) : quantity.start]):
            return None
        governing: TimeExpression | None = None
        for time in times:
            if time.end > quantity.start:
                break
            if time.kind == "none" or (base and base.start <= time.start < base.end):
                continue
            start = regex.search(r"(?:从|由|自)$", self._text[max(0, time.start - 3) : time.start])
            if start and self._text[time.end : quantity.start].strip("的约近") == "":
                return time
            if start or self._is_base(time) or self._text[time.start - 1 : time.start] == "占":
                continue
            weak = self._text[time.start : time.end] in _WEAK_TIMES
            if weak and governing is not None:
                continue
            governing = time
        return governing

    def _indicator_id(self, indicator: str | None) -> str | None:
        """Return the dictionary's id of an indicator, found by its longest known ending."""
        if not indicator:
            return None
        names = self._lexicon.indicator_names
        bare = indicator.strip("“”")
        for start in range(len(bare) - 1):
            row = names.get(bare[start:])
            if row:
                return row.id
        return None


def _is_counted(quantity: Quantity) -> bool:
    """Tell whether a noun must follow, as after a measure word: 311项…, 551万…."""
    return (quantity.kind == "count" and quantity.unit not in ("人", "户", "人次", "次", "轮", "遍", "趟")) or quantity.kind == "money" or quantity.kind == "measure"


def _counts_things(quantity: Quantity) -> bool:
    """Tell whether a number can stand before the thing it counts: 311项行政审批事项, 551万农村贫困人口."""
    return quantity.kind in ("count", "money", "measure", "ratio") or quantity.unit is None


__all__ = ["find_facts"]
