"""Whether a number is the size of a change, and what it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govtext.find.drafts import AHEAD, Draft, counts_things
from govtext.find.phrases import Phrase

if TYPE_CHECKING:
    from govtext.find.carried import Carried
    from govtext.lexicon import Lexicon
    from govtext.model import Change
    from govtext.segment import Sentence


class ChangeReader:
    """Reads the changes of a text, and their baselines."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._names_rise = lexicon.shape("clause/names-rise")
        self._affected = lexicon.shape("clause/affected")
        self._list_of_rises = lexicon.shape("clause/list-of-rises")
        self._frame = lexicon.shape("clause/comparison-frame")

    def change(self, draft: Draft, sentence: Sentence, indicator: str | None, carried: Carried) -> Change | None:
        """Return whether a number is the size of a rise or fall."""
        quantity, before = draft.quantity, draft.before
        if quantity.rule == "quantity/doubling":
            return "increase"
        if before.starting or self._is_affected(draft):
            return None
        handed_down = carried.joint or (carried.listed and self._rises_alike(draft))
        change = before.change or (carried.earlier.change if carried.earlier and handed_down else None)
        if change is None and before.predicate is None and counts_things(quantity):
            first = self._after_semicolon(sentence, draft.start)
            return "increase" if self._list_of_rises.search(self._text, first, draft.start) else None
        reached = before.level and self._text[quantity.start - 1] in "到至"
        share = self._text[quantity.start - 1] == "的"  # 完成目标的113%
        rate = quantity.kind in ("percent", "ratio") and not reached and not share
        if change is None and rate and indicator and not indicator.endswith("增长"):
            return "increase" if self._names_rise.search(indicator) else None
        return change

    def baseline(
        self, draft: Draft, sentence: Sentence, change: Change | None, carried: Carried
    ) -> Phrase | str | None:
        """Return what a change is compared with; said once in a sentence, it holds for the percentages that follow."""
        if draft.before.starting:
            return None
        if draft.before.baseline:
            return draft.before.baseline
        if carried.joint and carried.earlier and carried.earlier.baseline:
            return carried.earlier.baseline
        if change is None:
            return None
        if isinstance(carried.baseline, Phrase):
            return carried.baseline
        if carried.baseline and draft.quantity.kind in ("percent", "point", "multiple"):
            return carried.baseline
        frame = self._frame.search(self._text, self._after_semicolon(sentence, draft.clause), draft.clause)
        return Phrase(*frame.span("phrase")) if frame else None

    def _after_semicolon(self, sentence: Sentence, end: int) -> int:
        """Return where the part of a sentence begins that goes up to `end`: after its last ；."""
        return max(sentence.start, self._text.rfind("；", sentence.start, end) + 1)

    def _rises_alike(self, draft: Draft) -> bool:
        """Tell whether a number of a list rises as the one before it: not 累计|26家, nor 、|失业率3.2%."""
        total = "累计" in self._text[draft.start : draft.quantity.start]
        other_rate = draft.quantity.kind == "percent" and self._text[draft.start - 1] == "、"
        return draft.before.predicate is None and not total and not other_rate

    def _is_affected(self, draft: Draft) -> bool:
        """Tell whether a number counts those for whom something rises or falls: 减轻|3000户|企业税负."""
        owners = draft.quantity.kind == "count" and draft.before.noun is None
        end = draft.quantity.end
        return owners and self._affected.search(self._text[end : end + AHEAD]) is not None
