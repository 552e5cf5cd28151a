"""The verb that ties a number to what it measures."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from govtext.find.drafts import Draft, counts_things
from govtext.find.fact_words import fact_words
from govtext.find.phrases import Phrase

if TYPE_CHECKING:
    from govtext.find.carried import Carried
    from govtext.find.clauses import ClauseReader
    from govtext.find.indicators import IndicatorReader
    from govtext.lexicon import Lexicon


class PredicateReader:
    """Names the predicate of each number of a text."""

    def __init__(self, text: str, lexicon: Lexicon, clauses: ClauseReader, indicators: IndicatorReader) -> None:
        self._text = text
        self._clauses = clauses
        self._indicators = indicators
        self._places = fact_words(lexicon).places

    def read(self, draft: Draft, indicator: str | None, carried: Carried) -> str | None:
        """Return the verb that ties a number to its indicator; a list goes on with the verb of its first member."""
        quantity, before, after = draft.quantity, draft.before, draft.after
        cut = self._indicators.cut
        if quantity.rule == "quantity/doubling":
            return None
        if quantity.kind == "rank" and not carried.joint:
            ranked = self._indicators.ranked.search(self._text, draft.start, quantity.start)
            return cut(Phrase(*ranked.span("verb"))) if ranked else None
        if before.starting:
            return None
        repeated = self._repeated(draft)
        if repeated:
            return cut(repeated)
        tie = cut(before.predicate)
        goes_on = after.said is not None or (tie == "在" and after.noun is not None)
        preposition = goes_on and (tie == "在" or (tie == "为" and before.noun is None))
        if before.predicate and not preposition:
            return tie.removesuffix("了") if tie else None
        if carried.listed and carried.earlier and (carried.earlier.predicate or after.said is None):
            return carried.earlier.predicate
        ratio = self._indicators.ratio(draft)
        if ratio:
            whole_name = ratio["share"] and not ratio["whole"]  # 民生支出占比|七成
            return None if whole_name else cut(Phrase(ratio.start(), ratio.start() + 1))
        as_planned = self._text[quantity.start - 1] in "按以"
        alone = before.noun is None or preposition or cut(before.noun) in self._places
        times = quantity.unit in ("次", "轮", "遍")
        counts = counts_things(quantity) or (after.linked and quantity.kind == "percent")
        follows = after.noun is None and quantity.kind in ("count", "measure", "duration")
        if after.said and (as_planned or times or ((alone or follows) and counts and indicator)):
            return cut(self._verbs_of(after.said) or (None if tie == "在" else after.said))
        return None

    def _verbs_of(self, said: Phrase) -> Phrase | None:
        """Return the verbs at the start of what is said: 全部|实现脱贫|，."""
        words = self._clauses.edges.words(self._text, said.start, said.end)
        first = next((i for i, word in enumerate(words) if word.pos.startswith("v")), 0)
        verbs = list(takewhile(lambda word: word.pos.startswith("v"), words[first:]))
        return Phrase(verbs[0].start, verbs[-1].end) if verbs else None

    def _repeated(self, draft: Draft) -> Phrase | None:
        """Return the verb after 连续五年 or 连续19次: 连续五年|听取|报告."""
        quantity, said = draft.quantity, draft.after.said
        counted = quantity.kind == "duration" or quantity.unit in ("次", "轮", "遍")
        if not counted or said is None or not self._text.endswith("连续", 0, quantity.start):
            return None
        words = self._clauses.edges.words(self._text, said.start, said.end)
        verbs = list(takewhile(lambda word: word.pos.startswith("v"), words))
        return Phrase(verbs[0].start, verbs[-1].end) if verbs else None
