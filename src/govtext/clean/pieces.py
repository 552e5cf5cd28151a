"""A text made of slices of another, and the map back."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Pieces:
    r"""A text cut from an original: `origin(i)` is the place in the original of its character i.

    Every character of `text` stands for exactly one character of the original; some of the original are left out,
    some are replaced (a line break that ends a paragraph is always `\n` here).
    """

    def __init__(self, text: str, starts: Sequence[int], origins: Sequence[int]) -> None:
        self.text = text
        self._starts = starts
        self._origins = origins

    def origin(self, index: int) -> int:
        """Return where character `index` of this text stands in the original (0-based)."""
        piece = bisect_right(self._starts, index) - 1
        return self._origins[piece] + index - self._starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a span of this text covers (end exclusive)."""
        return self.origin(start), self.origin(end - 1) + 1

    def without(self, gaps: Iterable[tuple[int, int]]) -> Pieces:
        """Return this text with some spans left out; the map still leads to the original."""
        builder = Builder(self.text)
        last = 0
        for start, end in gaps:
            builder.keep(last, start)
            last = end
        builder.keep(last, len(self.text))
        inner = builder.build()
        starts: list[int] = []
        origins: list[int] = []
        for start, origin, length in inner.runs():
            position = origin
            while position < origin + length:
                piece = bisect_right(self._starts, position) - 1
                limit = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
                starts.append(start + position - origin)
                origins.append(self._origins[piece] + position - self._starts[piece])
                position = min(limit, origin + length)
        return Pieces(inner.text, starts or [0], origins or [0])

    def runs(self) -> Iterable[tuple[int, int, int]]:
        """Yield (start here, start in the original, length) of each unbroken run."""
        for position, start in enumerate(self._starts):
            end = self._starts[position + 1] if position + 1 < len(self._starts) else len(self.text)
            yield start, self._origins[position], end - start


class Builder:
    """Collects slices of an original into Pieces."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._length = 0

    def keep(self, start: int, end: int) -> None:
        """Append original[start:end] as it is."""
        if start < end:
            self.put(self._original[start:end], start)

    def put(self, text: str, origin: int) -> None:
        """Append `text`, which stands for as many characters of the original from `origin` on."""
        self._starts.append(self._length)
        self._origins.append(origin)
        self._parts.append(text)
        self._length += len(text)

    def build(self) -> Pieces:
        """Return what was collected."""
        return Pieces("".join(self._parts), self._starts or [0], self._origins or [0])
