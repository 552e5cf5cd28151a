"""A PDF gives its running text, whatever fonts it or the machine has; a scan says that it is one."""

from __future__ import annotations

import io
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from govtext.clean import Report
from govtext.errors import ReadError
from govtext.read import read_bytes
from tests.read import making

if TYPE_CHECKING:
    from collections.abc import Callable

pypdfium2 = pytest.importorskip("pypdfium2")

from pypdfium2 import raw  # noqa: E402
from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

SENTENCE = "全市地区生产总值增长5.2%，城镇新增就业12.6万人，改造老旧小区174个，粮食总产量稳定在142.8万吨以上。"


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def text(data: bytes) -> str:
    return read_bytes(data, path="x.pdf").text


def lone_glyphs(canvas: Canvas) -> None:
    """Rows of a table, and a line set character by character, in a font that the PDF only names."""
    canvas.setFont(making.song(), 14)
    for row, cells in enumerate((("指标", "单位", "数值"), ("粮食产量", "吨", "6.5"), ("人口", "人", "14"))):
        for left, cell in zip((80, 200, 300), cells, strict=True):
            canvas.drawString(left, 800 - 24 * row, cell)
    along = 80.0
    for char in "国内生产总值增长百分之五，推进":
        canvas.drawString(along, 700, char)
        along += 14


LONE = "指标\t单位\t数值\n粮食产量\t吨\t6.5\n人口\t人\t14\n国内生产总值增长百分之五，推进\n"


def test_lone_characters_of_a_font_that_is_not_embedded() -> None:
    assert text(drawn(lone_glyphs)) == LONE


@pytest.mark.skipif(sys.platform != "linux", reason="where pdfium looks for fonts")
def test_lone_characters_on_a_machine_without_fonts(tmp_path_factory: pytest.TempPathFactory) -> None:
    """pdfium asked to look for fonts in an empty folder drops 吨 and 人; we do not."""
    import subprocess

    folder = tmp_path_factory.mktemp("no-fonts")
    (folder / "x.pdf").write_bytes(drawn(lone_glyphs))
    program = f"""
import ctypes, pathlib, sys
import pypdfium2, pypdfium2.raw as raw
raw.FPDF_DestroyLibrary()
folder = ctypes.create_string_buffer({str(folder)!r}.encode())
config = raw.FPDF_LIBRARY_CONFIG()
config.version = 2
config.m_pUserFontPaths = (ctypes.POINTER(ctypes.c_char) * 2)(ctypes.cast(folder, ctypes.POINTER(ctypes.c_char)), None)
raw.FPDF_InitLibraryWithConfig(config)
from govtext.read import read_file
path = pathlib.Path({str(folder / "x.pdf")!r})
print(ascii(read_file(path).text))
document = pypdfium2.PdfDocument(path)
print(ascii(document[0].get_textpage().get_text_bounded()))
"""
    ours, theirs = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert ours == ascii(LONE)
    assert ascii("吨").strip("'") not in theirs, "pdfium no longer drops them: pdf_fonts.py can go"


def test_pdfium_asks_the_machine_again_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr(raw, "FPDF_SetSystemFontInfo", given.append)
    text(drawn(lone_glyphs))
    assert len(given) == 2
    assert "LP_" in type(given[1]).__name__  # pdfium's own


def test_text_that_pdfium_leaves_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the stand-in font and without a font of the machine there is a warning: never silence."""
    from contextlib import nullcontext

    from govtext.read import pdf

    monkeypatch.setattr(pdf, "boxes_for_missing_fonts", nullcontext)
    monkeypatch.setattr(pdf, "_NO_WIDTH", 20.0)
    found = read_bytes(drawn(lone_glyphs), path="x.pdf")
    assert found.warnings == ("page 1: a font is not embedded and characters are left out: text may be incomplete",)


@pytest.mark.parametrize("embedded", [True, False])
@pytest.mark.parametrize("count", [1, 3, 30])
def test_paragraphs_come_back(count: int, embedded: bool) -> None:
    paragraphs = ["云江市政府工作报告", "一、工作回顾"] + [f"第{n}项：{SENTENCE}" * (n % 3 + 1) for n in range(count)]
    head = "市人民政府工作报告" if count > 10 else ""  # on one page it cannot be known for one
    assert text(making.pdf(paragraphs, embedded=embedded, head=head)) == "\n".join(paragraphs) + "\n"


def test_pages_of_records() -> None:
    paragraphs = [f"第{n}段，{SENTENCE}" for n in range(60)]
    source = read_bytes(making.pdf(paragraphs), path="x.pdf")
    document = pypdfium2.PdfDocument(making.pdf(paragraphs))
    assert len(source.pages) == len(document) > 3
    assert source.pages[0] == 0
    report = Report(source.text, {}, source.pages)
    for number, page in enumerate(document, 1):
        shown = page.get_textpage().get_text_bounded()
        for n in range(60):
            mark = f"第{n}段"
            if mark in shown:
                start = report.written.index(mark)
                assert report.place(start, start + len(mark))["page"] == number


def test_plain_text_has_no_pages() -> None:
    assert Report("增长", {}).place(0, 2)["page"] is None


def test_a_sentence_over_the_turn_of_a_page() -> None:
    data = making.pdf(["首" * 30] * 11 + [SENTENCE * 10])
    assert SENTENCE * 10 in text(data)


@pytest.mark.parametrize("head", ["", "市人民政府工作报告"])
@pytest.mark.parametrize("numbers", [True, False])
def test_heads_and_page_numbers_go(head: str, numbers: bool) -> None:
    paragraphs = [f"第{n}段：{SENTENCE * 3}" for n in range(40)]
    assert text(making.pdf(paragraphs, head=head, numbers=numbers)) == "\n".join(paragraphs) + "\n"


def scan(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (40, 60), 200)), 0, 0, 595, 842)
    canvas.showPage()


def test_scan_needs_ocr() -> None:
    with pytest.raises(ReadError, match=r"needs OCR, for example: ocrmypdf -l chi_sim 'a b\.pdf' text\.pdf"):
        read_bytes(drawn(scan), path="a b.pdf")


def test_a_scanned_page_among_others_is_named() -> None:
    def draw(canvas: Canvas) -> None:
        scan(canvas)
        canvas.setFont(making.song(), 16)
        canvas.drawString(90, 700, "全市地区生产总值增长5.2%。")

    found = read_bytes(drawn(draw), path="x.pdf")
    assert found.text == "全市地区生产总值增长5.2%。\n"
    assert found.warnings == ("page 1: pictures without text; they need OCR (ocrmypdf --skip-text -l chi_sim)",)


def test_characters_without_meaning() -> None:
    data = making.pdf([SENTENCE * 4])
    start = data.index(b"/ToUnicode")
    found = read_bytes(data[:start] + b"/ToNothing" + data[start + 10 :], path="x.pdf")
    assert any("hardly a Chinese character" in warning for warning in found.warnings)


def test_locked() -> None:
    data = drawn(lambda canvas: canvas.drawString(90, 700, "x"), encrypt=StandardEncryption("secret"))
    with pytest.raises(ReadError, match="locked with a password; unlock it: qpdf --decrypt"):
        text(data)


@pytest.mark.parametrize("keep", [20, 200, 1500])
def test_broken(keep: int) -> None:
    with pytest.raises(ReadError, match="broken PDF; try to mend it: qpdf"):
        text(making.pdf([SENTENCE])[:keep])


def test_nothing_on_the_page() -> None:
    with pytest.raises(ReadError, match="is empty"):
        text(drawn(lambda canvas: canvas.showPage()))


def test_without_pypdfium2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(
        ReadError, match=r"pip install 'govtext\[pdf\]'; or take its text out: pdftotext -layout x\.pdf"
    ):
        text(b"%PDF-1.7")


def test_threads_wait_for_each_other() -> None:
    data = making.pdf([SENTENCE * 3] * 20)
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(text(data))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
