"""What points from one mention to another: document numbers beside titles, 以下简称, 及其实施细则."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from govtext.find.policy_mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.find.policy_mentions import Reading

_BEFORE_NUMBER = regex.compile(r"[”」]?(?:[（(〔\[]|文件)?")
_AFTER_NUMBER = regex.compile(r"(?:文件|文|通知|印发的?|下发的?|）|\))?")
_SHORT_NAME = regex.compile(
    r"""(?:(?P<gap>[^。\n]{0,30}?)[（(](?:以下|下文|下)?(?:统一|均)?简称为?[:：]?|(?P<gap>)[（(](?=[“「《]))
        (?:《(?P<name>[^《》\n]{2,20})》|[“‘「『](?P<name>[^”’」』\n]{2,20})[”’」』]|(?P<name>[一-龥]{2,14}))[）)]""",
    regex.VERBOSE,
)
_IMPLEMENTING = regex.compile(r"及其?(?P<name>实施细则|实施条例|实施办法|配套办法|实施意见)")
_GAP = 4
"""Characters that may stand between a title and its number."""

_BARE = 4
"""A short name without marks is looked for when it has as many characters."""


def attach_numbers(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Give titles the document number that stands beside them: 《…的意见》（国发〔2021〕5号） is one mention.

    A number alone, or on a line of its own, stays a mention.
    """
    numbers = [mention for mention in mentions if mention.number]
    others = [mention for mention in mentions if not mention.number]
    if not numbers:
        return others
    near: dict[int, list[int]] = {}
    for place, title in enumerate(others):
        near.setdefault(title.start, []).append(place)
        near.setdefault(title.end, []).append(place)
    alone = []
    for number in numbers:
        around = (*range(number.start - _GAP, number.start + 1), *range(number.end, number.end + _GAP + 1))
        beside = [p for spot in around for p in near.get(spot, ()) if _beside(reading, others[p], number)]
        if not beside:
            alone.append(number)
            continue
        title = others[beside[0]]
        others[beside[0]] = title._replace(
            number=number.number, issuer=title.issuer or number.issuer, period=title.period or number.period
        )
    return [*others, *alone]


def _beside(reading: Reading, title: Mention, number: Mention) -> bool:
    """Tell whether a number stands right after a title in brackets, or right before it."""
    if title.kind not in ("document", "law", "plan") or title.inner:
        return False
    if 0 <= number.start - title.end <= _GAP:
        return _BEFORE_NUMBER.fullmatch(reading.text, title.end, number.start) is not None
    if 0 <= title.start - number.end <= _GAP:
        return _AFTER_NUMBER.fullmatch(reading.text, number.end, title.start) is not None
    return False


def resolve_short_names(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Lead short names back to the full ones: 《总体规划》 after 《东港市城市总体规划》（以下简称《总体规划》）."""
    full: dict[str, Mention] = {}
    places: dict[str, int] = {}
    starts = [mention.start for mention in mentions]
    gap = 31 if "简称" in reading.text else 1
    for mention in mentions:
        if "（" not in reading.text[mention.end : mention.end + gap]:
            continue
        match = _SHORT_NAME.match(reading.text, mention.end)
        if match and bisect_left(starts, match.end("gap")) == bisect_left(starts, mention.end):
            full.setdefault(match["name"], mention)
            places.setdefault(match["name"], match.start("name"))
    resolved = [_resolved(mention, full) for mention in mentions]
    covered = bytearray(len(reading.text))
    for mention in mentions:
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    for name, mention in full.items():
        resolved.extend(_later(reading, name, mention, places[name], covered))
    resolved.extend(_implementing(reading, mentions, covered))
    return sorted(resolved, key=lambda mention: (mention.start, mention.end))


def _resolved(mention: Mention, full: dict[str, Mention]) -> Mention:
    source = full.get(mention.name.strip("“”「」"))
    if source is None or mention.end <= source.end:
        return mention
    return mention._replace(
        kind=source.kind,
        canonical=source.canonical or source.name,
        period=source.period or mention.period,
        issuer=source.issuer or mention.issuer,
        number=source.number,
    )


def _later(reading: Reading, name: str, full: Mention, place: int, covered: bytearray) -> list[Mention]:
    """Return the places where a short name stands that no other mention covers."""
    found = []
    for match in regex.finditer(regex.escape(name), reading.text, pos=place):
        start, end = match.span()
        quoted = reading.text[start - 1 : start] in {"“", "「", "《"}
        if not quoted and len(name) < _BARE and start != place:
            continue
        start, end = (start - 1, end + 1) if quoted else (start, end)
        if not any(covered[start:end]):
            written = reading.written[match.start() : match.end()]
            short = full._replace(start=start, end=end, rule="policy/short-name", name=written, action=None)
            found.append(short._replace(canonical=full.canonical or full.name))
    return found


def _implementing(reading: Reading, mentions: Sequence[Mention], covered: bytearray) -> list[Mention]:
    """Return 实施细则 after a law, named after it: 《预算法》及其实施条例."""
    found = []
    for mention in mentions:
        match = _IMPLEMENTING.match(reading.text, mention.end) if mention.kind in ("law", "document") else None
        if match:
            name = (mention.canonical or mention.name) + match["name"]
            start, end = match.span("name")
            if not any(covered[start:end]):
                found.append(Mention(start, end, "policy/implementing", mention.kind, name, canonical=name))
    return found
