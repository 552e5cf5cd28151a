"""Know a file that is no plain text by its first bytes, whatever its name says, and say what to do with it."""

from __future__ import annotations

_OFFICE = "save it as plain text (.txt), for example: soffice --headless --convert-to txt:Text {name}"
_PICTURE = "a picture holds no characters; recognise the text (OCR) first"
_PACKED = "unpack it first and give the text files inside"

SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive", _PACKED),
    (b"PK\x05\x06", "an empty ZIP archive", _PACKED),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (OLE2: .doc, .wps, .xls)", _OFFICE),
    (b"{\\rtf", "an RTF document", _OFFICE),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF8", "a GIF picture", _PICTURE),
    (b"II*\0", "a TIFF picture", _PICTURE),
    (b"MM\0*", "a TIFF picture", _PICTURE),
    (b"\x1f\x8b", "a gzip archive", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _PACKED),
    (b"Rar!\x1a\x07", "a RAR archive", _PACKED),
)

_IN_ZIP = (
    (b"word/", "a Word document (.docx)", _OFFICE),
    (b"xl/", "an Excel workbook (.xlsx)", "save the sheet as plain text (.txt) first"),
    (b"ppt/", "a PowerPoint presentation (.pptx)", _OFFICE),
    (b"OFD.xml", "an OFD document", "save it as plain text (.txt) first"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)", _OFFICE),
)

_PDF = ("a PDF document", "take its text out first, for example: pdftotext -layout {name}")


def not_text(data: bytes, name: str) -> str | None:
    """Return what the bytes are and what to do next, or None where no signature is known."""
    found = _known(data)
    if found is None:
        return None
    what, remedy = found
    return f"this is {what}, not plain text; {remedy.format(name=name)}"


def _known(data: bytes) -> tuple[str, str] | None:
    if b"%PDF-" in data[:1024]:
        return _PDF
    for start, what, remedy in SIGNATURES:
        if data.startswith(start):
            inside = next((row for row in _IN_ZIP if row[0] in data), None) if start == b"PK\x03\x04" else None
            return (inside[1], inside[2]) if inside else (what, remedy)
    return None
