"""Names that end in a head and carry no marks: 古城保护条例, 药品质量受权人制度. Where do they begin?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.find.policy_mentions import Mention, with_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govtext.find.policy_mentions import Reading
    from govtext.find.policy_words import Head
    from govtext.lexicon import Rule
    from govtext.model import PolicyKind

LONGEST = 26
"""Characters that may stand before a head; what is longer is a sentence and no name."""

LISTED = 80
"""Characters of a list that one verb may govern."""

_SHARED = regex.compile(r"等(?:[一二三四五六七八九十\d]{1,3}[部件项个]|多[部件项个]|各项|一批)?$")
_JOINTS = frozenset("和与及") | {"以及"}
_TITLED: frozenset[PolicyKind] = frozenset({"law", "document", "plan"})
_AFTER_VERB = ("好", "了", "过")
_CUT_VERBS: frozenset[PolicyKind] = frozenset({"system", "strategy"})
_NOMINAL = frozenset({"n", "nz", "vn", "b", "j", "l", "an", "nt"})
_ADVERBS = frozenset({"d", "ad", "zg", "r"})
_NO_OPENING = frozenset("年-%")
_STOPS = frozenset({"p", "c", "u", "uj", "ul", "uz", "ug", "r", "rr", "rz", "y", "e", "o", "zg"})
"""jieba's tags of words that no name holds: prepositions, conjunctions, particles, pronouns; adverbs are edge words."""


class Start(NamedTuple):
    """Where a name begins: offset, the verb before it, whether 的 stands right before, whether it is certain."""

    start: int
    action: str | None
    described: bool
    plain: bool
    words: tuple[tuple[str, str], ...] = ()
    """The words from there to the head, with their parts of speech, where they were looked at."""


def find_heads(reading: Reading, rule: Rule, known: Sequence[Mention]) -> Iterator[regex.Match[str]]:
    """Yield where the rule for heads matches; an automaton finds the heads, so that it need not look everywhere.

    Heads inside a known name (改革 in 改革开放) are passed over, and such as need a verb where there is none.
    """
    inside = bytearray(len(reading.text) + 1)
    for mention in known:
        inside[mention.start : mention.end - 1] = b"\x01" * (mention.end - 1 - mention.start)
    for start, end, head in reading.vocabulary.find_heads(reading.text):
        if inside[end - 1] or (head.action and reading.edges.last_action(max(0, start - LISTED), start) is None):
            continue
        match = rule.regex.match(reading.text, start)
        if match is not None:
            yield match


def find_headed_names(
    reading: Reading, rule: Rule, matches: Sequence[regex.Match[str]], known: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield the unmarked names of a text, each from its left edge to the end of its head."""
    ends = {mention.end: mention.start for mention in known}
    for match in matches:
        head_start, end = match.start("head"), match.end()
        if ends.get(end, end) <= head_start - 2 and _begins_after_edge(reading, ends[end]):
            continue
        head = reading.vocabulary.heads[match["head"]]
        if _is_shared(reading.text, head_start):
            continue
        found = left_edge(reading, head_start, head, match["head"])
        if found is not None and is_name(reading, found, head_start, match["head"]):
            yield _mention(reading, rule, found, end, head)


def _is_shared(text: str, head_start: int) -> bool:
    """Tell whether a head belongs to a list that 等 closes: 甲、乙等条例."""
    floor = max(0, head_start - 6)
    return "等" in text[floor:head_start] and _SHARED.search(text, floor, head_start) is not None


def _mention(reading: Reading, rule: Rule, found: Start, end: int, head: Head) -> Mention:
    start, end = with_quotes(reading.text, found.start, end)
    return Mention(start, end, rule.name, head.kind, reading.written[start:end], action=found.action)


def _begins_after_edge(reading: Reading, start: int) -> bool:
    """Tell whether a name of the dictionary stands right after a mark or an edge word, so that it cannot be longer."""
    before = reading.text[max(0, start - 2) : start]
    if start == 0 or reading.last_mark(start - 1, start) == start or before[-1] in reading.vocabulary.edges:
        return True
    if before in reading.vocabulary.soft:
        return True
    edge = reading.edges.last(max(0, start - 8), start)
    return edge is not None and edge.end == start


def left_edge(reading: Reading, position: int, head: Head, word: str = "") -> Start | None:
    """Return where the name begins whose head begins at `position`; None where nothing bounds it.

    It begins after the last mark (，、“), verb of doing (制定), particle (的), adverb or place word (全市).
    """
    text = reading.text
    floor = max(0, position - LONGEST - 8)
    mark = reading.last_mark(floor, position)
    bounded = mark > floor or floor == 0
    floor = max(mark, floor)
    edge = reading.edges.last(floor, position)
    if edge is not None:
        floor, bounded = edge.end, True
        floor += text.startswith(_AFTER_VERB, floor)
    particle = text.rfind("的", floor, position)
    if particle >= 0:
        floor, bounded = particle + 1, True
    if position - floor < head.least or not bounded or reading.vocabulary.is_generic(text[floor:position], word):
        return None
    governed = edge is not None and edge.action and edge.end == floor
    plain = _is_plain(reading, text[floor:position]) and (governed or reading.tag(text[floor : floor + 2]) in _NOMINAL)
    words: tuple[tuple[str, str], ...] = ()
    start = floor
    if not plain:
        words = _after_stops(reading, floor, position, head)
        start = position - sum(len(word) for word, _ in words)
    if not head.least <= position - start <= LONGEST:
        return None
    return Start(start, listed_action(reading, start), text[start - 1 : start] == "的", plain, words)


def _is_plain(reading: Reading, modifier: str) -> bool:
    """Tell whether nothing in a modifier can be an edge, so that its words need no look."""
    vocabulary = reading.vocabulary
    return vocabulary.single_edges.isdisjoint(modifier) and not modifier.startswith(vocabulary.bad_openings)


def _after_stops(reading: Reading, floor: int, position: int, head: Head) -> tuple[tuple[str, str], ...]:
    """Return the words of text[floor:position] after the last that a name cannot hold."""
    vocabulary = reading.vocabulary
    titled = head.kind in _TITLED
    start = place = floor
    first = 0
    words = reading.words(floor, position)
    for number, (word, tag) in enumerate(words, start=1):
        place += len(word)
        opening = start == place - len(word)
        if word in _JOINTS:
            own_head = reading.text.endswith(vocabulary.head_words, start, place - len(word))
            stops = opening or own_head or not (titled and listed_action(reading, start))
        elif opening:
            stops = _opens_badly(reading, word, tag, start, head.kind in _CUT_VERBS)
        else:
            stops = word in vocabulary.edges or tag in _STOPS or (tag == "t" and not titled)
        if stops:
            start, first = place, number
    return tuple(words[first:])


def _opens_badly(reading: Reading, word: str, tag: str, start: int, cuts_verbs: bool) -> bool:
    """Tell whether a name cannot begin with a word: 全市, 十项, 加强 (unless 出台 stands before it)."""
    vocabulary = reading.vocabulary
    if word in vocabulary.edges or word in vocabulary.places or tag in _STOPS or word in _NO_OPENING:
        return True
    if tag in ("m", "q", "t", "f"):
        return not _counts_years(word)
    if word in vocabulary.soft or tag in ("v", "d", "ad"):
        return not listed_action(reading, start) or (cuts_verbs and word in vocabulary.soft)
    return False


def _counts_years(word: str) -> bool:
    """Tell whether a word is the 三年 of 三年行动, and not a stretch of time (二十多年)."""
    return len(word) == 2 and word[1] == "年" and not word[0].isdigit()


def listed_action(reading: Reading, start: int) -> str | None:
    """Return the verb that governs a name, which may stand before earlier members of a list: 出台甲条例、乙条例."""
    action = reading.action(start)
    if action or reading.text[start - 1 : start] not in {"、", "和", "及", "与"}:
        return action
    floor = max((reading.text.rfind(mark, max(0, start - LISTED), start) for mark in "，。；：\n"), default=-1) + 1
    edge = reading.edges.last_action(floor, start)
    return reading.written[edge.start : edge.end] if edge else None


def is_name(reading: Reading, found: Start, head_start: int, word: str) -> bool:
    """Tell whether what stands before a head is a name, not a description: 以租为主的保障机制, 考核评价机制."""
    head = reading.vocabulary.heads[word]
    modifier = reading.text[found.start : head_start]
    if head.action and not found.action:
        return False
    if reading.vocabulary.is_generic(modifier, word):
        return False
    if found.plain:
        return True
    if found.words[-1][1] in _ADVERBS:
        return False
    if found.described and head.kind == "system":
        return False
    if head.kind in ("law", "plan", "programme"):
        return True
    rest = "".join(text for text, tag in found.words if tag != "ns")
    return not reading.vocabulary.is_generic(rest, word)
