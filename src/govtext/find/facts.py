"""Quantities with what makes them facts: 地区生产总值增长5.2%左右 → Fact."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

from govtext.clean import fold_width
from govtext.find.candidates import Candidates
from govtext.find.clauses import ClauseReader
from govtext.find.drafts import Draft, Drafter, counts_things, goes_on, is_part, is_rate_of_part, joined, opens_list
from govtext.find.indicators import IndicatorReader
from govtext.find.matching import covered
from govtext.find.passages import Passages
from govtext.find.periods import resolve_period
from govtext.find.phrases import Phrase
from govtext.find.predicates import PredicateReader
from govtext.find.quantities import Quantity, find_quantities
from govtext.find.status import StatusReader
from govtext.find.times import TimeExpression, find_times
from govtext.find.verbs import LEVEL_TAIL
from govtext.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.clean import Report
    from govtext.find.coordination import Named
    from govtext.lexicon import Lexicon
    from govtext.model import Bound, Change
    from govtext.segment import Segmenter, Sentence


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
    passages = Passages(report.folded)
    times = [time for time in find_times(passages, lexicon) if not _is_masked(time, masks)]
    hidden = sorted([*masks, *((time.start, time.end) for time in times)])
    quantities = find_quantities(passages, lexicon, hidden)
    reader = FactReader(report, lexicon, segmenter, times=times, date=date)
    position = 0
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = tuple(group)
        first = position
        while position < len(quantities) and quantities[position].start < paragraph[-1].end:
            position += 1
        inside = quantities[first:position]
        if not inside:
            reader.status.pass_paragraph(report.folded, paragraph)
            continue
        reader.status.enter_paragraph(report.folded, paragraph)
        for sentence in paragraph:
            reader.status.enter(report.folded, sentence)
            own = [quantity for quantity in inside if sentence.start <= quantity.start < sentence.end]
            if own:
                yield from reader.read(sentence, own)


_AHEAD = 24
"""How many characters behind a number may say when it comes."""


def _is_masked(time: TimeExpression, masks: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a time is part of a name; 第二个五年计划期间 is more than the name in it."""
    position = bisect_left(masks, (time.start, 0))
    whole = position < len(masks) and masks[position][0] == time.start and masks[position][1] < time.end
    return not whole and covered(time.start, time.end, masks)


class FactReader:
    """Reads the quantities of one sentence after another."""

    def __init__(
        self,
        report: Report,
        lexicon: Lexicon,
        segmenter: Segmenter,
        *,
        times: Sequence[TimeExpression],
        date: str | None,
    ) -> None:
        clauses = ClauseReader(lexicon, segmenter, times)
        self._report = report
        self._text = report.folded
        self._clauses = clauses
        self._candidates = Candidates(report.folded, lexicon, clauses)
        self._drafter = Drafter(report.folded, lexicon, clauses)
        self._indicators = IndicatorReader(report, lexicon, clauses)
        self._predicates = PredicateReader(report.folded, lexicon, clauses, self._indicators)
        self.status = StatusReader(lexicon, int(date[:4]) if date else None)
        self._times = times
        self._time_starts = [time.start for time in times]
        self._date = date
        self._goes_on = lexicon.shape("clause/goes-on")
        self._weak_time = lexicon.shape("clause/weak-time")
        self._names_rise = lexicon.shape("clause/names-rise")
        self._affected = lexicon.shape("clause/affected")
        self._set_aside = lexicon.shape("clause/set-aside")
        self._list_of_rises = lexicon.shape("clause/list-of-rises")
        self._frame = lexicon.shape("clause/comparison-frame")

    def read(self, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Fact]:
        """Yield the facts of a sentence."""
        first = bisect_left(self._time_starts, sentence.start)
        times = self._times[first : bisect_left(self._time_starts, sentence.end)]
        drafts: list[Draft] = []
        for position, quantity in enumerate(quantities):
            if self._candidates.measures(quantity, sentence):
                previous = drafts[-1].quantity.end if drafts else sentence.start
                following = quantities[position + 1].start if position + 1 < len(quantities) else sentence.end
                drafts.append(self._drafter.draft(quantity, sentence, previous, following, times))
        facts: list[Fact] = []
        hedge: Bound | None = None
        time: TimeExpression | None = None
        listing = False
        for position, (draft, named) in enumerate(zip(drafts, self._indicators.read(drafts), strict=True)):
            joint = position > 0 and joined(self._text, drafts[position - 1], draft)
            part = position > 0 and facts[-1].change is not None and is_rate_of_part(self._text, draft)
            onwards = listing and goes_on(self._text, drafts[position - 1], draft)
            listing = opens_list(draft) or part or (listing and (joint or onwards))
            listed = joint or part or onwards or self._text[draft.start - 1 : draft.start] == "、"
            hedge = draft.before.bound or (hedge if joint else None)  # 分别超过8亿元和|3亿元
            if not joint or not is_part(draft):
                time = self._time(draft, times)
            earlier = facts[-1] if facts else None
            facts.append(self._fact(draft, earlier, named, sentence, time, hedge=hedge, joint=joint, listed=listed))
        yield from facts

    def _fact(
        self,
        draft: Draft,
        earlier: Fact | None,
        named: Named,
        sentence: Sentence,
        time: TimeExpression | None,
        *,
        hedge: Bound | None,
        joint: bool,
        listed: bool,
    ) -> Fact:
        """Put a fact together from its clause and from the fact before it in the sentence."""
        quantity, written = draft.quantity, self._report.written
        indicator, flags = named
        period = resolve_period(self._text[time.start : time.end], self._date) if time else None
        status = self.status.read(
            self._text[sentence.start : quantity.start],
            draft.clause - sentence.start,
            self._text[quantity.end : min(sentence.end, quantity.end + _AHEAD)],
            this_year=time is not None and self._is_coming(time, sentence),
            past=period is not None and self._date is not None and period.split("/")[-1][:4] < self._date[:4],
        )
        change = self._change(draft, indicator, earlier if joint or (listed and self._is_alike(draft)) else None)
        predicate = self._predicates.read(draft, indicator, earlier, joint=joint, listed=listed)
        if predicate and predicate == indicator:  # one of them only: 支出|5亿元, but 增加到|5亿元
            level = predicate.endswith(LEVEL_TAIL)
            predicate, indicator = (predicate, None) if level else (None, indicator)
        return Fact(
            **self._report.place(quantity.start, quantity.end),
            rule=quantity.rule,
            kind=quantity.kind,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=self._unit(quantity),
            bound=_bound(draft, hedge),
            indicator=indicator,
            indicator_id=self._indicators.identifier(indicator),
            predicate=predicate,
            change=change,
            status=status.status,
            time=written[time.start : time.end] if time else None,
            period=period,
            baseline=self._baseline(draft, sentence, change, earlier, joint=joint),
            cues=(*status.cues, *draft.before.cues, *draft.after.cues),
            flags=flags,
            sentence=written[sentence.start : sentence.end],
        )

    def _is_alike(self, draft: Draft) -> bool:
        """Tell whether a number of a list rises as the one before it: not 累计|26家, nor 、|失业率3.2%."""
        total = "累计" in self._text[draft.start : draft.quantity.start]
        other_rate = draft.quantity.kind == "percent" and self._text[draft.start - 1] == "、"
        return draft.before.predicate is None and not total and not other_rate

    def _is_coming(self, time: TimeExpression, sentence: Sentence) -> bool:
        """Tell whether a time is the year that a report speaks of as still to come: 今年, 全年 after 今年."""
        said = self._text[time.start : time.end]
        return said in ("今年", "明年") or (said == "全年" and "今年" in self._text[sentence.start : time.start])

    def _unit(self, quantity: Quantity) -> str | None:
        """Return the unit in the characters of the text: 個 where it is written in Traditional ones."""
        unit = quantity.unit
        at = self._text.rfind(unit, quantity.start, quantity.end) if unit else -1
        written = self._report.written[at : at + len(unit)] if unit and at >= 0 else None
        return written if written and fold_width(written) == written else unit

    def _change(self, draft: Draft, indicator: str | None, earlier: Fact | None) -> Change | None:
        """Return whether a number is the size of a rise or fall; `earlier` is the fact it is joined to."""
        if draft.quantity.rule == "quantity/doubling":
            return "increase"
        if draft.before.starting or self._is_affected(draft):
            return None
        change = draft.before.change or (earlier.change if earlier else None)
        reached = draft.before.level and self._text[draft.quantity.start - 1] in "到至"
        share = self._text[draft.quantity.start - 1] == "的"  # 完成目标的113%
        rate = draft.quantity.kind in ("percent", "ratio") and not reached and not share and indicator is not None
        if change is None and draft.before.predicate is None and counts_things(draft.quantity):
            first = max(self._text.rfind("。", 0, draft.start), self._text.rfind("；", 0, draft.start)) + 1
            return "increase" if self._list_of_rises.search(self._text, first, draft.start) else None
        if change is None and rate and indicator and not indicator.endswith("增长"):
            return "increase" if self._names_rise.search(indicator) else None
        return change

    def _is_affected(self, draft: Draft) -> bool:
        """Tell whether a number counts those for whom something rises or falls: 减轻|3000户|企业税负."""
        owners = draft.quantity.kind == "count" and draft.before.noun is None
        end = draft.quantity.end
        return owners and self._affected.search(self._text[end : end + _AHEAD]) is not None

    def _baseline(
        self, draft: Draft, sentence: Sentence, change: Change | None, earlier: Fact | None, *, joint: bool
    ) -> str | None:
        """Return what a change is compared with; said once, it holds for the percentages that follow."""
        own = self._indicators.cut(draft.before.baseline)
        if own:
            return own
        proportional = draft.quantity.kind in ("percent", "point", "multiple")
        if earlier and earlier.baseline and (joint or (change and earlier.change and proportional)):
            return earlier.baseline
        if change is None:
            return None
        first = max(sentence.start, self._text.rfind("；", sentence.start, draft.clause) + 1)
        frame = self._frame.search(self._text, first, draft.clause)
        return self._indicators.cut(Phrase(*frame.span("phrase"))) if frame else None

    def _time(self, draft: Draft, times: Sequence[TimeExpression]) -> TimeExpression | None:
        """Return the time expression that governs a number: the last before it in its sentence.

        本年, 全年 and 每年 yield to an explicit time unless they open the clause; a start (从去年的2.1%) has its own.
        """
        text, quantity, base = self._text, draft.quantity, draft.before.baseline
        if quantity.kind == "duration" and self._goes_on.search(text, max(0, quantity.start - 3), quantity.start):
            return None
        governing: TimeExpression | None = None
        for time in times:
            if time.end > quantity.start:
                break
            if self._set_aside.match(text, time.end, quantity.start):  # 在十年间增长7%的基础上，|增长9%
                continue
            if time.kind == "none" or (base and base.start <= time.start < base.end) or self._describes(time, draft):
                continue
            starts = text[time.start - 1 : time.start] in ("从", "由", "自")
            if starts and not text[time.end : quantity.start].strip("的约近不足到超过"):
                return time
            if starts or self._drafter.is_compared(time) or text[time.start - 1 : time.start] == "占":
                continue
            opens_clause = 0 <= time.start - draft.clause <= 1
            if governing is None or opens_clause or not self._is_weak(time) or self._is_weak(governing):
                governing = time
        return governing

    def _is_weak(self, time: TimeExpression) -> bool:
        return self._weak_time.search(self._text[time.start : time.end]) is not None

    def _describes(self, time: TimeExpression, draft: Draft) -> bool:
        """Tell whether a time in an earlier clause only describes a noun there: 超过了建国以来的最高水平，总产量…."""
        return self._text.startswith("以来的", time.end - 2) and time.end < draft.clause


def _bound(draft: Draft, hedge: Bound | None) -> Bound:
    """Return how a number is bounded: by the words around it, of which `hedge` are those before, by 多, as a range."""
    quantity = draft.quantity
    if quantity.low is not None:
        return "range"
    said = draft.after.bound or hedge
    if quantity.over and said in (None, "about"):
        return "over"
    return said or "exact"
