"""An OFD document (GB/T 33190-2016) → its running text and where its pages start. Experimental: made from the standard.

Text objects are put into lines by where they stand; page templates (letterheads, backgrounds) are left out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from govtext.read.archive import Archive, resolve
from govtext.read.extracted import Extracted, UnreadableError
from govtext.read.pages import PlacedLine, join_pages

_WARNING = "OFD is read experimentally: compare the text with the document"
_SCANNED = "this OFD document holds no text, only pictures or outlines: it needs OCR"
_SAME_LINE = 0.5
"""Share of the type size by which objects of one line may differ in height."""
_CELL_GAP = 1.5


class _Piece(NamedTuple):
    """A text object: its place from the upper left corner (millimetres) and what it says."""

    top: float
    left: float
    right: float
    size: float
    text: str


def read_ofd(data: bytes) -> Extracted:
    """Return the text of an OFD document. Raises UnreadableError."""
    archive = Archive(data, "OFD document")
    pages = [
        _lines(_pieces(archive, page))
        for root in _named(archive, "OFD.xml", "DocRoot")
        for page in _named(archive, root, "Page")
    ]
    text, starts = join_pages(pages)
    if not text:
        raise UnreadableError(_SCANNED)
    return Extracted(text=text, encoding="ofd", pages=starts, warnings=(_WARNING,))


def _named(archive: Archive, part: str, element: str) -> list[str]:
    """Return the parts that a part names: as text in an element (DocRoot), or in its BaseLoc (Page)."""
    names: list[str] = []
    written: list[str] = []
    inside = False

    def start(name: str, has: dict[str, str]) -> None:
        nonlocal inside
        if name.rpartition(" ")[2] == element:
            inside = True
            written.clear()
            if "BaseLoc" in has:
                names.append(resolve(part, has["BaseLoc"]))

    def end(name: str) -> None:
        nonlocal inside
        if inside and name.rpartition(" ")[2] == element:
            inside = False
            if location := "".join(written).strip():
                names.append(resolve(part, location))

    archive.walk(part, start, end, lambda text: written.append(text) if inside else None)
    return names


def _pieces(archive: Archive, page: str) -> list[_Piece]:
    """Return the text objects of a page."""
    pieces: list[_Piece] = []
    place = [0.0, 0.0, 0.0, 0.0]
    size = 0.0
    text: list[str] | None = None

    def start(name: str, has: dict[str, str]) -> None:
        nonlocal place, size, text
        element = name.rpartition(" ")[2]
        if element == "TextObject":
            place = _numbers(has.get("Boundary", ""), 4)
            size = _numbers(has.get("Size", ""), 1)[0] or place[3]
            scale = _numbers(has.get("CTM", ""), 6)
            size *= abs(scale[3]) or 1.0
        elif element == "TextCode":
            text = []

    def end(name: str) -> None:
        nonlocal text
        if text is not None and name.rpartition(" ")[2] == "TextCode":
            written = "".join(text).strip("\r\n")
            if written.strip():
                left, top, width, height = place
                pieces.append(_Piece(top + height, left, left + width, size or 1.0, written))
            text = None

    archive.walk(page, start, end, lambda part: text.append(part) if text is not None else None)
    return pieces


def _lines(pieces: list[_Piece]) -> list[PlacedLine]:
    """Put text objects into lines, from top to bottom and left to right."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if rows and piece.top - rows[-1][0].top <= _SAME_LINE * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = []
    for row in rows:
        row.sort(key=lambda piece: piece.left)
        text = row[0].text
        for before, after in pairwise(row):
            text += ("\t" if after.left - before.right > _CELL_GAP * after.size else "") + after.text
        lines.append(PlacedLine(text, row[0].left, row[-1].right, -row[0].top, row[0].size))
    return lines


def _numbers(written: str, count: int) -> list[float]:
    """Return so many numbers of a list such as `20 30.5 170 6`; zeros where it is none."""
    try:
        numbers = [float(number) for number in written.split()]
    except ValueError:
        numbers = []
    return (numbers + [0.0] * count)[:count]
