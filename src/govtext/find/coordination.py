"""分别: numbers handed to coordinated nouns in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.find.drafts import Draft

Named = tuple[str | None, tuple[str, ...]]

_JOINT = regex.compile(r"、|和|与|及|以及")
_GOES_ON = regex.compile(
    r"(?:以上|以内|以下|左右)?[、和与及，]?(?:以及)?(?:增加|减少|增长|下降|提高|降低|上升|回落)?了?"
)
_WHOLE = regex.compile(r"(?:总额|额|率|量|投资|收入|支出|资金|产值|增加值|能耗|面积|人数|总数)$")
"""A member that ends so is complete by itself."""
_PAIRS = {"城乡": ("城镇", "农村"), "进出口": ("进口", "出口"), "男女": ("男", "女"), "产销": ("产", "销")}


def deal_out(
    text: str, drafts: Sequence[Draft], named: Sequence[Named], cut: Callable[[str], list[str]]
) -> list[Named]:
    """Hand the numbers after 分别 to the nouns before it; `named` is what each has without that.

    城镇和农村居民收入分别增长4.8%和6.3% → 城镇居民收入, 农村居民收入. Where the counts differ the numbers keep the
    whole phrase and the flag `unpaired`.
    """
    dealt = list(named)
    position = 0
    while position < len(drafts):
        last = position + 1
        while last < len(drafts) and _continues(text, drafts[last - 1], drafts[last]):
            last += 1
        if not drafts[position].before.dealt and not _implied(drafts, dealt, position, last):
            position += 1
            continue
        names = coordinated(dealt[position][0], cut) if drafts[position].before.noun else None
        count = last - position
        if names is None:
            earlier = [name for name, _ in dealt[max(0, position - count) : position]]
            names = [name or "" for name in earlier] if len(earlier) == count else []
        if len(names) == count:
            dealt[position:last] = [(name or None, ()) for name in names]
        elif count > 1 or len(names) > 1:
            dealt[position:last] = [(dealt[position][0], ("unpaired",))] * count
        position = last
    return dealt


def _implied(drafts: Sequence[Draft], named: Sequence[Named], first: int, last: int) -> bool:
    """Tell whether numbers without a noun take those of as many facts before: 甲15元，乙4元，实际增长8.4%和8%."""
    count = last - first
    if count < 2 or first < count or drafts[first].before.noun is not None:
        return False
    earlier = range(first - count, first)
    names = {named[i][0] for i in earlier}
    return len(names) == count and len({drafts[i].quantity.unit for i in earlier}) == 1


def _continues(text: str, first: Draft, second: Draft) -> bool:
    """Tell whether a number goes on in the list that an earlier one began: 8.6%、21.7%、113.1%.

    After a mere ， only a number of the same unit does: 分别下降5.6%和4%，|74个城市….
    """
    between = text[first.quantity.end : second.quantity.start]
    same = first.quantity.unit == second.quantity.unit
    return between != "" and _GOES_ON.fullmatch(between) is not None and (same or between != "，")


def coordinated(phrase: str | None, cut: Callable[[str], list[str]]) -> list[str] | None:
    """Part a phrase into its members, each with the head that they share; `cut` gives the words of a text.

    城镇和农村居民收入 → 城镇居民收入, 农村居民收入; 高技术、装备制造业增加值 → 高技术制造业增加值, 装备制造业增加值.
    """
    if not phrase:
        return None
    for pair, members in _PAIRS.items():
        if phrase.startswith(pair) and not _JOINT.search(phrase):
            return [member + phrase[len(pair) :] for member in members]
    parts = [part for part in _JOINT.split(phrase) if part]
    if len(parts) < 2:
        return parts
    head = shared_head(parts[-2], cut(parts[-1]))
    return [*(part if _WHOLE.search(part) else part + head for part in parts[:-1]), parts[-1]]


def shared_head(earlier: str, words: Sequence[str]) -> str:
    """Return the words of the last member that an earlier one lacks: 城镇 | 农村·居民·收入 → 居民收入.

    The head begins after the words that match the earlier member: by their last character, else by their length.
    """
    prefixes = ["".join(words[:count]) for count in range(1, len(words))]
    by_ending = [prefix[-1] == earlier[-1] for prefix in prefixes]
    by_length = [len(prefix) == len(earlier) for prefix in prefixes]
    for matches in (by_ending, by_length):
        if any(matches):
            return "".join(words[matches.index(True) + 1 :])
    last = "".join(words)
    alike = len(last) > len(earlier) and (last[len(earlier) - 1] == earlier[-1] or last[0] == earlier[0] == "第")
    if alike:
        return last[len(earlier) :]
    return "".join(words[1:]) if len(earlier) < len(last) else ""
