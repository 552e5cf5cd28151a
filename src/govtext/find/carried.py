"""What a number takes over from the numbers before it in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from govtext.find.drafts import Draft
    from govtext.find.phrases import Phrase
    from govtext.model import Bound, Fact

_COMMA = regex.compile(r"(?:以上|以内|以下|左右)?[，,]")
_JOINT = regex.compile(r"(?:以上|以内|以下|左右)?(?:、|和|与|及|以及|[:：∶]|，即|[(（]即)")
"""What may stand between numbers of one list (4.2和0.7个) or proportion, and before a number in other terms."""


class Carried(NamedTuple):
    """What a number takes over from those before it."""

    earlier: Fact | None = None
    """The fact before it."""
    joint: bool = False
    """Nothing else stands between the two numbers: 4.2和0.7个百分点."""
    listed: bool = False
    """The number goes on with a list."""
    hedge: Bound | None = None
    """How the words before the number, or before its list, bound it: 分别超过8亿元和3亿元."""
    baseline: Phrase | str | None = None
    """What the change is compared with that was said last: 比1957年 in 比1957年的12亿元增加了|3亿元."""
    open: bool = False
    """The list may go on after a comma."""


def carry(text: str, carried: Carried, previous: Draft | None, draft: Draft) -> Carried:
    """Return what a number takes over; `carried` is what the number before it, `previous`, took over, and its fact."""
    if previous is None or carried.earlier is None:
        return Carried(hedge=draft.before.bound, open=_opens_list(draft))
    joint = joined(text, previous, draft)
    part = carried.earlier.change is not None and _is_rate_of_part(text, draft)
    onwards = carried.open and _goes_on(text, previous, draft)
    said = carried.baseline if isinstance(carried.baseline, str) else None
    baseline: Phrase | str | None = (carried.earlier.baseline if carried.earlier.change else None) or said
    if previous.before.starting:
        baseline = previous.before.baseline
    if draft.before.change is None and "；" in text[previous.quantity.end : draft.quantity.start]:
        baseline = None
    return Carried(
        earlier=carried.earlier,
        joint=joint,
        listed=joint or part or onwards or text[draft.start - 1 : draft.start] == "、",
        hedge=draft.before.bound or (carried.hedge if joint else None),
        baseline=baseline,
        open=_opens_list(draft) or part or (carried.open and (joint or onwards)),
    )


def joined(text: str, first: Draft, second: Draft) -> bool:
    """Tell whether a number goes straight on after another: 4.2和0.7个百分点, 12件30人, 增产200万吨，即7.8%."""
    if first.quantity.end == second.quantity.start:
        return first.quantity.kind == second.quantity.kind == "count"
    return _JOINT.fullmatch(text, first.quantity.end, second.quantity.start) is not None


def _opens_list(draft: Draft) -> bool:
    """Tell whether a verb and its object stand before a number, so that other objects may follow: 培养|技师|1200人."""
    verb, noun = draft.before.predicate, draft.before.noun
    return verb is not None and noun is not None and verb.end <= noun.start


def _goes_on(text: str, first: Draft, second: Draft) -> bool:
    """Tell whether a number has only its noun, right after another and a comma: …1200人，|高级技工|5600人."""
    alike = (first.quantity.kind == "percent") == (second.quantity.kind == "percent")
    return alike and _is_bare(second) and _COMMA.fullmatch(text, first.quantity.end, second.clause) is not None


def _is_rate_of_part(text: str, draft: Draft) -> bool:
    """Tell whether a percentage is that of a part: 增长5%，其中|农业|3.5%."""
    return draft.quantity.kind == "percent" and _is_bare(draft) and text.startswith("其中", draft.clause)


def _is_bare(draft: Draft) -> bool:
    """Tell whether only its noun stands with a count, an amount or a percentage."""
    counted = draft.quantity.kind in ("count", "measure", "money", "percent")
    return counted and draft.before.predicate is None and draft.before.noun is not None and draft.after.said is None
