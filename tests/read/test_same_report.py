"""One report, whatever it is written in: the same facts, slogans and policies."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govtext.clean import reflow
from govtext.pipeline import Extractor
from govtext.read import read_bytes, read_file
from tests.read import making

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.model import Document

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("city-report-2023.txt", "county-report-2012-gb18030.txt", "congress-newspaper-2021.txt")
PLACES = ("start", "end", "line", "column", "page")

FORMS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "gb18030": lambda paragraphs: "\n".join(paragraphs).encode("gb18030"),
    "crlf": lambda paragraphs: "\r\n".join(paragraphs).encode(),
    "hard-wrapped": lambda paragraphs: making.wrapped(paragraphs).encode(),
    "html-utf-8": lambda paragraphs: making.page(paragraphs, "utf-8"),
    "html-gb2312": lambda paragraphs: making.page(paragraphs, "gb2312"),
    "docx": making.docx,
    "pdf-embedded": making.pdf,
    "pdf-not-embedded": lambda paragraphs: making.pdf(paragraphs, embedded=False),
    "ofd": lambda paragraphs: making.ofd([making.wrapped(paragraphs).splitlines()]),
    "markdown": lambda paragraphs: ("# " + "\n\n".join(paragraphs)).encode(),
}


@cache
def extractor() -> Extractor:
    return Extractor()


@cache
def paragraphs_of(name: str) -> tuple[str, ...]:
    return tuple(filter(None, reflow(read_file(SAMPLES / name).text).text.split("\n")))


def found(data: bytes) -> tuple[Document, dict[str, list[dict[str, object]]]]:
    source = read_bytes(data, path="report")
    document = extractor().extract(source)
    tables = document.to_dict()
    for table in ("facts", "slogans", "policies"):
        for record in tables[table]:
            assert "".join(source.text[record["start"] : record["end"]].split()) == record["text"]
    return document, {
        table: [{key: value for key, value in record.items() if key not in PLACES} for record in tables[table]]
        for table in ("facts", "slogans", "policies")
    }


@cache
def expected(name: str) -> dict[str, list[dict[str, object]]]:
    return found("\n".join(paragraphs_of(name)).encode())[1]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_same_from_every_format(name: str, form: str) -> None:
    document, tables = found(FORMS[form](paragraphs_of(name)))
    assert tables["facts"] == expected(name)["facts"]
    assert tables["slogans"] == expected(name)["slogans"]
    assert tables["policies"] == expected(name)["policies"]
    paged = form.startswith(("pdf", "ofd"))
    assert all((record.page is not None) == paged for record in document.facts)
    if form.startswith("pdf"):
        assert max(record.page or 0 for record in document.facts) > 1
