"""Names that share a head: 碛口古镇、非物质文化遗产保护条例; 道路挖掘、电动自行车管理等条例."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.policy_mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.find.policy_mentions import Reading
    from govtext.find.policy_words import Head
    from govtext.lexicon import Rule

_REACH = 80
_LONGEST = 20
_BRIEF = 2
"""Members of so few characters stand for as many of the last: 大气 for 土壤 in 土壤污染防治."""
_STRONG = regex.compile(r"[，。；：！？\n\t“”‘’「」『』《》〈〉（）()]")
_JOINTS = ("以及", "、", "和", "与", "及")
_LEAST = {"strategy": 3}
_JOINT = regex.compile(r"、|以及|和|与|及")
_TOGETHER = regex.compile(r"等(?:[一二三四五六七八九十\d]{1,3}[部件项个]|多[部件项个]|各项|一批)?$")
_KINDS = frozenset({"law", "document", "plan"})
_ZONES = ("自贸试验区", "自由贸易试验区", "自贸区", "改革")
_VERBS = ("加强", "完善", "提高")
_SYSTEMS = ("体制", "制度", "机制")


class Stretch(NamedTuple):
    """The members of a list before its last, as spans, and the verb that governs the list."""

    members: list[tuple[int, int]]
    action: str | None


class Shared(NamedTuple):
    """What the members of a list share: their head, the end of the name that holds it, the verb before the list."""

    head: Head
    tail: str
    action: str | None


def find_list_members(
    reading: Reading, rule: Rule, matches: Sequence[regex.Match[str]], known: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield the members of lists whose head stands only at the end of the last."""
    by_end: dict[int, Mention] = {}
    for mention in known:
        if mention.end not in by_end or mention.start < by_end[mention.end].start:
            by_end[mention.end] = mention
    for match in matches:
        head = reading.vocabulary.heads[match["head"]]
        if head.kind not in _KINDS and not match["head"].endswith(_ZONES):
            continue
        head_start = match.start("head")
        closed = "等" in reading.text[max(0, head_start - 6) : head_start]
        together = _TOGETHER.search(reading.text, max(0, head_start - 6), head_start) if closed else None
        if together:
            yield from _closed_list(reading, rule, match, together.start(), head)
        elif match.end() in by_end:
            last = by_end[match.end()]
            yield from _open_list(reading, rule, last, match.start("head"), head)


def _closed_list(reading: Reading, rule: Rule, match: regex.Match[str], last_end: int, head: Head) -> Iterator[Mention]:
    """Yield all members of a list that 等 closes: 道路挖掘、电动自行车管理等条例."""
    stretch = _members(reading, last_end, last_end)
    if stretch.action is None or len(stretch.members) < 2:
        return
    tail = reading.written[match.start("head") : match.end()]
    least = 4 if head.action else _LEAST.get(head.kind, 2)
    for start, end in stretch.members:
        if end - start >= least and not reading.vocabulary.is_generic(reading.text[start:end]):
            yield _member(reading, rule, (start, end), Shared(head, tail, stretch.action))


def _open_list(reading: Reading, rule: Rule, last: Mention, head_start: int, head: Head) -> Iterator[Mention]:
    """Yield the members before a full name that borrow its end: 大气、水 before 土壤污染防治行动计划."""
    joint = next((mark for mark in _JOINTS if reading.text.endswith(mark, 0, last.start)), None)
    if joint is None or head_start <= last.start:
        return
    stretch = _members(reading, last.start - len(joint), last.end)
    if stretch.action is None and not reading.text[:head_start].endswith("区"):
        return
    for start, end in stretch.members:
        if head.kind == "strategy" and not reading.text.endswith(_SYSTEMS, start, end):
            continue
        tail = _shared_tail(reading, last, head_start, end - start)
        yield _member(reading, rule, (start, end), Shared(head, tail, stretch.action))


def _member(reading: Reading, rule: Rule, span: tuple[int, int], shared: Shared) -> Mention:
    name = reading.written[slice(*span)] + shared.tail
    return Mention(*span, rule.name + "-list", shared.head.kind, name, canonical=name, action=shared.action)


def _members(reading: Reading, position: int, limit: int) -> Stretch:
    """Return the members of the list that ends at `position`, back to the verb before it or its clause's start."""
    text, heads = reading.text, reading.vocabulary.heads
    floor = max(0, position - _REACH)
    marks = [mark.end() for mark in _STRONG.finditer(text, floor, position)]
    floor = marks[-1] if marks else floor
    edge = reading.edges.last_action(floor, position)
    floor = edge.end + text.startswith(("了", "好", "过"), edge.end) if edge else floor
    members: list[tuple[int, int]] = []
    end = position
    joints = [*reversed([joint.span() for joint in _JOINT.finditer(text, floor, position)]), (floor, floor)]
    for joint_start, start in joints:
        item = text[start:end]
        if item in reading.vocabulary.places or "的" in item:
            break
        own_head = any(item.endswith(word) for word in heads) and limit != position
        if not 1 <= len(item) <= _LONGEST or own_head or item.startswith(_VERBS) or reading.edges.last(start, end):
            break
        members.append((start, end))
        end = joint_start
    return Stretch(members[::-1], reading.written[edge.start : edge.end] if edge else None)


def _shared_tail(reading: Reading, last: Mention, head_start: int, length: int) -> str:
    """Return what a member borrows from the last: 碛口古镇 takes 保护条例, 大气 takes 污染防治行动计划."""
    tail = head_start
    if length <= _BRIEF < head_start - last.start:
        tail = last.start + _BRIEF
    else:
        for word, tag in reversed(reading.words(last.start, head_start)[1:]):
            if tag not in ("v", "vn"):
                break
            tail -= len(word)
    return reading.written[tail : last.end]
