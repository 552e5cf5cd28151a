"""The parts that dictionaries supply to rules: {unit}, and one a cue role: {verb}, {place} …"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govtext.lexicon.entries import Cue, Unit


SMALL = 4
"""Fewer alternatives than the square of this are tried in turn."""


def dictionary_parts(units: Mapping[str, Unit], cues: Iterable[Cue]) -> dict[str, str]:
    """Return the parts by name, as patterns."""
    parts = {"unit": _units(units)}
    roles: dict[str, list[str]] = {}
    for cue in cues:
        roles.setdefault(cue.role, []).append(cue.cue)
    parts.update((role, _alternation(words)) for role, words in roles.items())
    return parts


def units_by_name(units: Iterable[Unit]) -> dict[str, Unit]:
    """Return the units by every name; what a later one is called, an earlier one is not."""
    return {name: unit for unit in units for name in (unit.unit, *unit.aliases)}


def _alternation(words: Iterable[str]) -> str:
    """Join words to a pattern that prefers the longest; one that never matches where there are none."""
    return _trie({word.replace(" ", ""): "" for word in words})


def _units(units: Mapping[str, Unit]) -> str:
    """Join the units to a pattern; each refuses what may not follow it: 项(?!目)."""
    return _trie(
        {
            name: f"(?!{_alternation(unit.not_before)})" if unit.not_before else ""
            for name, unit in units.items()
            if unit.kind not in ("percent", "point", "multiple")
        }
    )


def _trie(words: Mapping[str, str], depth: int = 0) -> str:
    """Return a pattern for words with what must hold after each; common beginnings are written once, so it is fast."""
    branches: dict[str, dict[str, str]] = {}
    for word, guard in words.items():
        if len(word) > depth:
            branches.setdefault(word[depth], {})[word] = guard
    ends = [guard for word, guard in words.items() if len(word) == depth]
    begun = {char: _escape(char) + _trie(branch, depth + 1) for char, branch in sorted(branches.items())}
    parts = [*_in_groups(begun), *ends]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts) or '(?!)'})"


def _in_groups(branches: Mapping[str, str]) -> list[str]:
    """Return alternatives in groups by the range of their first characters: a matcher tries one after another."""
    size = isqrt(len(branches))
    if size < SMALL:
        return list(branches.values())
    chars = list(branches)
    groups = (chars[first : first + size] for first in range(0, len(chars), size))
    return [
        f"(?=[{_escape(group[0])}-{_escape(group[-1])}])(?:{'|'.join(branches[char] for char in group)})"
        for group in groups
    ]


def _escape(char: str) -> str:
    return f"\\{char}" if char in r"\.+*?()[]{}^$|#%&~- /" else char
