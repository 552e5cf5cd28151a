"""Policies that the dictionary names: 乡村振兴战略, 监督法, 党的十九届六中全会."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from govtext.find.matching import skeleton
from govtext.find.policy_mentions import Mention, with_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govtext.find.policy_mentions import Reading

SHORT = 2
"""Names of so few characters are looked at with the words around them: 土改 is none in 水土改良."""

_MARK = regex.compile(r"[，。；：！？、\n\t“”‘’「」『』《》（）()]")
_REACH = 5


def find_dictionary_names(reading: Reading) -> Iterator[Mention]:
    """Yield the dictionary's policies in a text, the longest of those that overlap."""
    bones = skeleton(reading.text)
    last = 0
    found = sorted(reading.vocabulary.find_names(bones.text), key=lambda hit: (hit[0], -hit[1]))
    for first, final, entry in found:
        if first < last:
            continue
        start, end = bones.span(first, final)
        if final - first <= SHORT and entry.kind != "law" and not _stands_alone(reading, start, end):
            continue
        if entry.kind == "law" and reading.text[start - 1 : start] in {"”", "」", "』"}:
            continue
        last = final
        start, end = with_quotes(reading.text, start, end)
        name = reading.written[start:end].strip("《》")
        yield Mention(start, end, "policy/dictionary", entry.kind, name, entry)


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a short name begins and ends where words do."""
    text = reading.text
    if text[start - 1 : start] in {"“", "「", "《"} and text[end : end + 1] in {"”", "」", "》"}:
        return True
    left = max(0, start - _REACH)
    right = min(len(text), end + _REACH)
    marks = [mark.end() for mark in _MARK.finditer(text, left, start)]
    left = marks[-1] if marks else left
    mark = _MARK.search(text, end, right)
    right = mark.start() if mark else right
    position = left
    for word, _ in reading.words(left, right):
        follows = position + len(word)
        if position < start < follows or position < end < follows:
            return False
        position = follows
    return True
