"""A file becomes a text, or an error that says what to do."""

import hashlib
import os
from pathlib import Path

import pytest

from govtext.errors import ReadError
from govtext.read import read_bytes, read_file


def test_text_is_exact(tmp_path: Path) -> None:
    path = tmp_path / "报告 1.txt"
    data = "\ufeff　　增长5%。\r\n\r末行".encode()
    path.write_bytes(data)
    source = read_file(path)
    assert source.text == "　　增长5%。\r\n\r末行"
    assert (source.path, source.encoding) == (str(path), "utf-8-sig")
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        (b"", None, "is empty"),
        (b"\xef\xbb\xbf\r\n \xe3\x80\x80\n", None, "is empty"),
        (b"%PDF-1.7\n\xe2\xe3", None, "broken PDF; try to mend it: qpdf report"),
        (b"PK\x03\x04....word/document.xml", None, "broken Word document (.docx)"),
        (b"PK\x03\x04....notes", None, "broken ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", None, "old Office file"),
        (b"\x89PNG\r\n\x1a\n", None, "PNG picture; a picture holds no characters"),
        (b"\xff\xd8\xff\xe0", None, "JPEG picture"),
        (bytes(range(256)) * 8, None, "binary"),
        (b"\0" * 64, None, "binary"),
        ("增长5%".encode("gb18030"), "utf-8", "byte 0 (counted from 0) is not utf-8"),
        (b"abc", "klingon", "no text encoding is named 'klingon'; try utf-8"),
    ],
)
def test_trouble(data: bytes, encoding: str | None, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, path="report", encoding=encoding)
    assert str(caught.value).startswith("report: ")
    assert words in str(caught.value)


def test_damaged_byte_is_named() -> None:
    data = "全市经济稳中有进，居民收入增长百分之六，就业形势总体稳定。".encode()
    with pytest.raises(ReadError, match=r"byte 84 .* iconv -c -f utf-8"):
        read_bytes(data[:84] + b"\xff" + data[84:], path="report")


def test_missing_folder_and_unreadable(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(ReadError, match="cannot be read"):
        read_file(tmp_path / ("x" * 300))


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.txt")
    path.write_text("增长5%", encoding="utf-8")
    assert read_file(path).path.endswith("\\xff.txt")


def test_stray_control_characters_are_kept() -> None:
    text = "增长5%\x1b]0;x\x07，农村居民人均可支配收入提高\x00三千元左右，城镇登记失业率下降。"
    assert read_bytes(text.encode(), path="-").text == text
