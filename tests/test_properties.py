"""What holds for every record of every text, whatever its layout."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govtext import Document, Extractor, ReadError
from govtext.clean import fold_width
from govtext.model import Record
from govtext.read import read_bytes, read_file
from tests.conftest import ROOT, SAMPLES
from tests.texts import HEADING, PARAGRAPHS, full_width, spaced, wrap

PAGE = "- 4 -"
SHARED = ROOT.parent / "shared"
REPORTS = [*SAMPLES, *sorted((SHARED / "gold").glob("*.txt")), *sorted((SHARED / "corpus").rglob("*.txt"))]


def records(document: Document) -> tuple[tuple[Record, ...], ...]:
    return document.facts, document.slogans, document.policies


def check(text: str, document: Document) -> None:
    """Hold each record against the text it came from."""
    starts = line_starts(text)
    assert document.source.characters == len(text)
    for table in records(document):
        assert [(r.start, r.end) for r in table] == sorted((r.start, r.end) for r in table)
        for record in table:
            assert 0 <= record.start < record.end <= len(text)
            assert "".join(text[record.start : record.end].split()) == record.text
            assert starts[record.line - 1] + record.column - 1 == record.start
            assert record.line == len(starts) or record.start < starts[record.line]
            assert record.rule
    for fact in document.facts:
        assert (fact.value is None) == (fact.low is not None) == (fact.high is not None)
        assert fact.low is None or fact.high is None or fact.low < fact.high


def line_starts(text: str) -> list[int]:
    """Return where lines begin, counted another way than the program does."""
    starts = [0]
    for i, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"):
            starts.append(i + 1)
    return starts


def essence(document: Document) -> list[tuple[object, ...]]:
    """Return what a layout cannot change. A page number inside a span stands in its text, as in the source."""

    def text(record: Record) -> str:
        return fold_width(record.text).replace(PAGE.replace(" ", ""), "")

    return [
        *((text(fact), fact.kind, fact.value, fact.low, fact.high, fact.unit) for fact in document.facts),
        *((text(slogan), slogan.kind, slogan.canonical) for slogan in document.slogans),
        *((text(policy), policy.kind, policy.canonical) for policy in document.policies),
    ]


def read(extractor: Extractor, text: str) -> Document:
    return extractor.extract(read_bytes(text.encode(), path="-", encoding="utf-8"))


@pytest.mark.skipif(not REPORTS, reason="no reports here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_reports(extractor: Extractor, path: Path) -> None:
    source = read_file(path)
    check(source.text, extractor.extract(source))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_same_bytes(extractor: Extractor, path: Path) -> None:
    source = read_file(path)
    assert extractor.extract(source).to_json() == Extractor(extractor.lexicon).extract(source).to_json()


Print = Callable[[str], str]


def layout(
    columns: int | None,
    *,
    gap: str = "\n",
    indent: str = "　　",
    digits: Print = str,
    page: bool = False,
    heading: bool = True,
) -> str:
    """Print the paragraphs of the tests in some layout."""
    lines = [HEADING] if heading else []
    for paragraph in PARAGRAPHS:
        text = indent + digits(paragraph)
        lines.extend(wrap(text, columns) if columns else [text])
    if page and columns:
        lines.insert(len(lines) // 2, PAGE)
    return gap.join(lines) + gap


@pytest.fixture(scope="session")
def expected(extractor: Extractor) -> list[tuple[object, ...]]:
    found = essence(read(extractor, "\n".join([HEADING, *PARAGRAPHS])))
    assert len(found) > 20
    return found


LAYOUTS = st.builds(
    layout,
    st.one_of(st.none(), st.integers(12, 40)),
    gap=st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n"]),
    digits=st.sampled_from([str, full_width, spaced]),
    page=st.booleans(),
    heading=st.booleans(),
)
BARE = st.builds(
    layout,
    st.integers(12, 40),
    gap=st.sampled_from(["\n", "\r\n", "\n\n"]),
    indent=st.just(""),
    digits=st.sampled_from([str, full_width]),
    heading=st.just(False),
)


@given(st.one_of(LAYOUTS, BARE))
@settings(max_examples=75)
def test_layouts_say_the_same(extractor: Extractor, expected: list[tuple[object, ...]], text: str) -> None:
    document = read(extractor, text)
    check(text, document)
    assert essence(document) == expected


@pytest.mark.parametrize("name", ["city-report-2023.txt", "province-report-1978.txt"])
@pytest.mark.parametrize("columns", [18, 25, 33])
def test_wrapped_samples(extractor: Extractor, name: str, columns: int) -> None:
    text = (ROOT / "samples" / name).read_text(encoding="utf-8")
    lines = [line for paragraph in text.splitlines() for line in (wrap(paragraph, columns) if paragraph else [])]
    wrapped = "\r\n".join(lines)
    document = read(extractor, wrapped)
    check(wrapped, document)
    assert essence(document) == essence(read(extractor, text))


NOISE = st.lists(
    st.sampled_from(
        [
            *"增长达到一二三十百千万亿0123456789.%，。：、“”《》（）〔〕第年月日元个人次倍成 　𠀀",
            *"\n\r\t\v\u2028\u200b\x00Ａ％",
            "同比",
            "目标",
            "条例",
            "规划",
        ]
    ),
    max_size=80,
).map("".join)


@given(NOISE)
@settings(max_examples=150)
def test_any_text(extractor: Extractor, text: str) -> None:
    try:
        document = read(extractor, text)
    except ReadError:
        return
    check(text, document)
