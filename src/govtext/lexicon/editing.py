"""Change the text of a dictionary and keep the rest of it: comments, order, line ends, byte order mark.

Nothing is written here: text goes in, text comes out, checked by the same reader that every run uses.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from govtext.lexicon.keys import KEYS
from govtext.lexicon.tables import parse_table, parse_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govtext.lexicon.entries import Entry

BOM = "\ufeff"


class _Row(NamedTuple):
    """A record of a CSV file: its cells and the lines it stands on."""

    cells: list[str]
    first: int
    last: int


def put_word(text: str, word: str, line: str, path: str) -> str:
    """Put a line into a list of words: in the place of the word's own line, else at the end.

    `line` is what to write: the word with frequency and part of speech, `-词`, or nothing to take the word out. Raises
    LexiconError where the result cannot be read.
    """
    lines = text.removeprefix(BOM).splitlines(keepends=True)
    end = _line_end(text)
    places = [entry.row - 1 for entry in parse_words("".join(lines), path) if _word(entry) == word]
    if places:
        lines[places[-1]] = f"{line}{end}" if line else ""
        for place in places[:-1]:
            lines[place] = ""
    elif line:
        lines = _ended(lines, end)
        lines.append(f"{line}{end}")
    changed = "".join(lines)
    list(parse_words(changed, path))
    return _bom(text) + changed


def put_row(text: str, kind: type[Entry], row: Mapping[str, str], path: str, *, remove: bool = False) -> str:
    """Put a row into a table: in the place of the row with the same key, else at the end; or take it out.

    A table without text begins with the header; columns that are missing are added. Raises LexiconError where the
    result cannot be read.
    """
    end = _line_end(text)
    body = text.removeprefix(BOM)
    if not body.strip():
        body = ",".join([*(name for name in kind.__struct_fields__[2:]), "off"]) + end
    list(parse_table(body, path))
    lines = body.splitlines(keepends=True)
    header, *rows = _rows(body)
    columns = [name.strip() for name in header.cells]
    missing = [name for name in row if name not in columns]
    if missing:
        for place in [header, *(one for one in rows if any(one.cells) and not one.cells[0].startswith("#"))]:
            added = missing if place is header else [""] * len(missing)
            kept = lines[place.last].rstrip("\r\n")
            lines[place.last] = ",".join([kept, *added]) + lines[place.last][len(kept) :]
        columns += missing
    wanted = [row.get(name, "") for name in KEYS[kind]]
    for place in reversed(rows):
        if [_cell(place, columns, name) for name in KEYS[kind]] == wanted:
            lines[place.first : place.last + 1] = [] if remove else [_written(columns, row, end)]
            break
    else:
        if not remove:
            lines = [*_ended(lines, end), _written(columns, row, end)]
    changed = "".join(lines)
    list(parse_table(changed, path))
    return _bom(text) + changed


def _rows(body: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(body, newline=""), strict=True)
    line = 0
    for cells in reader:
        yield _Row(cells, line, reader.line_num - 1)
        line = reader.line_num


def _cell(row: _Row, columns: list[str], name: str) -> str:
    place = columns.index(name) if name in columns else len(row.cells)
    return row.cells[place].strip() if place < len(row.cells) else ""


def _written(columns: list[str], row: Mapping[str, str], end: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerow([row.get(name, "") for name in columns])
    return out.getvalue()


def _word(entry: Entry) -> str:
    return str(getattr(entry, "word", None) or getattr(entry, "key", ""))


def _ended(lines: list[str], end: str) -> list[str]:
    """Return lines of which the last is ended too."""
    return [*lines[:-1], lines[-1] + end] if lines and not lines[-1].endswith(("\n", "\r")) else lines


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _bom(text: str) -> str:
    return BOM if text.startswith(BOM) else ""
