"""Quantities with what makes them facts: 地区生产总值增长5.2%左右 → Fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.extract.clauses import After, Before, ClauseReader
from govtext.extract.coordination import deal_out
from govtext.extract.matching import covered
from govtext.extract.periods import resolve_period
from govtext.extract.phrases import Phrase
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
_RATIO_OF = regex.compile(r"占(?P<whole>[^，。；、]{0,24}?)(?:的)?(?P<share>比重|比例|份额|比)?$")
_DURATION_CUE = regex.compile(r"(?:连续|历时|停滞|长达|持续|为期|超过|延长|提前|推迟|用|耗时|时间|期限|期|缩短|已有|近|集中|达|不到|约|由|从|至|到|为)$")


class Draft(NamedTuple):
    """A quantity with what its clause says, before the sentence adds what it hands down."""

    quantity: Quantity
    before: Before
    after: After
    clause: int
    """Where the number's clause begins."""


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

    `masks` are spans whose numbers name something (slogans, policies). `date` is the report's, ISO 8601.
    """
    times = find_times(report.folded, lexicon)
    hidden = sorted([*masks, *((time.start, time.end) for time in times)])
    quantities = find_quantities(report.folded, lexicon, hidden)
    year = int(date[:4]) if date else None
    reader = FactReader(report, lexicon, segmenter, StatusReader(lexicon, year), times, date)
    position = 0
    for sentence in sentences:
        inside: list[Quantity] = []
        while position < len(quantities) and quantities[position].start < sentence.end:
            if quantities[position].start >= sentence.start:
                inside.append(quantities[position])
            position += 1
        if inside:
            yield from reader.read(sentence, inside)


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
        self._status = status
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
        inherited = self._status.heading(sentence.heading)
        facts: list[Fact] = []
        indicators = self._indicators(drafts, sentence)
        for position, draft in enumerate(drafts):
            before = drafts[position - 1] if position else None
            facts.append(self._fact(draft, before, facts, indicators[position], sentence, times, inherited))
        yield from facts

    def _counts(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Tell whether a quantity measures something: no article (一个), no part of a word (统一, 一般)."""
        text = self._text
        if quantity.chinese and quantity.kind == "count":
            if quantity.value == 1:
                return False
            words = self._clauses.words(text, max(sentence.start, quantity.start - 6), min(sentence.end, quantity.end + 6))
            for word in words:
                crosses = word.start < quantity.end and word.end > quantity.start
                sticks_out = word.start < quantity.start or word.end > quantity.end
                if crosses and len(word.text) > 1 and not word.pos.startswith(("m", "q", "t")) and (
                    sticks_out or word.text in self._idioms
                ):
                    return False
        if quantity.chinese and any(
            text.startswith(idiom, quantity.start - back)
            for back in range(3)
            for idiom in (text[quantity.start - back : quantity.start - back + size] for size in (2, 3, 4))
            if idiom in self._idioms and len(idiom) > back
        ):
            return False
        if quantity.kind == "duration" and quantity.unit in ("年", "天", "日", "个月", "月"):
            return self._measures_time(quantity)
        return True

    def _measures_time(self, quantity: Quantity) -> bool:
        """Tell whether 五年 measures a length (连续五年, 5年过渡期) or only says when (一年, 每年)."""
        before = self._text[max(0, quantity.start - 6) : quantity.start]
        after = self._text[quantity.end : quantity.end + 4]
        if regex.search(r"(?:每|第|前|头|这|那|同|上|下|隔|某|当|最近|今后|未来|过去|近)$", before):
            return False
        if regex.match(r"(?:来|间|前|后|以来|以前|以后|内|里|之内|之前|之后|级|计划|规划|行动|累计|共|一遇|底|末|初|中)", after):
            return False
        if quantity.chinese and quantity.value == 1 and not _DURATION_CUE.search(before):
            return False
        return not (quantity.unit in ("日", "月"))

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
            if joint and joint.end() < quantity.start:
                start = joint.end()
        for time in times:
            if start <= time.start and time.end <= quantity.start and time.start - start <= 4:
                start = time.end if not self._is_base(time) else start
        edge = _NEXT_EDGE.search(text, quantity.end, sentence.end)
        end = min(edge.start() if edge else sentence.end, following)
        return Draft(quantity, self._clauses.before(text, start, quantity.start), self._clauses.after(text, quantity.end, end), clause)

    def _is_base(self, time: TimeExpression) -> bool:
        """Tell whether a time is part of what something is compared with: 比2015年."""
        return regex.search(r"(?:比|较|与|从|由|自|相当于|超过|高于|低于)$", self._text[max(0, time.start - 3) : time.start]) is not None

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
        inherited = named[position - 1][0] if position else None
        if position and self._text[drafts[position - 1].quantity.end : quantity.start] in ("、", "和", "与", "及", "以及"):
            own = self._cut(after.noun) if _counts_things(quantity) else None
            return own or inherited
        predicate = self._cut(before.predicate) or ""
        noun = self._cut(before.noun)
        if quantity.kind == "duration":
            return self._cut(before.noun) or self._object(after) or inherited
        ratio = _RATIO_OF.search(self._text, draft.clause, (before.predicate or Phrase(quantity.start, quantity.start)).start + (1 if predicate.startswith("占") else 0)) if quantity.kind in ("percent", "ratio", "point") else None
        if ratio:
            return self._share(ratio, draft, inherited)
        if after.noun and _counts_things(quantity) and not (before.level and noun):
            if quantity.unit in ("次", "轮", "遍", "趟") and after.noun.start >= 0:
                return self._object(after)
            return self._cut(after.noun)
        if noun is None and quantity.unit in ("次", "轮", "遍") and after.said:
            return self._object(after)
        if noun:
            return noun
        if after.noun and quantity.kind not in ("rank",):
            return self._cut(after.noun)
        return inherited or (predicate if quantity.kind == "count" and not inherited else None) or None

    def _share(self, ratio: regex.Match[str], draft: Draft, inherited: str | None) -> str | None:
        """Return what 占…比重 measures: the part, or with 比重 the whole ratio."""
        head = self._clauses._noun(self._text, max(draft.clause, 0), ratio.start())  # noqa: SLF001
        part = self._cut(head) or inherited
        if ratio["share"] and part:
            return part + self._report.written[ratio.start() : ratio.end()]
        return part

    def _object(self, after: After) -> str | None:
        """Return the thing that the words after a number act on: 听取有关报告 → 有关报告."""
        phrase = after.noun or after.said
        if phrase is None:
            return None
        whole = Phrase(phrase.start, after.said.end if after.said else phrase.end)
        words = self._clauses.words(self._text, whole.start, whole.end)
        while words and (words[0].pos.startswith(("v", "d", "p")) or words[0].text in self._clauses.verbs) and len(words) > 1:
            words = words[1:]
        return self._cut(Phrase(words[0].start, whole.end)) if words else None

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
        inherited: str | None,
    ) -> Fact:
        quantity, before, after = draft.quantity, draft.before, draft.after
        joint = previous is not None and self._text[previous.quantity.end : quantity.start] in ("、", "和", "与", "及", "以及")
        predicate = self._cut(before.predicate) or (facts[-1].predicate if joint and facts else None) or (
            self._cut(after.said) if _counts_things(quantity) else None
        )
        change: Change | None = before.change or (facts[-1].change if joint and facts else None)
        baseline = self._cut(before.baseline) or (facts[-1].baseline if joint and facts else None)
        if baseline is None and change and facts and facts[-1].change and facts[-1].baseline and quantity.kind in ("percent", "point"):
            baseline = facts[-1].baseline
        bound: Bound = after.bound or before.bound or ("over" if quantity.over else "exact")
        if quantity.low is not None:
            bound = "range"
        elif quantity.over and bound in ("exact", "about"):
            bound = "over"
        status = self._status.read(
            self._text[sentence.start : quantity.start], draft.clause - sentence.start, inherited  # type: ignore[arg-type]
        )
        time = self._time(draft, sentence, times)
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

    def _time(self, draft: Draft, sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
        """Return the time expression that governs a number: the last before it in its sentence."""
        governing = None
        base = draft.before.baseline
        for time in times:
            if time.end > draft.quantity.start:
                break
            if time.kind == "none" or self._is_base(time) or (base and base.start <= time.start < base.end):
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


def _counts_things(quantity: Quantity) -> bool:
    """Tell whether a number can stand before the thing it counts: 311项行政审批事项, 551万农村贫困人口."""
    return quantity.kind in ("count", "money", "measure", "ratio") or quantity.unit is None


__all__ = ["covered", "find_facts"]
