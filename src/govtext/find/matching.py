"""Run dictionaries and rules over text; where matches overlap, keep the longest."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol, TypeVar

import regex

from govtext.clean import Builder, Pieces, fold_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

QUOTES = "“”‘’「」『』《》〈〉\"'"
"""Marks that a name may stand with or without."""

_INVISIBLE = regex.compile(f"[{QUOTES} ]")


class Spanned(Protocol):
    """Anything with a span."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Spanned)


def keep_longest(matches: Iterable[T]) -> list[T]:
    """Return matches that do not overlap: leftmost first, of those the longest, of those the earliest given."""
    kept: list[T] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def covered(start: int, end: int, masks: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the masks (sorted by start) overlaps the span."""
    position = bisect_right(masks, (end, -1))
    return any(masks[i][1] > start and masks[i][0] < end for i in range(max(0, position - 6), position))


def skeleton(text: str) -> Pieces:
    """Return a text without quotation marks, and with ， as 、, so that names match however they are quoted."""
    builder = Builder(text)
    position = 0
    for mark in _INVISIBLE.finditer(text):
        builder.keep(position, mark.start())
        position = mark.end()
    builder.keep(position, len(text))
    pieces = builder.build()
    pieces.text = pieces.text.replace("，", "、")
    return pieces


def skeleton_key(name: str) -> str:
    """Return a dictionary name as the skeleton of a folded text shows it."""
    return fold_width(_INVISIBLE.sub("", name).replace("，", "、"))


def skeleton_keys(names: Sequence[str]) -> list[str]:
    """Return the skeletons of many names, which takes far less time than one by one."""
    keys = skeleton_key("\n".join(names)).split("\n")
    return keys if len(keys) == len(names) else [skeleton_key(name) for name in names]  # a name has a line break


class Terms:
    """All names of a dictionary in one automaton: leftmost, longest."""

    def __init__(self, names: Sequence[str]) -> None:
        import ahocorasick_rs  # noqa: PLC0415

        self._names = names
        self._automaton = ahocorasick_rs.AhoCorasick(
            skeleton_keys(names), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, bones: Pieces) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, name) in a text given by its skeleton; offsets into the text itself."""
        for index, start, end in self._automaton.find_matches_as_indexes(bones.text):
            yield *bones.span(start, end), self._names[index]
