"""Quantities with what makes them facts: 地区生产总值增长5.2%左右 → Fact."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from govtext.clean import fold_width
from govtext.find.candidates import Candidates
from govtext.find.carried import Carried, carry
from govtext.find.changes import ChangeReader
from govtext.find.clauses import ClauseReader
from govtext.find.drafts import AHEAD, Draft, Drafter
from govtext.find.governing_times import GoverningTimes
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
    from govtext.model import Bound
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
        self._candidates = Candidates(report.folded, lexicon, clauses)
        self._times = GoverningTimes(report.folded, lexicon, times)
        self._drafter = Drafter(report.folded, clauses, self._times)
        self._indicators = IndicatorReader(report, lexicon, clauses)
        self._predicates = PredicateReader(report.folded, lexicon, clauses, self._indicators)
        self._changes = ChangeReader(report.folded, lexicon)
        self.status = StatusReader(lexicon, int(date[:4]) if date else None)
        self._date = date

    def read(self, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Fact]:
        """Yield the facts of a sentence."""
        drafts: list[Draft] = []
        for position, quantity in enumerate(quantities):
            if self._candidates.measures(quantity, sentence):
                previous = drafts[-1].quantity.end if drafts else sentence.start
                following = quantities[position + 1].start if position + 1 < len(quantities) else sentence.end
                drafts.append(self._drafter.draft(quantity, sentence, previous, following))
        carried = Carried()
        before: Draft | None = None
        for draft, named in zip(drafts, self._indicators.read(drafts), strict=True):
            carried = carry(self._text, carried, before, draft)
            fact = self._part(draft, carried) or self._fact(draft, carried, named, sentence)
            carried = carried._replace(earlier=fact)
            before = draft
            yield fact

    def _part(self, draft: Draft, carried: Carried) -> Fact | None:
        """Return the next part of a proportion: it has all but its number from the part before it."""
        quantity, earlier = draft.quantity, carried.earlier
        if earlier is None or not carried.joint or quantity.rule != "quantity/proportion":
            return None
        place = self._report.place(quantity.start, quantity.end)
        return msgspec.structs.replace(earlier, **place, value=quantity.value)

    def _fact(self, draft: Draft, carried: Carried, named: Named, sentence: Sentence) -> Fact:
        """Put a fact together from its clause and from what it takes over."""
        quantity, written = draft.quantity, self._report.written
        indicator, flags = named
        time = self._times.of(draft, sentence)
        period = resolve_period(self._text[time.start : time.end], self._date) if time else None
        status = self.status.read(
            self._text[sentence.start : quantity.start],
            draft.clause - sentence.start,
            self._text[quantity.end : min(sentence.end, quantity.end + AHEAD)],
            this_year=time is not None and self._times.is_coming(time, sentence),
            past=period is not None and self._date is not None and period.split("/")[-1][:4] < self._date[:4],
        )
        change = self._changes.change(draft, sentence, indicator, carried)
        baseline = self._changes.baseline(draft, sentence, change, carried)
        predicate = self._predicates.read(draft, indicator, carried)
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
            bound=_bound(draft, carried.hedge),
            indicator=indicator,
            indicator_id=self._indicators.identifier(indicator),
            predicate=predicate,
            change=change,
            status=status.status,
            time=written[time.start : time.end] if time else None,
            period=period,
            baseline=self._indicators.cut(baseline) if isinstance(baseline, Phrase) else baseline,
            cues=(*status.cues, *draft.before.cues, *draft.after.cues),
            flags=flags,
            sentence=written[sentence.start : sentence.end],
        )

    def _unit(self, quantity: Quantity) -> str | None:
        """Return the unit in the characters of the text: 個 where it is written in Traditional ones."""
        unit = quantity.unit
        at = self._text.rfind(unit, quantity.start, quantity.end) if unit else -1
        written = self._report.written[at : at + len(unit)] if unit and at >= 0 else None
        return written if written and fold_width(written) == written else unit


def _bound(draft: Draft, hedge: Bound | None) -> Bound:
    """Return how a number is bounded: by the words around it, of which `hedge` are those before, by 多, as a range."""
    quantity = draft.quantity
    if quantity.low is not None:
        return "range"
    said = draft.after.bound or hedge
    if quantity.over and said in (None, "about"):
        return "over"
    return said or "exact"
