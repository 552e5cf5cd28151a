"""Find the inputs that paths name: files, folders, patterns, standard input. Each once, in a stable order."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from govtext.errors import ReadError
from govtext.read import SourceText, read_bytes, read_file
from govtext.read.source import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"

SUFFIXES = (
    *("", ".txt", ".text", ".md", ".markdown"),
    *(".html", ".htm", ".xhtml", ".shtml", ".docx", ".docm", ".pdf", ".ofd"),
    *(".doc", ".wps", ".rtf", ".mht", ".mhtml"),  # web pages in disguise, or an error that says how to convert them
)
"""What is read from folders, by content: the suffix says only that it may be a report.

A file that is named itself is read whatever its suffix.
"""


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """Something to read. `trouble` says why it cannot be, so that the others go on."""

    path: Path | None = None
    trouble: str | None = None

    @property
    def name(self) -> str:
        """What messages and results call it: the path, `-` for standard input."""
        return STANDARD_INPUT if self.path is None else printable(self.path)

    @property
    def is_at_hand(self) -> bool:
        """Tell whether it is for the process that was given it: standard input, `<(…)`, or what cannot be read."""
        return self.path is None or self.trouble is not None or self.path.parts[:2] in (("/", "dev"), ("/", "proc"))

    def read(self, *, encoding: str | None = None) -> SourceText:
        """Read and decode it. Raises ReadError."""
        if self.trouble:
            raise ReadError(self.name, self.trouble)
        if self.path is not None:
            return read_file(self.path, encoding=encoding)
        try:
            return read_bytes(sys.stdin.buffer.read(), path=STANDARD_INPUT, encoding=encoding)
        except OSError as error:
            raise ReadError(STANDARD_INPUT, f"cannot be read: {error.strerror}") from None


def find_inputs(paths: Sequence[str]) -> Iterator[Input]:
    """Yield the inputs that the paths name, each file once.

    A folder gives the reports in and below it, sorted by name, without hidden ones, README, and what Word leaves behind
    (`~$…`); `-` is standard input; a pattern like `*.txt` that the shell left alone is expanded. A path that leads to
    nothing gives an input that says so when it is read.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            key = STANDARD_INPUT if found.path is None else os.path.realpath(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def _expand(path: str) -> Iterator[Input]:
    """Yield what one path names."""
    if path == STANDARD_INPUT:
        yield Input()
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield from _file_or_folder(Path(path))
    else:
        found = sorted(map(Path, glob.glob(path, recursive=True)))  # noqa: PTH207 Path.glob takes no absolute pattern
        matches = [match for match in found if not match.name.startswith("~$")]
        for match in matches:
            yield from _file_or_folder(match)
        if not matches:
            yield Input(path=Path(path), trouble="no file matches this pattern")


def _file_or_folder(path: Path) -> Iterator[Input]:
    """Yield a file itself, or the reports of a folder."""
    if not path.is_dir():
        yield Input(path=path)
        return
    others: Counter[str] = Counter()
    empty = True
    for found in _walk(path, others):
        empty = False
        yield found
    if empty:
        rest = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
        has = f"; it has {rest}, which are read only when named" if rest else ""
        yield Input(path=path, trouble=f"no report (.txt, .md, .html, .docx, .pdf, .ofd) in this folder{has}")


def _walk(folder: Path, others: Counter[str]) -> Iterator[Input]:
    """Yield the reports in and below a folder, sorted; count the other files by suffix."""
    try:
        children = sorted(folder.iterdir(), key=lambda child: child.name)
    except OSError as error:
        yield Input(path=folder, trouble=f"cannot be read: {error.strerror}")
        return
    for child in children:
        if child.name.startswith((".", "~$")) or child.stem.upper() == "README":
            continue
        if child.is_dir():
            if not child.is_symlink():  # a link may lead back up
                yield from _walk(child, others)
        elif child.suffix.lower() in SUFFIXES and (child.is_file() or child.is_symlink()):
            yield Input(path=child)
        else:
            others[child.suffix.lower() or "special"] += 1
