"""Running text → sentences under their headings, and clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE = regex.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)》]*|\n|$)")
_HEADING = regex.compile(
    r"""
    (?: [（(]?[一二三四五六七八九十]{1,3}[）)、.．]
      | 第[一二三四五六七八九十]{1,3}[章节部分篇、]+ | \d{1,2}[.．、](?!\d) | —— )?
    [^。；;！？!?]{2,60}
    """,
    regex.VERBOSE,
)
_NUMBERED = regex.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}(?:章|节|部分|篇)")

_CHAPTER = regex.compile(r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:章|节|部分|篇)")
_NEW_CHAPTER = regex.compile(rf"(?<=\n)(?:{_CHAPTER.pattern})")
_SECTION = regex.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")

HEADING_LIMIT = 40
"""A paragraph longer than this many characters is no heading."""


LONGEST_SENTENCE = 2_000
"""Characters; what runs on without a full stop (a table, a list) is parted. The longest known has 400."""


class Sentence(NamedTuple):
    """A sentence of the working text: offsets (end exclusive), the headings above it, and its paragraph's number.

    `headings` go from the outermost to the nearest: ("二、2023年重点工作", "（一）扩大内需").
    """

    start: int
    end: int
    headings: tuple[str, ...]
    paragraph: int

    @property
    def heading(self) -> str:
        """The nearest heading, or nothing."""
        return self.headings[-1] if self.headings else ""


def sections(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sections that a long working text is read in, each of at most `longest` characters.

    A section ends before a chapter (一、) where there is one in its second half, else after its last paragraph, else
    (a paragraph longer than a section) after its last sentence.
    """
    start = 0
    while len(text) - start > longest:
        limit = start + longest
        chapters = [match.start() for match in _NEW_CHAPTER.finditer(text, start + longest // 2, limit)]
        ends = (chapters[-1] if chapters else 0, text.rfind("\n", start, limit) + 1, text.rfind("。", start, limit) + 1)
        end = next((end for end in ends if end > start), limit)
        yield start, end
        start = end
    yield start, len(text)


def split_sentences(text: str, above: tuple[str, ...] = ()) -> Iterator[Sentence]:
    """Yield the sentences of a working text, with the headings that each stands under; `above` are those at its start.

    A heading is a short paragraph without a full stop (一、2016年工作回顾), or the numbered opening sentence of a
    paragraph (（一）推进农村改革。).
    """
    headings = above
    paragraph = 0
    opening = True
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        if start == end:
            continue
        body = match[0].rstrip("\n")
        if body and opening and len(body) <= HEADING_LIMIT and _is_heading(body, match[0], text, end):
            headings = (*headings[: _level(body, headings)], body)
        for first, last in _parts(text, start, start + len(body)):
            yield Sentence(first, last, headings, paragraph)
            opening = False
        if match[0].endswith("\n") or text[end : end + 1] == "\n":
            paragraph += 1
            opening = True


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a sentence that is too long after its last ；, ， or 、 that fits; most are one part."""
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        marks = (text.rfind(mark, start, limit) + 1 for mark in "；，、")
        cut = next((mark for mark in marks if mark > start), limit)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _level(heading: str, above: tuple[str, ...]) -> int:
    """Return how many headings stand above a new one: none above 一、 or 第一章, one above （一）."""
    if _CHAPTER.match(heading):
        return 0
    if _SECTION.match(heading):
        return sum(1 for other in above if not _SECTION.match(other) and (_CHAPTER.match(other) or other == above[0]))
    return sum(1 for other in above if _CHAPTER.match(other) or _SECTION.match(other))


def _is_heading(body: str, raw: str, text: str, end: int) -> bool:
    """Tell whether the opening sentence of a paragraph heads what follows."""
    if _NUMBERED.match(body):
        return True
    alone = raw.endswith("\n") or end >= len(text)
    return alone and _HEADING.fullmatch(body) is not None and body[-1] not in "，、；：,"


_CLAUSE = regex.compile(r"[^，；：,;:（）()]+")


def clauses(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the spans of the clauses of a sentence, cut at ，；： and brackets; offsets begin at `start`."""
    for match in _CLAUSE.finditer(text):
        yield start + match.start(), start + match.end()
