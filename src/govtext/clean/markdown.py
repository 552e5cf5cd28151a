"""The notation of Markdown in a text: marks that stand around the words, and the edges of table cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = regex.compile(r"[#*_`~\]|]")
_HEADING = regex.compile(r"(?m)^[ ]{0,3}#{1,6}[ \t]++(?=\S)|(?<=\S)[ \t]++#++[ \t]*+$")
_STRONG = regex.compile(r"(?P<mark>\*\*\*|\*\*|__|~~)(?=[^\s*_~])[^\n]{1,200}?(?<=[^\s*_~])(?P<end>(?P=mark))")
_EMPHASIS = regex.compile(r"(?<![\d*])(?P<mark>\*)(?=[^\s*])[^*\n]{1,80}?(?<=[^\s*])(?P<end>\*)(?![*\d])")
_CODE = regex.compile(r"(?<!`)(?P<mark>`{1,3})(?!`)[^`\n]{1,500}(?P<end>(?P=mark))(?!`)")
_TARGET = r"[^()\s]{0,500}(?:[ ]\"[^\"\n]{0,200}\")?\)"
_IMAGE = regex.compile(rf"!\[[^\]\n]{{0,200}}\]\({_TARGET}")
_LINK = regex.compile(rf"(?P<mark>\[)[^\[\]\n]{{1,200}}(?P<end>\]\((?:https?:|mailto:|[./#]){_TARGET})")
_RULE = regex.compile(r"(?m)^[ ]{0,3}(?:(?:-[ ]*+){3,}+|(?:\*[ ]*+){3,}+|(?:_[ ]*+){3,}+|={3,}+)[ \t]*+(?:\r?\n|$)")
_DELIMITERS = regex.compile(
    r"(?m)^[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++(?:\|[ \t]*+)?(?:\r?\n|$)"
)
_ROW = regex.compile(r"(?m)^[^|\n]*+\|[^\n]*+$")
_LEADER = regex.compile(
    r"(?m)^[ ]{0,3}(?:>[ ]?)++|^[ \t]*+[-*+][ \t]++(?:\[[ xX]\][ ]++)?(?=[^\s-])(?!\d{1,4}[ \t]*+-[ \t]*+$)"
)
_ESCAPE = regex.compile(r"\\(?=[!-/:-@\[-`{-~])")


class Notation(NamedTuple):
    """Spans of a text that are no words, in order and apart from each other, and where cells of tables end."""

    gone: list[tuple[int, int]]
    cells: frozenset[int]


def read_notation(text: str) -> Notation:
    r"""Find the notation of Markdown; in a text that is not Markdown there is none.

    >>> read_notation("## 一、目标\n**增长**5%").gone
    [(0, 3), (9, 11), (13, 15)]
    """
    if not _SIGNS.search(text):
        return Notation([], frozenset())
    gone = list(_marks(text))
    cells: set[int] = set()
    tables = [match.span() for match in _DELIMITERS.finditer(text)]
    if tables:
        gone += tables
        for row in _ROW.finditer(text):
            edges = [place for place in range(*row.span()) if text[place] == "|"]
            outer = {edges[0]} if row[0].lstrip().startswith("|") else set()
            outer |= {edges[-1]} if row[0].rstrip().endswith("|") else set()
            gone += [(edge, edge + 1) for edge in outer]
            cells.update(set(edges) - outer)
    if gone:
        gone += [match.span() for pattern in (_LEADER, _ESCAPE, _RULE) for match in pattern.finditer(text)]
    return Notation(merged(gone), frozenset(cells))


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the marks that no plain text has."""
    for pattern in (_HEADING, _IMAGE):
        yield from (match.span() for match in pattern.finditer(text))
    for pattern in (_STRONG, _EMPHASIS, _CODE, _LINK):
        for match in pattern.finditer(text):
            yield match.span("mark")
            yield match.span("end")


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort spans and join those that touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        elif start < end:
            joined.append((start, end))
    return joined
