"""Make the files that people have: web pages, Word documents, PDFs, OFD; all from the paragraphs of a text."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
OFD = "http://www.ofdspec.org/2016"


def width(text: str) -> float:
    return sum(0.5 if char < "\u0100" else 1.0 for char in text)


def wrapped(paragraphs: Iterable[str], columns: int = 25) -> str:
    lines = []
    for paragraph in paragraphs:
        line = "　　"
        for char in paragraph:
            if width(line + char) > columns:
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return "\n".join(lines) + "\n"


def page(paragraphs: Iterable[str], charset: str) -> bytes:
    body = "\n".join(f"<p>　　{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>市政府门户网站</title><style>p {{ margin: 0 }}</style></head>
<body><div class="nav"><a href="/">首页</a> &gt; <a href="/x">完成投资100亿元</a></div>
<div id="UCAP-CONTENT">
{body}
</div>
<script>var x = "增长99%";</script><div class="footer">版权所有 京ICP备05070218号 增长77%</div></body></html>
""".encode("gb18030" if charset.startswith("gb") else charset)


def packed(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_of(body: str, **others: str) -> bytes:
    relations = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}" Target="word/document.xml"/>'
    spaces = (
        f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations + "</Relationships>",
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": f"<w:{name} {spaces}>{content}</w:{name}>" for name, content in others.items()},
        }
    )


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx(paragraphs: Iterable[str]) -> bytes:
    """Each paragraph in two runs, as Word likes to cut them."""
    cut = ((text[: len(text) // 2], text[len(text) // 2 :]) for text in paragraphs)
    runs = "".join(
        f"<w:p><w:r><w:t>{escape(a)}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{escape(b)}</w:t></w:r></w:p>"
        for a, b in cut
    )
    return docx_of(runs)


@cache
def font(characters: str) -> str:
    """Register a font of boxes for some characters, made for this test, and return its name."""
    name = f"Boxes{len(pdfmetrics.getRegisteredFontNames())}"
    glyphs = {ord(char): f"u{ord(char):05X}" for char in sorted(set(characters))}

    def box(width: int) -> object:
        pen = TTGlyphPen(None)
        pen.moveTo((40, -80))
        for corner in ((40, 840), (width - 40, 840), (width - 40, -80)):
            pen.lineTo(corner)
        pen.closePath()
        return pen.glyph()

    widths = {".notdef": 1000} | {glyph: 500 if code < 0x100 else 1000 for code, glyph in glyphs.items()}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf({glyph: box(width) for glyph, width in widths.items()})
    builder.setupHorizontalMetrics({glyph: (width, 40) for glyph, width in widths.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name, "fullName": name})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    buffer.seek(0)
    pdfmetrics.registerFont(TTFont(name, buffer))
    return name


@cache
def song() -> str:
    """Return the name of a font that a PDF names and does not hold."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


def pdf(
    paragraphs: Sequence[str], *, embedded: bool = True, head: str = "市人民政府工作报告", numbers: bool = True
) -> bytes:
    """Set paragraphs as reports are: 16 on 28 points, two characters of indent, a running head and page numbers."""
    name = font("".join(paragraphs) + head + "0123456789—　 ") if embedded else song()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    number, foot = 0, 0.0

    def turn() -> None:
        nonlocal number, foot
        if number:
            canvas.showPage()
        number += 1
        foot = 740
        canvas.setFont(name, 10)
        if head:
            canvas.drawString(90, 790, head)
        if numbers:
            canvas.drawString(280, 50, f"— {number} —")
        canvas.setFont(name, 16)

    turn()
    for text in paragraphs:
        left, start = 122.0, 0
        while start < len(text):
            end, width = start, 0.0
            while end < len(text) and left + width + (step := canvas.stringWidth(text[end], name, 16)) <= 506:
                end, width = end + 1, width + step
            if foot < 90:
                turn()
            canvas.drawString(left, foot, text[start:end])
            foot -= 28
            left, start = 90.0, end
    canvas.save()
    return buffer.getvalue()


def ofd(pages: Sequence[Sequence[str]], location: str = "Pages/Page_{}/Content.xml") -> bytes:
    """Set lines on pages: 5 millimetres high, one below the other."""
    parts: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{OFD}"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{OFD}"><ofd:Pages>'
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="{location.format(n)}"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, lines in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject Boundary="30 {30 + 9 * row} {5 * width(line)} 5" Size="5"><ofd:TextCode X="0" Y="4">'
            f"{escape(line)}</ofd:TextCode></ofd:TextObject>"
            for row, line in reversed(list(enumerate(lines)))
        )
        content = f'<ofd:Page xmlns:ofd="{OFD}"><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>'
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = content
    return packed(parts)
