"""Stand-in glyphs for fonts that a PDF names but does not hold.

pdfium looks for such a font among those of the machine, and where it finds none that has the character, it drops every
piece of text of one character: 吨, 人, the 年 of a line drawn glyph by glyph. The same PDF then gives different facts
on different machines. While a report is read, every such font is answered with one font of 832 bytes that draws the
same box for every character: the characters come from the PDF, the font only has to give them a width.
"""

from __future__ import annotations

import ctypes
from base64 import b85decode
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import decompress

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANSI = 0
"""The charset of Helvetica, Times and the like, which pdfium has itself."""

_BOXES = (
    b"c-oCoK}#E95PiF|iCT=-Hq;_TSMac;hc=~@9twqE(UX=0BI?0xbWH+Dc1c#dg;IL#v8NLH8$9&j56IEq;Hig#o(sJN*0-"
    b"B4F$NI_X7{~$GxN<iA2a|D@C^cUv+&~8>Yt4qpjnKT_8Yc`G(M64Ab(k@e?AO%!)@|2^4C?zKFAhMzYw3$-"
    b"&7fx*pXkvf9WgLh94LY!Cu;T@?_oJx3Pc}c{kz>JMds2Nj^z#HtmK}>J)d#d-"
    b"QqFZTsF=DFc$Go<TG#U3+}~Z*TV9e~4T%f{V=C{P1suzojedqyim%V~uzrXJEbsOS*BVQPbjx&T0CJj&b8z+(LpG_pr$k{GO&-"
    b"^k?u8VDZKT=3uhn+1v>?FMOHkpNiwpu5ZH%2}6Zb+-ZacHy2=jZh6j<&PVC=s&^>BG=8c{wD^?4?I+0kIND-bVPhmGfhjyuILSUs"
    b"%+!o2Mi%f~VI4F0ps=vIps+ELlfWZvDV)Sp)YjZ%-"
    b"wAv(=LSwY?^KTJcB@h@I<0oiZJJpn$12v~;ut<0uGHsJa^wM78+m>!I6@sZT0~_O8EH|eF{jDg>{#`6?Jci=)2M5@l-"
    b"&Th0+WnxcK"
)
"""A TrueType font made for this: two glyphs, both boxes, and a map (cmap format 13) from all characters to one."""


@contextmanager
def boxes_for_missing_fonts() -> Iterator[None]:
    """Answer pdfium's questions for fonts while the block runs; then let the machine answer again."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(_answers()))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())


@cache
def _answers() -> Any:
    """Return the table of functions that pdfium calls. It lives as long as the process: pdfium keeps the address."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    font = decompress(b85decode(_BOXES))
    name = b"GovtextBoxes\0"

    def copy(content: bytes, buffer: Any, size: int) -> int:
        if buffer and size >= len(content):
            ctypes.memmove(buffer, content, len(content))
        return len(content)

    functions = {
        "Release": lambda _this: None,
        "EnumFonts": lambda _this, _mapper: None,
        "MapFont": lambda _this, _weight, _italic, charset, _pitch, _face, _exact: None if charset == _ANSI else 1,
        "GetFont": lambda _this, _face: 1,
        "GetFontData": lambda _this, _font, table, buffer, size: 0 if table else copy(font, buffer, size),
        "GetFaceName": lambda _this, _font, buffer, size: copy(name, buffer, size),
        "GetFontCharset": lambda _this, _font: 134,
        "DeleteFont": lambda _this, _font: None,
    }
    types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    answers = pdfium.FPDF_SYSFONTINFO()
    answers.version = 1
    for field, function in functions.items():
        setattr(answers, field, types[field](function))
    return answers
