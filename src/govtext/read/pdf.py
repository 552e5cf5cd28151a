"""A PDF → its running text and where its pages start; with pypdfium2, the extra `pdf`."""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from govtext.read.extracted import Extracted, UnreadableError
from govtext.read.pages import PlacedLine, join_pages
from govtext.read.pdf_fonts import boxes_for_missing_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

_MISSING = (
    "this is a PDF, and what reads it is not installed: pip install 'govtext[pdf]'; "
    "or take its text out: pdftotext -layout {name}"
)
_LOCKED = "this PDF is locked with a password; unlock it: qpdf --decrypt --password=PASSWORD {name} unlocked.pdf"
_BROKEN = "this is a broken PDF; try to mend it: qpdf {name} mended.pdf"
_SCANNED = (
    "this PDF holds pictures of pages and no text: it needs OCR, for example: ocrmypdf -l chi_sim {name} text.pdf"
)
_GARBLED = (
    "the characters of this PDF cannot be told from its fonts: it needs OCR, for example: "
    "ocrmypdf --force-ocr -l chi_sim {name} text.pdf"
)

_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ufffe\uffff]")
_UNKNOWN = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LINE = re.compile(r"[^\r\n]+")
_FEW = 10
"""Characters below which a page is taken for a scan where pictures cover this share of it:"""
_SCANNED_AREA = 0.5
_CELL_GAP = 1.5
"""Blank space, in character widths, that parts cells of a table."""

_NO_WIDTH = 0.01
"""What pdfium takes for no width: it leaves such a piece of text out."""

_PDFIUM = Lock()
"""pdfium is not made for threads."""


class _Trouble(NamedTuple):
    """Pages (1-based) that are pictures, and pages of which pdfium left text out."""

    scans: list[int]
    lost: list[int]


def read_pdf(data: bytes) -> Extracted:
    """Return the text of a PDF. Raises UnreadableError: locked, broken, a scan, without usable fonts, no pypdfium2."""
    try:
        import pypdfium2  # noqa: PLC0415
    except ImportError:
        raise UnreadableError(_MISSING) from None
    trouble = _Trouble([], [])
    with _PDFIUM, boxes_for_missing_fonts():
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(_LOCKED if "password" in str(error).lower() else _BROKEN) from None
        try:
            pages = [_read_page(document[number], number + 1, trouble) for number in range(len(document))]
        except pypdfium2.PdfiumError:
            raise UnreadableError(_BROKEN) from None
        finally:
            document.close()
    text, starts = join_pages(pages)
    unknown = len(_UNKNOWN.findall(text))
    if trouble.scans and all(number in trouble.scans for number, page in enumerate(pages, 1) if page):
        raise UnreadableError(_SCANNED)
    if unknown * 4 > len(text):
        raise UnreadableError(_GARBLED)
    warnings = [*_warnings(trouble, unknown)]
    if len(_CHINESE.findall(text)) * 20 < len(text):
        warnings.append("hardly a Chinese character in it: its fonts may not say what they draw; then it needs OCR")
    return Extracted(text=text, encoding="pdf", pages=starts, warnings=tuple(warnings))


def _warnings(trouble: _Trouble, unknown: int) -> Iterator[str]:
    """Yield what a careful reader should know."""
    if trouble.scans:
        yield f"{_named(trouble.scans)}: pictures without text; they need OCR (ocrmypdf --skip-text -l chi_sim)"
    if trouble.lost:
        yield f"{_named(trouble.lost)}: a font is not embedded and characters are left out: text may be incomplete"
    if unknown:
        yield f"{unknown} characters cannot be told from the fonts of this PDF: text may be incomplete"


def _named(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}"


def _read_page(page: Any, number: int, trouble: _Trouble) -> list[PlacedLine]:
    """Return the lines of a page, and note what is wrong with it."""
    try:
        text_page = page.get_textpage()
        try:
            lines = list(_lines(text_page.raw))
        finally:
            text_page.close()
        covered, lost = _objects(page.raw)
        if covered >= _SCANNED_AREA and sum(len(line.text) for line in lines) < _FEW:
            trouble.scans.append(number)
        if lost:
            trouble.lost.append(number)
        return lines
    finally:
        page.close()


def _lines(text_page: Any) -> Iterator[PlacedLine]:
    """Yield the lines of a page that have ink, with their places."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    unicode_of = pdfium.FPDFText_GetUnicode
    text = "".join(chr(unicode_of(text_page, index)) for index in range(pdfium.FPDFText_CountChars(text_page)))
    box = pdfium.FS_RECTF()

    def place(index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        return box.left, box.right, box.bottom, box.top

    for match in _LINE.finditer(text):
        ink = [index for index in range(*match.span()) if not text[index].isspace()]
        if not ink:
            continue
        first, last = place(ink[0]), place(ink[-1])
        wide = [index for index in (ink[0], ink[len(ink) // 2], ink[-1]) if text[index] > "\u2e80"]
        size = max((right - left for left, right, _, _ in map(place, wide)), default=0.0) or first[3] - first[2]
        written = list(text[ink[0] : ink[-1] + 1])
        for before, after in pairwise(ink):
            if after > before + 1 and place(after)[0] - place(before)[1] > _CELL_GAP * size:
                written[before + 1 - ink[0]] = "\t"
        yield PlacedLine(_INVISIBLE.sub("", "".join(written)), first[0], last[1], first[2], size)


def _objects(page: Any) -> tuple[float, int]:
    """Return the share of a page that pictures cover, and how many pieces of text pdfium leaves out.

    It leaves out what has no width: characters of a font that is neither embedded nor known to the machine.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    area = 0.0
    lost = 0
    edges = left, bottom, right, top = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_TEXT):
            pdfium.FPDFPageObj_GetBounds(thing, *edges)
            if kind != pdfium.FPDF_PAGEOBJ_TEXT:
                area += abs((right.value - left.value) * (top.value - bottom.value))
            elif right.value - left.value < _NO_WIDTH:
                lost += not pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(thing))
    return area / max(pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page), 1.0), lost
