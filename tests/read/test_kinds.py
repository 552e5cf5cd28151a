"""A file is known by its bytes; what cannot be read says what it is and the next command."""

import io
import zipfile

import pytest

from govtext.errors import ReadError
from govtext.read import read_bytes
from govtext.read.extracted import UnreadableError
from govtext.read.kinds import tell
from tests.read import making

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "text"),
        ("全市经济增长5%。".encode("gb18030"), "text"),
        ("<十四五>规划 <b>增长</b>".encode(), "text"),
        ("5<6，<p>".encode(), "text"),
        (b"<p> without an end", "text"),
        ("# 报告\n\n<div>x</div>".encode(), "text"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf\r\n <HTML lang=zh><body>x", "html"),
        (b'<?xml version="1.0" encoding="gb2312"?>\n<!-- saved -->\n<html xmlns="x">', "html"),
        ("<!-- 正文 --><div class='a'>增长</div>".encode("gb18030"), "html"),
        (b"<meta charset=gb2312><p>x</p>", "html"),
        ("\ufeff<html><p>增长".encode("utf-16-le"), "html"),
        (making.docx(["增长"]), "docx"),
        (making.ofd([["增长"]]), "ofd"),
        (b"\n%PDF-1.4", "pdf"),
    ],
)
def test_told_by_content(data: bytes, kind: str) -> None:
    assert tell(data) == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "old Word or WPS .*soffice --headless --convert-to docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLE + "Workbook".encode("utf-16-le"), "old Excel"),
        (OLE, "old Office file .*soffice"),
        (b"{\\rtf1\\ansi", "RTF document; .*soffice"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "Word 2003 XML"),
        (b'<?xml version="1.0"?><uof:UOF xmlns:uof="x">', "UOF"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n--x", "web archive"),
        (making.packed({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "Excel workbook"),
        (making.packed({"mimetype": "x", "content.xml": ""}), "OpenDocument"),
        (making.packed({"a.txt": "x"}), "a ZIP archive; unpack"),
        (making.packed({}), "an empty ZIP archive"),
        (making.docx(["增长" * 3000])[:400], "broken ZIP|broken Word"),
        (making.docx(["增长" * 3000])[:-30], "broken Word document .*: open it in an office|broken Word document"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture; .*OCR"),
    ],
)
def test_no_reader(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_bytes(data, path="报告.doc")


def test_command_quotes_the_name() -> None:
    with pytest.raises(ReadError, match=r"--convert-to docx 'a b\.doc'$"):
        read_bytes(b"{\\rtf1", path="a b.doc")
    with pytest.raises(ReadError, match=r"--convert-to docx FILE$"):
        read_bytes(b"{\\rtf1", path="-")


def test_suffix_means_nothing() -> None:
    assert read_bytes(making.page(["全市增长5%。"], "gb2312"), path="report.doc").text == "　　全市增长5%。\n"
    assert read_bytes(making.docx(["全市增长5%。"]), path="report.txt").text == "全市增长5%。\n"


def test_zip_with_a_strange_main_part() -> None:
    parts = zipfile.ZipFile(io.BytesIO(making.docx(["增长"])))
    document = parts.read("word/document.xml")
    relations = parts.read("_rels/.rels").replace(b"word/document.xml", b"/main/body.xml")
    data = making.packed({"[Content_Types].xml": "", "_rels/.rels": relations, "main/body.xml": document})
    assert read_bytes(data, path="x").text == "增长\n"


def test_broken_zip_is_not_taken_for_text() -> None:
    with pytest.raises(UnreadableError):
        tell(b"PK\x03\x04 and some words")
