"""Tell what a file is by its bytes, whatever its name says: which reader takes it, or what to do with it instead."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from govtext.read.extracted import UnreadableError

Kind = Literal["text", "html", "docx", "ofd", "pdf"]

_OFFICE = "convert it first: soffice --headless --convert-to docx {name}"
_PICTURE = "a picture holds no characters; recognise the text first (OCR): tesseract {name} text -l chi_sim"
_PACKED = "unpack it first and give the files inside"
_SHEET = "save the sheet as text first: soffice --headless --convert-to csv {name}"
_SLIDES = "convert it first: soffice --headless --convert-to pdf {name}"
_OPEN = "open it in an office program and save it without a password"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

SIGNATURES = (
    (b"{\\rtf", "an RTF document", _OFFICE),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF8", "a GIF picture", _PICTURE),
    (b"II*\0", "a TIFF picture", _PICTURE),
    (b"MM\0*", "a TIFF picture", _PICTURE),
    (b"\x1f\x8b", "a gzip archive", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _PACKED),
    (b"Rar!\x1a\x07", "a RAR archive", _PACKED),
    (b"%!PS", "a PostScript document", "convert it first: ps2pdf {name}"),
    (b"HWP Document", "a Hangul document", _OFFICE),
    (b"CAJ\0", "a CAJ document", "export it as PDF in CAJViewer first"),
    (b"HN\0\0", "a CAJ document", "export it as PDF in CAJViewer first"),
)

_IN_OLE = (
    ("EncryptedPackage", "an Office document locked with a password", _OPEN),
    ("WordDocument", "an old Word or WPS document (.doc, .wps)", _OFFICE),
    ("Workbook", "an old Excel workbook (.xls, .et)", _SHEET),
    ("PowerPoint Document", "an old presentation (.ppt, .dps)", _SLIDES),
)
_IN_ZIP = (
    ("xl/", "an Excel workbook (.xlsx)", _SHEET),
    ("ppt/", "a presentation (.pptx)", _SLIDES),
    ("content.xml", "an OpenDocument file (.odt)", _OFFICE),
)
_IN_XML = (
    (b"w:wordDocument", "a Word 2003 XML document", _OFFICE),
    (b"pkg:package", "a flat Word XML document", _OFFICE),
    (b"uof:UOF", "a UOF document", _OFFICE),
    (b"office:document", "a flat OpenDocument file (.fodt)", _OFFICE),
)
_WEB_ARCHIVE = (
    "a web archive (MHT), often saved by Word",
    "save it as HTML, or: soffice --headless --convert-to docx {name}",
)

_HEAD = 4096
_BEFORE = re.compile(rb"(?:\s|<\?xml[^>]*>|<!--.*?-->|<!doctype\s+html[^>]*>)*", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:html|head|body|meta|title|link|script|style|div|table|p|h[1-6]|article|section|main|center|font|span|ul|ol|br)"
    rb"(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


def tell(data: bytes) -> Kind:
    """Return which reader takes the bytes. Raises UnreadableError where none does: it says what they are."""
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        names = ((name.encode("utf-16-le"), what, remedy) for name, what, remedy in _IN_OLE)
        raise _no(
            *next((row[1:] for row in names if row[0] in data), ("an old Office file (.doc, .wps, .xls)", _OFFICE))
        )
    for start, what, remedy in SIGNATURES:
        if data.startswith(start):
            raise _no(what, remedy)
    head = _ascii(data[:_HEAD])
    if head.lstrip().startswith(b"<"):
        for name, what, remedy in _IN_XML:
            if b"<" + name in head:
                raise _no(what, remedy)
        if _is_page(head, data):
            return "html"
    if re.match(rb"(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*MIME-Version:", head, re.IGNORECASE) and b"multipart/" in head:
        raise _no(*_WEB_ARCHIVE)
    return "text"


def _zip_kind(data: bytes) -> Kind:
    """Return the kind of a packed document, from the names of its parts."""
    try:
        names = [name.replace("\\", "/").lstrip("/") for name in zipfile.ZipFile(io.BytesIO(data)).namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = [name for name in ("word/document.xml", "OFD.xml") if name.encode() in data]
        if not names:
            raise _no(
                "a broken ZIP archive or office document", "open it in an office program and save it anew"
            ) from None
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "OFD.xml" in names:
        return "ofd"
    for start, what, remedy in _IN_ZIP:
        if any(name.startswith(start) for name in names):
            raise _no(what, remedy)
    if "[Content_Types].xml" in names and "_rels/.rels" in names:
        return "docx"  # a package whose main part has another name
    raise _no("an empty ZIP archive" if not names else "a ZIP archive", _PACKED)


def _is_page(head: bytes, data: bytes) -> bool:
    """Tell whether a text that begins with `<` is a web page or a piece of one."""
    if _DOCTYPE.search(head):
        return True
    before = _BEFORE.match(head)
    return bool(before and _TAG.match(head, before.end())) and b"</" in _ascii(data)


def _ascii(data: bytes) -> bytes:
    """Return bytes of UTF-16 as if they were ASCII, as far as they are."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data[2:].replace(b"\0", b"")
    return data.removeprefix(b"\xef\xbb\xbf")


def _no(what: str, remedy: str) -> UnreadableError:
    return UnreadableError(f"this is {what}; {remedy}")
