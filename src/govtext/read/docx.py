"""A Word document (.docx) → its text: paragraphs, tables row by row, text boxes and notes; read as it is unpacked.

Automatic numbering is no text in the file and is lost; headers, footers, comments, deleted and hidden text and field
codes are left out.
"""

from __future__ import annotations

from govtext.read.archive import Archive, resolve
from govtext.read.extracted import Extracted
from govtext.read.flow import Flow

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SKIPPED = frozenset(("del", "moveFrom", "rt", "footnotePr", "endnotePr", "sectPr", "tabs", "pPrChange", "rPrChange"))
_MARKS = {"tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_OFF = ("0", "false", "off")
_NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes) -> Extracted:
    """Return the text of a Word document; notes follow its end. Raises UnreadableError."""
    archive = Archive(data, "Word document (.docx)")
    main = _main_part(archive)
    flow = Flow()
    archive.walk(main, *(body := _Body(flow)).handlers)
    body.end()
    for notes in _NOTES:
        name = resolve(main, f"{notes}.xml")
        if name in archive:
            archive.walk(name, *(body := _Body(flow)).handlers)
            body.end()
    return Extracted(text=flow.text(), encoding="docx")


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the body."""
    found = ["word/document.xml"]

    def start(_: str, has: dict[str, str]) -> None:
        if has.get("Type", "").endswith("/officeDocument"):
            found.append(resolve("", has.get("Target", "")))

    if "_rels/.rels" in archive:
        archive.walk("_rels/.rels", start, lambda _: None, lambda _: None)
    return found[-1] if found[-1] in archive else found[0]


class _Body:
    """Hears the XML of a part and writes what is text in it."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._skip = 0  # depth inside what is left out
        self._text = False
        self._hidden = False
        self._contents: list[bool] = []  # open content controls: is it a table of contents?
        self.handlers = (self._start, self._end, self._write)

    def end(self) -> None:
        """End the last paragraph."""
        self._flow.end_line()
        self._flow.close_aside()

    def _start(self, name: str, has: dict[str, str]) -> None:
        word = _local(name)
        if self._skip or word in _SKIPPED or name == _FALLBACK or (word in ("footnote", "endnote") and _is_rule(has)):
            self._skip += 1
        elif word == "t" or name.endswith("/math t"):
            self._text = True
        elif word == "r":
            self._hidden = False
        elif word == "vanish":
            self._hidden = _value(has) not in _OFF
        elif word in _MARKS:
            if not self._hidden:
                self._flow.write(_MARKS[word])
        elif word in ("br", "cr"):
            self._flow.end_line()
        elif word in _OPENERS:
            _OPENERS[word](self._flow)
        elif word == "docPartGallery" and _value(has) == "Table of Contents":
            self._skip_contents()
        elif word == "sdt":
            self._contents.append(False)
        elif word == "sdtContent" and self._contents and self._contents[-1]:
            self._skip += 1

    def _end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        word = _local(name)
        if word == "t" or name.endswith("/math t"):
            self._text = False
        elif word == "p":
            self._flow.end_line()
            self._flow.close_aside()
        elif word in _CLOSERS:
            _CLOSERS[word](self._flow)
        elif word == "sdt" and self._contents:
            self._contents.pop()

    def _write(self, text: str) -> None:
        if self._text and not self._skip and not self._hidden:
            self._flow.write(text.replace("\n", " ").replace("\xad", ""))

    def _skip_contents(self) -> None:
        if self._contents:
            self._contents[-1] = True


_OPENERS = {
    "tbl": Flow.open_table,
    "tr": Flow.open_row,
    "tc": Flow.open_cell,
    "txbxContent": Flow.open_aside,
}
_CLOSERS = {
    "tbl": Flow.close_table,
    "tc": Flow.close_cell,
    "txbxContent": Flow.end_aside,
}


def _local(name: str) -> str:
    """Return the name of a Word element without its namespace; of another, nothing."""
    for space in _WORD:
        if name.startswith(space):
            return name[len(space) :]
    return ""


def _value(has: dict[str, str]) -> str:
    """Return what `w:val` says."""
    return next((value for name, value in has.items() if name.endswith(" val")), "")


def _is_rule(has: dict[str, str]) -> bool:
    """Tell whether a note is the line above the notes."""
    return any(name.endswith(" type") and value != "normal" for name, value in has.items())
