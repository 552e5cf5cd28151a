"""How fast each format is read, beside the library that does the work inside.

    python -m benchmarks.readers

One report of our own, repeated to about 34,000 characters, is written in each format and read back, best of seven runs.
The last column is our time over that of the library alone, measured in the same run: the price of encodings, content
areas, joined paragraphs and page furniture.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING
from xml.parsers import expat

from tests.read import making

from govtext.clean import reflow
from govtext.read import read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path("samples/city-report-2023.txt")
RUNS = 7


def best(run: Callable[[], object]) -> float:
    """Return the shortest of a few runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times)


def pdfium(data: bytes) -> Callable[[], object]:
    import pypdfium2  # noqa: PLC0415

    def run() -> int:
        return sum(len(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(data))

    return run


def lexbor(data: bytes) -> Callable[[], object]:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    return lambda: LexborHTMLParser(data.decode("gb18030")).text()


def parts(data: bytes) -> Callable[[], object]:
    """Unpack and parse every part of an archive, and do nothing with it."""

    def run() -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in archive.namelist():
            expat.ParserCreate().Parse(archive.read(name), True)

    return run


def main() -> None:
    paragraphs = [line for line in reflow(read_file(SAMPLE).text).text.split("\n") if line] * 10
    text = "\n".join(paragraphs)
    lines = making.wrapped(paragraphs).splitlines()
    gb, web, word = text.encode("gb18030"), making.page(paragraphs, "gb2312"), making.docx(paragraphs)
    held, named = making.pdf(paragraphs), making.pdf(paragraphs, embedded=False)
    ofd = making.ofd([lines[start : start + 28] for start in range(0, len(lines), 28)])
    rows = (
        ("text, UTF-8", text.encode(), "bytes.decode", lambda: text.encode().decode()),
        ("text, GB18030", gb, "bytes.decode", lambda: gb.decode("gb18030")),
        ("HTML, gb2312", web, "selectolax", lexbor(web)),
        ("DOCX", word, "zipfile, expat", parts(word)),
        ("PDF, fonts embedded", held, "pypdfium2", pdfium(held)),
        ("PDF, fonts named only", named, "pypdfium2", pdfium(named)),
        ("OFD", ofd, "zipfile, expat", parts(ofd)),
    )
    print(f"{len(text):,} characters, Python {sys.version.split()[0]}\n")
    print("| format | ms | million characters/s | pages/s | beside | ratio |")
    print("| --- | ---: | ---: | ---: | --- | ---: |")
    for name, data, library, alone in rows:
        source = read_bytes(data, path=name)
        time = best(lambda data=data, name=name: read_bytes(data, path=name))  # type: ignore[misc]
        pages = f"{len(source.pages) / time:,.0f}" if source.pages else ""
        ratio = time / best(alone)
        print(f"| {name} | {time * 1000:.1f} | {len(text) / time / 1e6:.1f} | {pages} | {library} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
