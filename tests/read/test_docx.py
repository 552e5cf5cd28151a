"""A Word document: what is read, in which order, and what is left out; bombs and tricks are refused."""

import io
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.errors import ReadError
from govtext.read import read_bytes
from govtext.read.archive import resolve
from tests.read.making import docx, docx_of, ofd, packed, paragraph

CONTENTS = (
    "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("　　一、增长") + paragraph("") + paragraph("二"), "　　一、增长\n二\n"),
        (
            paragraph("前")
            + f"<w:tbl>{row(paragraph('指标'), paragraph('单位'))}{row(paragraph('粮食'), paragraph('吨'))}</w:tbl>"
            + paragraph("后"),
            "前\n指标\t单位\n粮食\t吨\n后\n",
        ),
        (f"<w:tbl>{row(paragraph('甲') + paragraph('乙'), paragraph('丙'))}</w:tbl>", "甲 乙\t丙\n"),
        ("<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>", "一\n二\t三\n"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>一</w:t></w:r></w:p>", "一\n"),
        ("<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>", "新\n"),
        ("<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>", "新\n"),
        ("<w:p><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:t>留</w:t></w:r></w:p>", "留\n"),
        ("<w:p><w:r><w:instrText>PAGE 99%</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>", "3\n"),
        ("<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>日</w:t></w:r></w:fldSimple></w:p>", "日\n"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>", "明\n"),
        ("<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>明</w:t></w:r></w:p>", "明\n"),
        (
            "<w:p><w:r><w:t>甲</w:t></w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>"
            + paragraph("框一")
            + paragraph("框二")
            + "</w:txbxContent></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>"
            + paragraph("框一")
            + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent><w:r><w:t>乙</w:t></w:r></w:p>"
            + paragraph("丙"),
            "甲乙\n框一\n框二\n丙\n",
        ),
        (CONTENTS.format(paragraph("目录 99")) + paragraph("文"), "文\n"),
        (f"<w:sdt><w:sdtContent>{paragraph('文')}</w:sdtContent></w:sdt>", "文\n"),
        ("<w:p><w:ruby><w:rt><w:r><w:t>róng</w:t></w:r></w:rt><w:r><w:t>镕</w:t></w:r></w:ruby></w:p>", "镕\n"),
        ("<w:p><m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath></w:p>", "5%\n"),
    ],
)  # fmt: skip
def test_text(body: str, text: str) -> None:
    found = read_bytes(docx_of(body), path="x.docx")
    assert (found.text, found.encoding, found.pages) == (text, "docx", ())


def test_notes_follow_and_headers_do_not() -> None:
    data = docx_of(
        paragraph("正文"),
        footnotes=f"<w:footnote w:type='separator' w:id='0'>{paragraph('线')}</w:footnote>"
        f"<w:footnote w:id='1'>{paragraph('注一')}</w:footnote>",
        endnotes=f"<w:endnote w:id='1'>{paragraph('尾注')}</w:endnote>",
        header1=paragraph("页眉"),
        comments=paragraph("批注"),
    )
    assert read_bytes(data, path="x").text == "正文\n注一\n尾注\n"


def test_strict_namespace() -> None:
    body = (
        "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:r><w:t>文</w:t></w:r>"
    )
    data = packed({"word/document.xml": body + "</w:p></w:body></w:document>"})
    assert read_bytes(data, path="x").text == "文\n"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "增长"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"word/document.xml": ENTITIES + "<x>&b;&f;</x>"}), "DOCTYPE.*refused"),
        (packed({"OFD.xml": ENTITIES + "<x>&b;&f;</x>"}), "DOCTYPE.*refused"),
        (packed({"word/document.xml": "<a><b></a>"}), "broken Word document"),
        (packed({"word/document.xml": ""}), "broken Word document"),
        (packed({"word/styles.xml": "<a/>"}), "word/document.xml is missing"),
        (packed({f"word/{n}": "" for n in range(10_001)}, zipfile.ZIP_STORED), "10001 parts.*zip bomb"),
        (docx_of(paragraph("增" * 30_000_000)), "zip bomb"),
        (packed({"OFD.xml": "<a>" + " " * 30_000_000 + "</a>"}), "zip bomb"),
        (docx_of(paragraph("")), "is empty"),
    ],
    ids=["doctype", "doctype-ofd", "unclosed", "nothing", "no-main", "members", "bomb", "bomb-ofd", "empty"],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_bytes(data, path="x.docx")


def test_locked_part() -> None:
    data = bytearray(docx(["增长"]))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + place] |= 1
            start += 4
    with pytest.raises(ReadError, match="locked with a password"):
        read_bytes(bytes(data), path="x.docx")


def test_memory_of_a_large_document() -> None:
    data = docx([f"第{n}项工程完成投资{n * 7919 % 10_007}万元，增长{n % 97}%。" for n in range(20_000)])
    tracemalloc.start()
    text = read_bytes(data, path="x").text
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert text.count("\n") == 20_000
    assert peak < 25_000_000


@pytest.mark.parametrize(
    ("base", "target", "name"),
    [
        ("Doc_0/Document.xml", "Pages/P.xml", "Doc_0/Pages/P.xml"),
        ("Doc_0/Document.xml", "/Doc_0/P.xml", "Doc_0/P.xml"),
        ("Doc_0/Document.xml", "../../../etc/passwd", "etc/passwd"),
        ("", "..\\..\\windows\\x", "windows/x"),
    ],
)
def test_names_stay_in_the_archive(base: str, target: str, name: str) -> None:
    assert resolve(base, target) == name


def test_path_traversal_reads_nothing() -> None:
    with pytest.raises(ReadError, match=r"etc/passwd is missing"):
        read_bytes(ofd([["增长"]], location="../../../../etc/passwd"), path="x.ofd")


@given(st.binary(max_size=200), st.integers(0, 1000))
def test_damage_is_always_told(noise: bytes, place: int) -> None:
    data = docx(["全市增长5%。"])
    place %= len(data)
    with suppress(ReadError):
        read_bytes(data[:place] + noise + data[place + len(noise) :], path="x")


def test_a_nested_archive_is_not_opened() -> None:
    inner = docx(["里"])
    buffer = io.BytesIO(docx(["外"]))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/embeddings/a.docx", inner)
    assert read_bytes(buffer.getvalue(), path="x").text == "外\n"
