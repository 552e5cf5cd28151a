"""Source text → working text: paragraphs on one line each, layout white space gone, doubled captions once."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import regex

from govtext.clean.fold import fold_width
from govtext.clean.layout import is_wrapped, read_lines, runs_on
from govtext.clean.markdown import merged, read_notation
from govtext.clean.pieces import Builder, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = r"\s\u200b-\u200d\u2060\ufeff\u00ad\x00-\x1f\x7f-\x9f"
_BLANKS = regex.compile(f"[{_SPACE}]+")
_BREAK = regex.compile(r"[\r\n\v\f\x85\u2028\u2029]")
_PARAGRAPH_GAP = regex.compile(r"\u3000[\t \xa0\u3000]*\u3000|[ \t\xa0]{8,}")
_SPACED_DIGITS = regex.compile(
    r"(?<![0-9.,，][ ]?)(?:[0-9](?:[ ][0-9.,·])++(?<=[0-9])|[0-9](?:[ ][0-9])*+[ ]?[.][ ]?[0-9](?:[ ][0-9])*+)"
    r"(?![0-9.])(?=[ ]?[^\s0-9])",
    flags=regex.V1,
)
_GROUPED_DIGITS = regex.compile(r"(?<![0-9.])[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])(?=[ ]?[^\s0-9])")
_CAPTION = regex.compile(r"(?<=[。！？])图为")
_CELL = "\t"


def reflow(source: str) -> Pieces:
    r"""Return the running text of a report and the map back to its source.

    Lines of a hard-wrapped text are joined (党的全面↵领导 → 党的全面领导), blanks between Chinese characters and digits
    dropped (制度 9 件, 1 9 9 8 年), paragraphs glued by U+3000 pairs parted, page numbers left out, and a caption that
    was printed twice (图为会场图为会场。。) is kept once. Paragraphs end in `\n`.
    """
    lines = read_lines(source)
    joined: set[int] = set()
    notation = read_notation(source)
    gone = notation.gone
    if is_wrapped(lines):
        ends = [*(line.start for line in lines[1:]), len(source)]  # with the line break, so that two lines can meet
        gone = merged([*gone, *((line.start, end) for line, end in zip(lines, ends, strict=True) if line.furniture)])
        body = [line for line in lines if not line.furniture]
        joined = {body[i].end for i in range(len(body) - 1) if runs_on(body, i)}
    working = _join(source, joined, gone, notation.cells)
    doubled = list(_doubled(working.text))
    return working.without(doubled) if doubled else working


def _join(source: str, joined: set[int], gone: list[tuple[int, int]], cells: frozenset[int]) -> Pieces:
    """Drop or keep every run of white space, leave out what is gone, and mark the edges of cells."""
    folded = fold_width(source)
    builder = Builder(source)
    position = 0
    spans = sorted([*(blank.span() for blank in _BLANKS.finditer(source)), *gone, *((at, at + 1) for at in cells)])
    left_out = set(gone)
    layout = _Layout(joined, _digit_blanks(folded, spans, joined, left_out), _table_rows(source))
    for start, end in spans:
        if end <= position:
            continue
        builder.keep(position, start)
        if start in cells:
            builder.put(_CELL, start)
        elif (start, end) not in left_out and start > 0 and position <= start and end < len(source):
            mark = _gap(source, folded, (start, end), layout)
            if mark:
                builder.put(mark, start)
        position = end
    builder.keep(position, len(source))
    return builder.build()


class _Layout(NamedTuple):
    """Where lines run on, where blanks stand inside a number, and the rows of tables."""

    joined: set[int]
    digits: set[int]
    rows: list[tuple[int, int]]


def _gap(source: str, folded: str, span: tuple[int, int], layout: _Layout) -> str:
    """Decide what a run of white space stands for: nothing, a blank, a cell's edge or a paragraph's end."""
    start, end = span
    run = source[start:end]
    if _BREAK.search(run):
        if start not in layout.joined:
            return "\n"
    elif _PARAGRAPH_GAP.search(run):
        return "\n"
    elif "\t" in run and _inside(start, layout.rows):
        return _CELL
    before, after = folded[start - 1], folded[end]
    if start in layout.digits or start in layout.joined:
        return " " if before.isascii() and after.isascii() and before.isalpha() and after.isalpha() else ""
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a place lies in one of the spans, which are sorted and apart."""
    before = bisect_right(spans, (place, sys.maxsize)) - 1
    return before >= 0 and place < spans[before][1]


def _digit_blanks(
    folded: str, spans: list[tuple[int, int]], joined: set[int], left_out: set[tuple[int, int]]
) -> set[int]:
    """Return where blanks stand inside one number: 1 9 9 8 年, 1 100 万, 1 2↵6 次.

    A line's end that runs on counts as one blank, and what is left out not at all.
    """
    builder = Builder(folded)
    position = 0
    for start, end in spans:
        if start in joined or (start, end) in left_out:
            builder.keep(position, start)
            if start in joined:
                builder.put(" ", start)
            position = max(position, end)
    builder.keep(position, len(folded))
    flat = builder.build()
    text = regex.sub(r"[\xa0\u2009\u202f\u3000]", " ", flat.text)
    return {
        flat.origin(match.start() + offset)
        for pattern in (_SPACED_DIGITS, _GROUPED_DIGITS)
        for match in pattern.finditer(text)
        for offset, char in enumerate(match[0])
        if char == " "
    }


def _table_rows(source: str) -> list[tuple[int, int]]:
    """Return the lines with three cells or more, parted by tabs: rows of a table."""
    return [
        line.span()
        for line in regex.finditer(r"[^\r\n]+", source)
        if line[0].count("\t") > 1 and sum(1 for cell in line[0].split("\t") if cell.strip()) > 2
    ]


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    """Yield the second copies in runs of text that were printed twice: 图为会场图为会场。。记者记者摄摄."""
    for match in regex.finditer(r"[^\n]+", text):
        paragraph = match[0]
        for start in (0, *(caption.start() for caption in _CAPTION.finditer(paragraph))):
            copies = _squares(paragraph[start:]) if _starts_twice(paragraph, start) else []
            if copies and max(last - first for first, last in copies) >= 3:
                for first, last in copies:
                    yield match.start() + start + first, match.start() + start + last
                break


def _starts_twice(text: str, start: int) -> bool:
    """Tell cheaply whether the text from `start` on begins with a run that stands twice."""
    if not 8 <= len(text) - start <= 600:
        return False
    second = text.find(text[start], start + 1)
    while 0 < second <= start + (len(text) - start) // 2:
        if text.startswith(text[start:second], second):
            return True
        second = text.find(text[start], second + 1)
    return False


def _squares(text: str) -> list[tuple[int, int]]:
    """Cut a text wholly into runs that stand twice; return the second of each, or nothing where that fails."""
    best: list[list[tuple[int, int]] | None] = [None] * (len(text) + 1)
    best[len(text)] = []
    for start in range(len(text) - 2, -1, -1):
        for length in range(1, (len(text) - start) // 2 + 1):
            rest = best[start + 2 * length]
            if rest is not None and text[start : start + length] == text[start + length : start + 2 * length]:
                best[start] = [(start + length, start + 2 * length), *rest]
                break
    return best[0] or []
