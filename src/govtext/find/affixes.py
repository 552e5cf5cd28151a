"""Words of a dictionary at the beginning or the end of a stretch of text: looked up by length, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Affixes:
    """Words that a stretch of text may begin or end with."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_first = _lengths((word[0], len(word)) for word in self._words)
        self._by_last = _lengths((word[-1], len(word)) for word in self._words)

    def at_end(self, text: str, start: int, end: int) -> int | None:
        """Return where the longest word begins that text[start:end] ends with."""
        if end > start:
            for length in self._by_last.get(text[end - 1], ()):
                if end - length >= start and text[end - length : end] in self._words:
                    return end - length
        return None

    def at_start(self, text: str, start: int, end: int) -> int | None:
        """Return where the longest word ends that text[start:end] begins with."""
        if end > start:
            for length in self._by_first.get(text[start], ()):
                if start + length <= end and text[start : start + length] in self._words:
                    return start + length
        return None

    def ends(self, text: str) -> bool:
        """Tell whether a text ends with one of the words."""
        return self.at_end(text, 0, len(text)) is not None

    def __contains__(self, word: str | None) -> bool:
        return word in self._words


def _lengths(ends: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Return for each character the lengths of the words with it, the longest first."""
    lengths: dict[str, set[int]] = {}
    for char, length in ends:
        lengths.setdefault(char, set()).add(length)
    return {char: sorted(found, reverse=True) for char, found in lengths.items()}
